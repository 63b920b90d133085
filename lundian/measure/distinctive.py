"""Which terms set a text apart from general Chinese."""

from functools import cache

import numpy as np
import pandas as pd

from lundian.measure.frequency import term_frequency
from lundian.provenance import measured

IN, SIMPLIFIED, NOT_IN = "in reference", "in reference, in simplified form", "not in reference"


@measured
def distinctive(counts: pd.DataFrame, by: str | None = "article", min_n: int = 1) -> pd.DataFrame:
    """Compare how often each term occurs with how often it does in general Chinese.

    General Chinese is wordfreq's list (Speer 2022, version 3: Wikipedia, subtitles, news, books, web, Twitter, Reddit; up to
    2021). It gives rounded proportions and no corpus size, so there is a log ratio (Hardie 2014) and neither G² nor p. A term
    that it doesn't list is not in reference; its frequency is never composed of its parts.

    Parameters
    ----------
    counts, by
        As for `term_frequency`.
    min_n
        Leave out terms that occur less often in the document.

    Returns
    -------
    pandas.DataFrame
        One row per document and term, most distinctive first (by low: a single occurrence of a rare word is weak evidence)
        and terms that aren't listed last (most frequent first): the document's key columns, term, n, per_thousand,
        reference_per_thousand (NaN where not listed), log_ratio (binary; 1 is twice as frequent as in general; NaN where not
        listed), low, high (95 %, Poisson, of the text's count alone: the reference's own error is unknown), status ("in
        reference", "in reference, in simplified form", "not in reference").
    """
    table = term_frequency(counts, by).drop(columns="rank")
    table = table[table["n"] >= min_n].reset_index(drop=True)
    terms = table["term"].unique()
    looked_up = pd.DataFrame([reference(term) for term in terms], index=terms, columns=["reference", "status"])
    rate = table["term"].map(looked_up["reference"]).astype(float)
    table["reference_per_thousand"] = 1000 * rate
    table["log_ratio"] = np.log2(table["per_thousand"] / table["reference_per_thousand"])
    low, high = _poisson(table["n"].to_numpy())
    table["low"] = table["log_ratio"] + np.log2(low / table["n"])
    table["high"] = table["log_ratio"] + np.log2(high / table["n"])
    table["status"] = pd.array(table["term"].map(looked_up["status"]), dtype="str")
    keys = list(table.columns[: table.columns.get_loc("term")])
    order = [*keys, "low", "n", "term"]
    ascending = [True] * len(keys) + [False, False, True]
    return table.sort_values(order, ascending=ascending, na_position="last", ignore_index=True)


def _poisson(n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the exact 95 % interval of a Poisson mean of which `n` were counted (Garwood 1936, Biometrika 28)."""
    from scipy.special import gammaincinv

    return gammaincinv(n, 0.025), gammaincinv(n + 1, 0.975)


def reference(term: str) -> tuple[float, str]:
    """Return the proportion of a term in general Chinese (NaN where it isn't listed), and in which form it is listed."""
    known = _general_chinese()
    for form, status in ((term.casefold(), IN), (_simplified(term).casefold(), SIMPLIFIED)):
        if form in known:
            return known[form], status
    return np.nan, NOT_IN


@cache
def _general_chinese() -> dict[str, float]:
    # The dictionary itself: wordfreq's word_frequency would cut a term that it doesn't know into known ones.
    from wordfreq import get_frequency_dict

    return get_frequency_dict("zh", "best")


@cache
def _converter() -> object:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(term: str) -> str:
    return term if term.isascii() else _converter().convert(term)
