"""Which terms set one text apart from another: evidence, size of the difference and spread, in one row."""

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose, totals_of
from lundian.measure.dispersion import dispersion
from lundian.measure.stats import benjamini_hochberg, chi2_p, g2_four_cells, g2_two_cells, log_ratio
from lundian.provenance import measured

FORMS = ("two-cell", "four-cell")


@measured
def keyness(target: pd.DataFrame, reference: pd.DataFrame, form: str = "two-cell", min_n: int = 1) -> pd.DataFrame:
    """Compare how often each term occurs in two texts.

    - g2: the log-likelihood ratio, over the term's own two cells (Rayson and Garside 2000, "Comparing corpora using frequency
      profiling", p. 3) or over all four cells of the contingency table (Dunning 1993, Computational Linguistics 19(1),
      section 5). p is that of χ² with one degree of freedom, q corrects it over all terms of the table (Benjamini and
      Hochberg 1995). Both take words as independent, which the words of a text aren't: read g2 together with dp.
    - log_ratio: binary log of the ratio of relative frequencies (Hardie 2014); 1 is twice as frequent in the target. low and
      high are its 95 % interval (Katz et al. 1978). A frequency of 0 is taken as 0.5, as Hardie does.
    - percent_diff: %DIFF (Gabrielatos and Marchi 2011), 100 (rate in target - rate in reference) / rate in reference;
      infinite where the reference doesn't have the term.

    Parameters
    ----------
    target, reference
        Term counts (article, paragraph, term, n), or any tables of term and n. See `split_article`, `split_section`,
        `split_concept`.
    form
        "two-cell" or "four-cell".
    min_n
        Leave out terms that occur less often than this in both texts together; the fewer tests, the smaller q.

    Returns
    -------
    pandas.DataFrame
        One row per term of either text, strongest evidence first: term, n_target, n_reference, g2, p, q, log_ratio, low,
        high, percent_diff; where the target has paragraphs also range, dp and dp_norm of the term in it (see `dispersion`;
        NaN where it isn't there). If a text has no words, all but the counts is NaN: nothing can be compared.

    Raises
    ------
    LundianError
        A column is missing, or there is no such form.

    Examples
    --------
    >>> target = pd.DataFrame({"term": ["茶", "水"], "n": [8, 2]})
    >>> reference = pd.DataFrame({"term": ["茶", "水"], "n": [2, 8]})
    >>> keyness(target, reference)[["term", "g2", "log_ratio"]].round(2)
      term    g2  log_ratio
    0    水  3.85       -2.0
    1    茶  3.85        2.0
    """
    choose(form, FORMS, "keyness: form")
    table = _joined(target, reference)
    sizes = int(table["n_target"].sum()), int(table["n_reference"].sum())
    table = table[table["n_target"] + table["n_reference"] >= min_n].reset_index(drop=True)
    table = _compared(table, *sizes, form)
    if set(PLACE) <= set(target.columns):
        spread = dispersion(target)[["term", "range", "dp", "dp_norm"]]
        table = table.merge(spread, on="term", how="left").fillna({"range": 0}).astype({"range": "int64"})
    return table.sort_values(["g2", "term"], ascending=[False, True], ignore_index=True)


def _joined(target: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    a, b = (totals_of(table, "keyness") for table in (target, reference))
    table = a.merge(b, on="term", how="outer", suffixes=("_target", "_reference"), sort=True)
    return table.fillna({"n_target": 0, "n_reference": 0}).astype({"n_target": "int64", "n_reference": "int64"})


def _compared(table: pd.DataFrame, n_a: int, n_b: int, form: str) -> pd.DataFrame:
    a, b = table["n_target"].to_numpy(), table["n_reference"].to_numpy()
    if not (n_a and n_b):
        return table.assign(**dict.fromkeys(["g2", "p", "q", "log_ratio", "low", "high", "percent_diff"], np.nan))
    g2 = g2_two_cells(a, b, n_a, n_b) if form == "two-cell" else g2_four_cells(a, b, n_a - a, n_b - b)
    ratio, low, high = log_ratio(a, b, n_a, n_b)
    with np.errstate(divide="ignore"):
        percent = 100 * ((a / n_a) / (b / n_b) - 1)
    p = chi2_p(g2)
    return table.assign(g2=g2, p=p, q=benjamini_hochberg(p), log_ratio=ratio, low=low, high=high, percent_diff=percent)
