"""Articles side by side, each measured alone, and the tone of an article's beginning, middle and end."""

import inspect
from collections.abc import Callable

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, need
from lundian.provenance import measured
from lundian.tone.aggregate import pool


@measured
def by_article(
    measure: Callable[..., pd.DataFrame], corpus: object, *arguments: object, **options: object
) -> pd.DataFrame:
    """Measure each article alone, and put the tables one under the other.

    Parameters
    ----------
    measure
        Any measure. One whose first parameter is called counts is given an article's counts, any other its corpus.
    corpus
        The corpus.
    *arguments, **options
        What the measure itself takes.

    Returns
    -------
    pandas.DataFrame
        The measure's rows for each article in turn, with the column article in front.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"title": ["甲", "乙"], "text": ["茶，茶。", "水。"]}))
    >>> by_article(ld.dispersion, corpus)[["term", "n"]].to_numpy().tolist()
    [['水', 1], ['茶', 2]]
    """
    counts = next(iter(inspect.signature(measure).parameters), "") == "counts"
    tables = []
    for slug in corpus.articles["article"]:
        own = corpus.only(slug)
        table = measure(own.counts if counts else own, *arguments, **options).drop(columns="article", errors="ignore")
        table.insert(0, "article", pd.array([slug] * len(table), dtype="str"))
        tables.append(table)
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame({"article": pd.array([], dtype="str")})


@measured
def tone_parts(corpus: object, parts: int = 3) -> pd.DataFrame:
    """Return the tone of each article's parts of as many paragraphs, by the lexicon scorer.

    Parameters
    ----------
    corpus
        Its paragraphs and sentences are used; no text.
    parts
        How many parts an article is cut into, from 2.

    Returns
    -------
    pandas.DataFrame
        One row per article and part: article, part (1 is the first), tone (of its sentences, as `tone` has it for paragraphs; NaN
        without evidence), low, high (95 %; see `lundian.tone.aggregate`), n_sentences (with evidence).

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"text": ["这是困局。\\n\\n这是机会。"]}))
    >>> tone_parts(corpus, 2)["tone"].gt(0).tolist()
    [False, True]
    """
    if parts < 2:
        raise LundianError(f"tone_parts: {parts} part leaves nothing to compare; give 2 or more.")
    sentences = need(corpus.sentences, [*PLACE, "n_chars", "tone_lexicon"], "tone_parts")
    places = corpus.paragraphs[PLACE].sort_values(PLACE, ignore_index=True)
    rank, size = places.groupby("article").cumcount(), places.groupby("article")["paragraph"].transform("size")
    rows = sentences.merge(places.assign(part=rank * parts // size + 1), on=PLACE)
    articles = sorted(places["article"].unique())
    article = pd.Index(articles).get_indexer(rows["article"])
    group, known = article * parts + rows["part"].to_numpy() - 1, rows["tone_lexicon"].notna().to_numpy()
    made = pool(rows["tone_lexicon"], known.astype(int), group, article, rows["n_chars"]).rename(
        columns={"n_evidence": "n_sentences"}
    )
    index = pd.MultiIndex.from_product([articles, range(1, parts + 1)], names=["article", "part"])
    made = made.reindex(np.arange(len(index))).set_index(index).reset_index()
    return made.fillna({"n_sentences": 0}).astype({"article": "str", "n_sentences": "int64"})
