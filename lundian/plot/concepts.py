"""Which concept is named where: a heat map of concepts by paragraph, with sections."""

import numpy as np
import pandas as pd

from lundian import glossary
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.stretches import middles, note, step
from lundian.plot.style import GREY, LABEL, PALE, SMALL, TICK, concept_colour, ramp, style
from lundian.say.concepts import title_concepts
from lundian.say.phrase import article, articles_of, one_article, whole

MAX_ROWS = 30
LINED = 60  # columns that have lines between them
LABELLED = 80  # columns that may have room for their numbers
WORDS = {
    "en": {
        "note": "Numbers: mentions in the paragraph.",
        "long": "The darker, the more mentions.",
        "cut": " {n} of {all} concepts drawn.",
    },
    "zh": {
        "note": "数字：该段提及次数。",
        "long": "颜色越深，提及越多。",
        "cut": "绘出{all}个概念中的{n}个。",
    },
}


@style()
def plot_concepts(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw how often each paragraph names each concept, the most named first, a panel for each article.

    Parameters
    ----------
    table
        One row per concept and paragraph, as `concepts` gives it: article, paragraph, concept, n and, where known,
        section, section_title. Rows with n 0 keep a paragraph in the picture in which nothing is named.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several articles.
    """
    words = WORDS[check_language(language)]
    rows = need(table, ["paragraph", "concept", "n"], "plot_concepts")
    title = title_concepts(rows, language)
    named = rows[rows["n"] > 0]
    if named.empty:
        return sentence(ax, title)
    slugs = articles_of(named)[:MAX_PANELS]
    grids = {slug: _grid(one_article(rows, slug)) for slug in slugs}
    axes = sheet(ax, [0.2 * len(grid) for grid in grids.values()])
    most, fits = max(grid.to_numpy().max() for grid in grids.values()), []
    for panel, slug in zip(axes, slugs, strict=True):
        part = one_article(rows, slug)
        paragraph_axis(panel, *extent(part), language, named=panel is axes[-1])
        fits += [_heat(panel, grids[slug], most, language), mark_sections(panel, part)]
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    total = named["concept"].nunique()
    cut = words["cut"].format(n=min(total, MAX_ROWS), all=total) if total > MAX_ROWS else ""
    width = max(step(one_article(rows, slug)) for slug in slugs)
    columns = words["note"] if width == 1 else words["long"] + note(width, language)
    texts = [*named["concept"], *(table["section_title"].dropna() if "section_title" in table.columns else ())]
    return finish(axes, title, note=columns + cut, texts=texts, fit=lambda: [fit() for fit in fits])


def _grid(rows: pd.DataFrame) -> pd.DataFrame:
    """Return mentions with a row for each concept and a column for each (stretch of) paragraphs, the most named first."""
    first, last = extent(rows)
    grid = rows.pivot_table(index="concept", columns="paragraph", values="n", aggfunc="sum", fill_value=0)
    grid = grid.reindex(columns=range(first, last + 1), fill_value=0)
    grid = grid.T.groupby(middles(grid.columns.to_frame(name="paragraph"), step(rows))).sum().T
    order = grid.assign(total=grid.sum(axis=1)).reset_index().sort_values(["total", "concept"], ascending=[False, True])
    return grid.loc[order.loc[order["total"] > 0, "concept"].head(MAX_ROWS)]


def _heat(ax: object, grid: pd.DataFrame, most: float, language: str) -> object:
    width = grid.columns[1] - grid.columns[0] if len(grid.columns) > 1 else 1
    edges = grid.columns[0] + width * (np.arange(len(grid.columns) + 1) - 0.5), np.arange(-0.5, len(grid))
    grid_lines = 0.3 if len(grid.columns) <= LINED else 0.0  # so many lines would grey the cells
    ax.pcolormesh(*edges, grid.to_numpy(), cmap=ramp(), vmin=0, vmax=most, edgecolors=PALE, linewidth=grid_lines)
    ax.set_ylim(len(grid) - 0.5, -0.5)
    ax.set_xlim(edges[0][0], edges[0][-1])
    names = [glossary.concept_name(key, language) for key in grid.index]
    ax.set_yticks(range(len(grid)), [label(name, room=140) for name in names])
    ax.tick_params(axis="both", length=0, labelsize=TICK)
    ax.tick_params(axis="y", pad=9)
    ax.spines[:].set_visible(False)
    spots = {"x": [-0.006] * len(grid), "y": range(len(grid))}
    colours = [concept_colour(key) for key in grid.index]
    ax.scatter(*spots.values(), c=colours, s=14, clip_on=False, transform=ax.get_yaxis_transform(), marker="s")
    return _numbers(ax, grid, most)


def _numbers(ax: object, grid: pd.DataFrame, most: float) -> object:
    """Write the mentions into the cells; return what hides them where the cells are too narrow."""
    texts = [
        ax.text(
            column,
            place,
            whole(n),
            ha="center",
            va="center",
            fontsize=SMALL,
            color="white" if n > most * 0.55 else "black",
        )
        for place, row in enumerate(grid.to_numpy())
        for column, n in zip(grid.columns, row, strict=True)
        if n and len(grid.columns) <= LABELLED
    ]

    def fit() -> None:
        room = ax.get_window_extent().width / ax.figure.dpi * 72 / len(grid.columns)
        for text in texts:
            text.set_visible(room > font.width(text.get_text(), SMALL) + 1)

    return fit
