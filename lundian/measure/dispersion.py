"""How evenly a term is spread, so that a term that fills one paragraph isn't mistaken for a theme."""

from functools import partial

import numpy as np
import pandas as pd

from lundian.measure.base import NO_TEXT, PLACE, UNITS, choose, need, totals_of, with_note, words_of
from lundian.measure.parts import each, fold, in_parts
from lundian.provenance import measured
from lundian.words.word import is_word

COLUMNS = ["term", "n", "range", "n_parts", "dp", "dp_norm", "juilland_d"]


@measured
def dispersion(counts: pd.DataFrame, by: str | None = None) -> pd.DataFrame:
    """Measure how evenly each term is spread over paragraphs.

    The parts are paragraphs, weighed by their words. With v the share of the term's occurrences in a part and s the part's
    share of all words:

    - dp = Σ|v - s| / 2: Gries (2008), "Dispersions and adjusted frequencies in corpora", International Journal of Corpus
      Linguistics 13(4), p. 415. 0 is perfectly even, near 1 all in one small part.
    - dp_norm = dp / (1 - min s): Lijffijt and Gries (2012), same journal 17(1), p. 148; reaches 1 whatever the parts.
    - juilland_d = 1 - V / √(parts - 1), V the coefficient of variation (population form) of the term's rates in the parts:
      Juilland, Brodin and Davidovitch (1970), with rates because parts differ in size (Gries 2008, p. 407). 1 is perfectly
      even.

    Parameters
    ----------
    counts
        Term counts: article, paragraph, term, n.
    by
        None spreads a term over all paragraphs together, "article" over those of each article.

    Returns
    -------
    pandas.DataFrame
        One row per term (and article), most frequent first: (article,) term, n, range (parts that have it), n_parts, dp,
        dp_norm, juilland_d. With a single part dp is 0 and the other two are NaN: nothing can be said.

    Examples
    --------
    >>> counts = pd.DataFrame({"article": "a", "paragraph": [1, 2, 2], "term": ["茶", "茶", "水"], "n": [1, 1, 2]})
    >>> dispersion(counts).round(2)
      term  n  range  n_parts    dp  dp_norm  juilland_d
    0    水  2      1        2  0.25     0.33         0.0
    1    茶  2      2        2  0.25     0.33         0.5
    """
    keys = UNITS[choose(by, [None, "article"], "dispersion: by")]
    if in_parts(counts):
        return each(partial(dispersion, by=by), counts) if keys else _in_parts(counts)
    table = words_of(counts, PLACE, "dispersion")
    sums = _sums(_shares(table, *_whole(table, keys)), keys)
    return _dispersed(sums, keys)


def _in_parts(counts: object) -> pd.DataFrame:
    """Return the dispersion over all paragraphs of tables in parts: first their sizes, then each part's share."""
    sizes = fold(_size, _sizes, counts)
    totals = totals_of(counts, "dispersion").set_index("term")["n"]
    return _dispersed(fold(_shares_of_part, _added, counts, sizes=sizes, totals=totals), [])


def _size(counts: pd.DataFrame) -> pd.DataFrame:
    size = words_of(counts, PLACE, "dispersion").groupby(PLACE, observed=True)["n"].sum()
    return pd.DataFrame({"sum": [size.sum()], "min": [size.min()], "count": [len(size)]})


