"""Which terms or concepts stand together, more often than their spread alone would bring."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose, concept_marks, need, words_of
from lundian.measure.stats import benjamini_hochberg, g2_four_cells
from lundian.provenance import measured

PAIR_COLUMNS = ["n_a", "n_b", "n_ab", "npmi", "g2", "dice", "delta_p_ab", "delta_p_ba", "p", "q"]
UNITS = {"sentence": [*PLACE, "sentence"], "paragraph": PLACE}


@measured
def cooccurrence(
    counts: pd.DataFrame,
    terms: Collection[str] | None = None,
    stopwords: Collection[str] = (),
    min_range: int = 2,
    top: int = 200,
) -> pd.DataFrame:
    """Measure which terms stand in the same paragraphs.

    Of N paragraphs, n_a have term a, n_b term b, n_ab both; how often a term stands in a paragraph doesn't matter.

    - npmi: ln(p_ab / (p_a p_b)) / -ln p_ab (Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction",
      eq. 8): 1 always together, 0 independent; 0 where both are in every paragraph.
    - g2: over the four cells (Dunning 1993). dice: 2 n_ab / (n_a + n_b) (Dice 1945).
    - delta_p_ab = P(b | a) - P(b | not a): how much a makes b likelier; delta_p_ba the other way round (Gries 2013,
      International Journal of Corpus Linguistics 18(1), pp. 137-166). NaN where every paragraph has the condition.
    - p: Fisher's exact test, two-sided as twice the smaller tail, because paragraphs are too few for χ². q: Benjamini and
      Hochberg (1995) over all possible pairs of the terms chosen, those that never meet included.

    Parameters
    ----------
    counts
        Term counts: article, paragraph, term, n. For other units than paragraphs, see `windows`.
    terms
        Only these; None chooses the `top` terms by the number of paragraphs that have them.
    stopwords
        Never these.
    min_range
        Leave out terms that fewer paragraphs have.
    top
        How many terms at most; the cost of a paragraph is the square of how many of them it has.

    Returns
    -------
    pandas.DataFrame
        One row per pair that meets at least once (term_a before term_b in code order), strongest evidence first: term_a,
        term_b, n_a, n_b, n_ab, npmi, g2, dice, delta_p_ab, delta_p_ba, p, q.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": "a", "paragraph": [1, 1, 2, 2, 3, 4], "term": list("茶水茶水杯杯"), "n": 1})
    >>> cooccurrence(counts)[["term_a", "term_b", "n_ab", "npmi", "delta_p_ab"]]
      term_a term_b  n_ab  npmi  delta_p_ab
    0      水      茶     2   1.0         1.0
    """
    words = words_of(counts, PLACE, "cooccurrence")
    n_units = len(words[PLACE].drop_duplicates())
    spread = words["term"].value_counts()
    spread = spread[(spread >= min_range) & ~spread.index.isin(list(stopwords))]
    if terms is not None:
        spread = spread[spread.index.isin(list(terms))]
    chosen = sorted(sorted(spread.index, key=lambda term: (-spread[term], term))[:top])
    return _pairs(words[words["term"].isin(chosen)], PLACE, "term", chosen, n_units)


@measured
def co_presence(corpus: object, topic: object = None, by: str = "sentence", level: str = "concept") -> pd.DataFrame:
    """Measure which concepts, or which of their terms, are named together: who is named with whom.

    Parameters
    ----------
    corpus, topic
        As for `concepts`.
    by
        "sentence" or "paragraph".
    level
        "concept" or "term".

    Returns
    -------
    pandas.DataFrame
        As `cooccurrence`, over sentences or paragraphs, with concept_a and concept_b in place of the terms.
    """
    choose(by, UNITS, "co_presence: by")
    column = {"concept": "label", "term": "term"}[choose(level, ["concept", "term"], "co_presence: level")]
    named = concept_marks(corpus, topic)[[*UNITS[by], column]].drop_duplicates().rename(columns={column: level})
    units = corpus.sentences if by == "sentence" else corpus.paragraphs
    return _pairs(named, UNITS[by], level, sorted(named[level].unique()), len(units))


def windows(tokens: pd.DataFrame, size: int = 20) -> pd.DataFrame:
    """Count terms by stretches of `size` tokens in place of paragraphs: counts for `cooccurrence` in narrower units.

    Stretches don't overlap, so that no meeting is counted twice, and end where the paragraph ends. Needs text.

    Returns
    -------
    pandas.DataFrame
        As counts: article, paragraph (here the number of the stretch in the article), term, n.
    """
    need(tokens, [*PLACE, "term"], "windows")
    stretch = tokens.groupby(PLACE, sort=False).cumcount() // max(size, 1)
    starts = tokens[PLACE].ne(tokens[PLACE].shift()).any(axis=1) | stretch.ne(stretch.shift())
    number = starts.groupby(tokens["article"]).cumsum()
    table = tokens[["article", "term"]].assign(paragraph=number)
    return table.groupby([*PLACE, "term"]).size().rename("n").reset_index()


def _pairs(table: pd.DataFrame, unit: list[str], column: str, names: list[str], n_units: int) -> pd.DataFrame:
    """Return all pairs that meet in a unit, from one row per unit and name."""
    from scipy.sparse import coo_array, triu

    # A sparse matrix of units by names: its product with itself counts every meeting without a loop over pairs.
    rows = table.groupby(unit, sort=False).ngroup().to_numpy()
    columns = pd.Index(names, dtype="str").get_indexer(table[column])
    present = coo_array((np.ones(len(table), np.int64), (rows, columns)), shape=(max(n_units, 1), len(names))).tocsr()
    n = present.sum(axis=0)
    meet = triu(present.T @ present, k=1).tocoo()
    a, b = meet.coords
    made = _measured(n[a], n[b], meet.data, n_units, len(names) * (len(names) - 1) // 2)
    labels = np.asarray(names, dtype=object)
    pairs = {f"{column}_a": pd.array(labels[a], dtype="str"), f"{column}_b": pd.array(labels[b], dtype="str")}
    keys = list(pairs)
    result = pd.DataFrame(pairs | made)[[*keys, *PAIR_COLUMNS]]
    return result.sort_values(["g2", *keys], ascending=[False, True, True], ignore_index=True)


def _measured(n_a: np.ndarray, n_b: np.ndarray, n_ab: np.ndarray, n: int, tests: int) -> dict[str, np.ndarray]:
    share = n_ab / max(n, 1)
    everywhere = n_ab == n
    with np.errstate(divide="ignore", invalid="ignore"):
        npmi = np.where(everywhere, 0.0, np.log(n_ab * n / (n_a * n_b)) / -np.log(share))
        ab = n_ab / n_a - (n_b - n_ab) / np.where(n_a < n, n - n_a, np.nan)
        ba = n_ab / n_b - (n_a - n_ab) / np.where(n_b < n, n - n_b, np.nan)
    p = _fisher(n_a, n_b, n_ab, n)
    g2 = g2_four_cells(n_ab, n_a - n_ab, n_b - n_ab, n - n_a - n_b + n_ab)
    return {
        "n_a": n_a, "n_b": n_b, "n_ab": n_ab, "npmi": npmi, "g2": g2, "dice": 2 * n_ab / (n_a + n_b),
        "delta_p_ab": ab, "delta_p_ba": ba, "p": p, "q": benjamini_hochberg(p, tests),
    }  # fmt: skip


def _fisher(n_a: np.ndarray, n_b: np.ndarray, n_ab: np.ndarray, n: int) -> np.ndarray:
    """Return Fisher's exact p, computed once for each different table."""
    from scipy.stats import hypergeom

    if not len(n_ab):
        return np.empty(0)
    low, high = np.minimum(n_a, n_b), np.maximum(n_a, n_b)
    tables, back = np.unique(np.stack([low, high, n_ab]), axis=1, return_inverse=True)
    a, b, ab = tables
    tail = np.minimum(hypergeom.sf(ab - 1, n, a, b), hypergeom.cdf(ab, n, a, b))
    return np.minimum(2 * tail, 1)[back.reshape(-1)]
