"""Say which terms set one text apart from another, how strongly and how surely."""

import pandas as pd

from lundian.say import phrase

_CLUSTERED = 0.8  # Gries' DP from which a term is said to fill few paragraphs
_FEW = 3

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no term can be compared.",
        "both": "{over} mark {target}; {under} mark {reference}",
        "over": "{over} set {target} apart from {reference}",
        "under": "{under} mark {reference}; nothing marks {target}",
        "none": "No term is clearly commoner in {target} than in {reference}, or the other way round",
        "strong": "{name} is {times} times as common in {target}{interval}.",
        "interval": " (log ratio {ratio}, {span})",
        "plain": " (log ratio {ratio})",
        "counts": "Of {n} compared, {up} clearly commoner there and {down} clearly rarer{test}.",
        "test": " (q < 0.05)",
        "dp": "{names} {verb} in few paragraphs, so rather a topic of those than of the text.",
        "caption": "Log ratio of each term's rate in {target} to that in {reference}, the strongest of {n}: "
        "+1 is twice as common, −1 half; lines are intervals, filled points are clear after correction for many comparisons.",
        "alt": "Dot plot of log ratios, {target} against {reference}. {say}",
        "target": "this text",
        "reference": "the other",
    },
    "zh": {
        "nothing": "可说的太少：没有可比较的词。",
        "both": "{over}是{target}的特征词；{under}是{reference}的特征词",
        "over": "{over}使{target}有别于{reference}",
        "under": "{under}是{reference}的特征词；{target}没有特征词",
        "none": "{target}与{reference}之间，没有哪个词明显更常用",
        "strong": "{name}在{target}中的使用率是另一方的{times}倍{interval}。",
        "interval": "（对数比{ratio}，区间{span}）",
        "plain": "（对数比{ratio}）",
        "counts": "比较的{n}中，{up}个明显更多，{down}个明显更少{test}。",
        "test": "（q < 0.05）",
        "dp": "{names}{verb}集中在少数段落，更像那几段的话题，而非全文的。",
        "caption": "{n}中差别最大者在{target}与{reference}中使用率的对数比："
        "+1为两倍，−1为一半；横线为区间，实心点在多重比较校正后仍明显。",
        "alt": "点图，{target}与{reference}的对数比。{say}",
        "target": "本文",
        "reference": "对照文本",
    },
}


def say_keyness(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the terms that mark each side, the strongest with its interval, and how many are clear.

    Parameters
    ----------
    table
        One row per term: term, log_ratio (to base 2) and, where known, low, high, q, g2, dp.
    language
        "en" or "zh".
    target, reference
        What the two texts are called.
    """
    rows, names = ranked(table), sides(language, target, reference)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    found = rows[rows["clear"]]
    parts = [title_keyness(table, language, target=target, reference=reference) + phrase.stop(language)]
    if len(over := found[found["log_ratio"] > 0]):
        parts.append(_strongest(over.iloc[0], names, language))
    down = len(found) - len(over)
    verbs = [f"{n} {'is' if n == 1 else 'are'}" if language == "en" else n for n in (len(over), down)]
    test = phrase.fill(TEXTS, language, "test") if "q" in rows.columns else ""
    n = phrase.count(len(rows), "term", language)
    parts.append(phrase.fill(TEXTS, language, "counts", n=n, up=verbs[0], down=verbs[1], test=test))
    if "dp" in rows.columns and len(few := over[over["dp"] > _CLUSTERED].head(_FEW)):
        verb = {"en": "stands" if len(few) == 1 else "stand", "zh": ""}[language]
        parts.append(phrase.fill(TEXTS, language, "dp", names=phrase.terms(few["term"], language), verb=verb))
    return phrase.join(parts, language)


def title_keyness(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the finding in one line, for a figure's title."""
    rows, names = ranked(table), sides(language, target, reference)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    found = rows[rows["clear"]]
    over, under = (found[found["log_ratio"] * way > 0]["term"].head(_FEW) for way in (1, -1))
    key = "both" if len(over) and len(under) else "over" if len(over) else "under" if len(under) else "none"
    text = phrase.fill(
        TEXTS, language, key, over=phrase.terms(over, language), under=phrase.terms(under, language), **names
    )
    if language == "en":  # one term marks, several mark
        for side, verb in ((over, "mark"), (over, "set"), (under, "mark")):
            if len(side) == 1:
                word = phrase.term(side.iloc[0], language)
                text = text.replace(f"{word} {verb} ", f"{word} {verb}s ")
    return phrase.sentence(text)


def caption_keyness(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return what is drawn and how to read it."""
    n = phrase.count(len(table), "term", language)
    return phrase.fill(TEXTS, language, "caption", n=n, **sides(language, target, reference))


def alt_keyness(table: pd.DataFrame, language: str = "en", *, target: str = "", reference: str = "") -> str:
    """Return the figure in words, for who can't see it."""
    say = say_keyness(table, language, target=target, reference=reference)
    return phrase.fill(TEXTS, language, "alt", say=say, **sides(language, target, reference))


def sides(language: str, target: str = "", reference: str = "") -> dict[str, str]:
    """Return what the two texts are called in a sentence."""
    texts = TEXTS[phrase.known(language)]
    return {
        "target": phrase.article(target) if target else texts["target"],
        "reference": phrase.article(reference) if reference else texts["reference"],
    }


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Return the terms with a log ratio, strongest evidence first, with `clear`: surely different from nought.

    Clear is q < 0.05 where the table has q, else an interval that leaves out nought, else any difference at all.
    """
    rows = phrase.has(table, ["term", "log_ratio"], "say_keyness")
    if "q" in rows.columns:
        clear = rows["q"] < 0.05
    elif {"low", "high"} <= set(rows.columns):
        clear = (rows["low"] > 0) | (rows["high"] < 0)
    else:
        clear = rows["log_ratio"] != 0
    strength = rows["g2"].abs() if "g2" in rows.columns else rows["log_ratio"].abs()
    rows = rows.assign(clear=clear & (rows["log_ratio"] != 0), strength=strength.fillna(0))
    return rows.sort_values(["strength", "term"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _strongest(row: pd.Series, names: dict[str, str], language: str) -> str:
    ratio = phrase.number(row["log_ratio"], 1, sign=True)
    key, span = "plain", ""
    if pd.notna(row.get("low")) and pd.notna(row.get("high")):
        key, span = "interval", phrase.span(row["low"], row["high"], language, 1)
    return phrase.fill(
        TEXTS,
        language,
        "strong",
        name=phrase.term(row["term"], language),
        times=phrase.number(2.0 ** min(row["log_ratio"], 60), 1),
        interval=phrase.fill(TEXTS, language, key, ratio=ratio, span=span),
        target=names["target"],
    )
