"""Small parts that sentences are made of: numbers, counts, names, lists, in English and in Chinese."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd

from lundian import glossary
from lundian.errors import LundianError
from lundian.say.numbers import number, p_value, percent, share, span, whole, wilson  # noqa: F401 (one import for a sentence)

LANGUAGES = ("en", "zh")

_NOUNS = {  # English singular, English plural, Chinese measure word and noun
    "paragraph": ("paragraph", "paragraphs", "个段落"),
    "sentence": ("sentence", "sentences", "个句子"),
    "term": ("term", "terms", "个词"),
    "time": ("time", "times", "次"),
    "mention": ("mention", "mentions", "次提及"),
    "concept": ("concept", "concepts", "个概念"),
    "article": ("article", "articles", "篇文章"),
    "pair": ("pair", "pairs", "对"),
    "group": ("group", "groups", "组"),
    "link": ("link", "links", "条连线"),
    "hedge": ("hedge", "hedges", "个缓和语"),
    "booster": ("booster", "boosters", "个强化语"),
    "question": ("question", "questions", "个问句"),
    "figure": ("figure", "figures", "幅图"),
    "month": ("month", "months", "个月"),
    "section": ("section", "sections", "节"),
}


def fill(texts: Mapping[str, Mapping[str, str]], language: str, key: str, **values: object) -> str:
    """Return the sentence `key` of a two-language dictionary with its gaps filled.

    >>> fill({"en": {"hi": "Hello, {who}."}, "zh": {"hi": "{who}好。"}}, "en", "hi", who="you")
    'Hello, you.'
    """
    return texts[known(language)][key].format(**values)


def known(language: str) -> str:
    """Return `language` if sentences can be had in it."""
    if language not in LANGUAGES:
        raise LundianError(f"There is no language {language!r}; choose one of {', '.join(LANGUAGES)}.")
    return language


def has(table: pd.DataFrame, columns: Iterable[str], who: str) -> pd.DataFrame:
    """Return the rows that have a value in each of `columns`; a column that isn't there is an error."""
    columns = list(columns)
    if gone := [name for name in columns if name not in table.columns]:
        raise LundianError(f"{who} needs the columns {', '.join(columns)}; the table has no {', '.join(gone)}.")
    return table.dropna(subset=columns).reset_index(drop=True)


def count(n: float, noun: str, language: str = "en") -> str:
    """Return a number with its noun.

    >>> count(1, "paragraph"), count(2, "paragraph"), count(2, "paragraph", "zh")
    ('1 paragraph', '2 paragraphs', '2个段落')
    """
    one, many, chinese = _NOUNS[noun]
    if language == "zh":
        return f"{whole(n)}{chinese}"
    return f"{whole(n)} {one if n == 1 else many}"


def part_of(k: float, m: float, language: str = "en") -> str:
    """Return how many of an article's paragraphs.

    >>> part_of(3, 9), part_of(9, 9), part_of(1, 1), part_of(3, 9, "zh")
    ('3 of 9 paragraphs', 'all 9 paragraphs', 'the only paragraph', '9段中的3段')
    """
    if language == "zh":
        return f"全部{whole(m)}段" if k == m else f"{whole(m)}段中的{whole(k)}段"
    if k == m:
        return f"all {whole(m)} paragraphs" if m > 1 else "the only paragraph"
    return f"{whole(k)} of {count(m, 'paragraph')}"


def term(word: str, language: str = "en") -> str:
    """Return a term as it stands in a sentence: with its gloss in English, in quotes in Chinese."""
    gloss = glossary.gloss(word, language)
    if language == "zh":
        return f"“{word}”（{gloss}）" if gloss else f"“{word}”"
    return f"{word} ({gloss})" if gloss else word


def terms(words: Iterable[str], language: str = "en") -> str:
    """Return several terms as a list."""
    return listing([term(word, language) for word in words], language)


def concept(key: str, language: str = "en") -> str:
    """Return what a concept is called, in quotes in Chinese."""
    name = glossary.concept_name(key, language)
    return f"“{name}”" if language == "zh" else name


def article(slug: str) -> str:
    """Return an article's short title, 《…》, or its slug as words where no title is known."""
    return glossary.article_name(slug)


def listing(items: Sequence[str], language: str = "en") -> str:
    """Return a list in words.

    >>> listing(["a", "b", "c"]), listing(["甲", "乙"], "zh")
    ('a, b and c', '甲和乙')
    """
    items = [str(item) for item in items]
    comma, joint = (", ", " and ") if language == "en" else ("、", "和")
    if items[-1:] == ["…"]:
        return comma.join(items)
    return joint.join([comma.join(items[:-1]), items[-1]] if len(items) > 1 else items)


def paragraphs(numbers: Iterable[int], language: str = "en") -> str:
    """Return paragraph numbers, runs joined.

    >>> paragraphs([3, 4, 5, 9]), paragraphs([7]), paragraphs([1, 2], "zh")
    ('paragraphs 3–5 and 9', 'paragraph 7', '第1–2段')
    """
    runs: list[list[int]] = []
    for n in sorted({int(n) for n in numbers}):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    words = [f"{a}" if a == b else f"{a}–{b}" for a, b in runs]
    if language == "zh":
        return f"第{listing(words, 'zh')}段"
    single = len(runs) == 1 and runs[0][0] == runs[0][1]
    return f"paragraph{'' if single else 's'} {listing(words)}"


def sentence(text: str) -> str:
    """Return the text with a capital letter at its beginning.

    >>> sentence("one of them.")
    'One of them.'
    """
    return text[:1].upper() + text[1:]


def per_article(table: pd.DataFrame, language: str, one: Callable[[pd.DataFrame], str]) -> list[str]:
    """Return what `one` says of each article, behind the article's name where there are several.

    >>> per_article(pd.DataFrame({"article": ["a_b", "c"]}), "en", lambda rows: f"{len(rows)} row")
    ['a b: 1 row', 'c: 1 row']
    """
    slugs = articles_of(table)
    colon = ": " if language == "en" else "："
    return [(f"{article(slug)}{colon}" if len(slugs) > 1 else "") + one(one_article(table, slug)) for slug in slugs]


def headline(parts: Sequence[str], language: str, most: int = 3) -> str:
    """Return the findings of several articles as lines of a title, those beyond `most` only counted.

    >>> headline(["a: x", "b: y", "c: z"], "en", 1)
    'a: x\\n… and 2 articles more'
    """
    rest = len(parts) - most
    if rest <= 0:
        return "\n".join(parts)
    more = f"… and {count(rest, 'article')} more" if language == "en" else f"……另有{count(rest, 'article', 'zh')}"
    return "\n".join([*parts[:most], more])


def join(sentences: Iterable[str], language: str) -> str:
    """Return sentences as one text: with spaces between them in English, without in Chinese."""
    return (" " if language == "en" else "").join(text for text in sentences if text)


def stop(language: str) -> str:
    """Return the full stop of a language."""
    return "." if language == "en" else "。"


def articles_of(table: pd.DataFrame) -> list[str]:
    """Return the articles in a table in the order in which they come; [""] for a table without that column."""
    return list(dict.fromkeys(table["article"].astype(str))) if "article" in table.columns else [""]


def one_article(table: pd.DataFrame, slug: str) -> pd.DataFrame:
    """Return the rows of one article."""
    return table[table["article"] == slug] if "article" in table.columns else table
