"""How often terms are used, month by month: a panel for each term."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.months import draw_series, month_axis
from lundian.plot.names import label
from lundian.plot.style import GREY, LABEL, SERIES, style
from lundian.say.terms_by_month import COLUMNS, title_terms_by_month, used_terms

WORDS = {
    "en": {
        "y": "Per thousand words",
        "note": "Lines: 95 % intervals, articles being the units. Strokes at the foot: months without an article.",
        "cut": " {n} of {all} terms drawn.",
    },
    "zh": {
        "y": "每千词次数",
        "note": "竖线：95%区间，以文章为单位。底部短线：没有文章的月份。",
        "cut": "绘出{all}个词中的{n}个。",
    },
}


@style()
def plot_terms_by_month(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw each term's rate by month with its interval.

    Parameters
    ----------
    table
        One row per term and month, as `terms_by_month` gives it: month, term, n, n_articles, per_thousand, low, high, p,
        n_undated. Terms that are never used are not drawn.
    ax
        Axes to draw on, for a single term; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several terms.
    """
    words = WORDS[check_language(language)]
    need(table, COLUMNS, "plot_terms_by_month")
    title, (used, _) = title_terms_by_month(table, language), used_terms(table)
    if not used:
        return sentence(ax, title)
    shown = used[:MAX_PANELS]
    axes = sheet(ax, [0.8] * len(shown))
    for place, (panel, term) in enumerate(zip(axes, shown, strict=True)):
        rows = table[table["term"] == term]
        month_axis(panel, sorted(rows["month"]), language, named=panel is axes[-1])
        draw_series(panel, rows, "per_thousand", SERIES[place % len(SERIES)])
        top = rows[["per_thousand", "high"]].max().max()
        panel.set_ylim(0, top * 1.08 or 1)
        panel.set_title(label(term, glossary.gloss(term, language), room=230), color=GREY, fontsize=LABEL)
    axes[len(axes) // 2].set_ylabel(words["y"])
    cut = words["cut"].format(n=len(shown), all=len(used)) if len(used) > len(shown) else ""
    return finish(axes, title, note=words["note"] + cut, texts=used)
