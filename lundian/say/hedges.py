"""Say how far an author hedges and how far they insist, and whether that changes through the text."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ("paragraph", "hedges", "boosters")

TEXTS = {
    "en": {
        "nothing": "There is too little to say: there are neither hedges nor boosters.",
        "more": "The author insists more than they hedge: {boosters} against {hedges}",
        "less": "The author hedges more than they insist: {hedges} against {boosters}",
        "up": "The author comes to insist: boosters are {before} of both in the first half, {after} in the second",
        "down": "The author comes to hedge: boosters are {before} of both in the first half, {after} in the second",
        "unclear": "There is no clear difference between hedging and insisting: {hedges} against {boosters}",
        "share": "Boosters are {share} of the two.",
        "halves": "In the first half they are {before}, in the second {after}: {verdict}",
        "clear": "a clear change.",
        "overlap": "the intervals overlap, so no change can be claimed.",
        "caption": "Boosters (up) and hedges (down) in each paragraph of {n}.",
        "alt": "Mirrored bar chart of boosters and hedges over {n}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：既没有缓和语，也没有强化语。",
        "more": "作者断言多于保留：{boosters}对{hedges}",
        "less": "作者保留多于断言：{hedges}对{boosters}",
        "up": "作者越来越断言：强化语在二者中前半占{before}，后半占{after}",
        "down": "作者越来越保留：强化语在二者中前半占{before}，后半占{after}",
        "unclear": "保留与断言没有明显差别：{hedges}对{boosters}",
        "share": "强化语占二者的{share}。",
        "halves": "前半占{before}，后半占{after}：{verdict}",
        "clear": "变化明显。",
        "overlap": "区间重叠，不能说有变化。",
        "caption": "各段的强化语（向上）与缓和语（向下），共{n}。",
        "alt": "镜像条形图，{n}的强化语与缓和语。{say}",
    },
}


def say_hedges(table: pd.DataFrame, language: str = "en") -> str:
    """Return whether the author hedges or insists more, with the share's interval, and whether that changes.

    Parameters
    ----------
    table
        One row per paragraph: article, paragraph, hedges, boosters (how many).
    language
        "en" or "zh".
    """
    rows = used(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    return phrase.join(phrase.per_article(rows, language, lambda own: _one(own, language)), language)


def title_hedges(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    rows = used(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    return phrase.headline(phrase.per_article(rows, language, lambda own: _lead(own, language)), language)


def caption_hedges(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", n=phrase.count(len(used(table)), "paragraph", language))


def alt_hedges(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(len(used(table)), "paragraph", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_hedges(table, language))


def used(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the articles that have a hedge or a booster."""
    rows = phrase.has(table, COLUMNS, "say_hedges")
    both = rows["hedges"] + rows["boosters"]
    if "article" in rows.columns:
        both = both.groupby(rows["article"]).transform("sum")
    return rows[both > 0] if "article" in rows.columns or both.sum() > 0 else rows.iloc[:0]


def _lead(rows: pd.DataFrame, language: str) -> str:
    hedges, boosters = int(rows["hedges"].sum()), int(rows["boosters"].sum())
    first, second = _halves(rows)
    if all(n for _, n in (first, second)) and (way := _change(first, second)):
        before, after = (phrase.percent(k / n) for k, n in (first, second))
        return phrase.fill(TEXTS, language, way, before=before, after=after)
    low, high = phrase.wilson(boosters, hedges + boosters)
    key = "more" if low > 0.5 else "less" if high < 0.5 else "unclear"
    counts = {
        "hedges": phrase.count(hedges, "hedge", language),
        "boosters": phrase.count(boosters, "booster", language),
    }
    return phrase.fill(TEXTS, language, key, **counts)


def _one(rows: pd.DataFrame, language: str) -> str:
    parts = [_lead(rows, language) + phrase.stop(language)]
    pairs = [_pair(rows), *_halves(rows)]
    parts.append(phrase.fill(TEXTS, language, "share", share=phrase.share(*pairs[0], language)))
    if all(n for _, n in pairs[1:]):
        verdict = phrase.fill(TEXTS, language, "clear" if _change(*pairs[1:]) else "overlap")
        before, after = (phrase.share(*pair, language) for pair in pairs[1:])
        parts.append(phrase.fill(TEXTS, language, "halves", before=before, after=after, verdict=verdict))
    return phrase.join(parts, language)


def _halves(rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Return (boosters, both) of the first and of the second half of the paragraphs."""
    middle = rows["paragraph"].max() / 2
    return [_pair(part) for part in (rows[rows["paragraph"] <= middle], rows[rows["paragraph"] > middle])]


def _change(first: tuple[int, int], second: tuple[int, int]) -> str:
    """Return "up" or "down" if the intervals of the boosters' shares stand apart, else ""."""
    (low1, high1), (low2, high2) = phrase.wilson(*first), phrase.wilson(*second)
    return "up" if high1 < low2 else "down" if high2 < low1 else ""


def _pair(rows: pd.DataFrame) -> tuple[int, int]:
    return int(rows["boosters"].sum()), int((rows["hedges"] + rows["boosters"]).sum())
