"""What sentences about months share: their names, the articles behind them, and which are the lowest and the highest."""

import pandas as pd

from lundian.say import phrase

_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TEXTS = {
    "en": {
        "nothing": "There is too little to say: no article has a date that names a month.",
        "basis": "{articles} in {months}, from {first} to {last}.",
        "only": "{articles}, all of {first}.",
        "gaps": "No article is there for {n}.",
        "undated": "Left out, for want of a date with a month: {n}.",
        "differ": "The months differ more than chance would have them ({p}).",
        "alike": "Differences between months may be chance ({p}).",
        "unsure": "No month has two articles, so nothing can be said about chance.",
    },
    "zh": {
        "nothing": "可说的太少：没有一篇文章的日期写明了月份。",
        "basis": "共{articles}，分布在{months}，自{first}至{last}。",
        "only": "共{articles}，都在{first}。",
        "gaps": "其间有{n}没有文章。",
        "undated": "另有{n}没有写明月份的日期，未计入。",
        "differ": "各月之差超出偶然（{p}）。",
        "alike": "各月之差可能出于偶然（{p}）。",
        "unsure": "没有一个月有两篇文章，无从判断是否偶然。",
    },
}


def name(month: str, language: str = "en") -> str:
    """Return what a month is called.

    >>> name("2024-03"), name("2024-03", "zh")
    ('March 2024', '2024年3月')
    """
    year, number = month.split("-")
    return f"{year}年{int(number)}月" if language == "zh" else f"{_NAMES[int(number) - 1]} {year}"


def basis(rows: pd.DataFrame, language: str) -> list[str]:
    """Return how many articles the months rest on, how many months have none, and how many articles have no date.

    `rows` has one row per month: month, n_articles, n_undated.
    """
    known, parts = rows[rows["n_articles"] > 0], []
    if len(known):
        values = {
            "articles": phrase.count(known["n_articles"].sum(), "article", language),
            "months": phrase.count(len(known), "month", language),
            "first": name(known["month"].min(), language),
            "last": name(known["month"].max(), language),
        }
        parts.append(phrase.fill(TEXTS, language, "basis" if len(known) > 1 else "only", **values))
    if gaps := len(rows) - len(known):
        parts.append(phrase.fill(TEXTS, language, "gaps", n=phrase.count(gaps, "month", language)))
    if undated := int(rows["n_undated"].max()):
        parts.append(phrase.fill(TEXTS, language, "undated", n=phrase.count(undated, "article", language)))
    return parts


def verdict(p: float, language: str) -> str:
    """Return whether the months differ, or why that can't be said."""
    key = "unsure" if pd.isna(p) else "differ" if p < 0.05 else "alike"
    return phrase.fill(TEXTS, language, key, p="" if pd.isna(p) else phrase.p_value(p))


def ends(rows: pd.DataFrame, column: str) -> tuple[pd.Series, pd.Series, str]:
    """Return the lowest and the highest month, the earlier of equals, and "rise", "fall", "flat" or "one"."""
    known = rows.dropna(subset=[column]).sort_values("month").reset_index(drop=True)
    low, high = known.loc[known[column].idxmin()], known.loc[known[column].idxmax()]
    if len(known) == 1:
        return low, high, "one"
    if low[column] == high[column]:
        return low, high, "flat"
    return low, high, "rise" if low["month"] < high["month"] else "fall"
