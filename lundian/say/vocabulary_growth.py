"""Say where an article brings in new words, and where it goes over old ground."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ("paragraph", "new", "old", "expected")

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no paragraph has words.",
        "both": "Paragraph {up} opens the most new ground for its length, paragraph {down} goes over old ground",
        "up": "Paragraph {up} opens the most new ground for its length",
        "down": "Paragraph {down} goes over old ground",
        "none": "New words come in as evenly as chance would have it",
        "more": "Paragraph {at} brings {new}, where {expected} were expected.",
        "rule": "Expected is what random order of the same words would bring; differences count from two standard deviations on.",
        "total": "In all {n}, half of them by paragraph {half}.",
        "caption": "New and old words of each paragraph; the dash is how many new ones a random order of the article's words "
        "would bring.",
        "alt": "Stacked bar chart of new and old words over {n}. {say}",
        "types": "{n} different words",
        "news": "{n} new",
    },
    "zh": {
        "nothing": "可说的太少：没有含词的段落。",
        "both": "就篇幅而言，第{up}段开拓新话题最多，第{down}段多是旧话",
        "up": "就篇幅而言，第{up}段开拓新话题最多",
        "down": "第{down}段多是旧话",
        "none": "新词的出现与随机次序无异",
        "more": "第{at}段有{new}，按随机次序应为{expected}个。",
        "rule": "预期值为同样的词随机排列时的新词数；相差两个标准差以上才算数。",
        "total": "全文{n}，到第{half}段已出现一半。",
        "caption": "各段的新词与旧词；横线为全文的词随机排列时应有的新词数。",
        "alt": "堆叠条形图，{n}的新词与旧词。{say}",
        "types": "{n}个不同的词",
        "news": "{n}个新词",
    },
}


def say_vocabulary_growth(table: pd.DataFrame, language: str = "en") -> str:
    """Return which paragraph brings the most new words beyond chance, and which the fewest.

    Parameters
    ----------
    table
        One row per paragraph: article, paragraph, new, old, expected (new types under random order).
    language
        "en" or "zh".
    """
    rows = phrase.has(table, COLUMNS, "say_vocabulary_growth")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = phrase.per_article(rows, language, lambda own: _one(own, language))
    return phrase.join([*parts, phrase.fill(TEXTS, language, "rule")], language)


def title_vocabulary_growth(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    rows = phrase.has(table, COLUMNS, "title_vocabulary_growth")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    return phrase.headline(phrase.per_article(rows, language, lambda own: _lead(own, language)), language)


def caption_vocabulary_growth(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    phrase.has(table, COLUMNS, "caption_vocabulary_growth")
    return phrase.fill(TEXTS, language, "caption")


def alt_vocabulary_growth(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(len(table), "paragraph", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_vocabulary_growth(table, language))


def _ends(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the paragraphs with the most and the fewest new words, if beyond two standard deviations.

    The variance of a count of new types is at most its expectation, so the square root is on the safe side.
    """
    surplus = (rows["new"] - rows["expected"]) / rows["expected"].clip(lower=1) ** 0.5
    found = {"up": (surplus.idxmax(), surplus.max() > 2), "down": (surplus.idxmin(), surplus.min() < -2)}
    return {key: rows.loc[place] for key, (place, clear) in found.items() if clear}


def _lead(rows: pd.DataFrame, language: str) -> str:
    ends = _ends(rows)
    key = "both" if len(ends) == 2 else next(iter(ends), "none")
    places = {key: int(row["paragraph"]) for key, row in ends.items()}
    return phrase.fill(TEXTS, language, key, **places)


def _one(rows: pd.DataFrame, language: str) -> str:
    parts = [_lead(rows, language) + phrase.stop(language)]
    for row in _ends(rows).values():
        new = phrase.fill(TEXTS, language, "news", n=phrase.whole(row["new"]))
        expected = phrase.number(row["expected"], 1)
        parts.append(phrase.fill(TEXTS, language, "more", at=int(row["paragraph"]), new=new, expected=expected))
    so_far = rows.sort_values("paragraph").set_index("paragraph")["new"].cumsum()
    if so_far.iloc[-1] > 0:
        half = int((so_far >= so_far.iloc[-1] / 2).idxmax())
        types = phrase.fill(TEXTS, language, "types", n=phrase.whole(so_far.iloc[-1]))
        parts.append(phrase.fill(TEXTS, language, "total", n=types, half=half))
    return phrase.join(parts, language)
