"""Say of what articles speak worst and best, and in which tone each side of a contrast stands."""

import pandas as pd

from lundian.say import phrase

TEXTS = {
    "en": {
        "down_same": "{all} articles speak worst of {concept}: {parts}",
        "down_differ": "The articles do not speak worst of the same thing: {parts}",
        "down_one": "Worst spoken of is {parts}",
        "down_none": "No concept with enough evidence stands in a darker tone than the rest",
        "up_same": "{all} articles speak best of {concept}: {parts}",
        "up_differ": "They do not speak best of the same thing: {parts}",
        "up_one": "Best spoken of is {parts}",
        "up_none": "No concept with enough evidence stands in a brighter tone than the rest",
        "part": "{concept} ({difference}, {span}) in {article}",
        "alone": "{concept} ({difference}, {span})",
        "same": "{difference} ({span}) in {article}",
        "clear": "; clear after correction for the number of concepts: {k} of {n}",
        "sides": "Sentences that name {a} have a tone {d_a} from the rest, those that name {b} {d_b}",
        "difference": "{difference} ({span})",
        "few": "that can't be told, for want of evidence",
    },
    "zh": {
        "down_same": "{all}文章评价最低的都是{concept}：{parts}",
        "down_differ": "各篇评价最低的对象不同：{parts}",
        "down_one": "评价最低的是{parts}",
        "down_none": "证据足够的概念里，没有哪个的语气比其余更暗",
        "up_same": "{all}文章评价最高的都是{concept}：{parts}",
        "up_differ": "各篇评价最高的对象不同：{parts}",
        "up_one": "评价最高的是{parts}",
        "up_none": "证据足够的概念里，没有哪个的语气比其余更亮",
        "part": "{article}中为{concept}（{difference}，{span}）",
        "alone": "{concept}（{difference}，{span}）",
        "same": "{article}为{difference}（{span}）",
        "clear": "；按概念个数校正后仍明显的：{n}个中有{k}个",
        "sides": "提到{a}的句子与其余句子的语气之差为{d_a}，提到{b}的为{d_b}",
        "difference": "{difference}（{span}）",
        "few": "未知（证据太少）",
    },
}


def say_blamed(stances: pd.DataFrame, language: str = "en") -> str:
    """Return of which concept each article speaks worst, and whether it is the same one.

    Parameters
    ----------
    stances
        The stance of each article: article, concept, difference, low, high, q, as `by_article(stance, …)` gives it.
    language
        "en" or "zh".
    """
    return _extremes(stances, "down", language)


def say_offered(stances: pd.DataFrame, language: str = "en") -> str:
    """Return of which concept each article speaks best, and whether it is the same one; as `say_blamed`."""
    return _extremes(stances, "up", language)


def say_sides(stance: pd.DataFrame, a: str, b: str, language: str = "en") -> str:
    """Return in which tone the sentences stand that name each side of a contrast, from a table of `stance`."""
    rows = stance.set_index("concept").reindex([a, b])
    texts = [_difference(row, language) for _, row in rows.iterrows()]
    names = {"a": phrase.concept(a, language), "b": phrase.concept(b, language)}
    return phrase.fill(TEXTS, language, "sides", **names, d_a=texts[0], d_b=texts[1])


def _extremes(stances: pd.DataFrame, way: str, language: str) -> str:
    rows = phrase.has(stances, ["concept", "difference", "low", "high", "q"], "say_blamed")
    sign = 1 if way == "up" else -1
    rows = rows[rows["difference"] * sign > 0].assign(size=lambda t: t["difference"] * sign)
    slugs = phrase.articles_of(rows) if len(rows) else []
    found = [
        phrase.one_article(rows, slug).sort_values(["size", "concept"], ascending=[False, True]).iloc[0]
        for slug in slugs
    ]
    if not found:
        return phrase.fill(TEXTS, language, f"{way}_none")
    several = len(phrase.articles_of(stances)) > 1
    same = len({row["concept"] for row in found}) == 1 and len(found) == len(phrase.articles_of(stances)) > 1
    key = "one" if len(found) == 1 else "same" if same else "differ"
    form = "same" if same else "part" if several else "alone"
    values = {"concept": phrase.concept(found[0]["concept"], language), "all": _all(len(found), language)}
    parts = [_part(row, slug, form, language) for slug, row in zip(slugs, found, strict=True)]
    text = phrase.fill(TEXTS, language, f"{way}_{key}", parts=phrase.listing(parts, language), **values)
    return text + phrase.fill(TEXTS, language, "clear", k=sum(row["q"] < 0.05 for row in found), n=len(found))


def _all(n: int, language: str) -> str:
    return ("两篇" if n == 2 else f"{n}篇") if language == "zh" else "Both" if n == 2 else f"All {n}"


def _part(row: pd.Series, slug: str, form: str, language: str) -> str:
    values = {
        "concept": phrase.concept(row["concept"], language),
        "difference": phrase.number(row["difference"], sign=True),
    }
    span = phrase.span(row["low"], row["high"], language)
    return phrase.fill(TEXTS, language, form, article=phrase.article(slug), span=span, **values)


def _difference(row: pd.Series, language: str) -> str:
    if pd.isna(row["difference"]):
        return phrase.fill(TEXTS, language, "few")
    span = phrase.span(row["low"], row["high"], language)
    return phrase.fill(TEXTS, language, "difference", difference=phrase.number(row["difference"], sign=True), span=span)
