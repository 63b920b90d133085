"""Say how the two sides of each contrast share the text, and whether one gives way to the other."""

import pandas as pd

from lundian.say import phrase

_MOST = 3  # pairs that a finding goes into; the rest are counted
COLUMNS = ("paragraph", "a", "b", "n_a", "n_b")

TEXTS = {
    "en": {
        "nothing": "There is too little to say: neither side of any contrast is named.",
        "turn": "{b} gains on {a}: {before} of their mentions in the first half, {after} in the second",
        "steady": "{a} and {b}: {k} of {n} mentions go to {big}, with no clear turn between the halves",
        "one": "{big} is named ({k}), {small} never",
        "halves": "{b} has {before} of the mentions in the first half and {after} in the second; {verdict}",
        "clear": "the intervals do not overlap.",
        "overlap": "the intervals overlap, so this may be chance.",
        "empty": "One of the halves names neither side, so there is no turn to see.",
        "rest": "Not told here: {n} with less to tell.",
        "caption": "Mentions of both sides of {pairs} by paragraph: one side upwards, the other downwards.",
        "alt": "Mirrored bar charts of {pairs} of concepts by paragraph. {say}",
    },
    "zh": {
        "nothing": "可说的太少：各组对立的两边都没有提到。",
        "turn": "{b}盖过{a}：前半占二者提及的{before}，后半占{after}",
        "steady": "{a}与{b}：{n}次提及中{k}次属{big}，前后半没有明显转折",
        "one": "只提到{big}（{k}次），没有提到{small}",
        "halves": "{b}在前半占{before}，后半占{after}；{verdict}",
        "clear": "区间不重叠。",
        "overlap": "区间重叠，可能出于偶然。",
        "empty": "有一半两边都没有提到，无从看转折。",
        "rest": "另有{n}，可说的较少，从略。",
        "caption": "{pairs}对立概念在各段的提及次数：一边向上，一边向下。",
        "alt": "镜像条形图，{pairs}对立概念在各段的提及次数。{say}",
    },
}


def say_contrast_pairs(table: pd.DataFrame, language: str = "en") -> str:
    """Return, for each contrast, how its sides share the mentions, and their shares in the two halves with intervals.

    Parameters
    ----------
    table
        One row per paragraph and contrast: article, paragraph, a, b (concepts), n_a, n_b (mentions).
    language
        "en" or "zh".
    """
    rows = named(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    return phrase.join(phrase.per_article(rows, language, lambda own: _all(own, language)), language)


def title_contrast_pairs(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding of the pair named most, one line for each article, for a figure's title."""
    rows = named(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")

    def most(own: pd.DataFrame) -> str:
        return phrase.sentence(_finding(own[_pair(own) == order(own)[0]], language))

    return phrase.headline(phrase.per_article(rows, language, most), language)


def caption_contrast_pairs(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", pairs=_pairs(table, language))


def alt_contrast_pairs(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    pairs, say = _pairs(table, language), say_contrast_pairs(table, language)
    return phrase.fill(TEXTS, language, "alt", pairs=pairs, say=say)


def named(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the contrasts of which at least one side is named somewhere in the article."""
    rows = phrase.has(table, COLUMNS, "say_contrast_pairs")
    keys = [name for name in ("article", "a", "b") if name in rows.columns]
    total = (rows["n_a"] + rows["n_b"]).groupby([rows[key] for key in keys]).transform("sum")
    return rows[total > 0]


def order(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return an article's contrasts: those with a clear turn first, then those of which both sides are named, most first."""
    total = rows.groupby(["a", "b"], as_index=False)[["n_a", "n_b"]].sum()
    clear = [_turns(own)[1] for _, own in rows.groupby(["a", "b"])]
    total = total.assign(clear=clear, both=total[["n_a", "n_b"]].min(axis=1) > 0, n=total["n_a"] + total["n_b"])
    total = total[total["n"] > 0].sort_values(["clear", "both", "n", "a", "b"], ascending=[False] * 3 + [True] * 2)
    return list(zip(total["a"], total["b"], strict=True))


def _pair(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(list(zip(rows["a"], rows["b"], strict=True)), index=rows.index, dtype=object)


def _pairs(table: pd.DataFrame, language: str) -> str:
    return phrase.count(len(named(table)[["a", "b"]].drop_duplicates()), "pair", language)


def _halves(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Return (mentions of b, mentions of both) in the first and in the second half of the paragraphs."""
    middle = rows["paragraph"].max() / 2
    parts = (rows[rows["paragraph"] <= middle], rows[rows["paragraph"] > middle])
    return [(int(part["n_b"].sum()), int((part["n_a"] + part["n_b"]).sum())) for part in parts]


def _turns(rows: pd.DataFrame) -> tuple[bool, bool]:
    """Return whether b gains, and whether the two halves' intervals leave each other alone."""
    first, second = _halves(rows)
    (low1, high1), (low2, high2) = phrase.wilson(*first), phrase.wilson(*second)
    gains = second[0] * max(first[1], 1) > first[0] * max(second[1], 1)
    return gains, high1 < low2 or high2 < low1


def _finding(rows: pd.DataFrame, language: str) -> str:
    a, b = rows["a"].iloc[0], rows["b"].iloc[0]
    n_a, n_b = int(rows["n_a"].sum()), int(rows["n_b"].sum())
    gains, clear = _turns(rows)
    big, small, k = (a, b, n_a) if n_a >= n_b else (b, a, n_b)
    names = {key: phrase.concept(value, language) for key, value in {"big": big, "small": small}.items()}
    if min(n_a, n_b) == 0:
        return phrase.fill(TEXTS, language, "one", k=k, **names)
    shares = [(n if gains else all_ - n, all_) for n, all_ in _halves(rows)]
    before, after = (phrase.percent(n / all_) if all_ else "?" for n, all_ in shares)
    old, new = (a, b) if gains else (b, a)
    sides = {"a": phrase.concept(old, language), "b": phrase.concept(new, language)}
    key = "turn" if clear else "steady"
    return phrase.fill(TEXTS, language, key, before=before, after=after, k=k, n=n_a + n_b, **sides, **names)


def _all(rows: pd.DataFrame, language: str) -> str:
    parts, pairs = [], order(rows)
    for pair in pairs[:_MOST]:
        own = rows[_pair(rows) == pair]
        parts.append(phrase.sentence(_finding(own, language)) + phrase.stop(language))
        halves = _halves(own)
        if own["n_a"].sum() and own["n_b"].sum():
            sides = {"a": phrase.concept(pair[0], language), "b": phrase.sentence(phrase.concept(pair[1], language))}
            verdict = phrase.fill(TEXTS, language, "clear" if _turns(own)[1] else "overlap")
            before, after = (phrase.share(*half, language) for half in halves)
            key = "halves" if all(n for _, n in halves) else "empty"
            parts.append(phrase.fill(TEXTS, language, key, before=before, after=after, verdict=verdict, **sides))
    if (rest := len(pairs) - _MOST) > 0:
        parts.append(phrase.fill(TEXTS, language, "rest", n=phrase.count(rest, "pair", language)))
    return phrase.join(parts, language)
