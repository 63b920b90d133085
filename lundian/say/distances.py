"""Say which articles are alike and in what, and which are far apart."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ("aspect", "a", "b", "distance")
NAMES = {
    "terms": ("terms", "用词"),
    "concepts": ("concepts", "概念"),
    "tone": ("tone", "语气"),
    "rhetoric": ("rhetoric", "修辞"),
}

TEXTS = {
    "en": {
        "nothing": "There is too little to say: there are no two articles to compare.",
        "two": "{a} and {b} are apart by {rows}",
        "many": "In {near}, {a} and {b} are closest, {c} and {e} furthest apart",
        "row": "{d} in {measure}",
        "range": "Distances in {measure} run from {low} to {high}.",
        "chance": "Further apart than chance would put them in {names} (q < 0.05).",
        "none": "Nowhere further apart than chance would put them (q < 0.05).",
        "limit": "Distances are comparable within a measure only.",
        "pair": "Distance between {n} by measure (0 the same, 1 nothing in common); the dash, where drawn, is what chance gives.",
        "caption": "Distance between {n} by measure; dark is far. Comparable within a panel only.",
        "alt": "Heat maps of the distances between {n}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有两篇文章可比。",
        "two": "{a}与{b}的距离：{rows}",
        "many": "在{near}上，{a}与{b}最近，{c}与{e}最远",
        "row": "{measure}{d}",
        "range": "{measure}上的距离从{low}到{high}。",
        "chance": "{names}上的距离大于偶然所致（q < 0.05）。",
        "none": "没有哪种距离大于偶然所致（q < 0.05）。",
        "limit": "距离只能在同一种量度内比较。",
        "pair": "{n}在各种量度上的距离（0为相同，1为全无共同之处）；短线（如有）为偶然所致的距离。",
        "caption": "{n}之间的距离，按量度分列；深色为远。只能在同一图内比较。",
        "alt": "热力图，{n}之间的距离。{say}",
    },
}


def measure_name(key: str, language: str = "en") -> str:
    """Return what a measure of distance is called.

    >>> measure_name("tone", "zh")
    '语气'
    """
    return NAMES.get(key, (key, key))[phrase.LANGUAGES.index(language)]


def say_distances(table: pd.DataFrame, language: str = "en") -> str:
    """Return which articles are closest and furthest apart, and in what.

    Parameters
    ----------
    table
        One row per measure and pair of articles: aspect, a, b (articles), distance (0 to 1) and, where known, chance (the
        distance that chance alone would give), q.
    language
        "en" or "zh".
    """
    rows = pairs(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = [title_distances(table, language) + phrase.stop(language)]
    if not one_pair(rows):
        for key, own in rows.groupby("aspect", sort=False):
            low, high = (phrase.number(x) for x in (own["distance"].min(), own["distance"].max()))
            name = measure_name(key, language)
            parts.append(phrase.fill(TEXTS, language, "range", measure=name, low=low, high=high))
    if "q" in rows.columns:
        sure = list(dict.fromkeys(rows.loc[rows["q"] < 0.05, "aspect"]))
        names = phrase.listing([measure_name(key, language) for key in sure], language) if sure else ""
        parts.append(phrase.fill(TEXTS, language, "chance" if sure else "none", names=names))
    return phrase.join([*parts, phrase.fill(TEXTS, language, "limit")], language)


def title_distances(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = pairs(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    first = rows[rows["aspect"] == rows["aspect"].iloc[0]]
    near, far = first.loc[first["distance"].idxmin()], first.loc[first["distance"].idxmax()]
    names = {"a": near["a"], "b": near["b"], "c": far["a"], "e": far["b"]}
    listed = [
        phrase.fill(TEXTS, language, "row", measure=measure_name(row.aspect, language), d=phrase.number(row.distance))
        for row in rows.itertuples()
    ]
    text = phrase.fill(
        TEXTS,
        language,
        "two" if one_pair(rows) else "many",
        near=measure_name(first["aspect"].iloc[0], language),
        rows=phrase.listing(listed[:6], language),
        **{key: phrase.article(slug) for key, slug in names.items()},
    )
    return phrase.sentence(text) if language == "en" else text


def one_pair(rows: pd.DataFrame) -> bool:
    """Tell whether only two articles are compared."""
    return len(rows.drop_duplicates(["a", "b"])) == 1


def caption_distances(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "pair" if one_pair(pairs(table)) else "caption", n=_articles(table, language))


def alt_distances(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", n=_articles(table, language), say=say_distances(table, language))


def pairs(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of two different articles, each pair once."""
    rows = phrase.has(table, COLUMNS, "say_distances")
    rows = rows[rows["a"] != rows["b"]]
    one = rows["a"].where(rows["a"] < rows["b"], rows["b"])
    two = rows["b"].where(rows["a"] < rows["b"], rows["a"])
    return rows.assign(a=one, b=two).drop_duplicates(["aspect", "a", "b"])


def _articles(table: pd.DataFrame, language: str) -> str:
    rows = pairs(table)
    return phrase.count(len({*rows["a"], *rows["b"]}), "article", language)
