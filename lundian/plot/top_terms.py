"""Which terms carry the article: bars of the terms used most."""

import pandas as pd

from lundian import glossary
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import MAX_PANELS, finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import GREY, LABEL, SERIES, SMALL, TICK, style
from lundian.say.phrase import article, articles_of, one_article, whole
from lundian.say.top_terms import title_top_terms

WORDS = {"en": ("Occurrences; per thousand terms (‰)", "{rate} ‰"), "zh": ("出现次数；每千词次数（‰）", "{rate} ‰")}


@style()
def plot_top_terms(table: pd.DataFrame, n: int = 20, *, ax: object = None, language: str = "en") -> object:
    """Draw the `n` terms used most, a panel for each article.

    Parameters
    ----------
    table
        One row per term and article, as `term_frequency` gives it: term, n and, where known, article, per_thousand.
    n
        How many terms, from 1.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel; all of them are `ax.figure.axes`.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several articles.

    Examples
    --------
    >>> import matplotlib; matplotlib.use("agg")
    >>> table = pd.DataFrame({"term": ["平台", "流量"], "n": [9, 4]})
    >>> [text.get_text().split()[0] for text in plot_top_terms(table, language="zh").get_yticklabels()]
    ['平台', '流量']
    """
    check_language(language)
    rows = need(table, ["term", "n"], "plot_top_terms")
    title = title_top_terms(rows, language)
    if rows.empty:
        return sentence(ax, title)
    slugs = articles_of(rows)[:MAX_PANELS]
    tops = [_top(one_article(rows, slug), n) for slug in slugs]
    axes = sheet(ax, [0.21 * len(top) + 0.1 for top in tops])
    for panel, slug, top in zip(axes, slugs, tops, strict=True):
        _bars(panel, top, language)
        if len(slugs) > 1:
            panel.set_title(font.drawable(article(slug)), color=GREY, fontsize=LABEL)
    axes[-1].set_xlabel(WORDS[language][0])
    return finish(axes, title, texts=pd.concat(tops)["term"])


def _top(rows: pd.DataFrame, n: int) -> pd.DataFrame:
    return rows.sort_values(["n", "term"], ascending=[False, True], kind="stable").head(max(n, 1))


def _bars(ax: object, top: pd.DataFrame, language: str) -> None:
    import seaborn as sns

    places = range(len(top))
    sns.barplot(x=top["n"].to_numpy(), y=places, orient="h", color=SERIES[0], saturation=1, width=0.7, ax=ax)
    glosses = [glossary.gloss(term, language) for term in top["term"]]
    ax.set_yticks(places, [label(*pair).replace("\n", " ") for pair in zip(top["term"], glosses, strict=True)])
    ax.set_ylim(len(top) - 0.4, -0.6)
    ax.set_xlim(0, top["n"].max() * 1.16 or 1)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.xaxis.get_major_locator().set_params(integer=True)
    rates = top["per_thousand"] if "per_thousand" in top.columns else pd.Series(float("nan"), index=top.index)
    for place, count, rate in zip(places, top["n"], rates, strict=True):
        note = whole(count) if pd.isna(rate) else f"{whole(count)}  {WORDS[language][1].format(rate=f'{rate:.1f}')}"
        ax.annotate(note, (count, place), (3, 0), textcoords="offset points", va="center", fontsize=SMALL, color=GREY)
