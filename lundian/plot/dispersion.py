"""Where each term occurs: a strip for each term, a stroke for each paragraph."""

import pandas as pd

from lundian import glossary
from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, LABEL, PALE, SERIES, SMALL, TICK, mix, style
from lundian.say.dispersion import title_dispersion
from lundian.say.phrase import article, articles_of, one_article

MAX_ROWS = 30
WORDS = {
    "en": {"note": "At the right: paragraphs with the term.", "cut": " {n} of {all} terms drawn."},
    "zh": {"note": "右侧：含该词的段落数。", "cut": "绘出{all}个词中的{n}个。"},
}


@style()
def plot_dispersion(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw in which paragraphs each term occurs, the widest spread first, a panel for each article.

    Parameters
    ----------
    table
        One row per term and paragraph in which it occurs: article, paragraph, term, n (rows of `counts`) and, where known,
        section, section_title. Rows with n 0 keep a paragraph in the picture.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".

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
    rows = need(table, ["paragraph", "term", "n"], "plot_dispersion")
    title = title_dispersion(rows, language)
    found = rows[rows["n"] > 0]
    if found.empty:
        return sentence(ax, title)
    slugs = articles_of(found)[:MAX_PANELS]
    orders = {slug: _order(one_article(found, slug)) for slug in slugs}
    axes = sheet(ax, [0.22 * len(order) + 0.1 for order in orders.values()])
    fits = []
    for panel, slug in zip(axes, slugs, strict=True):
        part = one_article(rows, slug)
        paragraph_axis(panel, *extent(part), language, named=panel is axes[-1])
        _strips(panel, one_article(found, slug), orders[slug], extent(part)[1], language)
        fits.append(mark_sections(panel, part))
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    total = found["term"].nunique()
    cut = words["cut"].format(n=min(total, MAX_ROWS), all=total) if total > MAX_ROWS else ""
    columns = stretches.note(max(stretches.step(one_article(found, slug)) for slug in slugs), language)
    texts = [*found["term"], *(table["section_title"].dropna() if "section_title" in table.columns else ())]
    return finish(axes, title, note=words["note"] + cut + columns, texts=texts, fit=lambda: [fit() for fit in fits])


def _order(rows: pd.DataFrame) -> list[str]:
    spread = rows.groupby("term").agg(k=("paragraph", "nunique"), n=("n", "sum")).reset_index()
    return list(spread.sort_values(["k", "n", "term"], ascending=[False, False, True])["term"].head(MAX_ROWS))


def _strips(ax: object, rows: pd.DataFrame, order: list[str], last: int, language: str) -> None:
    width = stretches.step(rows)
    strokes = stretches.gather(rows, ["n"], width, by=["term"])
    most = strokes["n"].max()
    for place, term in enumerate(order):
        own = strokes[strokes["term"] == term]
        found = rows.loc[rows["term"] == term, "paragraph"].nunique()
        colours = [mix(SERIES[0], 0.35 + 0.65 * n / most) for n in own["n"]]
        ax.axhline(place, color=PALE, linewidth=0.5, zorder=0)
        ax.bar(own["paragraph"], 0.78, bottom=place - 0.39, width=width * min(0.7, 0.1 + last / 60), color=colours)
        ax.annotate(
            f"{found}/{last}",
            (1, place),
            (3, 0),
            xycoords=ax.get_yaxis_transform(),
            textcoords="offset points",
            va="center",
            fontsize=SMALL,
            color=GREY,
            annotation_clip=False,
        )
    glosses = [glossary.gloss(term, language) for term in order]
    texts = [label(term, gloss).replace("\n", " ") for term, gloss in zip(order, glosses, strict=True)]
    ax.set_yticks(range(len(order)), texts)
    ax.set_ylim(len(order) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)
