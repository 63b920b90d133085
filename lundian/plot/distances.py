"""How far articles are from each other, by terms, concepts, tone and rhetoric: a heat map for each."""

import numpy as np
import pandas as pd

from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import GREY, INK, LABEL, PAPER, SERIES, SMALL, ramp, style
from lundian.say.distances import COLUMNS, measure_name, one_pair, pairs, title_distances
from lundian.say.phrase import article, number

MAX_ARTICLES = 15
WORDS = {
    "en": {
        "pair": "Comparable within a measure only. Dash: distance that chance alone would give.",
        "axis": "Distance",
        "note": "Dark is far. Comparable within a panel only. *: further than chance (q < 0.05).",
        "cut": " {n} of {all} articles drawn.",
    },
    "zh": {
        "pair": "只能在同一种量度内比较。短线：偶然所致的距离。",
        "axis": "距离",
        "note": "深色为远。只能在同一图内比较。*：大于偶然所致（q < 0.05）。",
        "cut": "绘出{all}篇文章中的{n}篇。",
    },
}


@style()
def plot_distances(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw the distances between articles, a panel for each measure.

    Parameters
    ----------
    table
        One row per measure and pair of articles: aspect, a, b (articles), distance and, where known,
        chance, q.
    ax
        Axes to draw on, for one measure; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several measures.
    """
    words = WORDS[check_language(language)]
    need(table, COLUMNS, "plot_distances")
    rows, title = pairs(table), title_distances(table, language)
    if rows.empty:
        return sentence(ax, title)
    if one_pair(rows):
        axes = sheet(ax, [0.3 * len(rows)])
        _bars(axes[0], rows, language)
        return finish(axes, title, note=words["pair"])
    every = sorted({*rows["a"], *rows["b"]})
    slugs, measures = every[:MAX_ARTICLES], list(dict.fromkeys(rows["aspect"]))[:MAX_PANELS]
    axes = sheet(ax, [0.24 * len(slugs)] * len(measures))
    for panel, key in zip(axes, measures, strict=True):
        _heat(panel, rows[rows["aspect"] == key], slugs, named=panel is axes[-1])
        panel.set_title(measure_name(key, language), color=GREY, fontsize=LABEL)
    cut = words["cut"].format(n=len(slugs), all=len(every)) if len(slugs) < len(every) else ""
    return finish(axes, title, note=words["note"] + cut, texts=slugs)


def _bars(ax: object, rows: pd.DataFrame, language: str) -> None:
    places, reach = range(len(rows)), max(1.0, rows["distance"].max())
    ax.barh(places, rows["distance"], color=SERIES[0], height=0.6)
    ax.set_yticks(places, [label(measure_name(key, language)) for key in rows["aspect"]])
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_xlim(0, reach * 1.1)
    ax.set_xlabel(WORDS[language]["axis"])
    ax.tick_params(axis="y", length=0)
    if "chance" in rows.columns:
        ax.vlines(rows["chance"], [p - 0.4 for p in places], [p + 0.4 for p in places], color=INK, linewidth=1.4)
    for place, distance in zip(places, rows["distance"], strict=True):
        spot = {"textcoords": "offset points", "va": "center", "fontsize": SMALL, "color": GREY}
        ax.annotate(
            number(distance), (1, place), (2, 0), xycoords=ax.get_yaxis_transform(), annotation_clip=False, **spot
        )


def _heat(ax: object, rows: pd.DataFrame, slugs: list[str], *, named: bool) -> None:
    sure = set()
    grid = pd.DataFrame(np.nan, index=slugs, columns=slugs)
    for row in rows[rows["a"].isin(slugs) & rows["b"].isin(slugs)].itertuples():
        grid.loc[row.a, row.b] = grid.loc[row.b, row.a] = row.distance
        sure |= {(row.a, row.b), (row.b, row.a)} if getattr(row, "q", 1.0) < 0.05 else set()
    most = rows["distance"].max() or 1.0
    ax.pcolormesh(np.ma.masked_invalid(grid.to_numpy()), cmap=ramp(), vmin=0, vmax=most, edgecolors=PAPER, linewidth=1)
    places = np.arange(len(slugs)) + 0.5
    numbers = [f"{place}" for place in range(1, len(slugs) + 1)]
    names = [f"{label(article(slug), room=120)}  {n}" for slug, n in zip(slugs, numbers, strict=True)]
    ax.set_yticks(places, names)
    ax.set_xticks(places, numbers if named else [""] * len(slugs))
    ax.set_ylim(len(slugs), 0)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    for i, j in zip(*np.nonzero(grid.notna().to_numpy()), strict=True):
        d = grid.iloc[i, j]
        colour = "white" if d > most * 0.55 else "black"
        ax.text(
            j + 0.5,
            i + 0.5,
            number(d) + ("*" if (slugs[i], slugs[j]) in sure else ""),
            ha="center",
            va="center",
            fontsize=SMALL,
            color=colour,
        )
