"""Where the argument brings in new words and where it goes over old ones."""

import pandas as pd

from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, INK, LABEL, PALE, SERIES, style
from lundian.say.phrase import article, articles_of, one_article
from lundian.say.vocabulary_growth import COLUMNS, title_vocabulary_growth

WORDS = {
    "en": {
        "y": "Different words",
        "note": "Blue: new in the article. Grey: seen before. Dash: new words under random order.",
    },
    "zh": {"y": "不同的词", "note": "蓝：文中首次出现。灰：前文已有。横线：随机次序下的新词数。"},
}


@style()
def plot_vocabulary_growth(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw each paragraph's new and old words, and how many new ones chance would bring, a panel for each article.

    Parameters
    ----------
    table
        One row per paragraph, as `vocabulary_growth` gives it: article, paragraph, new, old, expected.
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
    rows = need(table, COLUMNS, "plot_vocabulary_growth")
    title = title_vocabulary_growth(rows, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)[:MAX_PANELS]
    axes, fits = sheet(ax, [1.4] * len(slugs)), []
    for panel, slug in zip(axes, slugs, strict=True):
        own = one_article(rows, slug)
        width = stretches.step(own)
        bars = stretches.gather(own, ["new", "old", "expected"], width)
        paragraph_axis(panel, *extent(own), language, named=panel is axes[-1])
        at, reach = bars["paragraph"], 0.45 * width
        panel.bar(at, bars["new"], color=SERIES[0], width=0.7 * width)
        panel.bar(at, bars["old"], bottom=bars["new"], color=PALE, width=0.7 * width)
        panel.hlines(bars["expected"], at - reach, at + reach, color=INK, linewidth=1.2)
        panel.set_ylim(0, max((bars["new"] + bars["old"]).max(), bars["expected"].max(), 1) * 1.08)
        panel.set_ylabel(words["y"])
        fits.append(mark_sections(panel, own))
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    note = words["note"] + stretches.note(max(stretches.step(one_article(rows, slug)) for slug in slugs), language)
    return finish(axes, title, note=note, fit=lambda: [fit() for fit in fits])
