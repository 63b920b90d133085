"""What every measure needs: which rows are words, what one row stands for, and clear refusals."""

from collections.abc import Iterable
from functools import partial

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.parts import each, fold, in_parts
from lundian.words.word import is_word

PLACE = ["article", "paragraph"]
UNITS: dict[str | None, list[str]] = {
    "article": ["article"],
    "section": ["article", "section"],
    "paragraph": PLACE,
    None: [],
}


def choose(value: object, allowed: Iterable, what: str) -> object:
    """Return `value` if it is one of `allowed`; otherwise name the right ones.

    >>> choose("page", ["article", None], "by")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: by can't be 'page'; choose one of 'article', None.
    """
    allowed = list(allowed)
    if value not in allowed:
        raise LundianError(f"{what} can't be {value!r}; choose one of {', '.join(map(repr, allowed))}.")
    return value


def need(table: pd.DataFrame, columns: Iterable[str], who: str) -> pd.DataFrame:
    """Return `table` if it has `columns`; otherwise name what is missing and what is there."""
    columns = list(columns)
    if gone := [name for name in columns if name not in getattr(table, "columns", ())]:
        here = ", ".join(map(str, getattr(table, "columns", ()))) or "no columns"
        raise LundianError(
            f"{who} needs a table with the columns {', '.join(columns)}; {gone[0]} is missing from: {here}."
        )
    return table


def keys_of(counts: pd.DataFrame, by: str | None, who: str) -> list[str]:
    """Return the columns that tell apart what is measured `by`."""
    keys = UNITS[choose(by, UNITS, f"{who}: by")]
    if by == "section" and "section" not in counts.columns:
        raise LundianError(
            f"{who}: by='section' needs a column section; add it with with_sections(counts, paragraphs)."
        )
    need(counts, [*keys, "term", "n"], who)
    return keys


def words_of(counts: pd.DataFrame, keys: list[str], who: str) -> pd.DataFrame:
    """Return how often each word occurs per `keys`: punctuation and blanks are tokens in `counts`, but no words.

    Rows are summed, sorted by `keys` and term; a term that occurs no times is left out.
    """
    need(counts, [*keys, "term", "n"], who)
    codes, terms = pd.factorize(counts["term"])
    keep = (np.fromiter(map(is_word, terms), bool, len(terms))[codes]) & (counts["n"].to_numpy() > 0)
    # Sums over whole numbers are an order of magnitude cheaper than over strings, and every measure starts here.
    order = np.argsort(np.asarray(terms, dtype=object), kind="stable") if len(terms) else np.empty(0, int)
    place = np.empty(len(terms), dtype=np.int64)
    place[order] = np.arange(len(terms))
    table = counts.loc[keep, keys].assign(term=place[codes[keep]], n=counts["n"].to_numpy()[keep])
    summed = table.groupby([*keys, "term"], sort=True, observed=True)["n"].sum().reset_index()
    return summed.assign(term=pd.array(np.asarray(terms, dtype=object)[order][summed["term"]], dtype="str"))


def totals_of(counts: pd.DataFrame, who: str) -> pd.DataFrame:
    """Return how often each word occurs altogether, in a table or in all its parts."""
    total = partial(words_of, keys=[], who=who)
    return fold(total, total, counts) if in_parts(counts) else total(counts)


def with_sections(table: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Add section and section_title to a table that has article and paragraph.

    >>> paragraphs = pd.DataFrame({"article": ["a"], "paragraph": [1], "section": [2], "section_title": ["Tea"]})
    >>> counts = pd.DataFrame({"article": ["a"], "paragraph": [1], "term": ["茶"], "n": [3]})
    >>> with_sections(counts, paragraphs)["section_title"].tolist()
    ['Tea']
    """
    if in_parts(table):
        return each(with_sections, table, paragraphs)
    need(table, PLACE, "with_sections")
    named = need(paragraphs, [*PLACE, "section", "section_title"], "with_sections")
    bare = table.drop(columns=["section", "section_title"], errors="ignore")
    return bare.merge(named[[*PLACE, "section", "section_title"]], on=PLACE, how="left", validate="many_to_one")


def concepts_of(corpus: object, topic: object = None) -> dict[str, object]:
    """Return the concepts of a topic (its name, the Topic, or None for those of every topic), by their keys."""
    topics = getattr(corpus, "topics", {})
    if topic is None:
        return {key: concept for one in topics.values() for key, concept in one.concepts.items()}
    return topic_of(corpus, topic).concepts


def topic_of(corpus: object, topic: object) -> object:
    """Return the Topic of that name, or the Topic itself."""
    if not isinstance(topic, str):
        return topic
    if topic not in corpus.topics:
        raise LundianError(
            f"There is no topic {topic!r}; choose one of {', '.join(corpus.topics) or 'none: there are none'}."
        )
    return corpus.topics[topic]


def concept_marks(corpus: object, topic: object = None) -> pd.DataFrame:
    """Return the marks that are mentions of the topic's concepts."""
    marks = corpus.marks
    return marks[(marks["kind"] == "concept") & marks["label"].isin(list(concepts_of(corpus, topic)))]


def with_note(table: pd.DataFrame, note: str) -> pd.DataFrame:
    """Attach a sentence to a table (`table.attrs["note"]`), for whoever says or draws it."""
    table.attrs["note"] = note
    return table


NO_TEXT = "This needs the text of the article; put its file back into data/articles/ and load the corpus again."
