"""Say how the tone moves through an article: its lowest and highest paragraph, what is clear, and the turn between."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no paragraph has evidence of tone.",
        "rise": "Tone rises from {low} in paragraph {at_low} to {high} in paragraph {at_high}",
        "fall": "Tone falls from {high} in paragraph {at_high} to {low} in paragraph {at_low}",
        "unclear": "Tone has no clear turn: {low} (paragraph {at_low}) to {high} (paragraph {at_high})",
        "flat": "Tone is {low} in every paragraph with evidence",
        "one": "Tone is {low} in paragraph {at_low}, the only one with evidence",
        "where": "{article}: {text}",
        "ends": "The lowest is {low} ({low_span}), the highest {high} ({high_span}).",
        "overlap": "These two intervals overlap.",
        "clear": "Of {known} with evidence, {up} clearly above zero and {down} clearly below it.",
        "silent": "{n} no evidence of tone.",
        "caption": "Tone by paragraph, from −1 to +1, with intervals; filled where the interval leaves out zero; "
        "{silent} without evidence left blank.",
        "baseline": " The thin grey line is {baseline}, for comparison.",
        "alt": "Line chart of tone over {known}. {say}",
        "is": "{n} is",
        "are": "{n} are",
        "has": "{n} has",
        "have": "{n} have",
    },
    "zh": {
        "nothing": "可说的太少：没有一个段落有语气证据。",
        "rise": "语气由第{at_low}段的{low}升到第{at_high}段的{high}",
        "fall": "语气由第{at_high}段的{high}降到第{at_low}段的{low}",
        "unclear": "语气没有明显转折：{low}（第{at_low}段）至{high}（第{at_high}段）",
        "flat": "凡有证据的段落，语气都是{low}",
        "one": "只有第{at_low}段有证据，语气为{low}",
        "where": "{article}：{text}",
        "ends": "最低为{low}（{low_span}），最高为{high}（{high_span}）。",
        "overlap": "这两个区间重叠。",
        "clear": "在有证据的{known}中，{up}明显为正，{down}明显为负。",
        "silent": "{n}没有语气证据。",
        "caption": "各段语气，从−1到+1，附区间；区间不含零者为实心；没有证据的{silent}留空。",
        "baseline": "细灰线为{baseline}，供比较。",
        "alt": "折线图，{known}的语气。{say}",
        "is": "{n}",
        "are": "{n}",
        "has": "{n}",
        "have": "{n}",
    },
}

SCORERS = {
    "en": {
        "lexicon": "the lexicon",
        "snownlp": "SnowNLP",
        "snownlp_logodds": "SnowNLP's log-odds",
        "": "another scorer",
    },
    "zh": {"lexicon": "词典", "snownlp": "SnowNLP", "snownlp_logodds": "SnowNLP的对数几率", "": "另一种打分"},
}


def say_tone_arc(table: pd.DataFrame, language: str = "en") -> str:
    """Return where tone is lowest and highest, with intervals, and how many paragraphs are clear of zero.

    Parameters
    ----------
    table
        One row per paragraph: article, paragraph, tone (from -1 to 1; none without evidence), low, high.
    language
        "en" or "zh".
    """
    stop, gap = (".", " ") if language == "en" else ("。", "")
    parts = []
    for slug in phrase.articles_of(table):
        rows = phrase.one_article(table, slug)
        text = _turn(rows, language)
        if (known := _known(rows)).empty:
            parts.append(_named(slug, text, table, language))
            continue
        more = [_ends(known, language)] if len(known) > 1 and "low" in known.columns else []
        more.append(_clear(known, language)) if "low" in known.columns else None
        if silent := len(rows) - len(known):
            n = phrase.count(silent, "paragraph", language)
            verb = phrase.fill(TEXTS, language, "has" if silent == 1 else "have", n=n)
            more.append(phrase.fill(TEXTS, language, "silent", n=verb))
        parts.append(_named(slug, gap.join([text + stop, *more]), table, language))
    return gap.join(parts) or phrase.fill(TEXTS, language, "nothing")


def title_tone_arc(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    slugs = phrase.articles_of(table)
    turns = [_named(slug, _turn(phrase.one_article(table, slug), language), table, language) for slug in slugs]
    return phrase.headline(turns, language) or phrase.fill(TEXTS, language, "nothing")


def caption_tone_arc(table: pd.DataFrame, language: str = "en", *, baseline: str = "") -> str:
    """Return what is drawn and how to read it; `baseline` names the scorer of the thin line, if there is one."""
    silent = phrase.count(len(table) - len(_known(table)), "paragraph", language)
    more = phrase.fill(TEXTS, language, "baseline", baseline=baseline) if baseline else ""
    return phrase.fill(TEXTS, language, "caption", silent=silent) + more


def alt_tone_arc(table: pd.DataFrame, language: str = "en", *, baseline: str = "") -> str:
    """Return the figure in words, for who can't see it."""
    known = phrase.count(len(table), "paragraph", language)
    more = phrase.fill(TEXTS, language, "baseline", baseline=baseline) if baseline else ""
    return phrase.fill(TEXTS, language, "alt", known=known, say=say_tone_arc(table, language)) + more


