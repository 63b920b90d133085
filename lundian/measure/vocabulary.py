"""Where terms occur, and how the argument introduces them: new vocabulary against old, paragraph by paragraph."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, with_sections, words_of
from lundian.provenance import measured


@measured
def term_positions(counts: pd.DataFrame, terms: Sequence[str], paragraphs: pd.DataFrame | None = None) -> pd.DataFrame:
    """List how often chosen terms occur in each paragraph, also where they don't.

    Parameters
    ----------
    counts
        Term counts: article, paragraph, term, n.
    terms
        The terms, in the order wanted.
    paragraphs
        The paragraphs table, to have section and section_title too, and paragraphs without any word.

    Returns
    -------
    pandas.DataFrame
        One row per paragraph and term: article, paragraph, (section, section_title,) term, n, per_thousand (of the
        paragraph's words; NaN where it has none).

    Raises
    ------
    LundianError
        `terms` is one string.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": "a", "paragraph": [1, 2], "term": ["茶", "水"], "n": [1, 2]})
    >>> term_positions(counts, ["茶"])[["paragraph", "n"]].to_numpy().tolist()
    [[1, 1], [2, 0]]
    """
    if isinstance(terms, str):
        raise LundianError(f"term_positions takes a list of terms; write [{terms!r}].")
    words = words_of(counts, PLACE, "term_positions")
    sizes = words.groupby(PLACE, observed=True)["n"].sum().rename("words").reset_index()
    if paragraphs is not None:
        sizes = paragraphs[PLACE].merge(sizes, on=PLACE, how="left").fillna({"words": 0})
    chosen = pd.DataFrame({"term": pd.array(list(dict.fromkeys(terms)), dtype="str")})
    table = sizes.merge(chosen, how="cross").merge(words, on=[*PLACE, "term"], how="left")
    table["n"] = table["n"].fillna(0).astype("int64")
    table["per_thousand"] = 1000 * table["n"] / table.pop("words").replace(0, np.nan)
    if paragraphs is None:
        return table
    return with_sections(table, paragraphs)[[*PLACE, "section", "section_title", "term", "n", "per_thousand"]]


def first_uses(counts: pd.DataFrame) -> pd.DataFrame:
    """Find the paragraph in which each term comes in.

    Returns
    -------
    pandas.DataFrame
        One row per article and term, in order of appearance (then most used first): article, term, paragraph, last (the last
        paragraph that has it), range (how many have it), n.
    """
    words = words_of(counts, PLACE, "first_uses")
    grouped = words.groupby(["article", "term"], observed=True)
    table = grouped.agg(
        paragraph=("paragraph", "min"), last=("paragraph", "max"), range=("paragraph", "size"), n=("n", "sum")
    ).reset_index()
    order = ["article", "paragraph", "n", "term"]
    return table.sort_values(order, ascending=[True, True, False, True], ignore_index=True)


@measured
def vocabulary_growth(counts: pd.DataFrame) -> pd.DataFrame:
    """Count the words that each paragraph brings in, against what chance would bring.

    `expected` is how many new types the paragraph would have if the article's words stood in random order (binomial
    interpolation: Baayen 2001, Word Frequency Distributions, section 2.6.1, here in its exact, hypergeometric form), so that
    `surplus` > 0 is a paragraph that opens new ground and < 0 one that goes over old ground, whatever its length.

    Returns
    -------
    pandas.DataFrame
        One row per paragraph: article, paragraph, n_words, n_types, new (types that no earlier paragraph of the article has),
        old (the other types), share_new (new / n_types), expected, surplus (new - expected), words_so_far, types_so_far.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": "a", "paragraph": [1, 1, 2, 2], "term": ["茶", "水", "水", "杯"], "n": 1})
    >>> vocabulary_growth(counts)[["new", "old", "types_so_far"]].to_numpy().tolist()
    [[2, 0, 2], [1, 1, 3]]
    """
    words = words_of(counts, PLACE, "vocabulary_growth")
    words["new"] = words["paragraph"] == words.groupby(["article", "term"], observed=True)["paragraph"].transform("min")
    grouped = words.groupby(PLACE, observed=True)
    table = grouped.agg(n_words=("n", "sum"), n_types=("n", "size"), new=("new", "sum")).reset_index()
    table["old"] = table["n_types"] - table["new"]
    table["share_new"] = table["new"] / table["n_types"]
    so_far = table.groupby("article", observed=True)[["n_words", "new"]].cumsum()
    table["expected"] = _expected(words, table.assign(until=so_far["n_words"]))
    table["surplus"] = table["new"] - table["expected"]
    return table.assign(words_so_far=so_far["n_words"], types_so_far=so_far["new"])


def _expected(words: pd.DataFrame, table: pd.DataFrame) -> np.ndarray:
    """Return the expected new types of each paragraph: the growth of the interpolated vocabulary over its words."""
    totals = words.groupby(["article", "term"], observed=True)["n"].sum().reset_index()
    spectra = totals.groupby(["article", "n"], observed=True).size()  # article, f → how many types occur f times
    parts = [
        np.diff(_interpolated(rows["until"].to_numpy(), spectra.loc[article]), prepend=0.0)
        for article, rows in table.groupby("article", sort=False, observed=True)
    ]
    return np.concatenate([np.empty(0), *parts])


def _interpolated(sizes: np.ndarray, spectrum: pd.Series) -> np.ndarray:
    """Return how many types a random choice of `sizes` of the words is expected to have: Σ 1 - C(N - f, m) / C(N, m)."""
    from scipy.special import gammaln

    f, types = spectrum.index.to_numpy(dtype=float), spectrum.to_numpy(dtype=float)
    total, m = float(f @ types), np.asarray(sizes, dtype=float)[:, None]
    rest = total - m - f
    absent = gammaln(total - f + 1) - gammaln(np.maximum(rest, 0) + 1) - gammaln(total + 1) + gammaln(total - m + 1)
    return np.where(rest >= 0, -np.expm1(np.minimum(absent, 0)), 1.0) @ types
