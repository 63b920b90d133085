"""Tone month by month, where articles have dates; the articles are the units that chance draws."""

import numpy as np
import pandas as pd

from lundian.measure.dates import dated_articles, every_month
from lundian.measure.parts import in_parts
from lundian.measure.tone import tone
from lundian.provenance import measured

COLUMNS = ["month", "tone", "low", "high", "n_articles", "p", "n_undated"]


@measured
def tone_by_month(corpus: object, scorer: str = "lexicon") -> pd.DataFrame:
    """Follow the tone of articles, month by month.

    A month's tone is the mean of its articles' tones. The interval is mean ± t · s / √m for m articles, with the spread s of
    articles about their month's mean taken from all months together and t with its degrees of freedom (articles less months);
    p is that of a one-way analysis of variance (Fisher 1925, Statistical Methods for Research Workers, chapter VII).

    Parameters
    ----------
    corpus
        Its articles (date), paragraphs, sentences and marks are used; no text.
    scorer
        As for `tone`.

    Returns
    -------
    pandas.DataFrame
        One row per month, from the first with an article to the last: month ("2024-03"), tone (NaN where no article has
        evidence), low, high (95 %; NaN where no month has two articles), n_articles (with evidence), p (whether all months
        have the same tone; the same in each row), n_undated (articles without a month, which are left out). Empty where no
        article has a date.

    Raises
    ------
    LundianError
        There is no such scorer, or a column is missing.

    Examples
    --------
    >>> import lundian as ld
    >>> texts = pd.DataFrame({"text": ["这是机会。", "这是困局。"], "date": ["2024-01", "2024-02"]})
    >>> tone_by_month(ld.extract(texts))["tone"].gt(0).tolist()
    [True, False]
    """
    dated, undated = dated_articles(corpus.articles, "tone_by_month")
    scored = tone(corpus, scorer=scorer, by="article")[["article", "tone"]]
    if in_parts(scored):
        scored = scored.compute()
    table = _means(dated.merge(scored, on="article", how="left"))
    if scorer != "snownlp_logodds":
        table[["low", "high"]] = table[["low", "high"]].clip(-1, 1)
    return table.assign(n_undated=undated)[COLUMNS]


def _means(each: pd.DataFrame) -> pd.DataFrame:
    """Return the mean tone of each month, with interval and p."""
    from scipy.stats import f, t

    known = each.dropna(subset=["tone"])
    groups = known.groupby("month", observed=True)["tone"]
    made = groups.agg(tone="mean", n_articles="size").reindex(every_month(each["month"])).rename_axis("month")
    months = int(made["tone"].notna().sum())
    among, freedom = months - 1, len(known) - months
    within = float(((known["tone"] - groups.transform("mean")) ** 2).sum())
    between = float((made["n_articles"] * (made["tone"] - known["tone"].mean()) ** 2).sum())
    variance = within / freedom if freedom > 0 else np.nan
    half = t.ppf(0.975, freedom) * np.sqrt(variance / made["n_articles"]) if freedom > 0 else np.nan
    p = (
        float(f.sf(between / among / variance, among, freedom))
        if among > 0 and freedom > 0 and variance > 0
        else np.nan
    )
    made = made.assign(low=made["tone"] - half, high=made["tone"] + half, p=p)
    made["n_articles"] = made["n_articles"].fillna(0).astype("int64")
    return made.reset_index().astype({"month": "str"})
