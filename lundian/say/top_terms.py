"""Say which terms an article uses most, and whether their order could be chance."""

import pandas as pd

from lundian.say import phrase

_MANY = 3

TEXTS = {
    "en": {
        "nothing": "There is too little to say: the table holds no terms.",
        "title": "{first} is used most, {times}",
        "tied": "{first} are used most, {times} each",
        "next": "{second} follows with {n}",
        "several": "Used most: {parts}",
        "same": "{first} is used most in each article",
        "part": "{first} in {article}",
        "where": "In {article}: ",
        "rate": "That is {rate} per thousand terms.",
        "clear": "So large a lead would be rare if both were equally likely ({p}).",
        "unclear": "Their order could be chance ({p}).",
        "caption": "The {shown} used most in each article: occurrences, and behind them the number per thousand terms.",
        "alt": "Bar chart of the {shown} used most. {say}",
    },
    "zh": {
        "nothing": "可说的太少：表中没有词。",
        "title": "{first}用得最多，共{times}",
        "tied": "{first}用得最多，各{times}",
        "next": "其次是{second}，{n}次",
        "several": "用得最多的词：{parts}",
        "same": "各篇用得最多的都是{first}",
        "part": "{article}为{first}",
        "where": "{article}：",
        "rate": "即每千词{rate}次。",
        "clear": "若两词机会相等，这样大的差距很少见（{p}）。",
        "unclear": "二者的先后可能出于偶然（{p}）。",
        "caption": "各篇中用得最多的{shown}：出现次数，其后为每千词次数。",
        "alt": "条形图，列出用得最多的{shown}。{say}",
    },
}


def say_top_terms(table: pd.DataFrame, language: str = "en") -> str:
    """Return the terms used most, their rates, and whether the order of the first two could be chance.

    The p-value is that of a two-sided binomial test: were the two terms equally likely, so large a lead or a larger one.

    Parameters
    ----------
    table
        One row per term and article: article, term, n, per_thousand.
    language
        "en" or "zh".
    """
    rows = phrase.has(table, ["term", "n"], "say_top_terms")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    slugs = phrase.articles_of(rows)
    parts = [_one(phrase.one_article(rows, slug), language) for slug in slugs]
    if len(slugs) > 1:
        heads = [phrase.fill(TEXTS, language, "where", article=phrase.article(slug)) for slug in slugs]
        parts = [head + part for head, part in zip(heads, parts, strict=True)]
    return (" " if language == "en" else "").join(parts)


def title_top_terms(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = phrase.has(table, ["term", "n"], "title_top_terms")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    slugs = phrase.articles_of(rows)
    if len(slugs) == 1:
        return _lead(rows, language)
    leads = {slug: _ranked(phrase.one_article(rows, slug))["term"].iloc[0] for slug in slugs}
    if len(set(leads.values())) == 1:
        return phrase.fill(TEXTS, language, "same", first=phrase.term(leads[slugs[0]], language))
    parts = [
        phrase.fill(TEXTS, language, "part", first=phrase.term(first, language), article=phrase.article(slug))
        for slug, first in list(leads.items())[:_MANY]
    ]
    more = ["…"] if len(slugs) > _MANY else []
    return phrase.fill(TEXTS, language, "several", parts=phrase.listing([*parts, *more], language))


def caption_top_terms(table: pd.DataFrame, language: str = "en", n: int = 20) -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", shown=_shown(table, language, n))


def alt_top_terms(table: pd.DataFrame, language: str = "en", n: int = 20) -> str:
    """Return the figure in words, for who can't see it."""
    say = say_top_terms(table, language)
    return phrase.fill(TEXTS, language, "alt", shown=_shown(table, language, n), say=say)


def _shown(table: pd.DataFrame, language: str, n: int) -> str:
    return phrase.count(min(n, table["term"].nunique()), "term", language)


def _ranked(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sort_values(["n", "term"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _lead(rows: pd.DataFrame, language: str) -> str:
    ranked = _ranked(rows)
    top = ranked[ranked["n"] == ranked["n"].iloc[0]]
    words = phrase.terms(top["term"].head(_MANY), language) + ("…" if len(top) > _MANY else "")
    times = phrase.count(top["n"].iloc[0], "time", language)
    text = phrase.fill(TEXTS, language, "title" if len(top) == 1 else "tied", first=words, times=times)
    if len(top) == 1 and len(ranked) > 1:
        second = phrase.term(ranked["term"].iloc[1], language)
        joint = "; " if language == "en" else "；"
        text += joint + phrase.fill(TEXTS, language, "next", second=second, n=phrase.whole(ranked["n"].iloc[1]))
    return text


def _one(rows: pd.DataFrame, language: str) -> str:
    from scipy.stats import binomtest

    ranked = _ranked(rows)
    parts = [_lead(rows, language) + ("." if language == "en" else "。")]
    if "per_thousand" in ranked.columns:
        rate = phrase.number(ranked["per_thousand"].iloc[0], 1)
        parts.append(phrase.fill(TEXTS, language, "rate", rate=rate))
    if len(ranked) > 1 and ranked["n"].iloc[0] > ranked["n"].iloc[1]:
        first, second = (round(n) for n in ranked["n"].iloc[:2])
        p = binomtest(first, first + second).pvalue
        parts.append(phrase.fill(TEXTS, language, "clear" if p < 0.05 else "unclear", p=phrase.p_value(p)))
    return (" " if language == "en" else "").join(parts)
