"""How often each term occurs, and how particular it is to its document."""

from collections.abc import Collection
from functools import partial

import numpy as np
import pandas as pd

from lundian.measure.base import UNITS, choose, keys_of, totals_of, words_of
from lundian.measure.parts import each, fold, in_parts
from lundian.provenance import measured


@measured
def term_frequency(counts: pd.DataFrame, by: str | None = "article", stopwords: Collection[str] = ()) -> pd.DataFrame:
    """Count each term, and relate it to all words.

    Parameters
    ----------
    counts
        Term counts (article, paragraph, term, n); a table of term and n is enough with by=None.
    by
        What one document is: "article", "section" (see `with_sections`), "paragraph", or None for everything together.
    stopwords
        Terms to leave out of the table. They still count as words, so that a rate does not depend on a stop list.

    Returns
    -------
    pandas.DataFrame
        One row per document and term, most frequent first: the document's key columns, term, n, per_thousand
        (occurrences per 1,000 words; a word has a letter, a digit or a Han character, so punctuation is none), and rank (1
        is the most frequent of the terms in the table; equal counts share the better rank).

    Raises
    ------
    LundianError
        A column is missing, or `by` is none of the above.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": ["a"] * 4, "paragraph": [1, 1, 1, 2], "term": ["茶", "的", "，", "茶"],
    ...                        "n": [2, 1, 5, 1]})
    >>> term_frequency(counts, stopwords=["的"])
      article term  n  per_thousand  rank
    0       a    茶  3         750.0     1
    """
    keys = keys_of(counts, by, "term_frequency")
    if in_parts(counts):
        if keys:
            return each(partial(term_frequency, by=by, stopwords=stopwords), counts)
        counts = totals_of(counts, "term_frequency")
    table = words_of(counts, keys, "term_frequency")
    table["per_thousand"] = 1000 * table["n"] / _totals(table, keys)
    table = table[~table["term"].isin(list(stopwords))]
    ranks = table.groupby(keys, observed=True)["n"] if keys else table["n"]
    table = table.assign(rank=ranks.rank(method="min", ascending=False).astype("int64"))
    return _sorted(table, keys, "n")


@measured
def tf_idf(counts: pd.DataFrame, by: str = "article", stopwords: Collection[str] = ()) -> pd.DataFrame:
    """Weigh each term by how few documents have it.

    tf is n over the document's words, idf is ln(documents / documents that have the term): as tidytext's `bind_tf_idf`
    (Silge and Robinson 2017, Text Mining with R, chapter 3), after Spärck Jones (1972), Journal of Documentation 28(1).
    A term that every document has weighs nothing; with a single document, so does every term.

    Parameters
    ----------
    counts, by, stopwords
        As for `term_frequency`, but `by` can't be None, which would leave one document.

    Returns
    -------
    pandas.DataFrame
        One row per document and term, heaviest first: the document's key columns, term, n, tf, idf, tf_idf.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": ["a", "a", "b"], "paragraph": 1, "term": ["茶", "水", "水"], "n": [1, 3, 1]})
    >>> tf_idf(counts)[["article", "term", "tf", "idf", "tf_idf"]].round(3)
      article term    tf    idf  tf_idf
    0       a    茶  0.25  0.693   0.173
    1       a    水  0.75  0.000   0.000
    2       b    水  1.00  0.000   0.000
    """
    choose(by, [unit for unit in UNITS if unit], "tf_idf: by")
    keys = keys_of(counts, by, "tf_idf")
    have = partial(_documents, keys=keys)
    if in_parts(counts):
        return each(partial(_weighed, keys=keys, stopwords=stopwords), counts, documents=fold(have, _added, counts))
    return _weighed(counts, keys, stopwords, have(counts))


def _documents(counts: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return how many documents have each term; the term "" stands for all documents."""
    table = words_of(counts, keys, "tf_idf")
    every = pd.DataFrame({"term": pd.array([""], dtype="str"), "documents": [len(table[keys].drop_duplicates())]})
    return pd.concat([every, table.groupby("term")["n"].size().rename("documents").reset_index()], ignore_index=True)


def _added(documents: pd.DataFrame) -> pd.DataFrame:
    return documents.groupby("term", as_index=False)["documents"].sum()


def _weighed(
    counts: pd.DataFrame, keys: list[str], stopwords: Collection[str], documents: pd.DataFrame
) -> pd.DataFrame:
    table, having = words_of(counts, keys, "tf_idf"), documents.set_index("term")["documents"]
    table["tf"] = table["n"] / _totals(table, keys)
    table["idf"] = np.log(having[""] / having.reindex(table["term"]).to_numpy())
    table["tf_idf"] = table["tf"] * table["idf"]
    return _sorted(table[~table["term"].isin(list(stopwords))], keys, "tf_idf")


def _totals(table: pd.DataFrame, keys: list[str]) -> pd.Series | int:
    """Return how many words the document of each row has."""
    return table.groupby(keys, observed=True)["n"].transform("sum") if keys else table["n"].sum()


def _sorted(table: pd.DataFrame, keys: list[str], value: str) -> pd.DataFrame:
    # Rows come sorted by keys and term, so a stable sort keeps ties in the order of their terms.
    order = [*keys, value]
    return table.sort_values(order, ascending=[True] * len(keys) + [False], kind="stable", ignore_index=True)
