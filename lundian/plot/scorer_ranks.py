"""Where each scorer puts each paragraph in its article: a mark for each, joined where they differ."""

import pandas as pd

from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.sections import extent, paragraph_axis
from lundian.plot.style import GREY, LABEL, PALE, SERIES, TICK, style
from lundian.say.evaluation import name
from lundian.say.phrase import article, articles_of, one_article
from lundian.say.scorer_ranks import COLUMNS, title_scorer_ranks, used

WORDS = {
    "en": {"y": "Rank in the article", "lowest": "lowest", "highest": "highest"},
    "zh": {"y": "文章内名次", "lowest": "最低", "highest": "最高"},
}


@style()
def plot_scorer_ranks(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw each paragraph's rank by each scorer, a panel for each article.

    Parameters
    ----------
    table
        As `scorer_ranks` gives it: article, paragraph, scorer, rank (0 to 1).
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
    need(table, COLUMNS, "plot_scorer_ranks")
    rows, title = used(table), title_scorer_ranks(table, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)[:MAX_PANELS]
    axes = sheet(ax, [1.7] * len(slugs))
    for panel, slug in zip(axes, slugs, strict=True):
        own = one_article(rows, slug)
        _marks(panel, own, language)
        paragraph_axis(panel, *extent(own), language, named=panel is axes[-1])
        panel.set_ylabel(words["y"])
        panel.set_ylim(-0.08, 1.08)
        panel.set_yticks([0, 1], [words["lowest"], words["highest"]])
        panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL)
    axes[-1].legend(loc="upper center", bbox_to_anchor=(0.5, -0.28), ncols=3, fontsize=TICK)
    return finish(axes, title, texts=rows["scorer"])


def _marks(ax: object, rows: pd.DataFrame, language: str) -> None:
    spans = rows.groupby("paragraph")["rank"].agg(["min", "max"])
    ax.vlines(spans.index, spans["min"], spans["max"], color=PALE, linewidth=2, zorder=1)
    for place, (scorer, own) in enumerate(rows.groupby("scorer", sort=True)):
        named = font.shorten(font.drawable(name(scorer, language)), TICK, 140)
        colour, shape = SERIES[place % len(SERIES)], "os^Dv"[place % 5]
        ax.plot(own["paragraph"], own["rank"], shape, color=colour, markersize=4.5, label=named, alpha=0.9)
