"""What is set against what, through the text: one side of each contrast upwards, the other downwards."""

import pandas as pd

from lundian import glossary
from lundian.plot import font
from lundian.plot.frame import check_language, finish, label, need, sentence, sheet
from lundian.plot.sections import extent, mark_sections, paragraph_axis
from lundian.plot.style import GREY, LABEL, SMALL, concept_colour, style
from lundian.say.contrast_pairs import COLUMNS, named, order, title_contrast_pairs
from lundian.say.phrase import article, articles_of, one_article

MAX_PAIRS = 10
WORDS = {
    "en": {"y": "Mentions", "cut": "{n} of {all} pairs drawn, those with most to tell."},
    "zh": {"y": "提及次数", "cut": "绘出{all}对中的{n}对。"},
}


@style()
def plot_contrast_pairs(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw the mentions of both sides of each contrast by paragraph, a panel for each contrast and article.

    Parameters
    ----------
    table
        One row per paragraph and contrast, as `contrast_pairs` gives it: article, paragraph, a, b, n_a, n_b and, where
        known, section, section_title. Contrasts that are never named are not drawn.
    ax
        Axes to draw on, for a single contrast of one article; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several panels.
    """
    words = WORDS[check_language(language)]
    need(table, COLUMNS, "plot_contrast_pairs")
    rows, title = named(table), title_contrast_pairs(table, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)
    pairs = {slug: order(one_article(rows, slug)) for slug in slugs}
    room, every = max(1, MAX_PAIRS // len(slugs)), sum(map(len, pairs.values()))
    panels = [(slug, *pair) for slug in slugs[:MAX_PAIRS] for pair in pairs[slug][:room]]
    heads = [place == 0 or panels[place - 1][0] != slug for place, (slug, _, _) in enumerate(panels)]
    axes, fits = sheet(ax, [1.05 if head else 0.7 for head in heads]), []
    for panel, (slug, a, b), head in zip(axes, panels, heads, strict=True):
        own = one_article(rows, slug)
        own = own[(own["a"] == a) & (own["b"] == b)].sort_values("paragraph", kind="stable")
        paragraph_axis(panel, *extent(own), language, named=panel is axes[-1])
        last = panel is axes[-1] or heads[axes.index(panel) + 1]
        panel.tick_params(axis="x", labelbottom=last, length=3 if last else 0)
        fits += [_mirror(panel, own, a, b, language), mark_sections(panel, own, named=head)]
        panel.set_ylabel(words["y"], fontsize=SMALL)
        if head and len(articles_of(rows)) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL, pad=14)
    note = words["cut"].format(n=len(panels), all=every) if len(panels) < every else ""
    return finish(axes, title, note=note, fit=lambda: [fit() for fit in fits if fit])


def _mirror(ax: object, rows: pd.DataFrame, a: str, b: str, language: str) -> object:
    """Draw b upwards and a downwards, with numbers on the bars; return what hides them where bars are too narrow."""
    most = max(rows["n_a"].max(), rows["n_b"].max(), 1)
    names, texts = [], []
    for key, column, way in ((b, "n_b", 1), (a, "n_a", -1)):
        ax.bar(rows["paragraph"], way * rows[column], color=concept_colour(key), width=0.7)
        names.append(label(f"{glossary.concept_name(key, language)} ({int(rows[column].sum())})", room=140))
        for paragraph, n in zip(rows["paragraph"], rows[column], strict=True):
            if n:
                side = "bottom" if way > 0 else "top"
                texts.append(ax.text(paragraph, way * n, int(n), fontsize=SMALL, color=GREY, ha="center", va=side))
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.set_ylim(-most * 1.7, most * 1.7)
    ax.set_yticks([most * 0.6, -most * 0.6], names)
    ax.tick_params(axis="y", length=0)
    ax.spines[["left", "bottom"]].set_visible(False)

    def fit() -> None:
        room = ax.get_window_extent().width / ax.figure.dpi * 72 / (ax.get_xlim()[1] - ax.get_xlim()[0])
        for text in texts:
            text.set_visible(room > font.width(text.get_text(), SMALL) + 1)

    return fit
