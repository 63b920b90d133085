"""In what tone each concept is named, against the rest of the text: dots with whiskers."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import concept_colour, style
from lundian.plot.whiskers import whiskers
from lundian.say.stance import ranked, title_stance

MAX_ROWS = 30
WORDS = {
    "en": {
        "axis": "Tone where it is named, less tone elsewhere",
        "note": "Bars: intervals. Filled: clear after correction for many comparisons.",
        "cut": " {n} of {all} concepts drawn, the largest differences.",
    },
    "zh": {
        "axis": "提及处的语气减去其余的语气",
        "note": "横线：区间。实心：多重比较校正后仍明显。",
        "cut": "绘出{all}个概念中差别最大的{n}个。",
    },
}


@style()
def plot_stance(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw by how much the tone differs where a concept is named, with intervals, the brightest first.

    Parameters
    ----------
    table
        One row per concept, as `stance` gives it: concept, difference (none: too little evidence, not drawn) and, where
        known, low, high, q.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    LundianError
        A column is missing.
    """
    words = WORDS[check_language(language)]
    need(table, ["concept", "difference"], "plot_stance")
    title, found = title_stance(table, language), ranked(table)
    if found.empty:
        return sentence(ax, title)
    rows = found.loc[
        found["difference"].abs().sort_values(ascending=False, kind="stable").index[:MAX_ROWS]
    ].sort_index()
    cut = words["cut"].format(n=len(rows), all=len(found)) if len(rows) < len(found) else ""
    rows = rows.rename(columns={"difference": "value"})
    axes = sheet(ax, [0.22 * len(rows) + 0.1])
    names = [label(glossary.concept_name(key, language)) for key in rows["concept"]]
    whiskers(axes[0], rows, names, [concept_colour(key) for key in rows["concept"]])
    axes[0].set_xlabel(words["axis"])
    return finish(axes, title, note=words["note"] + cut, texts=rows["concept"])
