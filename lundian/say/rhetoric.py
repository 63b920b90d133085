"""Say which roles the sentences of an argument have, and with which it opens and closes."""

import pandas as pd

from lundian.say import phrase

ROLES = {  # from setting the scene to asking something of the reader
    "background": ("background", "背景"),
    "definition": ("definition", "定义"),
    "evidence": ("evidence", "论据"),
    "reason": ("reason", "理由"),
    "claim": ("claim", "论断"),
    "contrast": ("contrast", "对比"),
    "concession": ("concession", "让步"),
    "question": ("question", "设问"),
    "conclusion": ("conclusion", "结论"),
    "recommendation": ("recommendation", "建议"),
    "unmarked": ("unmarked", "无标记"),
}
UNMARKED = "unmarked"
_END = 0.2  # share of the sentences that count as the opening and the close

TEXTS = {
    "en": {
        "nothing": "There is too little to say: no sentence has a role.",
        "title": "{role} is the commonest role, in {k} of {n}; the first fifth is mostly {first}, the last mostly {last}",
        "tied": "{role} are the commonest roles, in {k} of {n} each; the first fifth is mostly {first}, the last mostly {last}",
        "same": "{role} is the commonest role, in {k} of {n}, and leads the first and the last fifth",
        "share": "That is {share} of the sentences.",
        "next": "Then come {roles}.",
        "one": "{role} ({k})",
        "unmarked": "No mark of a role: {k}.",
        "caption": "The role of each of {n} in the order of the text, decided by its connectives; below, where drawn, tone by "
        "paragraph. Roles are read from markers and are wrong for some sentences.",
        "alt": "Timeline of the roles of {n}. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有标出角色的句子。",
        "title": "“{role}”最常见，占{n}中的{k}个；前五分之一以“{first}”为主，后五分之一以“{last}”为主",
        "tied": "{role}最常见，各占{n}中的{k}个；前五分之一以“{first}”为主，后五分之一以“{last}”为主",
        "same": "“{role}”最常见，占{n}中的{k}个，前后各五分之一也以它为主",
        "share": "即全部句子的{share}。",
        "next": "其次是{roles}。",
        "one": "“{role}”（{k}）",
        "unmarked": "没有角色标记的有{k}。",
        "caption": "按行文次序，{n}各自的角色，由关联词判定；下方（如有）为各段语气。角色依标记读出，个别句子会有误。",
        "alt": "时间线，{n}的角色。{say}",
    },
}


def role_name(role: str, language: str = "en") -> str:
    """Return what a role is called.

    >>> role_name("claim", "zh")
    '论断'
    """
    return ROLES.get(role, (role, role))[phrase.LANGUAGES.index(language)]


def say_rhetoric(table: pd.DataFrame, language: str = "en") -> str:
    """Return the commonest roles with their shares, and with which roles the article opens and closes.

    Parameters
    ----------
    table
        One row per sentence in the order of the text: article, paragraph, sentence, role.
    language
        "en" or "zh".
    """
    rows = phrase.has(table, ["paragraph", "sentence", "role"], "say_rhetoric")
    parts = phrase.per_article(rows, language, lambda own: _one(own, language)) if len(rows) else []
    return phrase.join(parts, language) or phrase.fill(TEXTS, language, "nothing")


def title_rhetoric(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line for each article, for a figure's title."""
    rows = phrase.has(table, ["paragraph", "sentence", "role"], "title_rhetoric")
    parts = phrase.per_article(rows, language, lambda own: _lead(own, language)) if len(rows) else []
    return phrase.headline(parts, language) or phrase.fill(TEXTS, language, "nothing")


def caption_rhetoric(table: pd.DataFrame, language: str = "en") -> str:
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption", n=phrase.count(len(table), "sentence", language))


def alt_rhetoric(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    n = phrase.count(len(table), "sentence", language)
    return phrase.fill(TEXTS, language, "alt", n=n, say=say_rhetoric(table, language))


def _counts(rows: pd.DataFrame) -> pd.Series:
    """Return how many sentences have each role that is marked, the commonest first."""
    n = rows.loc[rows["role"] != UNMARKED, "role"].value_counts()
    return (
        n.rename_axis("role")
        .reset_index()
        .sort_values(["count", "role"], ascending=[False, True])
        .set_index("role")["count"]
    )


def _lead(rows: pd.DataFrame, language: str) -> str:
    counts = _counts(rows)
    if counts.empty:
        return phrase.fill(TEXTS, language, "nothing").rstrip(".。")
    rows = rows.sort_values(["paragraph", "sentence"], kind="stable")
    marked = rows[rows["role"] != UNMARKED]
    edge = max(1, round(len(marked) * _END))
    first, last = (_counts(part).index[0] for part in (marked.head(edge), marked.tail(edge)))
    top = [role_name(role, language) for role in counts.index[counts == counts.iloc[0]]]
    top = top[:3] + ["…"] * (len(top) > 3)
    key = "tied" if len(top) > 1 else "same" if first == last == counts.index[0] else "title"
    quoted = [f"“{name}”" for name in top] if language == "zh" and len(top) > 1 else top
    return phrase.sentence(
        phrase.fill(
            TEXTS,
            language,
            key,
            role=phrase.listing(quoted, language),
            k=phrase.whole(counts.iloc[0]),
            n=phrase.count(len(rows), "sentence", language),
            first=role_name(first, language),
            last=role_name(last, language),
        )
    )


def _one(rows: pd.DataFrame, language: str) -> str:
    counts = _counts(rows)
    parts = [_lead(rows, language) + phrase.stop(language)]
    if len(counts):
        share = phrase.share(counts.iloc[0], len(rows), language)
        parts.append(phrase.fill(TEXTS, language, "share", share=share))
    if len(rest := counts[counts < counts.iloc[0]] if len(counts) else counts):
        roles = [
            phrase.fill(TEXTS, language, "one", role=role_name(role, language), k=phrase.whole(k))
            for role, k in rest.iloc[:3].items()
        ]
        parts.append(phrase.fill(TEXTS, language, "next", roles=phrase.listing(roles, language)))
    if silent := int((rows["role"] == UNMARKED).sum()):
        parts.append(phrase.fill(TEXTS, language, "unmarked", k=phrase.count(silent, "sentence", language)))
    return phrase.join(parts, language)
