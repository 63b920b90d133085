"""What is set against what, through the text: one side of each contrast upwards, the other downwards."""

import pandas as pd

from lundian import glossary
from lundian.plot import font, stretches
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.mirror import mirror
from lundian.plot.names import label
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
    axes, fits = sheet(ax, [0.6] * len(panels)), []
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
    note += stretches.note(max(stretches.step(one_article(rows, slug)) for slug in slugs), language)
    return finish(axes, title, note=note.strip(), fit=lambda: [fit() for fit in fits if fit])


def _mirror(ax: object, rows: pd.DataFrame, a: str, b: str, language: str) -> object:
    sides = ((b, rows["n_b"]), (a, rows["n_a"]))
    names = [label(f"{glossary.concept_name(key, language)} ({int(n.sum())})", room=140) for key, n in sides]
    colours = [concept_colour(key) for key, _ in sides]
    return mirror(ax, rows, ("n_b", "n_a"), names, colours)
