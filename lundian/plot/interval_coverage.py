"""How often intervals hold the truth, by the number of sentences in a paragraph."""

import pandas as pd

from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.style import GREY, SERIES, TICK, style
from lundian.say.interval_coverage import COLUMNS, methods, name, title_interval_coverage

WORDS = {
    "en": {"x": "Sentences in the paragraph", "y": "Intervals that hold the truth"},
    "zh": {"x": "段落中的句数", "y": "包含真值的区间"},
}


@style()
def plot_interval_coverage(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw the coverage of each method against the number of sentences, with the 95 % that is promised.

    Parameters
    ----------
    table
        As `interval_coverage` gives it: method, n_sentences, coverage and, where known, low, high.
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
    words, title = WORDS[check_language(language)], title_interval_coverage(table, language)
    rows = need(table, COLUMNS, "plot_interval_coverage")
    if rows.empty:
        return sentence(ax, title)
    (ax,) = sheet(ax, [2.0])
    ax.axhline(0.95, color=GREY, linewidth=0.8, linestyle="--")
    for place, (method, own) in enumerate(methods(rows)):
        colour, shape = SERIES[place % len(SERIES)], "os^Dv"[place % 5]
        named = font.shorten(font.drawable(name(method, language)), TICK, 240)
        ax.plot(own["n_sentences"], own["coverage"], color=colour, marker=shape, markersize=5, label=named)
        if {"low", "high"} <= set(own.columns):
            ax.vlines(own["n_sentences"], own["low"], own["high"], color=colour, linewidth=1.2)
    ax.set_xticks(sorted(rows["n_sentences"].unique())[:12])
    ax.set_ylim(-0.05, 1.08)
    ax.set_yticks([0, 0.5, 0.95], ["0%", "50%", "95%"])
    ax.legend(loc="lower right")
    ax.set_xlabel(words["x"])
    ax.set_ylabel(words["y"])
    return finish([ax], title, texts=rows["method"])
