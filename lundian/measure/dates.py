"""Dates as articles have them, in many forms, to months."""

import re
import unicodedata

import pandas as pd

from lundian.measure.base import need

_CHINESE = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DATE = re.compile(
    r"(?<!\d)(1[89]\d\d|20\d\d)(?:\s*[-/.年]\s*(1[0-2]|0?[1-9])(?!\d)|(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))"
)


def month_of(date: object) -> str | None:
    """Return the month of a date as "2024-03", or None where the date names no month.

    >>> [month_of(date) for date in ("2024-03-05", "2024年3月", "2024/3", "20240305", "二〇二四年十二月", "2024", "")]
    ['2024-03', '2024-03', '2024-03', '2024-03', '2024-12', None, None]
    """
    text = unicodedata.normalize("NFKC", str(date)).translate(_CHINESE)
    text = re.sub(r"十(?=[\d])", "1", text).replace("十月", "10月")
    found = _DATE.search(text)
    return f"{found[1]}-{int(found[2] or found[3]):02d}" if found else None


def dated_articles(articles: pd.DataFrame, who: str) -> tuple[pd.DataFrame, int]:
    """Return article and month of the articles that have one, and how many have none."""
    table = need(articles, ["article", "date"], who)[["article"]]
    table = table.assign(month=pd.array([month_of(date) for date in articles["date"]], dtype="str"))
    known = table.dropna(subset=["month"])
    return known, len(table) - len(known)


def every_month(months: pd.Series) -> list[str]:
    """Return the months from the first to the last, also those without an article."""
    if months.empty:
        return []
    return pd.period_range(months.min(), months.max(), freq="M").strftime("%Y-%m").tolist()
