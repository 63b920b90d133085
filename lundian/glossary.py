"""What a term, a concept or an article is called in the reader's language: from data/topics, and from the articles' titles."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from lundian import paths
from lundian.words.topics import Concept, all_terms, load_topics

# Rules of tone count marks of punctuation as evidence; alone on an axis they need a name.
MARKS = {
    "？": ("question mark", "问号"),
    "！": ("exclamation mark", "叹号"),
    "……": ("ellipsis", "省略号"),
    "“": ("quotation mark", "引号"),
}
_ASCII = {"?": "？", "!": "！", "…": "……", "”": "“"}
_TITLE_ENDS = re.compile(r"[：:，,。！!？?；;—–｜|…]")
_LONGEST, _CUT = 24, 20  # columns, two for a Chinese character: a title that is longer is cut

_titles: dict[str, str] = {}  # of the articles in this session, by slug


def gloss(term: str, language: str = "en") -> str:
    """Return what explains a term on its own: its English gloss or the name of a mark, "" where there is nothing to explain.

    >>> gloss("？"), gloss("？", "zh")
    ('question mark', '问号')
    """
    if names := MARKS.get(_ASCII.get(term, term)):
        return names[language == "zh"]
    return _glosses(_state()).get(term, "") if language == "en" else ""


def concept_name(concept: str, language: str = "en") -> str:
    """Return what a concept is called, or its key where no topic knows it."""
    known = _concepts(_state()).get(concept)
    return known.name(language) if known else concept


def concept_keys() -> list[str]:
    """Return the keys of all concepts in a fixed order, so that each keeps its colour."""
    return list(_concepts(_state()))


def know_titles(slugs: Iterable[str], titles: Iterable[str]) -> None:
    """Remember articles' titles: tables hold slugs only, and whoever draws or tells them wants names.

    A corpus does this with its articles, so that neither measures nor notebooks have to carry titles along.
    """
    _titles.update(zip(slugs, titles, strict=True))
    _short_titles.cache_clear()


def article_name(slug: str) -> str:
    """Return an article's short title, or its slug as words where no title is known.

    >>> article_name("a_slug_of_no_article")
    'a slug of no article'
    """
    return _short_titles().get(slug) or str(slug).replace("_", " ")


@lru_cache(maxsize=1)
def _short_titles() -> dict[str, str]:
    """Return short titles, no two alike: the whole title where the beginnings are, with the slug where those are too."""
    known = {slug: title for slug, title in _titles.items() if str(title).strip()}
    short = {slug: short_title(title) for slug, title in known.items()}
    whole = {slug: f"《{_inner(title)}》" for slug, title in known.items()}
    shorts, wholes = Counter(short.values()), Counter(whole.values())
    unlike = {slug: name if shorts[name] == 1 else whole[slug] for slug, name in short.items()}
    return {slug: name if wholes[whole[slug]] == 1 else f"{short[slug]} {slug}" for slug, name in unlike.items()}


def short_title(title: str) -> str:
    """Return the beginning of a title, up to its first mark of punctuation, as a title.

    >>> short_title("社区食堂：一顿饭能否撑起一门生意")
    '《社区食堂》'
    """
    whole = _inner(title)
    head = next((part.strip() for part in _TITLE_ENDS.split(whole) if part.strip()), whole)
    if _columns(head) > _LONGEST:
        while _columns(head) > _CUT:
            head = head[:-1]
        head = head.rstrip() + "…"
    return f"《{head}》"


def _inner(title: str) -> str:
    """Return a title as it stands between 《 and 》: on one line, titles within it in single marks."""
    return " ".join(str(title).split()).translate(str.maketrans("《》", "〈〉"))


def _columns(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _state() -> tuple:
    """Return what tells that a topic file changed."""
    files = sorted(paths.topics().glob("*.yaml"))
    return tuple((str(file), file.stat().st_mtime_ns) for file in files)


@lru_cache(maxsize=4)
def _glosses(state: tuple) -> dict[str, str]:  # noqa: ARG001
    return all_terms(load_topics())


@lru_cache(maxsize=4)
def _concepts(state: tuple) -> dict[str, Concept]:  # noqa: ARG001
    return {key: concept for topic in load_topics().values() for key, concept in topic.concepts.items()}
