"""Terms as large as they are frequent: the same picture on each run, no term twice, in the package's font."""

import pandas as pd

from lundian import glossary
from lundian.errors import LundianError
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.cloud import cloud_on
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.style import GREY, INK, LABEL, SERIES, style
from lundian.say.phrase import article, articles_of, one_article
from lundian.say.word_cloud import title_word_cloud, weight_column

_GLOSSED = 15


@style()
def plot_word_cloud(
    table: pd.DataFrame, n: int = 80, *, ax: object = None, language: str = "en", seed: int = 0
) -> object:
    """Draw terms as large as they are frequent, a panel for each article.

    Parameters
    ----------
    table
        One row per term (and article): term and the first there is of weight, n, per_thousand, above nought.
    n
        How many terms at most; those that do not fit at a readable size are left out, the rarest first.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" (the note gives English glosses) or "zh".
    seed
        Another seed places the words otherwise.

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, a weight is negative or infinite, or one ax is given for several articles.
    """
    check_language(language)
    column = weight_column(table)
    rows = need(table, ["term", column], "plot_word_cloud")
    if not rows[column].between(0, float("inf"), inclusive="left").all():
        raise LundianError(f"A word cloud's weights lie between 0 and infinity; column {column} holds others.")
    rows = rows[rows[column] > 0]
    title = title_word_cloud(rows, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)[:MAX_PANELS]
    axes = sheet(ax, [3.0 if len(slugs) == 1 else 2.3] * len(slugs))
    fits, drawn = [], []
    for panel, slug in zip(axes, slugs, strict=True):
        weights = _largest(one_article(rows, slug), column, n)
        drawn += list(weights)
        fits.append(cloud_on(panel, weights, _colour, seed))
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL)
    return finish(axes, title, note=_glosses(drawn, language), texts=drawn, fit=lambda: [fit() for fit in fits])


def _largest(rows: pd.DataFrame, column: str, n: int) -> dict[str, float]:
    sums = rows.assign(term=[font.drawable(term).strip() for term in rows["term"]]).groupby("term")[column].sum()
    sums = sums[sums.index != ""].reset_index().sort_values([column, "term"], ascending=[False, True])
    return dict(zip(sums["term"].head(max(n, 1)), sums[column].head(max(n, 1)).astype(float), strict=True))


def _colour(rank: float) -> str:
    """Return the colour of the word at this place between the first, 0, and the last, 1."""
    return SERIES[0] if rank < 0.15 else INK if rank < 0.5 else GREY


def _glosses(terms: list[str], language: str) -> str:
    if language != "en":
        return ""
    pairs = {term: glossary.gloss(term) for term in terms}
    return " · ".join([f"{term} {gloss}" for term, gloss in pairs.items() if gloss][:_GLOSSED])
