"""Say how the tone of articles moves from month to month, and whether chance would do as much."""

import pandas as pd

from lundian.say import months, phrase

COLUMNS = ("month", "tone", "low", "high", "n_articles", "p", "n_undated")
TEXTS = {
    "en": {
        "silent": "There is too little to say: no dated article has evidence of tone.",
        "rise": "Tone rises from {low} in {at_low} to {high} in {at_high}",
        "fall": "Tone falls from {high} in {at_high} to {low} in {at_low}",
        "unclear": "Tone stays between {low} ({at_low}) and {high} ({at_high}), which may be chance",
        "flat": "Tone is {low} in every month",
        "one": "Tone is {low} in {at_low}, the only month with evidence",
        "ends": "The lowest is {low}{low_span}, the highest {high}{high_span}.",
        "caption": "Mean tone of each month's articles, from −1 to +1, with 95 % intervals (articles are the units); a month "
        "without an article is a gap. {n} in {m}.",
        "alt": "Line chart of tone over {m}. {say}",
    },
    "zh": {
        "silent": "可说的太少：有日期的文章都没有语气证据。",
        "rise": "语气由{at_low}的{low}升到{at_high}的{high}",
        "fall": "语气由{at_high}的{high}降到{at_low}的{low}",
        "unclear": "语气在{low}（{at_low}）与{high}（{at_high}）之间，可能出于偶然",
        "flat": "各月语气都是{low}",
        "one": "只有{at_low}有语气证据，为{low}",
        "ends": "最低为{low}{low_span}，最高为{high}{high_span}。",
        "caption": "各月文章语气的均值，从−1到+1，附95%区间（以文章为单位）；没有文章的月份留空。共{m}、{n}。",
        "alt": "折线图，{m}的语气。{say}",
    },
}


def say_tone_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return the lowest and the highest month, whether the months differ beyond chance, and what that rests on.

    Parameters
    ----------
    table
        One row per month, as `tone_by_month` gives it: month, tone, low, high, n_articles, p, n_undated.
    language
        "en" or "zh".
    """
    title, known = title_tone_by_month(table, language), _known(table)
    if known.empty:
        return title
    parts = [title + phrase.stop(language)]
    if len(known) > 1:
        low, high, _ = months.ends(known, "tone")
        spans = {f"{key}_span": _span(row, language) for key, row in (("low", low), ("high", high))}
        values = {key: phrase.number(row["tone"], sign=True) for key, row in (("low", low), ("high", high))}
        parts.append(phrase.fill(TEXTS, language, "ends", **values, **spans))
        parts.append(months.verdict(known["p"].iloc[0], language))
    return phrase.join([*parts, *months.basis(table, language)], language)


def title_tone_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    known = _known(table)
    if known.empty:
        return phrase.fill(TEXTS, language, "silent") if len(table) else phrase.fill(months.TEXTS, language, "nothing")
    low, high, key = months.ends(known, "tone")
    if key in ("rise", "fall") and not known["p"].iloc[0] < 0.05:
        key = "unclear"
    values = {"low": phrase.number(low["tone"], sign=True), "high": phrase.number(high["tone"], sign=True)}
    at = {"at_low": months.name(low["month"], language), "at_high": months.name(high["month"], language)}
    return phrase.fill(TEXTS, language, key, **values, **at)


def caption_tone_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    n = phrase.count(_known(table)["n_articles"].sum(), "article", language)
    return phrase.fill(TEXTS, language, "caption", n=n, m=phrase.count(len(table), "month", language))


def alt_tone_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    m = phrase.count(len(table), "month", language)
    return phrase.fill(TEXTS, language, "alt", m=m, say=say_tone_by_month(table, language))


def _known(table: pd.DataFrame) -> pd.DataFrame:
    if missing := [name for name in COLUMNS if name not in table.columns]:
        phrase.has(table, missing, "say_tone_by_month")
    return table.dropna(subset=["tone"]).reset_index(drop=True)


def _span(row: pd.Series, language: str) -> str:
    if pd.isna(row["low"]):
        return ""
    text = phrase.span(row["low"], row["high"], language)
    return f"（{text}）" if language == "zh" else f" ({text})"