def _sizes(sizes: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({"sum": [sizes["sum"].sum()], "min": [sizes["min"].min()], "count": [sizes["count"].sum()]})


def _shares_of_part(counts: pd.DataFrame, sizes: pd.DataFrame, totals: pd.Series) -> pd.DataFrame:
    table = words_of(counts, PLACE, "dispersion")
    return _sums(_shares(table, sizes.take(np.zeros(len(table), int)), totals.reindex(table["term"]).to_numpy()), [])


def _added(sums: pd.DataFrame) -> pd.DataFrame:
    """Return the sums of several parts together."""
    same = ("smallest", "n_parts")
    return sums.groupby("term", as_index=False).agg(
        {name: "first" if name in same else "sum" for name in sums if name != "term"}
    )


def _dispersed(sums: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    k, smallest = sums["n_parts"], sums["smallest"]
    sums["dp"] = ((1 + sums["beyond"]) / 2).clip(0, 1)
    sums["dp_norm"] = (sums["dp"] / (1 - smallest).where(k > 1)).clip(0, 1)
    mean = sums["rate"] / k
    variance = (sums["rate2"] / k - mean**2).clip(lower=0)
    sums["juilland_d"] = (1 - np.sqrt(variance) / mean / np.sqrt((k - 1).where(k > 1))).clip(0, 1)
    order = [*keys, "n", "term"]
    sums = sums.sort_values(order, ascending=[True] * len(keys) + [False, True], ignore_index=True)
    return sums[[*keys, *COLUMNS]]


def _whole(table: pd.DataFrame, keys: list[str]) -> tuple[pd.DataFrame, pd.Series]:
    """Return of each row the size, the smallest part and the number of parts of its whole, and the term's n in the whole."""
    size = table.groupby(PLACE, observed=True)["n"].sum().rename("size").reset_index()
    if keys:
        whole = size.groupby(keys, observed=True)["size"].agg(["sum", "min", "count"]).reindex(table["article"])
    else:
        whole = _sizes(pd.DataFrame({"sum": size["size"], "min": size["size"], "count": 1}))
        whole = whole.take(np.zeros(len(table), int))
    return whole, table.groupby([*keys, "term"], observed=True)["n"].transform("sum")


def _shares(table: pd.DataFrame, whole: pd.DataFrame, total: pd.Series) -> pd.DataFrame:
    """Add what each occurrence in a part contributes to the sums; parts without the term contribute in closed form."""
    whole = whole.set_axis(table.index)
    size = table.groupby(PLACE, observed=True)["n"].transform("sum")
    v = table["n"] / total
    s = size / whole["sum"]
    rate = table["n"] / size
    # Σ|v - s| over all parts = 1 + Σ(|v - s| - s) over the parts that have the term, because all s sum to 1.
    return table.assign(
        beyond=(v - s).abs() - s, rate=rate, rate2=rate**2, smallest=whole["min"] / whole["sum"], n_parts=whole["count"]
    )


def _sums(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    grouped = table.groupby([*keys, "term"], observed=True)
    return grouped.agg(
        n=("n", "sum"),
        range=("n", "size"),
        beyond=("beyond", "sum"),
        rate=("rate", "sum"),
        rate2=("rate2", "sum"),
        smallest=("smallest", "first"),
        n_parts=("n_parts", "first"),
    ).reset_index()


@measured
def average_reduced_frequency(corpus: object, by: str | None = "article") -> pd.DataFrame:
    """Count each term with bunched occurrences taken as few.

    ARF = Σ min(distance, v) / v over the distances (in words) between neighbouring occurrences, the last one reaching round
    to the first, with v = words / n: Savický and Hlaváčová (2002), Journal of Quantitative Linguistics 9(3), pp. 215-231. An even
    term keeps its n; one that is all in one place has about 1.

    Parameters
    ----------
    corpus
        A corpus with text.
    by
        "article", or None for all articles one after the other.

    Returns
    -------
    pandas.DataFrame
        (article,) term, n, arf, highest arf first; empty, with the reason in `.attrs["note"]`, where there is no text.
    """
    keys = UNITS[choose(by, [None, "article"], "average_reduced_frequency: by")]
    tokens = need(corpus.tokens, ["article", "term"], "average_reduced_frequency")
    words = tokens.loc[[is_word(term) for term in tokens["term"]], ["article", "term"]].reset_index(drop=True)
    table = _arf(words, keys)
    return table if len(tokens) else with_note(table, NO_TEXT)


def _arf(words: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    words["at"] = words.groupby(keys).cumcount() if keys else np.arange(len(words))
    words["size"] = words.groupby(keys)["at"].transform("size") if keys else len(words)
    grouped = words.groupby([*keys, "term"])["at"]
    n = grouped.transform("size")
    around = words["size"] + grouped.transform("first") - grouped.transform("last")
    distance = grouped.diff().fillna(around)
    v = words["size"] / n
    words = words.assign(n=n, arf=np.minimum(distance, v) / v)
    table = words.groupby([*keys, "term"]).agg(n=("n", "first"), arf=("arf", "sum")).reset_index()
    order = [*keys, "arf", "term"]
    return table.sort_values(order, ascending=[True] * len(keys) + [False, True], ignore_index=True)
