"""Where the lexicon scorer and the labels put the same paragraph, with the words of those that are furthest apart."""

import pandas as pd

from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.labels import name_points
from lundian.plot.style import GREY, NEGATIVE, NEUTRAL, POSITIVE, SMALL, style
from lundian.say.misread import COLUMNS, title_misread, worst

MOST = 6  # paragraphs that get a name
WORDS = {
    "en": {"x": "Rank by the labels (0 lowest, 1 highest)", "y": "Rank by the lexicon scorer", "name": "paragraph {n}"},
    "zh": {"x": "按标注的名次（0最低，1最高）", "y": "按词典打分的名次", "name": "第{n}段"},
}


@style()
def plot_misread(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw each paragraph's rank by the lexicon scorer against that by the labels; name the furthest off.

    Parameters
    ----------
    table
        As `misread` gives it: article, paragraph, rank_label, rank_tone, gap, terms.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    LundianError
        A column is missing.
    """
    words, title = WORDS[check_language(language)], title_misread(table, language)
    need(table, COLUMNS, "plot_misread")
    rows = worst(table)
    if rows.empty:
        return sentence(ax, title)
    (ax,) = sheet(ax, [3.2])
    ax.plot([0, 1], [0, 1], color=GREY, linewidth=0.8, linestyle="--", zorder=1)
    named = rows.head(MOST)
    colours = [POSITIVE if gap > 0 else NEGATIVE for gap in named["gap"]]
    ax.scatter(
        rows["rank_label"][len(named) :], rows["rank_tone"][len(named) :], s=18, color=NEUTRAL, alpha=0.6, linewidth=0
    )
    ax.scatter(named["rank_label"], named["rank_tone"], s=24, color=colours, linewidth=0, zorder=3)
    ax.set_xlim(-0.05, 1.05)
    ax.set_ylim(-0.08, 1.08)
    ax.set_xlabel(words["x"])
    ax.set_ylabel(words["y"])
    names = [_name(row, words["name"]) for _, row in named.iterrows()]
    others = list(zip(rows["rank_label"][len(named) :], rows["rank_tone"][len(named) :], strict=True))
    fit = name_points(ax, list(named["rank_label"]), list(named["rank_tone"]), names, others, radius=2.8)
    return finish([ax], title, texts=rows["terms"], fit=fit)


def _name(row: pd.Series, pattern: str) -> str:
    text = f"{pattern.format(n=int(row['paragraph']))} {row['terms']}".strip()
    return font.shorten(font.drawable(text), SMALL, 170)
