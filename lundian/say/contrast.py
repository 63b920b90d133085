"""Say how two texts differ term by term, and how much they share."""

import pandas as pd

from lundian.say import phrase
from lundian.say.keyness import say_keyness, sides, title_keyness

TEXTS = {
    "en": {
        "shared": "They share {k} of {n}; {a} only in {target}, {b} only in {reference}.",
        "caption": "{n}, each dot one or more of them: occurrences in {reference} (across) and in {target} (up), on logarithmic "
        "axes; above the dashed line a term is commoner in {target}.",
        "alt": "Scatter of occurrences in two texts, {target} and {reference}. {say}",
    },
    "zh": {
        "shared": "{n}中有{k}个为两篇共有；{a}个只见于{target}，{b}个只见于{reference}。",
        "caption": "{n}，每点为一个或多个词：横轴为{reference}中的次数，纵轴为{target}中的次数，均为对数轴；"
        "虚线以上者在{target}中更常用。",
        "alt": "散点图，{target}与{reference}中各词的次数。{say}",
    },
}


def say_contrast(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the terms that mark each text, and how many the two share.

    Parameters
    ----------
    table
        One row per term: term, n_target, n_reference, log_ratio and, where known, low, high, q, g2, dp.
    language
        "en" or "zh".
    target, reference
        What the two texts are called.
    """
    rows = phrase.has(table, ["term", "n_target", "n_reference"], "say_contrast")
    first = say_keyness(table, language, target=target, reference=reference)
    if rows.empty:
        return first
    both = (rows["n_target"] > 0) & (rows["n_reference"] > 0)
    counts = {"k": int(both.sum()), "a": int((rows["n_reference"] == 0).sum()), "b": int((rows["n_target"] == 0).sum())}
    n = phrase.count(len(rows), "term", language)
    shared = phrase.fill(TEXTS, language, "shared", n=n, **counts, **sides(language, target, reference))
    return phrase.join([first, shared], language)


def title_contrast(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the finding in one line, for a figure's title."""
    return title_keyness(table, language, target=target, reference=reference)


def caption_contrast(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return what is drawn and how to read it."""
    n = phrase.count(len(table), "term", language)
    return phrase.fill(TEXTS, language, "caption", n=n, **sides(language, target, reference))


def alt_contrast(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the figure in words, for who can't see it."""
    say = say_contrast(table, language, target=target, reference=reference)
    return phrase.fill(TEXTS, language, "alt", say=say, **sides(language, target, reference))
