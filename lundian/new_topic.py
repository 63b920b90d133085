"""A new topic in a minute: a topic file to fill in, and a notebook made from 04_your_article."""

from collections.abc import Iterator

from lundian import paths
from lundian.errors import LundianError
from lundian.files import write_whole
from lundian.shelf import check_topic

TAKEN = ("explore", "local")  # names in notebooks/ and figures/ that are no topic's
ONLY_THERE = "your-article"  # the tag of the cells of 04_your_article that a topic's notebook has its own of

TOPIC = """\
# {title}: which concepts its articles put to work, and by which words they are known.
# 本主题的文章用到哪些概念，凭哪些词认出它们。
#
# Everything here may stay empty: terms, tone and rhetoric need none of it, and figures of concepts are left out.
# 以下各项都可以留空：词频、语气和论证方式照常测量，只略去与概念有关的图。
# Save the file as UTF-8 and run the notebook again.  改好后存为UTF-8，再运行一遍笔记本：  lundian run {name}

title:
  en: {title}
  zh: {name}
question:
  en: ""
  zh: ""

# A concept is an idea that several words may name. Its key, before the colon, stands in the tables; no other topic may use it.
# Figures call it by its names in en and zh. Each of its terms (at most {longest} characters) is kept as one word; behind the
# colon stands an English gloss, which may be left empty. To start from the example, take out the # before it.
# 一个概念可以由几个词表达。冒号前的键用于数据表，不可与其他主题重复；en、zh是图中的名称。
# 每个词（不超过{longest}个字）都不会被切开；冒号后是英文释义，可以留空。去掉行首的#即可使用示例。
concepts:
#  fair_price:
#    en: fair price
#    zh: 公道价格
#    terms:
#      平价: low price
#      性价比: value for money
#  luxury:
#    en: luxury
#    zh: 奢侈
#    terms:
#      奢侈品: luxury goods
#      溢价: premium

# What is set against what: two concepts, the old side first.  什么与什么相对照：先写旧的一方。
contrasts:
#  - [luxury, fair_price]

# Further terms to keep as one word that name no concept.  不属于任何概念、但也不该切开的词。
dictionary:
#  社区食堂: community canteen
"""

# The cells that a topic's notebook opens with: id, kind, source.
HEAD = (
    ("t00-title", "markdown", "# What carries the argument in the articles on {name}, and where does the tone turn?"),
    ("t01-parameters", "code", 'topic = "{name}"\nlanguage = "en"  # or "zh"'),
    ("t02-load", "code", """\
import lundian as ld
corpus, folder = ld.load_corpus(topic), topic
terms, tone = ld.term_frequency(corpus.counts, stopwords=ld.stopwords()), ld.tone(corpus)
ld.show_answer(language, top_terms=terms, tone_arc=tone)"""),
    ("t03-about", "markdown", """\
The answer above is computed from the articles; so is every sentence in this notebook that states a result. Articles that
`lundian add my_article.docx --topic {name}` puts into `data/articles/{name}/` join at the next run. The topic's concepts
are in `data/topics/{name}.yaml`; while there are none, the figures of concepts are left out.

A figure that the articles are too short for is left out, and a sentence says what it would take."""),
)  # fmt: skip
TAGS = {"t01-parameters": "parameters", "t03-about": "how-to"}


def new_topic(name: str) -> str:
    """Make data/topics/<name>.yaml and notebooks/<name>.ipynb, and return the sentence that says so.

    Parameters
    ----------
    name
        What the topic is called in files and in code: lower case, words joined by _. Chinese will do.

    Raises
    ------
    LundianError
        The name can't be that of a file, or is taken. Nothing is written then.
    """
    check_topic(name)
    topic, notebook = paths.topics(f"{name}.yaml"), paths.notebooks(f"{name}.ipynb")
    if name in TAKEN or topic.exists() or name in _notebook_names():
        raise LundianError(
            f"There is a topic or a notebook called {name} already; choose another name, or use that one."
        )
    content = _notebook(name)
    write_whole(topic, _topic(name))
    write_whole(notebook, content)
    return (
        f"Made data/topics/{name}.yaml, to fill in or to leave empty, and notebooks/{name}.ipynb. "
        f"Next: lundian add FILE --topic {name}, then lundian run {name}."
    )


def _topic(name: str) -> str:
    from lundian.schema import MAX_TERM

    title = name.replace("_", " ")
    return TOPIC.format(name=name, title=title[:1].upper() + title[1:], longest=MAX_TERM)


def _notebook_names() -> set[str]:
    """Return what notebooks are called: by file, and by topic where a number goes before it."""
    stems = [path.stem for path in paths.notebooks().glob("*.ipynb")]
    return {name for stem in stems for name in (stem, stem.partition("_")[2] if stem[:1].isdigit() else stem)}


def _notebook(name: str) -> str:
    import nbformat

    pattern = nbformat.read(paths.notebooks("04_your_article.ipynb"), as_version=4)
    pattern.cells = [*_head(name), *(_emptied(cell) for cell in pattern.cells if not _only_there(cell))]
    return nbformat.writes(pattern) + "\n"


def _head(name: str) -> Iterator[object]:
    import nbformat

    make = {"markdown": nbformat.v4.new_markdown_cell, "code": nbformat.v4.new_code_cell}
    for key, kind, source in HEAD:
        tags = {"tags": [TAGS[key]]} if key in TAGS else {}
        yield make[kind](source.replace("{name}", name), id=key, metadata=tags)


def _only_there(cell: object) -> bool:
    return ONLY_THERE in cell.metadata.get("tags", ())


def _emptied(cell: object) -> object:
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell
