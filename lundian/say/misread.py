"""Say which paragraphs the lexicon scorer reads otherwise than the labels, and through which words."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ["article", "paragraph", "rank_label", "rank_tone", "gap", "terms"]
TEXTS = {
    "en": {
        "nothing": "There is too little to say: no labelled paragraph.",
        "title": "Furthest off is {where}: read too {way}, most of all through {terms}",
        "plain": "Furthest off is {where}: read too {way}, without a word of tone in it",
        "none": "Every paragraph stands where the labels put it",
        "up": "favourably",
        "down": "critically",
        "half": "Half of the paragraphs stand within {half} of their place by the labels (0 lowest, 1 highest).",
        "next": "Next come {list}.",
        "caption": "Each paragraph's rank in its article by the labels and by the lexicon scorer; on the line they agree. "
        "Named: the furthest off, with the words that weigh most.",
        "alt": "Scatter plot of ranks by labels and by the lexicon scorer. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有已标注的段落。",
        "title": "偏离最大的是{where}：读得过于{way}，主要由于{terms}",
        "plain": "偏离最大的是{where}：读得过于{way}，其中没有带语气的词",
        "none": "每一段都在标注所定的位置上",
        "up": "褒义",
        "down": "贬义",
        "half": "半数段落与标注所定位置相差不到{half}（0最低，1最高）。",
        "next": "其次是{list}。",
        "caption": "每段在其文章中的名次，按标注与按词典打分；线上为一致。标出偏离最大的各段及分量最重的词。",
        "alt": "散点图，按标注与按词典打分的名次。{say}",
    },
}


def say_misread(table: pd.DataFrame, language: str = "en") -> str:
    """Return the paragraph that is furthest off with its words, how far off the median is, and the next ones.

    Parameters
    ----------
    table
        As `misread` gives it: article, paragraph, rank_label, rank_tone, gap, terms.
    language
        "en" or "zh".
    """
    rows = worst(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    half = phrase.fill(TEXTS, language, "half", half=phrase.number(rows["gap"].abs().median()))
    off = rows[rows["gap"] != 0].iloc[1:4]
    listed = phrase.listing([_where(row, rows, language) for _, row in off.iterrows()], language)
    later = phrase.fill(TEXTS, language, "next", list=listed) if len(off) else ""
    return phrase.join([title_misread(table, language) + phrase.stop(language), later, half], language)


def title_misread(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = worst(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    row = rows.iloc[0]
    if row["gap"] == 0:
        return phrase.fill(TEXTS, language, "none")
    way = phrase.fill(TEXTS, language, "up" if row["gap"] > 0 else "down")
    key = "title" if row["terms"] else "plain"
    return phrase.fill(TEXTS, language, key, where=_where(row, rows, language), way=way, terms=row["terms"])


def caption_misread(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_misread(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_misread(table, language))


def worst(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows, the furthest off first."""
    rows = phrase.has(table, COLUMNS, "say_misread")
    return rows.sort_values("gap", key=abs, ascending=False, kind="stable", ignore_index=True)


def _where(row: pd.Series, rows: pd.DataFrame, language: str) -> str:
    name = phrase.paragraphs([row["paragraph"]], language)
    return f"{phrase.article(row['article'])} {name}" if len(phrase.articles_of(rows)) > 1 else name
