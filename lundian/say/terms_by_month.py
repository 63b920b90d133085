"""Say how the use of terms moves from month to month, and whether chance would do as much."""

import pandas as pd

from lundian.say import months, phrase

COLUMNS = ("month", "term", "n", "n_articles", "per_thousand", "low", "high", "p", "n_undated")
_MOST = 3  # terms that a title names

TEXTS = {
    "en": {
        "absent": "There is too little to say: no dated article has any of these terms.",
        "rise": "{term} rises from {low} per thousand words in {at_low} to {high} in {at_high}",
        "fall": "{term} falls from {high} per thousand words in {at_high} to {low} in {at_low}",
        "unclear": "{term} stays between {low} ({at_low}) and {high} ({at_high}) per thousand words, which may be chance",
        "flat": "{term} has {low} per thousand words in every month",
        "one": "{term} has {low} per thousand words in {at_low}, the only month with articles",
        "none": "No term's rate differs between months more than chance would have it",
        "never": "Never used: {names}.",
        "ends": "Its lowest month has {low}, its highest {high}.",
        "caption": "Occurrences of {terms} per thousand words in the articles of each month, with 95 % intervals (articles are "
        "the units); a month without an article is a gap.",
        "alt": "Line charts of {terms} over {m}. {say}",
    },
    "zh": {
        "absent": "可说的太少：有日期的文章里没有出现这些词。",
        "rise": "{term}由{at_low}的每千词{low}次升到{at_high}的{high}次",
        "fall": "{term}由{at_high}的每千词{high}次降到{at_low}的{low}次",
        "unclear": "{term}在每千词{low}次（{at_low}）与{high}次（{at_high}）之间，可能出于偶然",
        "flat": "{term}各月都是每千词{low}次",
        "one": "{term}在{at_low}每千词{low}次，只有这个月有文章",
        "none": "没有一个词各月的使用率之差超出偶然",
        "never": "没有出现：{names}。",
        "ends": "最低的月份为{low}，最高为{high}。",
        "caption": "{terms}在各月文章中每千词的次数，附95%区间（以文章为单位）；没有文章的月份留空。",
        "alt": "折线图，{terms}在{m}的使用率。{say}",
    },
}


def say_terms_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return each term's lowest and highest month, whether its months differ beyond chance, and what that rests on.

    Parameters
    ----------
    table
        One row per term and month, as `terms_by_month` gives it: month, term, n, n_articles, per_thousand, low, high, p,
        n_undated.
    language
        "en" or "zh".
    """
    used, never = used_terms(table)
    if not used:
        return title_terms_by_month(table, language)
    parts = [_one(table[table["term"] == term], language) for term in used]
    if never:
        parts.append(phrase.fill(TEXTS, language, "never", names=phrase.terms(never, language)))
    rows = table[table["term"] == used[0]]
    return phrase.join([*parts, *months.basis(rows, language)], language)


def title_terms_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding of the terms whose months differ, for a figure's title."""
    used, _ = used_terms(table)
    if not used:
        return phrase.fill(TEXTS, language, "absent") if len(table) else phrase.fill(months.TEXTS, language, "nothing")
    p = {term: table.loc[table["term"] == term, "p"].iloc[0] for term in used}
    clear = sorted((term for term in used if p[term] < 0.05), key=p.get)
    if len(used) > 1 and not clear and not any(map(pd.isna, p.values())):
        return phrase.fill(TEXTS, language, "none")
    shown = (clear or used)[:_MOST]
    return "\n".join(phrase.sentence(_lead(table[table["term"] == term], language)) for term in shown)


def caption_terms_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", terms=_terms(table, language))


def alt_terms_by_month(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    m = phrase.count(table["month"].nunique(), "month", language)
    return phrase.fill(
        TEXTS, language, "alt", terms=_terms(table, language), m=m, say=say_terms_by_month(table, language)
    )


def used_terms(table: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the terms that occur in some month, and those that never do, each in the table's order."""
    if missing := [name for name in COLUMNS if name not in table.columns]:
        phrase.has(table, missing, "say_terms_by_month")
    sums = table.groupby("term", sort=False)["n"].sum()
    return sums[sums > 0].index.tolist(), sums[sums == 0].index.tolist()


def _terms(table: pd.DataFrame, language: str) -> str:
    return phrase.count(len(used_terms(table)[0]), "term", language)


def _lead(rows: pd.DataFrame, language: str) -> str:
    low, high, key = months.ends(rows, "per_thousand")
    if key in ("rise", "fall") and not rows["p"].iloc[0] < 0.05:
        key = "unclear"
    values = {"low": phrase.number(low["per_thousand"], 1), "high": phrase.number(high["per_thousand"], 1)}
    at = {"at_low": months.name(low["month"], language), "at_high": months.name(high["month"], language)}
    return phrase.fill(TEXTS, language, key, term=phrase.term(rows["term"].iloc[0], language), **values, **at)


def _one(rows: pd.DataFrame, language: str) -> str:
    parts = [_lead(rows, language) + phrase.stop(language)]
    low, high, key = months.ends(rows, "per_thousand")
    if key in ("one", "flat"):
        return parts[0]
    if rows["high"].notna().any():
        spans = {end: _span(row, language) for end, row in (("low", low), ("high", high))}
        parts.append(phrase.fill(TEXTS, language, "ends", **spans))
    return phrase.join([*parts, months.verdict(rows["p"].iloc[0], language)], language)


def _span(row: pd.Series, language: str) -> str:
    value = phrase.number(row["per_thousand"], 1)
    text = phrase.span(row["low"], row["high"], language, 1, sign=False)
    return f"{value}（{text}）" if language == "zh" else f"{value} ({text})"
