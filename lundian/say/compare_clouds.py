"""Say what stands out in two word clouds that compare, each sized by the evidence for its own side."""

import pandas as pd

from lundian.say import phrase
from lundian.say.keyness import ranked, say_keyness, sides, title_keyness

TEXTS = {
    "en": {
        "caption": "Terms commoner in {target} (blue) and in {reference} (red), {n} in all; the larger, the stronger the "
        "evidence (G²) that its rate differs. Place means nothing.",
        "alt": "Two word clouds, {target} and {reference}. {say}",
    },
    "zh": {
        "caption": "{target}（蓝）与{reference}（红）中更常用的词，共{n}；字越大，使用率有别的证据（G²）越强。位置没有含义。",
        "alt": "两幅词云，{target}与{reference}。{say}",
    },
}


def say_compare_clouds(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the terms that mark each side, as `say_keyness` does."""
    return say_keyness(table, language, target=target, reference=reference)


def title_compare_clouds(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the finding in one line, for a figure's title."""
    return title_keyness(table, language, target=target, reference=reference)


def caption_compare_clouds(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return what is drawn and how to read it."""
    n = phrase.count(len(ranked(table)), "term", language)
    return phrase.fill(TEXTS, language, "caption", n=n, **sides(language, target, reference))


def alt_compare_clouds(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the figure in words, for who can't see it."""
    say = say_compare_clouds(table, language, target=target, reference=reference)
    return phrase.fill(TEXTS, language, "alt", say=say, **sides(language, target, reference))
