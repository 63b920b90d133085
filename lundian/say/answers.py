"""Say what else a notebook's answer is made of: whose words, where tone goes, what meets what, who defines."""

import pandas as pd

from lundian.say import phrase
from lundian.say.rhetoric import role_name

TEXTS = {
    "en": {
        "words_apart": "They do not use the same words: terms are further apart than chance would put them ({d} against {e}, "
        "q = {q})",
        "words_alike": "They use much the same words: terms are no further apart than chance would put them ({d} against {e})",
        "words_many": "In their terms, {k} of {n} articles are further apart than chance would put them (q < 0.05)",
        "words_none": "There is only one article, so nothing to compare words with",
        "thirds": "{head}the thirds of the text have a tone of {values}: {verdict}",
        "rise_clear": "a clear rise",
        "rise": "a rise, but their intervals overlap",
        "fall_clear": "a clear fall",
        "fall": "a fall, but their intervals overlap",
        "level": "the last as the first",
        "silent": "too little evidence to compare them",
        "beside": "{a} (in {n_a}) and {b} (in {n_b}) meet in {n}, {way} ({q})",
        "apart": "{a} and {b} never meet in a sentence",
        "more": "more often than chance would have it",
        "less": "less often than chance would have it",
        "chance": "which may be chance",
        "role": "{head}{role} is the role of {n}, {share} of all",
    },
    "zh": {
        "words_apart": "用词并不相同：距离大于偶然所致（{d}，偶然为{e}，q = {q}）",
        "words_alike": "用词大体相同：距离不大于偶然所致（{d}，偶然为{e}）",
        "words_many": "{n}中有{k}对在用词上的距离大于偶然所致（q < 0.05）",
        "words_none": "只有一篇文章，无从比较用词",
        "thirds": "{head}全文三等分，语气依次为{values}：{verdict}",
        "rise_clear": "明显上升",
        "rise": "有所上升，但区间重叠",
        "fall_clear": "明显下降",
        "fall": "有所下降，但区间重叠",
        "level": "首尾持平",
        "silent": "证据太少，无从比较",
        "beside": "{a}（见于{n_a}）与{b}（见于{n_b}）在{n}里相遇，{way}（{q}）",
        "apart": "{a}与{b}从不在同一句里相遇",
        "more": "多于偶然所致",
        "less": "少于偶然所致",
        "chance": "可能出于偶然",
        "role": "{head}角色为“{role}”的有{n}，占全部的{share}",
    },
}


def say_same_words(apart: pd.DataFrame, language: str = "en") -> str:
    """Return whether articles differ in their terms more than chance would have it, from a table of `distances`."""
    rows = phrase.has(apart, ["aspect", "distance", "chance", "q"], "say_same_words")
    rows = rows[rows["aspect"] == "terms"]
    if rows.empty:
        return phrase.fill(TEXTS, language, "words_none")
    if len(rows) > 1:
        n = phrase.count(len(rows), "pair", language) + (" of" if language == "en" else "")
        return phrase.fill(TEXTS, language, "words_many", k=int((rows["q"] < 0.05).sum()), n=n)
    row = rows.iloc[0]
    values = {"d": phrase.number(row["distance"]), "e": phrase.number(row["chance"]), "q": phrase.number(row["q"], 3)}
    return phrase.fill(TEXTS, language, "words_apart" if row["q"] < 0.05 else "words_alike", **values)


def say_thirds(parts: pd.DataFrame, language: str = "en") -> str:
    """Return how the tone of each article's thirds goes, from a table of `tone_parts`: one line for each article."""
    rows = phrase.has(parts, ["part", "tone", "low", "high"], "say_thirds")
    lines = []
    for slug in phrase.articles_of(parts):
        own = phrase.one_article(rows, slug).sort_values("part")
        values = [phrase.number(tone, sign=True) for tone in own["tone"]]
        verdict = phrase.fill(TEXTS, language, _verdict(own) if len(own) == 3 else "silent")
        text = phrase.fill(
            TEXTS, language, "thirds", head=_head(slug, parts, language), values=phrase.listing(values, language) or "?",
            verdict=verdict,
        )  # fmt: skip
        lines.append(phrase.sentence(text))
    return "\n".join(lines)


def say_beside(presence: pd.DataFrame, a: str, b: str, language: str = "en") -> str:
    """Return how often two concepts meet in a sentence, against chance, from a table of `co_presence`."""
    rows = phrase.has(presence, ["concept_a", "concept_b", "n_a", "n_b", "n_ab", "npmi", "q"], "say_beside")
    found = rows[[{one, two} == {a, b} for one, two in zip(rows["concept_a"], rows["concept_b"], strict=True)]]
    names = {"a": phrase.concept(a, language), "b": phrase.concept(b, language)}
    if found.empty:
        return phrase.sentence(phrase.fill(TEXTS, language, "apart", **names))
    row = found.iloc[0]
    n_a, n_b = (row["n_a"], row["n_b"]) if row["concept_a"] == a else (row["n_b"], row["n_a"])
    counts = {key: phrase.count(n, "sentence", language) for key, n in (("n_a", n_a), ("n_b", n_b), ("n", row["n_ab"]))}
    key = ("more" if row["npmi"] > 0 else "less") if row["q"] < 0.05 else "chance"
    way = phrase.fill(TEXTS, language, key)
    text = phrase.fill(TEXTS, language, "beside", **names, **counts, way=way, q=f"q = {row['q']:.3f}")
    return phrase.sentence(text)


def say_role_share(roles: pd.DataFrame, role: str, language: str = "en") -> str:
    """Return how many sentences have a role, with the interval of their share, from a table of `role_counts`."""
    rows = phrase.has(roles, ["role", "n", "n_sentences"], "say_role_share")
    lines = []
    for row in rows[rows["role"] == role].itertuples():
        values = {
            "n": phrase.count(row.n, "sentence", language),
            "share": phrase.share(row.n, row.n_sentences, language),
        }
        head = _head(getattr(row, "article", ""), rows, language)
        lines.append(
            phrase.sentence(phrase.fill(TEXTS, language, "role", head=head, role=role_name(role, language), **values))
        )
    return "\n".join(lines)


def _verdict(rows: pd.DataFrame) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    if last["tone"] == first["tone"]:
        return "level"
    if last["tone"] > first["tone"]:
        return "rise_clear" if last["low"] > first["high"] else "rise"
    return "fall_clear" if last["high"] < first["low"] else "fall"


def _head(slug: str, table: pd.DataFrame, language: str) -> str:
    if len(phrase.articles_of(table)) < 2:
        return ""
    return phrase.article(slug) + (": " if language == "en" else "：")
