"""Say which findings a repetition under other conditions flips."""

import pandas as pd

from lundian.say import phrase

_MOST = 8

TEXTS = {
    "en": {
        "nothing": "There is too little to say: nothing was repeated.",
        "firm": "Nothing flips under {n} conditions: no sign changes, and what ranks first stays there.",
        "flips_sign": "The sign flips for {names}: nothing should be concluded from it.",
        "flips_top": "The first ranks are entered or left by {names}, under some condition.",
        "rest": "All others ({k} of {all}) hold under {n} conditions.",
    },
    "zh": {
        "nothing": "可说的太少：没有可重复的结果。",
        "firm": "在{n}种条件下都没有翻转：符号不变，排在前列的仍在前列。",
        "flips_sign": "符号会翻转的有{names}：不宜据此下结论。",
        "flips_top": "在某些条件下进出前列的有{names}。",
        "rest": "其余（{all}项中的{k}项）在{n}种条件下都站得住。",
    },
}


def say_robustness(table: pd.DataFrame, language: str = "en") -> str:
    """Return what changes sign, and what enters or leaves the first ranks, when a measure is repeated.

    Parameters
    ----------
    table
        As `robustness` gives it: key columns (concept, term, …), n_conditions, flips_sign, flips_top.
    language
        "en" or "zh".
    """
    rows = phrase.has(table, ["n_conditions", "flips_sign", "flips_top"], "say_robustness")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    n, flips = phrase.whole(rows["n_conditions"].max()), rows["flips_sign"] | rows["flips_top"]
    if not flips.any():
        return phrase.fill(TEXTS, language, "firm", n=n)
    parts = [
        phrase.fill(TEXTS, language, key, names=_names(rows[rows[key]], table, language))
        for key in ("flips_sign", "flips_top")
        if rows[key].any()
    ]
    if kept := int((~flips).sum()):
        parts.append(phrase.fill(TEXTS, language, "rest", k=kept, all=phrase.whole(len(rows)), n=n))
    return phrase.join(parts, language)


def _names(rows: pd.DataFrame, table: pd.DataFrame, language: str) -> str:
    several = len(phrase.articles_of(table)) > 1
    names = [_name(row, several, language) for _, row in rows.head(_MOST).iterrows()]
    return phrase.listing(names + ["…"] * (len(rows) > _MOST), language)


def _name(row: pd.Series, several: bool, language: str) -> str:
    """Return what a row is about: its concept or its term, in its article where there are several."""
    if "concept" in row:
        name = phrase.concept(row["concept"], language)
    elif "term" in row:
        name = phrase.term(row["term"], language)
    else:
        name = " ".join(str(row[key]) for key in row.index[: row.index.get_loc("value")] if key != "article")
    if not several:
        return name
    article = phrase.article(row["article"])
    return f"{article}的{name}" if language == "zh" else f"{name} in {article}"