def scorer_name(table: pd.DataFrame, language: str = "en") -> str:
    """Return what the scorer of a table of tone is called, from the record that `tone` leaves on it."""
    scorer = table.attrs.get("made_by", {}).get("parameters", {}).get("scorer", "")
    return SCORERS[phrase.known(language)].get(scorer, SCORERS[language][""])


def _known(rows: pd.DataFrame) -> pd.DataFrame:
    return phrase.has(rows, ["paragraph", "tone"], "say_tone_arc").sort_values("paragraph", kind="stable")


def _named(slug: str, text: str, table: pd.DataFrame, language: str) -> str:
    if len(phrase.articles_of(table)) < 2:
        return text
    return phrase.fill(TEXTS, language, "where", article=phrase.article(slug), text=text)


def _turn(rows: pd.DataFrame, language: str) -> str:
    known = _known(rows)
    if known.empty:
        return phrase.fill(TEXTS, language, "nothing")
    low, high = known.loc[known["tone"].idxmin()], known.loc[known["tone"].idxmax()]
    if len(known) == 1:
        key = "one"
    elif low["tone"] == high["tone"]:
        key = "flat"
    elif not ("low" in known.columns and low["high"] < high["low"]):
        key = "unclear"
    else:
        key = "rise" if low["paragraph"] < high["paragraph"] else "fall"
    values = {"low": _signed(low["tone"]), "high": _signed(high["tone"])}
    return phrase.fill(TEXTS, language, key, **values, at_low=int(low["paragraph"]), at_high=int(high["paragraph"]))


def _signed(x: float) -> str:
    return phrase.number(x, sign=True)


def _ends(known: pd.DataFrame, language: str) -> str:
    low, high = known.loc[known["tone"].idxmin()], known.loc[known["tone"].idxmax()]
    spans = {"low_span": low, "high_span": high}
    spans = {key: phrase.span(row["low"], row["high"], language) for key, row in spans.items()}
    text = phrase.fill(TEXTS, language, "ends", low=_signed(low["tone"]), high=_signed(high["tone"]), **spans)
    overlap = low["tone"] < high["tone"] and not low["high"] < high["low"]
    return phrase.join([text, phrase.fill(TEXTS, language, "overlap") if overlap else ""], language)


def _clear(known: pd.DataFrame, language: str) -> str:
    up, down = int((known["low"] > 0).sum()), int((known["high"] < 0).sum())
    parts = {}
    for key, n in (("up", up), ("down", down)):
        words = phrase.whole(n) if language == "en" else f"{n}段"
        parts[key] = phrase.fill(TEXTS, language, "is" if n == 1 else "are", n=words)
    return phrase.fill(TEXTS, language, "clear", known=phrase.count(len(known), "paragraph", language), **parts)
