"""Say which words give the lowest and the highest paragraph their tone."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no paragraph has a word with a tone.",
        "end": "{where} is the {end}, at {tone}, most of all through {names}",
        "lowest": "lowest",
        "highest": "highest",
        "where": "{article}: paragraph {n}",
        "alone": "Paragraph {n}",
        "caption": "What each word adds to the tone of the lowest and of the highest paragraph, with the rule that it counts by; "
        "the bars of a paragraph sum to its tone.",
        "alt": "Bar charts of the words behind the lowest and the highest paragraph. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有一个段落有带语气的词。",
        "end": "{where}{end}，为{tone}，主要由{names}造成",
        "lowest": "语气最低",
        "highest": "语气最高",
        "where": "{article}：第{n}段",
        "alone": "第{n}段",
        "caption": "最低段与最高段中各词对语气的贡献，并注明所依的规则；一段各条之和即该段语气。",
        "alt": "条形图，最低段与最高段背后的词。{say}",
    },
}
PER_END = 3


def say_tone_words(table: pd.DataFrame, language: str = "en") -> str:
    """Return which words weigh most in the lowest and in the highest paragraph.

    Parameters
    ----------
    table
        As `tone_words` gives it: article, paragraph, end, tone, term, value.
    language
        "en" or "zh".
    """
    parts = [_end(rows, table, language) + phrase.stop(language) for _, rows in groups(table)]
    return phrase.join(parts, language) or phrase.fill(TEXTS, language, "nothing")


def title_tone_words(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each end, for a figure's title."""
    return "\n".join(_end(rows, table, language) for _, rows in groups(table)) or phrase.fill(
        TEXTS, language, "nothing"
    )


def caption_tone_words(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_tone_words(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_tone_words(table, language))


def groups(table: pd.DataFrame) -> list[tuple[tuple, pd.DataFrame]]:
    """Return the rows of each paragraph, heaviest first, article by article, the lowest paragraph before the highest."""
    rows = phrase.has(table, ["article", "paragraph", "end", "tone", "term", "value"], "say_tone_words")
    rows = rows.assign(size=rows["value"].abs()).sort_values(["size", "term"], ascending=[False, True], kind="stable")
    return list(rows.groupby(["article", "tone", "paragraph"], sort=True, observed=True))


def place(rows: pd.DataFrame, table: pd.DataFrame, language: str) -> str:
    """Return which paragraph it is, with its article where there are several."""
    row = rows.iloc[0]
    key = "where" if len(phrase.articles_of(table)) > 1 else "alone"
    return phrase.fill(TEXTS, language, key, article=phrase.article(row["article"]), n=int(row["paragraph"]))


def _end(rows: pd.DataFrame, table: pd.DataFrame, language: str) -> str:
    row = rows.iloc[0]
    same_way = rows[rows["value"] * row["tone"] > 0] if row["tone"] else rows
    names = phrase.terms(same_way["term"].drop_duplicates().head(PER_END), language)
    end = phrase.fill(TEXTS, language, row["end"])
    tone = phrase.number(row["tone"], sign=True)
    return phrase.fill(TEXTS, language, "end", where=place(rows, table, language), end=end, tone=tone, names=names)
