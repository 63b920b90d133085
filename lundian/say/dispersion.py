"""Say which terms run through an article and which stay in one place."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "nothing": "There is too little to say: none of the terms occurs.",
        "one": "{wide} occurs in {part}",
        "title": "{wide} runs through {part}; {narrow} keeps to {where}",
        "even": "Each term occurs in {part}",
        "article": "{article}: {text}",
        "once": "Of one occurrence nothing can be said about spread: {names}.",
        "range": "{name} reaches from paragraph {a} to paragraph {b}.",
        "caption": "Where each of {n} occurs: a stroke for each paragraph that has it, darker where it occurs more often; "
        "at the right, in how many paragraphs.",
        "alt": "Strip chart of the paragraphs in which {n} occur. {say}",
    },
    "zh": {
        "nothing": "可说的太少：这些词一次也没有出现。",
        "one": "{wide}见于{part}",
        "title": "{wide}贯穿{part}；{narrow}只见于{where}",
        "even": "每个词都见于{part}",
        "article": "{article}：{text}",
        "once": "只出现一次的词无从谈分布：{names}。",
        "range": "{name}从第{a}段到第{b}段。",
        "caption": "{n}各出现在何处：有该词的段落各画一道，次数越多越深；右侧为出现的段落数。",
        "alt": "条带图，{n}出现的段落。{say}",
    },
}


def say_dispersion(table: pd.DataFrame, language: str = "en") -> str:
    """Return which term is spread widest, which stays in one place, and for which that can't be said.

    Parameters
    ----------
    table
        One row per term and paragraph in which it occurs: article, paragraph, term, n.
    language
        "en" or "zh".
    """
    stop, gap = (".", " ") if language == "en" else ("。", "")
    rows = _rows(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = []
    for slug in phrase.articles_of(rows):
        spread = _spread(phrase.one_article(rows, slug))
        parts.append(_named(slug, _finding(spread, language), rows, language) + stop)
        a, b = min(spread["places"].iloc[0]), max(spread["places"].iloc[0])
        name = phrase.term(spread.index[0], language)
        parts.append(phrase.fill(TEXTS, language, "range", name=name, a=a, b=b))
        if len(once := spread.index[spread["n"] == 1]):
            parts.append(phrase.fill(TEXTS, language, "once", names=phrase.terms(once[:5], language)))
    return gap.join(parts)


def title_dispersion(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    rows = _rows(table)
    slugs = phrase.articles_of(rows) if len(rows) else []
    found = [
        _named(slug, _finding(_spread(phrase.one_article(rows, slug)), language), rows, language) for slug in slugs
    ]
    return phrase.headline(found, language) or phrase.fill(TEXTS, language, "nothing")


def caption_dispersion(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", n=_count(table, language))


def alt_dispersion(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", n=_count(table, language), say=say_dispersion(table, language))


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in which a term occurs, with `m`, the last paragraph of the article that the table knows."""
    rows = phrase.has(table, ["paragraph", "term", "n"], "say_dispersion")
    last = (
        rows.groupby("article")["paragraph"].transform("max") if "article" in rows.columns else rows["paragraph"].max()
    )
    return rows.assign(m=last)[rows["n"] > 0]


def _count(table: pd.DataFrame, language: str) -> str:
    return phrase.count(_rows(table)["term"].nunique(), "term", language)


def _spread(rows: pd.DataFrame) -> pd.DataFrame:
    """Return n, number of paragraphs and the paragraphs of each term, the widest spread first."""
    found = rows.groupby("term").agg(n=("n", "sum"), k=("paragraph", "nunique"), places=("paragraph", list))
    found = found.assign(m=int(rows["m"].max())).reset_index()
    return found.sort_values(["k", "n", "term"], ascending=[False, False, True]).set_index("term")


def _finding(spread: pd.DataFrame, language: str) -> str:
    wide = spread.iloc[0]
    often = spread[spread["n"] > 1]
    narrow = often.iloc[-1] if len(often) else wide
    values = {"wide": phrase.term(spread.index[0], language), "part": phrase.part_of(wide["k"], wide["m"], language)}
    if narrow["k"] == wide["k"]:
        even = len(spread) > 1 and spread["k"].iloc[-1] == wide["k"]
        return phrase.fill(TEXTS, language, "even" if even else "one", **values)
    places = narrow["places"]
    where = phrase.paragraphs(places, language) if len(places) < 5 else phrase.count(len(places), "paragraph", language)
    return phrase.fill(TEXTS, language, "title", **values, narrow=phrase.term(narrow.name, language), where=where)


def _named(slug: str, text: str, rows: pd.DataFrame, language: str) -> str:
    if len(phrase.articles_of(rows)) < 2:
        return text
    return phrase.fill(TEXTS, language, "article", article=phrase.article(slug), text=text)
