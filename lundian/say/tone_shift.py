"""Say which words make one text's tone higher than another's."""

import pandas as pd

from lundian.say import phrase
from lundian.say.keyness import sides

OTHER = "(other)"

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no word with a tone is in either text.",
        "title": "{target} is {way} than {reference} by {total}, most of all through {names}",
        "even": "{target} and {reference} have the same tone; {names} weigh most",
        "way_up": "brighter",
        "way_down": "darker",
        "share": "The ten words that weigh most make up {share} of all that shifts, both ways together.",
        "against": "Against it: {names}.",
        "sure": "Of {n}, {k} with an interval that leaves out zero; chance alone would give about {c}.",
        "caption": "What each word adds to the difference in tone, {target} less {reference}; all of them together give the "
        "difference, {total}. {n} in all.",
        "alt": "Bar chart of the words that shift the tone, {target} against {reference}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：两篇都没有带语气的词。",
        "title": "{target}比{reference}{way}{total}，主要因为{names}",
        "even": "{target}与{reference}语气相同；影响最大的是{names}",
        "way_up": "明亮",
        "way_down": "灰暗",
        "share": "影响最大的十个词占全部移动（不分方向）的{share}。",
        "against": "反向的有{names}。",
        "sure": "{n}中有{k}个的区间不含零；单凭偶然也会有约{c}个。",
        "caption": "各词对语气之差（{target}减{reference}）的贡献；总和即差值{total}。共{n}。",
        "alt": "条形图，使语气移动的词，{target}与{reference}相比。{say}",
    },
}


def say_tone_shift(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return by how much the tones differ, and the words that weigh most for and against it.

    Parameters
    ----------
    table
        One row per word: term, shift (all of them sum to the difference in tone) and, where known, low, high. The term
        "(other)" is the rest that no word accounts for; it counts in the sum and is never named.
    language
        "en" or "zh".
    target, reference
        What the two texts are called.
    """
    rows = ranked(table)
    if words(rows).empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = [title_tone_shift(table, language, target=target, reference=reference) + phrase.stop(language)]
    total, rows = rows["shift"].sum(), words(rows)
    sizes = rows["shift"].abs()
    against = rows[rows["shift"] * total < 0]["term"].head(3)
    if len(against):
        parts.append(phrase.fill(TEXTS, language, "against", names=phrase.terms(against, language)))
    if {"low", "high"} <= set(rows.columns):
        sure = int(((rows["low"] > 0) | (rows["high"] < 0)).sum())
        parts.append(
            phrase.fill(
                TEXTS, language, "sure", k=sure, c=round(0.05 * len(rows)), n=phrase.count(len(rows), "term", language)
            )
        )
    if len(rows) > 10:
        parts.append(phrase.fill(TEXTS, language, "share", share=phrase.percent(sizes.head(10).sum() / sizes.sum())))
    return phrase.join(parts, language)


def title_tone_shift(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = ranked(table)
    if words(rows).empty:
        return phrase.fill(TEXTS, language, "nothing")
    total = rows["shift"].sum()
    even = abs(total) < 0.005
    main = words(rows) if even else words(rows)[words(rows)["shift"] * total > 0]
    text = phrase.fill(
        TEXTS,
        language,
        "even" if even else "title",
        way=phrase.fill(TEXTS, language, "way_up" if total > 0 else "way_down"),
        total=phrase.number(abs(total)),
        names=phrase.terms(main["term"].head(3), language),
        **sides(language, target, reference),
    )
    return phrase.sentence(text)


def caption_tone_shift(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return what is drawn and how to read it."""
    rows = ranked(table)
    values = {
        "total": phrase.number(rows["shift"].sum(), sign=True),
        "n": phrase.count(len(words(rows)), "term", language),
    }
    return phrase.fill(TEXTS, language, "caption", **values, **sides(language, target, reference))


def alt_tone_shift(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the figure in words, for who can't see it."""
    say = say_tone_shift(table, language, target=target, reference=reference)
    return phrase.fill(TEXTS, language, "alt", say=say, **sides(language, target, reference))


def words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are words, without the rest that no word accounts for."""
    return rows[rows["term"] != OTHER].reset_index(drop=True)


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Return the words that shift the tone, the heaviest first."""
    rows = phrase.has(table, ["term", "shift"], "say_tone_shift")
    rows = rows[rows["shift"] != 0].assign(size=rows["shift"].abs())
    return rows.sort_values(["size", "term"], ascending=[False, True], kind="stable").reset_index(drop=True)
