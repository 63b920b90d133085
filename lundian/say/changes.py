"""Say which findings moved since last time, by how much, and why."""

from collections.abc import Iterator, Mapping

import pandas as pd

from lundian.say import phrase

COLUMNS = ("figure", "causes", "n_rows", "n_moved")
SHOWN = 5  # figures that are told one by one

TEXTS = {
    "en": {
        "nothing": "Nothing changed since the run before (a first run has none to compare with).",
        "other": "The figures are of another article than in the run before ({detail}), so their numbers are not compared.",
        "moved": "Since the run before, {moved} of {n} moved, because of {causes}.",
        "kept": "In {kept} more that changed with it no number moved.",
        "only": "Since the run before no number moved, though {causes} changed under {kept}.",
        "figure": "{name}: {parts}.{finding}",
        "most": "{where} moved most in {column}, from {before} to {after}",
        "rows": "{moved} of {n} rows moved",
        "sign": "{n} changed sign",
        "came": "{n} came",
        "went": "{n} went",
        "first": "{n} new among the first ten",
        "finding": " The finding was “{before}”, and is now “{after}”.",
        "more": "… and {n} more.",
    },
    "zh": {
        "nothing": "与前一次运行相比没有变化（首次运行无从比较）。",
        "other": "图所依据的文章与前一次不同（{detail}），因此不比较数字。",
        "moved": "与前一次运行相比，{n}中有{moved}的数字变了，起因是{causes}。",
        "kept": "另有{kept}随之改动，但数字未变。",
        "only": "与前一次运行相比，虽然{causes}变了（涉及{kept}），但没有数字变动。",
        "figure": "{name}：{parts}。{finding}",
        "most": "变动最大的是{where}，{column}由{before}变为{after}",
        "rows": "{n}行中有{moved}行变动",
        "sign": "{n}行变号",
        "came": "新增{n}行",
        "went": "减少{n}行",
        "first": "前十中有{n}个是新的",
        "finding": "结论原为“{before}”，现为“{after}”。",
        "more": "……另有{n}。",
    },
}
_CAUSES = {
    "en": {
        "text": "the text", "dictionary": "the dictionary", "lexicons": "the lexicons", "concepts": "the concepts",
        "extractor": "how texts are read", "measure": "the measure", "seed": "the seed", "parameters": "the parameters",
        "versions": "package versions", "data": "the data beside the articles, or the code",
    },
    "zh": {
        "text": "文本", "dictionary": "词典", "lexicons": "词表", "concepts": "概念", "extractor": "文本的读法",
        "measure": "度量", "seed": "随机种子", "parameters": "参数", "versions": "软件包版本", "data": "文章以外的数据或代码",
    },
}  # fmt: skip
_DETAILED = ("text", "seed", "parameters", "versions", "measure")
_UNSAID = ("end", "rule")  # columns that tell rows apart and a reader little
_COLUMNS = {
    "en": {"n": "count", "per_thousand": "count per thousand words", "log_ratio": "log ratio", "value": "value"},
    "zh": {
        "n": "次数", "per_thousand": "每千词次数", "tone": "语气", "difference": "差异", "share": "占比", "role": "角色",
        "log_ratio": "对数比", "value": "数值", "distance": "距离", "shift": "变动", "gap": "差距", "surplus": "多出",
        "coverage": "覆盖率", "tone_snownlp": "SnowNLP得分", "npmi": "NPMI",
    },
}  # fmt: skip


def say_changes(table: pd.DataFrame, language: str = "en") -> str:
    """Return which figures moved since last time, by how much, and why: a paragraph for all, and one for each of the first five.

    Where nothing moved and nothing was made otherwise the sentence is that of a first run: a fresh copy says what ours does.

    Parameters
    ----------
    table
        One row per figure that changed, as `changes` gives it.
    language
        "en" or "zh".

    Examples
    --------
    >>> row = {"figure": "01_top_terms", "causes": {"text": "tea"}, "n_rows": 9, "n_moved": 1, "n_came": 0, "n_went": 0}
    >>> row |= {"n_sign": 0, "n_first": 0, "where": {"term": "茶"}, "column": "n", "before": 2, "after": 5, "title_after": ""}
    >>> print(say_changes(pd.DataFrame([row])))
    Since the run before, 1 of 1 figure moved, because of the text (tea).
    <BLANKLINE>
    01_top_terms: 茶 moved most in count, from 2 to 5; 1 of 9 rows moved.
    """
    phrase.has(table, COLUMNS, "say_changes")
    if table.empty:
        return say_nothing(language)
    if other := [causes["article"] for causes in table["causes"] if "article" in causes]:
        return phrase.fill(TEXTS, language, "other", detail=other[0])
    moved = table[table[["n_moved", "n_came", "n_went"]].sum(axis=1) > 0]
    if moved.empty:
        kept = phrase.count(len(table), "figure", language)
        return phrase.fill(TEXTS, language, "only", causes=_why(table, language), kept=kept)
    figures = [_figure(row, language) for row in moved.head(SHOWN).to_dict("records")]
    return "\n\n".join([phrase.join(_summary(table, moved, language), language), *figures, *_more(moved, language)])


