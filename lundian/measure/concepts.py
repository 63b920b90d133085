"""Where the concepts of a topic are named, how widely, and how pairs of them are set against each other."""

from functools import partial

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose, concept_marks, concepts_of, topic_of
from lundian.measure.parts import each_corpus, in_parts
from lundian.measure.stats import wilson
from lundian.provenance import measured

SECTION = [*PLACE, "section", "section_title"]
CONTRAST_UNITS = {"paragraph": SECTION, "section": ["article", "section", "section_title"], "article": ["article"]}


@measured
def concepts(corpus: object, topic: object = None) -> pd.DataFrame:
    """Count how often each paragraph names each concept, also where it doesn't.

    Parameters
    ----------
    corpus
        Its paragraphs, marks and topics are used; no text.
    topic
        A topic's name, a Topic, or None for the concepts of every topic.

    Returns
    -------
    pandas.DataFrame
        One row per paragraph and concept, in the topic's order: article, paragraph, section, section_title, concept, n
        (mentions), per_thousand (of the paragraph's words; NaN where it has none).

    Raises
    ------
    LundianError
        There is no topic of that name; the sentence lists those there are.
    """
    if in_parts(corpus.paragraphs):
        return each_corpus(partial(concepts, topic=topic), corpus, ["paragraphs", "marks"])
    keys = list(concepts_of(corpus, topic))
    named = concept_marks(corpus, topic).groupby([*PLACE, "label"], observed=True).size().rename("n").reset_index()
    paragraphs = corpus.paragraphs[[*SECTION, "n_terms"]].sort_values(PLACE)
    table = paragraphs.merge(pd.DataFrame({"concept": pd.array(keys, dtype="str")}), how="cross")
    table = table.merge(named.rename(columns={"label": "concept"}), on=[*PLACE, "concept"], how="left")
    table["n"] = table["n"].fillna(0).astype("int64")
    table["per_thousand"] = 1000 * table["n"] / table.pop("n_terms").replace(0, np.nan)
    return table


@measured
def coverage(corpus: object, topic: object = None) -> pd.DataFrame:
    """Measure how much of each article a concept runs through.

    Returns
    -------
    pandas.DataFrame
        One row per article and concept: article, concept, n (mentions), n_terms (different terms that name it), n_sentences,
        n_paragraphs (that name it), share (of the article's paragraphs) with low and high (95 %, Wilson 1927), first and last
        (paragraph that names it; NaN where none does).
    """
    table = concepts(corpus, topic)
    marks = concept_marks(corpus, topic).rename(columns={"label": "concept"})
    keys = ["article", "concept"]
    hit = table.assign(hit=table["n"] > 0, at=table["paragraph"].where(table["n"] > 0))
    made = hit.groupby(keys, sort=False, observed=True).agg(
        n=("n", "sum"), n_paragraphs=("hit", "sum"), of=("hit", "size"), first=("at", "min"), last=("at", "max")
    )
    terms = marks.groupby(keys, observed=True)["term"].nunique()
    sentences = marks.drop_duplicates([*PLACE, "sentence", "concept"]).groupby(keys, observed=True).size()
    made = made.assign(n_terms=terms, n_sentences=sentences).fillna({"n_terms": 0, "n_sentences": 0}).reset_index()
    low, high = wilson(made["n_paragraphs"], made["of"])
    made = made.assign(share=made["n_paragraphs"] / made["of"], low=low, high=high)
    made = made.astype({"n_terms": "int64", "n_sentences": "int64"})
    order = [*keys, "n", "n_terms", "n_sentences", "n_paragraphs", "share", "low", "high", "first", "last"]
    return made[order]


@measured
def contrast_pairs(corpus: object, topic: object, by: str = "paragraph") -> pd.DataFrame:
    """Follow the two sides of each contrast of a topic through the article.

    Parameters
    ----------
    corpus, topic
        As for `concepts`, of one topic.
    by
        "paragraph", "section" or "article".

    Returns
    -------
    pandas.DataFrame
        One row per place and contrast: article, (paragraph,) (section, section_title,) a, b (concepts, the old side first),
        n_a, n_b (mentions), share (of b in both: 0 only the old side is named, 1 only the new; NaN neither) with low and high
        (95 %, Wilson 1927; mentions taken as independent, so the interval is rather too narrow).
    """
    keys = CONTRAST_UNITS[choose(by, CONTRAST_UNITS, "contrast_pairs: by")]
    table = concepts(corpus, topic)
    n = table.pivot_table(values="n", index=keys, columns="concept", aggfunc="sum", fill_value=0, observed=True)
    places = n.index.to_frame(index=False)
    parts = [
        places.assign(a=a, b=b, n_a=n[a].to_numpy(), n_b=n[b].to_numpy()) for a, b in topic_of(corpus, topic).contrasts
    ]
    if not parts:
        parts = [places.iloc[:0].assign(a="", b="", n_a=0, n_b=0)]
    pairs = pd.concat(parts, ignore_index=True)
    both = pairs["n_a"] + pairs["n_b"]
    low, high = wilson(pairs["n_b"], both)
    return pairs.assign(share=pairs["n_b"] / both.where(both > 0), low=low, high=high)
