"""Say how many paragraphs SnowNLP puts at the end of its scale, and whether length puts them there."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ["n_chars", "tone_snownlp", "tone_snownlp_logodds"]
EDGE = 0.01  # nearer than this to 0 or 1 is the end of the scale
TEXTS = {
    "en": {
        "nothing": "There is too little to say: no paragraph has a score by SnowNLP.",
        "title": "SnowNLP puts {part} within 0.01 of an end of its scale, {high} of them at the top",
        "top": "SnowNLP puts {part} within 0.01 of the top of its scale",
        "length": "Length goes with distance from the middle at Spearman {rho}; per known word the scores run only "
        "from {span}.",
        "caption": "Each point is a paragraph. Above: SnowNLP's probability. "
        "Below: its log-odds per known word, free of length.",
        "alt": "Two scatter plots of SnowNLP's score against the paragraph's length. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有段落有SnowNLP的分数。",
        "title": "SnowNLP把{part}放到了距刻度两端不到0.01处，其中{high}段在最高端",
        "top": "SnowNLP把{part}放到了距最高分不到0.01处",
        "length": "段落长度与离中点距离的斯皮尔曼相关为{rho}；按每个已知词计，分数只在{span}之间。",
        "caption": "每点为一段。上：SnowNLP的概率。下：每个已知词的对数几率，不随长度而变。",
        "alt": "两幅散点图，SnowNLP的分数与段落长度。{say}",
    },
}


def say_saturation(table: pd.DataFrame, language: str = "en") -> str:
    """Return how many scores are at an end, and how that goes with length.

    Parameters
    ----------
    table
        One row per paragraph: n_chars, tone_snownlp, tone_snownlp_logodds.
    language
        "en" or "zh".
    """
    rows = phrase.has(table, COLUMNS, "say_saturation")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    extreme = (rows["tone_snownlp"] - 0.5).abs()
    varies = min(extreme.nunique(), rows["n_chars"].nunique()) > 1
    rho = phrase.number(extreme.rank().corr(rows["n_chars"].rank()), sign=True) if varies else "?"
    span = phrase.span(rows["tone_snownlp_logodds"].min(), rows["tone_snownlp_logodds"].max(), language)
    length = phrase.fill(TEXTS, language, "length", rho=rho, span=span)
    return phrase.join([title_saturation(table, language) + phrase.stop(language), length], language)


def title_saturation(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = phrase.has(table, COLUMNS, "say_saturation")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    high, low = (rows["tone_snownlp"] > 1 - EDGE).sum(), (rows["tone_snownlp"] < EDGE).sum()
    part = phrase.part_of(int(high + low), len(rows), language)
    if high and not low:
        return phrase.fill(TEXTS, language, "top", part=part)
    return phrase.fill(TEXTS, language, "title", part=part, high=int(high))


def caption_saturation(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_saturation(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_saturation(table, language))
