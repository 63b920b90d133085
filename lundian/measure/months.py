"""Terms month by month, where articles have dates; the articles are the units that chance draws."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import words_of
from lundian.measure.dates import dated_articles, every_month
from lundian.measure.parts import each, in_parts
from lundian.measure.stats import Z95
from lundian.provenance import measured

TERM_COLUMNS = [
    "month", "term", "n", "n_words", "n_articles", "per_thousand", "low", "high", "p", "n_undated",
]  # fmt: skip


@measured
def terms_by_month(corpus: object, terms: Sequence[str], seed: int = 0, repeats: int = 1000) -> pd.DataFrame:
    """Follow how often terms are used, month by month.

    A month's rate is all occurrences over all words of its articles. Articles differ more than chance would have single words
    differ, so the counts are quasi-Poisson (McCullagh and Nelder 1989, Generalized Linear Models, section 6.2.3): the
    dispersion is Pearson's X² of the articles about their months' rates, over its degrees of freedom (articles less months), at
    least 1. The interval is Garwood's (1936, Biometrika 28, pp. 437-442) for the count over the dispersion, which is widened by
    the square of Student's t over its normal limit. p comes from dealing the articles out to the months anew: how often the
    months' X² about the common rate is as large (Davison and Hinkley 1997, p. 159).

    Parameters
    ----------
    corpus
        Its articles (date) and counts are used; no text. A date is "2024-03-05", "2024年3月", "2024/3", "20240305" or the like.
    terms
        The terms, in the order wanted.
    seed, repeats
        Of the permutations behind p.

    Returns
    -------
    pandas.DataFrame
        One row per term and month, from the first month with an article to the last: month ("2024-03"), term, n, n_words,
        n_articles (0 in a month without any: there the rate is NaN, not nought), per_thousand (of words), low, high (95 %; NaN
        where no month has two articles), p (of the term: whether all months have its rate; NaN with a single month or where no
        month has two articles), n_undated (articles without a month, which
        are left out). Empty where no article has a date.

    Raises
    ------
    LundianError
        `terms` is one string, or a column is missing.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> articles = pd.DataFrame({"article": ["a", "b"], "date": ["2024-01-05", "2024年3月"]})
    >>> counts = pd.DataFrame({"article": ["a", "b"], "paragraph": 1, "term": ["茶", "水"], "n": [2, 4]})
    >>> terms_by_month(SimpleNamespace(articles=articles, counts=counts), ["茶"])[["month", "per_thousand"]].to_numpy().tolist()
    [['2024-01', 1000.0], ['2024-02', nan], ['2024-03', 0.0]]
    """
    if isinstance(terms, str):
        raise LundianError(f"terms_by_month takes a list of terms; write [{terms!r}].")
    dated, undated = dated_articles(corpus.articles, "terms_by_month")
    chosen = pd.DataFrame({"term": pd.array(list(dict.fromkeys(terms)), dtype="str")})
    used = (
        each(_used, corpus.counts, chosen=chosen).compute() if in_parts(corpus.counts) else _used(corpus.counts, chosen)
    )
    long = dated.merge(used, on="article")
    table = _rates(long, chosen["term"]).join(_differ(long, repeats, seed), on="term")
    return table.assign(n_undated=undated)[TERM_COLUMNS]


def _used(counts: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """Return how many words each article has, and how often it uses each of the chosen terms."""
    words = words_of(counts, ["article"], "terms_by_month")
    sizes = words.groupby("article", observed=True)["n"].sum().rename("n_words").reset_index()
    used = sizes.merge(chosen, how="cross").merge(words, on=["article", "term"], how="left")
    return used.fillna({"n": 0.0}).astype({"n_words": "float64"})


def _rates(long: pd.DataFrame, terms: pd.Series) -> pd.DataFrame:
    """Return the rate of each term and month, with interval and p."""
    from scipy.stats import chi2, t

    keys = ["month", "term"]
    made = long.groupby(keys, observed=True).agg(
        n=("n", "sum"), n_words=("n_words", "sum"), n_articles=("article", "size")
    )
    made["rate"] = made["n"] / made["n_words"]
    spread = _dispersion(long, made["rate"])
    index = pd.MultiIndex.from_product([terms, every_month(long["month"])], names=["term", "month"])
    table = made.reset_index().merge(index.to_frame(index=False), on=keys, how="right").join(spread, on="term")
    phi = table["phi"] * (t.ppf(0.975, table["freedom"]) / Z95) ** 2
    low, high = chi2.ppf(0.025, 2 * table["n"] / phi), chi2.ppf(0.975, 2 * table["n"] / phi + 2)
    per = 1000 * phi / 2 / table["n_words"]
    counts = ["n", "n_words", "n_articles"]
    table[counts] = table[counts].fillna(0).astype("int64")
    table = table.assign(per_thousand=1000 * table["rate"], low=per * low, high=per * high)
    return table.assign(low=table["low"].mask((table["n"] == 0) & table["high"].notna(), 0.0))


def _dispersion(long: pd.DataFrame, rate: pd.Series) -> pd.DataFrame:
    """Return of each term the dispersion of its articles about their months' rates, and its degrees of freedom."""
    expected = long.join(rate, on=["month", "term"])["rate"] * long["n_words"]
    within = _pearson(long["n"], expected).groupby(long["term"]).sum()
    freedom = float(long["article"].nunique() - long["month"].nunique()) or np.nan
    return pd.DataFrame({"phi": (within / freedom).clip(lower=1), "freedom": freedom})


def _differ(long: pd.DataFrame, repeats: int, seed: int) -> pd.Series:
    """Return of each term the p-value of its months having one rate: articles change places between months."""
    n = long.pivot_table(index="article", columns="term", values="n", aggfunc="sum", observed=True)
    each = long.drop_duplicates("article").set_index("article").loc[n.index]
    month, names = pd.factorize(each["month"], sort=True)
    if not 1 < len(names) < len(n):
        return pd.Series(np.nan, index=n.columns, name="p")
    random = np.random.default_rng(seed)
    values = np.column_stack([each["n_words"], n])
    rate = values[:, 1:].sum(axis=0) / values[:, 0].sum()

    def apart(order: np.ndarray) -> np.ndarray:
        words, *found = (np.bincount(month, column) for column in values[order].T)
        expected = words[:, None] * rate
        with np.errstate(invalid="ignore"):
            return np.nansum((np.column_stack(found) - expected) ** 2 / expected, axis=0)

    found = apart(np.arange(len(n)))
    # As extreme but for rounding is as extreme: sums over other orders differ in their last digits.
    extreme = sum(apart(random.permutation(len(n))) >= found * (1 - 1e-9) for _ in range(repeats))
    return pd.Series((1 + extreme) / (1 + repeats), index=n.columns, name="p")


def _pearson(n: pd.Series, expected: pd.Series) -> pd.Series:
    return ((n - expected) ** 2 / expected.where(expected > 0)).fillna(0.0)
