"""What a figure takes: how much its table has to hold before it says anything, and the sentence where it doesn't."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from lundian.say.phrase import known, whole

OFTEN = 3  # uses of a term that is worth a bar


class Need(NamedTuple):
    """How many of what a figure takes at the least, what that is called, and how to count it in the figure's table."""

    least: int
    en: tuple[str, str]  # one, many
    zh: str
    count: Callable[[pd.DataFrame], int]


def _paragraphs(table: pd.DataFrame) -> int:
    return len(table[["article", "paragraph"]].drop_duplicates())


def _sum(*columns: str) -> Callable[[pd.DataFrame], int]:
    return lambda table: int(table[list(columns)].to_numpy().sum())


def _toned(table: pd.DataFrame) -> int:
    return int(table["tone"].notna().sum())


def _often(table: pd.DataFrame) -> int:
    return int((table["n"] >= OFTEN).sum())


def _tested(table: pd.DataFrame) -> int:
    return int((table["note"] == "").sum())


_PARAGRAPHS = (("paragraph", "paragraphs"), "个段落")
_TONED = (("paragraph with words of tone", "paragraphs with words of tone"), "个有语气词的段落")
_LINKS = (("link between terms", "links between terms"), "条词间连线")
_MENTIONS = (("mention of the topic's concepts", "mentions of the topic's concepts"), "次概念提及")
_SIDES = (("mention of contrasted concepts", "mentions of contrasted concepts"), "次对照概念的提及")
_STANCES = (("concept in enough sentences", "concepts in enough sentences"), "个出现句数足够的概念")
_SURE = (("hedge or booster", "hedges and boosters"), "个缓和语或强化语")

NEEDS = {
    "compare_clouds": Need(20, ("term to compare", "terms to compare"), "个可比较的词", len),
    "concepts": Need(3, *_MENTIONS, _sum("n")),
    "contrast_pairs": Need(4, *_SIDES, _sum("n_a", "n_b")),
    "cooccurrence_network": Need(3, *_LINKS, len),
    "dispersion": Need(3, *_PARAGRAPHS, _paragraphs),
    "hedges": Need(5, *_SURE, _sum("hedges", "boosters")),
    "rhetoric": Need(10, ("sentence", "sentences"), "个句子", len),
    "stance": Need(1, *_STANCES, _tested),
    "tone_arc": Need(4, *_TONED, _toned),
    "tone_words": Need(2, *_TONED, _paragraphs),
    "top_terms": Need(1, ("term used three times", "terms used three times"), "个出现三次的词", _often),
    "vocabulary_growth": Need(4, *_PARAGRAPHS, _paragraphs),
}

TEXTS = {
    "en": "Left out: it takes at least {least}, and here there {verb} {have}.",
    "zh": "从略：至少需要{least}，这里{have}。",
}


def why_not(kind: str, table: object, language: str = "en") -> str:
    """Return why a figure says nothing on its table, in one sentence; "" where it may be drawn.

    >>> why_not("dispersion", pd.DataFrame({"article": "a", "paragraph": [1, 1], "term": ["茶", "水"], "n": 1}))
    'Left out: it takes at least 3 paragraphs, and here there is 1.'
    """
    need = NEEDS.get(kind)
    rows = getattr(table, "edges", table)
    have = need.count(rows) if need and len(rows) else 0
    if need is None or have >= need.least:
        return ""
    if known(language) == "zh":
        return TEXTS["zh"].format(
            least=f"{need.least}{need.zh}", have=f"只有{whole(have)}{need.zh[0]}" if have else "没有"
        )
    least = f"{need.least} {need.en[need.least > 1]}"
    return TEXTS["en"].format(least=least, verb="is" if have < 2 else "are", have=whole(have) if have else "none")