def say_nothing(language: str = "en") -> str:
    """Return the sentence for when nothing changed."""
    return phrase.fill(TEXTS, language, "nothing")


def _summary(table: pd.DataFrame, moved: pd.DataFrame, language: str) -> Iterator[str]:
    """Yield how many figures moved, and how many were made otherwise and did not."""
    n = phrase.count(table.attrs.get("n_figures", len(table)), "figure", language)
    number = phrase.count(len(moved), "figure", language) if language == "zh" else len(moved)
    yield phrase.fill(TEXTS, language, "moved", moved=number, n=n, causes=_why(moved, language))
    if len(moved) < len(table):
        yield phrase.fill(TEXTS, language, "kept", kept=phrase.count(len(table) - len(moved), "figure", language))


def _more(moved: pd.DataFrame, language: str) -> list[str]:
    if len(moved) <= SHOWN:
        return []
    return [phrase.fill(TEXTS, language, "more", n=phrase.count(len(moved) - SHOWN, "figure", language))]


def _why(table: pd.DataFrame, language: str) -> str:
    """Return the causes of all figures, each once, with what is worth telling of it."""
    told: dict[str, dict[str, None]] = {}
    for causes in table["causes"]:
        for cause, detail in causes.items():
            told.setdefault(cause, {})[detail] = None
    opened, closed = (" (", ")") if language == "en" else ("（", "）")
    names = []
    for cause, details in told.items():
        detail = "; ".join(filter(None, details)) if cause in _DETAILED else ""
        names.append(_CAUSES[language][cause] + (f"{opened}{detail}{closed}" if detail else ""))
    return phrase.listing(names, language)


def _figure(row: Mapping[str, object], language: str) -> str:
    told = [("rows", row["n_moved"]), ("sign", row["n_sign"]), ("came", row["n_came"]), ("went", row["n_went"])]
    told.append(("first", row["n_first"]))
    parts = [phrase.fill(TEXTS, language, "most", **_most(row, language))] if row["where"] else []
    for key, n in told:
        if n:
            values = {"moved": n, "n": row["n_rows"]} if key == "rows" else {"n": n}
            parts.append(phrase.fill(TEXTS, language, key, **values))
    finding = ""
    if row["title_after"]:
        titles = {when: _line(row[f"title_{when}"]) for when in ("before", "after")}
        finding = phrase.fill(TEXTS, language, "finding", **titles)
    joined = ("; " if language == "en" else "；").join(parts)
    return phrase.fill(TEXTS, language, "figure", name=row["figure"], parts=joined, finding=finding)


def _line(title: object) -> str:
    return " / ".join(str(title).split("\n"))


def _most(row: Mapping[str, object], language: str) -> dict[str, str]:
    column = _COLUMNS[language].get(row["column"], row["column"])
    before, after = _values(row["before"], row["after"])
    return {"where": _where(row["where"], language), "column": column, "before": before, "after": after}


def _values(*values: object) -> list[str]:
    """Return values in as few digits as tell them apart.

    >>> _values(2, 5), _values(-0.3812, -0.3794), _values("claim", None)
    (['2', '5'], ['−0.381', '−0.379'], ['claim', '?'])
    """
    for digits in range(2, 8):
        told = [_value(value, digits) for value in values]
        if len(set(told)) > 1:
            break
    return told


def _value(value: object, digits: int) -> str:
    if value is None or isinstance(value, str):
        return value or "?"
    return phrase.whole(value) if float(value).is_integer() else phrase.number(float(value), digits)


def _where(keys: Mapping[str, object], language: str) -> str:
    """Return a row by what it is about: an article, a paragraph, a term, a concept."""
    shown = [_name(key, value, language) for key, value in keys.items() if key not in _UNSAID]
    return (", " if language == "en" else "、").join(shown)


def _name(key: str, value: object, language: str) -> str:
    if key == "article":
        return phrase.article(value)
    if key == "paragraph":
        return phrase.paragraphs([int(float(value))], language)
    if key == "sentence":
        return f"sentence {value}" if language == "en" else f"第{value}句"
    if key.startswith("term"):
        return phrase.term(value, language)
    return phrase.concept(value, language) if key in ("concept", "a", "b") else str(value).replace("_", " ")
