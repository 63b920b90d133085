"""How far the author hedges and how far they insist: boosters upwards, hedges downwards, paragraph by paragraph."""

import pandas as pd

from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.mirror import mirror
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, LABEL, NEGATIVE, POSITIVE, style
from lundian.say.hedges import COLUMNS, title_hedges, used
from lundian.say.phrase import article, articles_of, one_article

WORDS = {
    "en": {"boosters": "boosters", "hedges": "hedges", "y": "Number"},
    "zh": {"boosters": "强化语", "hedges": "缓和语", "y": "个数"},
}


@style()
def plot_hedges(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw the boosters and hedges of each paragraph, a panel for each article.

    Parameters
    ----------
    table
        One row per paragraph: article, paragraph, hedges, boosters (how many) and, where known, section, section_title.
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
    need(table, COLUMNS, "plot_hedges")
    rows, title = used(table), title_hedges(table, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)[:MAX_PANELS]
    axes, fits = sheet(ax, [0.9] * len(slugs)), []
    for panel, slug in zip(axes, slugs, strict=True):
        own = one_article(rows, slug).sort_values("paragraph", kind="stable")
        paragraph_axis(panel, *extent(own), language, named=panel is axes[-1])
        names = [f"{words[key]} ({int(own[key].sum())})" for key in ("boosters", "hedges")]
        fits.append(mirror(panel, own, ("boosters", "hedges"), names, (POSITIVE, NEGATIVE)))
        fits.append(mark_sections(panel, own))
        panel.set_ylabel(words["y"])
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    note = stretches.note(max(stretches.step(one_article(rows, slug)) for slug in slugs), language)
    return finish(axes, title, note=note.strip(), fit=lambda: [fit() for fit in fits])
