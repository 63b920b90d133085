"""Say which concepts an article names, how widely, and which one stays in one place."""

import pandas as pd

from lundian.say import phrase

_CLUSTERED = 0.5  # a concept whose half falls into a single paragraph is called clustered

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no concept is named.",
        "title": "{first} is named most: {times}, in {where}",
        "several": "Named most: {parts}",
        "same": "{first} is named most in each article",
        "part": "{first} in {article}",
        "where": "In {article}: ",
        "second": "{second} follows with {n} in {k}.",
        "clustered": "{names} {verb} named mostly in one place: half or more of the mentions in a single paragraph.",
        "few": "Named fewer than three times, too little to place: {n} of {all}.",
        "caption": "How often each paragraph names each concept; the lines mark sections. {n} in {m}.",
        "alt": "Heat map of {n} by paragraph. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有提到任何概念。",
        "title": "{first}提得最多：{times}，见于{where}",
        "several": "提得最多的概念：{parts}",
        "same": "各篇提得最多的都是{first}",
        "part": "{article}为{first}",
        "where": "{article}：",
        "second": "其次是{second}，{n}次，见于{k}。",
        "clustered": "{names}{verb}集中在一处：至少一半的提及在同一段里。",
        "few": "{all}中有{n}个提及不足三次，难以定位。",
        "caption": "各段提到各概念的次数；虚线为小节分界。共{m}、{n}。",
        "alt": "热力图，{n}在各段的分布。{say}",
    },
}


def say_concepts(table: pd.DataFrame, language: str = "en") -> str:
    """Return the concepts named most, in how many paragraphs, and which are clustered.

    Parameters
    ----------
    table
        One row per concept and paragraph: article, paragraph, concept, n; rows with n 0 may be left out.
    language
        "en" or "zh".
    """
    rows = _rows(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    slugs, gap = phrase.articles_of(rows), " " if language == "en" else ""
    parts = []
    for slug in slugs:
        head = phrase.fill(TEXTS, language, "where", article=phrase.article(slug)) if len(slugs) > 1 else ""
        own = gap.join(_one(phrase.one_article(rows, slug), phrase.one_article(table, slug), language))
        parts.append(head + own if head else phrase.sentence(own))
    return gap.join(parts)


def title_concepts(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = _rows(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    slugs = phrase.articles_of(rows)
    if len(slugs) == 1:
        return phrase.sentence(_lead(rows, phrase.one_article(table, slugs[0]), language))
    firsts = {slug: _totals(phrase.one_article(rows, slug)).index[0] for slug in slugs}
    if len(set(firsts.values())) == 1:
        return phrase.sentence(phrase.fill(TEXTS, language, "same", first=phrase.concept(firsts[slugs[0]], language)))
    parts = [
        phrase.fill(TEXTS, language, "part", first=phrase.concept(firsts[slug], language), article=phrase.article(slug))
        for slug in slugs[:3]
    ]
    return phrase.fill(TEXTS, language, "several", parts=phrase.listing(parts + ["…"] * (len(slugs) > 3), language))


def caption_concepts(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    rows = _rows(table)
    length = sum(_length(phrase.one_article(table, slug)) for slug in phrase.articles_of(rows))
    m = phrase.count(length, "paragraph", language)
    n = phrase.count(rows["concept"].nunique(), "concept", language)
    return phrase.fill(TEXTS, language, "caption", n=n, m=m)


def alt_concepts(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(_rows(table)["concept"].nunique(), "concept", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_concepts(table, language))


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    rows = phrase.has(table, ["paragraph", "concept", "n"], "say_concepts")
    return rows[rows["n"] > 0]


def _length(table: pd.DataFrame) -> int:
    return int(table["paragraph"].max()) if len(table) else 0


def _totals(rows: pd.DataFrame) -> pd.DataFrame:
    """Return n, paragraphs and the largest paragraph of each concept, the most named first."""
    found = rows.groupby("concept").agg(n=("n", "sum"), k=("paragraph", "nunique"), most=("n", "max"))
    return found.reset_index().sort_values(["n", "concept"], ascending=[False, True]).set_index("concept")


def _lead(rows: pd.DataFrame, table: pd.DataFrame, language: str) -> str:
    totals = _totals(rows)
    first = totals.iloc[0]
    return phrase.fill(
        TEXTS,
        language,
        "title",
        first=phrase.concept(totals.index[0], language),
        times=phrase.count(first["n"], "time", language),
        where=phrase.part_of(first["k"], _length(table), language),
    )


def _one(rows: pd.DataFrame, table: pd.DataFrame, language: str) -> list[str]:
    totals = _totals(rows)
    parts = [_lead(rows, table, language) + ("." if language == "en" else "。")]
    if len(totals) > 1:
        second, k = totals.iloc[1], phrase.count(totals["k"].iloc[1], "paragraph", language)
        name = phrase.sentence(phrase.concept(totals.index[1], language))
        parts.append(phrase.fill(TEXTS, language, "second", second=name, n=phrase.whole(second["n"]), k=k))
    often = totals[totals["n"] >= 3]
    if len(clustered := often[often["most"] / often["n"] >= _CLUSTERED]):
        names = phrase.sentence(
            phrase.listing([phrase.concept(key, language) for key in clustered.index[:4]], language)
        )
        verb = ("is" if len(clustered) == 1 else "are") if language == "en" else ""
        parts.append(phrase.fill(TEXTS, language, "clustered", names=names, verb=verb))
    if few := len(totals) - len(often):
        kinds = phrase.count(len(totals), "concept", language)
        parts.append(phrase.fill(TEXTS, language, "few", n=few, all=kinds))
    return parts
