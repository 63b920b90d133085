"""Counts cut in two, to be set against each other: an article, a section, or a concept's paragraphs against the rest."""

import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, concept_marks, need

Pair = tuple[pd.DataFrame, pd.DataFrame]


def split_article(counts: pd.DataFrame, article: str) -> Pair:
    """Return the counts of an article, and those of all the others.

    >>> counts = pd.DataFrame({"article": ["a", "b"], "paragraph": 1, "term": ["茶", "水"], "n": 1})
    >>> [part["term"].tolist() for part in split_article(counts, "a")]
    [['茶'], ['水']]
    """
    inside = need(counts, ["article"], "split_article")["article"] == article
    if not inside.any():
        raise LundianError(f"There is no article {article!r}; choose one of {', '.join(counts['article'].unique())}.")
    return counts[inside], counts[~inside]


def split_section(corpus: object, article: str, section: int) -> Pair:
    """Return the counts of a section, and those of the rest of its article."""
    own, _ = split_article(corpus.counts, article)
    paragraphs = corpus.paragraphs[corpus.paragraphs["article"] == article]
    if section not in (known := paragraphs["section"].unique().tolist()):
        raise LundianError(f"{article} has no section {section!r}; choose one of {', '.join(map(str, known))}.")
    inside = own["paragraph"].isin(paragraphs.loc[paragraphs["section"] == section, "paragraph"])
    return own[inside], own[~inside]


def split_concept(corpus: object, concept: str, article: str | None = None) -> Pair:
    """Return the counts of the paragraphs that name a concept, and those of the paragraphs that don't.

    The concept's own terms are in the first by construction; leave them out of what is said about it.
    """
    marks = concept_marks(corpus)
    if concept not in (known := sorted(key for topic in corpus.topics.values() for key in topic.concepts)):
        raise LundianError(f"There is no concept {concept!r}; choose one of {', '.join(known)}.")
    counts = corpus.counts if article is None else split_article(corpus.counts, article)[0]
    return split_paragraphs(counts, marks[marks["label"] == concept])


def split_paragraphs(counts: pd.DataFrame, paragraphs: pd.DataFrame) -> Pair:
    """Return the counts of the paragraphs listed in a table (article, paragraph), and those of the others."""
    listed = pd.MultiIndex.from_frame(need(paragraphs, PLACE, "split_paragraphs")[PLACE].drop_duplicates())
    inside = pd.MultiIndex.from_frame(need(counts, PLACE, "split_paragraphs")[PLACE]).isin(listed)
    return counts[inside], counts[~inside]
