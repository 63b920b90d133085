"""Say which concepts are named in a brighter or darker tone than the rest, and for which that can't be told."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no concept has sentences with a tone to compare.",
        "none": "No concept is named in a clearly different tone from the rest",
        "up": "{names} stand{s} in a brighter tone",
        "down": "{names} stand{s} in a darker tone",
        "row": "{name}: {difference} ({span}{q}).",
        "widest": "The largest difference is {row}",
        "few": "Too little evidence for {names}.",
        "of": "{n} compared.",
        "caption": "Tone of the sentences that name a concept, less that of the others, with intervals; filled: clear after "
        "correction for many comparisons. {n}.",
        "alt": "Dot-and-whisker chart of differences in tone for {n}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有可供比较语气的概念。",
        "none": "没有哪个概念的语气与其余明显不同",
        "up": "{names}的语气较明亮{s}",
        "down": "{names}的语气较灰暗{s}",
        "row": "{name}：{difference}（{span}{q}）。",
        "widest": "差别最大的是{row}",
        "few": "{names}的证据太少。",
        "of": "共比较{n}。",
        "caption": "提到某概念的句子与其余句子的语气之差，附区间；实心：多重比较校正后仍明显。共{n}。",
        "alt": "点须图，{n}的语气之差。{say}",
    },
}


def say_stance(table: pd.DataFrame, language: str = "en") -> str:
    """Return the concepts whose tone clearly differs, the largest difference with interval, and those without evidence.

    Parameters
    ----------
    table
        One row per concept: concept, difference (none where there is too little evidence), low, high and, where known, q.
    language
        "en" or "zh".
    """
    rows = ranked(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    widest = rows.loc[rows["difference"].abs().idxmax()]
    q = f", q = {widest['q']:.3f}" if pd.notna(widest.get("q")) else ""
    row = phrase.fill(
        TEXTS,
        language,
        "row",
        name=phrase.concept(widest["concept"], language),
        difference=phrase.number(widest["difference"], sign=True),
        span=phrase.span(widest["low"], widest["high"], language),
        q=q if language == "en" else q.replace(", ", "，"),
    )
    parts = [title_stance(table, language) + phrase.stop(language), phrase.fill(TEXTS, language, "widest", row=row)]
    parts.append(phrase.fill(TEXTS, language, "of", n=phrase.count(len(rows), "concept", language)))
    few = table[table["difference"].isna()]["concept"].dropna()
    if len(few):
        names = [phrase.concept(key, language) for key in few[:5]] + ["…"] * (len(few) > 5)
        parts.append(phrase.fill(TEXTS, language, "few", names=phrase.listing(names, language)))
    return phrase.join(parts, language)


def title_stance(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    rows = ranked(table)
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = []
    for key, way in (("up", 1), ("down", -1)):
        found = rows[rows["clear"] & (rows["difference"] * way > 0)]["concept"]
        if len(found):
            names = [phrase.concept(one, language) for one in found[:3]] + ["…"] * (len(found) > 3)
            s = "s" if language == "en" and len(found) == 1 else ""
            parts.append(phrase.fill(TEXTS, language, key, names=phrase.listing(names, language), s=s))
    joint = "; " if language == "en" else "；"
    return phrase.sentence(joint.join(parts)) or phrase.fill(TEXTS, language, "none")


def caption_stance(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", n=phrase.count(len(ranked(table)), "concept", language))


def alt_stance(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(len(ranked(table)), "concept", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_stance(table, language))


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Return the concepts with a difference, the brightest first, with `clear`: surely different from nought.

    Clear is q < 0.05 where the table has q, else an interval that leaves out nought.
    """
    rows = phrase.has(table, ["concept", "difference"], "say_stance")
    rows = rows.assign(**{side: rows[side] if side in rows.columns else float("nan") for side in ("low", "high")})
    clear = rows["q"] < 0.05 if "q" in rows.columns else (rows["low"] > 0) | (rows["high"] < 0)
    rows = rows.assign(clear=clear)
    return rows.sort_values(["difference", "concept"], ascending=[False, True], kind="stable").reset_index(drop=True)
