"""Say how often the intervals of a paragraph's tone hold the truth, in a simulation that knows it."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ["method", "n_sentences", "coverage"]
NAMES = {
    "en": {"pooled": "the pooled interval", "bootstrap": "a bootstrap over the paragraph's own sentences"},
    "zh": {"pooled": "合并方差的区间", "bootstrap": "只用本段句子的自助法区间"},
}
TEXTS = {
    "en": {
        "nothing": "There is too little to say: nothing was simulated.",
        "row": "{name} holds the truth in {low} to {high} of paragraphs",
        "one": "{name} holds the truth in {low} of paragraphs",
        "promise": "Both promise 95%.",
        "caption": "Share of simulated paragraphs whose interval holds the true tone; dashed: the 95% that is promised.",
        "alt": "Line chart of interval coverage by number of sentences. {say}",
    },
    "zh": {
        "nothing": "可说的太少：没有模拟结果。",
        "row": "{name}在{low}至{high}的段落中包含真值",
        "one": "{name}在{low}的段落中包含真值",
        "promise": "两者都承诺95%。",
        "caption": "模拟段落中区间包含真实语气的比例；虚线：所承诺的95%。",
        "alt": "折线图，区间覆盖率与句数。{say}",
    },
}


def say_interval_coverage(table: pd.DataFrame, language: str = "en") -> str:
    """Return how often each method's interval holds the truth.

    Parameters
    ----------
    table
        As `interval_coverage` gives it: method, n_sentences, coverage.
    language
        "en" or "zh".
    """
    rows = phrase.has(table, COLUMNS, "say_interval_coverage")
    if rows.empty:
        return phrase.fill(TEXTS, language, "nothing")
    parts = [_row(name, own["coverage"], language) + phrase.stop(language) for name, own in methods(rows)]
    return phrase.join([*parts, phrase.fill(TEXTS, language, "promise") if len(parts) == 2 else ""], language)


def title_interval_coverage(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding, a line for each method, for a figure's title."""
    rows = phrase.has(table, COLUMNS, "say_interval_coverage")
    return "\n".join(_row(name, own["coverage"], language) for name, own in methods(rows)) or phrase.fill(
        TEXTS, language, "nothing"
    )


def caption_interval_coverage(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_interval_coverage(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_interval_coverage(table, language))


def methods(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each method, the most trustworthy first."""
    groups = list(rows.sort_values("n_sentences", kind="stable").groupby("method", sort=True))
    return sorted(groups, key=lambda group: -group[1]["coverage"].mean())


def name(method: str, language: str) -> str:
    """Return what a method is called."""
    return NAMES[phrase.known(language)].get(method, phrase.article(method))


def _row(method: str, coverage: pd.Series, language: str) -> str:
    low, high = phrase.percent(coverage.min()), phrase.percent(coverage.max())
    text = phrase.fill(
        TEXTS, language, "one" if low == high else "row", name=name(method, language), low=low, high=high
    )
    return phrase.sentence(text)
