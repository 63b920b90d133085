"""Say which terms take the most room in a word cloud, and how much of the article they are."""

import pandas as pd

from lundian.say import phrase

_LARGEST = 3
WEIGHTS = ("weight", "n", "per_thousand")

TEXTS = {
    "en": {
        "nothing": "There is too little to say: the table holds no terms.",
        "title": "{names} take the most room",
        "one": "{names} takes the most room",
        "article": "{article}: {text}",
        "share": "The ten largest of {n} make up {share} of all that is drawn.",
        "caption": "Word cloud of {n}; the more often a term occurs, the larger it stands. Place and colour mean nothing.",
        "alt": "Word cloud of {n}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：表中没有词。",
        "title": "{names}最为醒目",
        "one": "{names}最为醒目",
        "article": "{article}：{text}",
        "share": "{n}中最大的十个占全部的{share}。",
        "caption": "{n}的词云：出现越多，字越大；位置与颜色没有含义。",
        "alt": "{n}的词云。{say}",
    },
}


def weight_column(table: pd.DataFrame) -> str:
    """Return the column that sizes the words: the first there is of weight, n, per_thousand."""
    from lundian.errors import LundianError

    for name in WEIGHTS:
        if name in table.columns:
            return name
    raise LundianError(f"A word cloud needs one of the columns {', '.join(WEIGHTS)}; the table has none of them.")


def say_word_cloud(table: pd.DataFrame, language: str = "en") -> str:
    """Return the terms that take the most room, and the share of the ten largest.

    Parameters
    ----------
    table
        One row per term (and article): term and one of weight, n, per_thousand.
    language
        "en" or "zh".
    """
    stop, gap = (".", " ") if language == "en" else ("。", "")
    rows = _rows(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = []
    for slug in phrase.articles_of(rows):
        own = _weights(phrase.one_article(rows, slug))
        text = _named(slug, _largest(own, language), rows, language) + stop
        if len(own) > 10:
            share = phrase.percent(own.head(10).sum() / own.sum())
            text += gap + phrase.fill(TEXTS, language, "share", share=share, n=phrase.count(len(own), "term", language))
        parts.append(text)
    return gap.join(parts)


def title_word_cloud(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    rows = _rows(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    slugs = phrase.articles_of(rows)
    found = {slug: _largest(_weights(phrase.one_article(rows, slug)), language) for slug in slugs}
    return phrase.headline([_named(slug, text, rows, language) for slug, text in found.items()], language)


def caption_word_cloud(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", n=phrase.count(_rows(table)["term"].nunique(), "term", language))


def alt_word_cloud(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(_rows(table)["term"].nunique(), "term", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_word_cloud(table, language))


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    column = weight_column(table)
    rows = phrase.has(table, ["term", column], "say_word_cloud")
    return rows[rows[column] > 0]


def _weights(rows: pd.DataFrame) -> pd.Series:
    column = weight_column(rows)
    sums = rows.groupby("term")[column].sum().reset_index()
    return sums.sort_values([column, "term"], ascending=[False, True]).set_index("term")[column]


def _largest(weights: pd.Series, language: str) -> str:
    names = phrase.terms(weights.index[:_LARGEST], language)
    return phrase.fill(TEXTS, language, "one" if len(weights) == 1 else "title", names=names)


def _named(slug: str, text: str, rows: pd.DataFrame, language: str) -> str:
    if len(phrase.articles_of(rows)) < 2:
        return text
    return phrase.fill(TEXTS, language, "article", article=phrase.article(slug), text=text)
