"""Say how far scorers put an article's paragraphs in the same order."""

import pandas as pd

from lundian.say import phrase
from lundian.say.evaluation import name

COLUMNS = ["article", "paragraph", "scorer", "rank"]
TEXTS = {
    "en": {
        "nothing": "There is too little to say: no two scorers have scored the same paragraphs.",
        "pair": "{a} and {b} {rho}",
        "row": "rank correlation over {n}: {pairs}",
        "disagree": "They differ most over {where}, ranked from {low} to {high} (0 lowest, 1 highest).",
        "caption": "Each paragraph's rank in its article by each scorer: 0 the lowest, 1 the highest.",
        "alt": "Dot charts of paragraphs' ranks by several scorers. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有两种打分打过相同的段落。",
        "pair": "{a}与{b}为{rho}",
        "row": "{n}上的等级相关：{pairs}",
        "disagree": "分歧最大的是{where}，名次从{low}到{high}（0最低，1最高）。",
        "caption": "每段在其文章中的名次，按各种打分：0最低，1最高。",
        "alt": "点图，各种打分下段落的名次。{say}",
    },
}


def say_scorer_ranks(table: pd.DataFrame, language: str = "en") -> str:
    """Return the rank correlation of each two scorers, article by article, and the paragraph that they differ over most.

    Parameters
    ----------
    table
        As `scorer_ranks` gives it: article, paragraph, scorer, rank.
    language
        "en" or "zh".
    """
    rows = used(table)
    parts = phrase.per_article(rows, language, lambda own: _row(own, language) + _widest(own, language))
    return phrase.join(map(phrase.sentence, parts), language) or phrase.fill(TEXTS, language, "nothing")


def title_scorer_ranks(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding, a line for each article, for a figure's title."""
    parts = phrase.per_article(used(table), language, lambda own: _row(own, language, most=1))
    return phrase.headline([phrase.sentence(part) for part in parts], language) or phrase.fill(
        TEXTS, language, "nothing"
    )


def caption_scorer_ranks(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_scorer_ranks(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_scorer_ranks(table, language))


def used(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of articles that two scorers or more have scored."""
    rows = phrase.has(table, COLUMNS, "say_scorer_ranks")
    return rows[rows.groupby("article")["scorer"].transform("nunique") > 1]


def _row(rows: pd.DataFrame, language: str, most: int = 3) -> str:
    from lundian.measure.validation import scorer_agreement

    pairs = [
        phrase.fill(
            TEXTS,
            language,
            "pair",
            a=name(row.scorer_a, language),
            b=name(row.scorer_b, language),
            rho=phrase.number(row.spearman, sign=True),
        )
        for row in scorer_agreement(rows).itertuples()
    ][:most]
    n = phrase.count(rows["paragraph"].nunique(), "paragraph", language)
    return phrase.fill(TEXTS, language, "row", pairs="; ".join(pairs) if language == "en" else "；".join(pairs), n=n)


def _widest(rows: pd.DataFrame, language: str) -> str:
    spans = rows.groupby("paragraph")["rank"].agg(["min", "max"])
    row = spans.loc[(spans["max"] - spans["min"]).idxmax()]
    where = phrase.paragraphs([row.name], language)
    low, high = phrase.number(row["min"]), phrase.number(row["max"])
    said = phrase.fill(TEXTS, language, "disagree", where=where, low=low, high=high)
    return phrase.stop(language) + (" " if language == "en" else "") + said
