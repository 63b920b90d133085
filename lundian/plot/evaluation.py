"""How far scores agree with labels: three measures, each a panel, a line for each scorer or kind of text."""

import pandas as pd

from lundian.errors import LundianError
from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import GREY, LABEL, NEGATIVE, NEUTRAL, PALE, POSITIVE, style
from lundian.say.evaluation import COLUMNS, name, parts, title_evaluation

WORDS = {
    "en": {
        "spearman": "Rank correlation with the labels",
        "auc": "Pairs told in the right order",
        "accuracy": "Share of signs that are right",
        "note": "Bars: 95% bootstrap intervals; coloured: clear of chance (dashed). No evidence counts as a wrong sign.",
    },
    "zh": {
        "spearman": "与标注的等级相关",
        "auc": "次序正确的文本对（褒、贬）所占比例",
        "accuracy": "正负号正确的比例",
        "note": "横线：自助法95%区间；有色：明显异于随机（虚线）。没有证据算作符号错误。",
    },
}
CHANCE = {"spearman": 0.0, "auc": 0.5, "accuracy": 0.5}


@style()
def plot_evaluation(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw rank correlation, pairs in order and signs right, with intervals, against chance.

    Parameters
    ----------
    table
        As `evaluate_by` or `evaluate_tone` gives it: (part,) metric, value, low, high.
    ax
        Axes to draw on, for a table with one metric; a new figure when left out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for several metrics.
    """
    words, title = WORDS[check_language(language)], title_evaluation(table, language)
    need(table, COLUMNS, "plot_evaluation")
    rows = parts(table)
    shown = [metric for metric in CHANCE if metric in set(rows["metric"])]
    if not shown:
        return sentence(ax, title)
    if ax is not None and len(shown) > 1:
        raise LundianError(
            "plot_evaluation draws one metric on one ax; leave ax out, or pass the rows of one metric only."
        )
    order = list(dict.fromkeys(rows["part"]))
    axes = sheet(ax, [0.2 * len(order) + 0.15] * len(shown))
    for panel, metric in zip(axes, shown, strict=True):
        _dots(panel, rows[rows["metric"] == metric].set_index("part"), order, CHANCE[metric], language)
        panel.set_title(font.drawable(words[metric]), color=GREY, fontsize=LABEL)
    return finish(axes, title, note=words["note"], texts=order)


def _dots(ax: object, rows: pd.DataFrame, order: list[str], chance: float, language: str) -> None:
    for place, part in enumerate(order):
        ax.axhline(place, color=PALE, linewidth=0.4, zorder=0)
        for row in rows[rows.index == part].itertuples():
            colour = POSITIVE if row.low > chance else NEGATIVE if row.high < chance else NEUTRAL
            ax.hlines(place, row.low, row.high, color=colour, linewidth=1.2)
            ax.plot(row.value, place, "o", color=colour, markersize=5, clip_on=False)
    ax.axvline(chance, color=GREY, linewidth=0.8, linestyle="--", zorder=1)
    ax.set_xlim(-1 if chance == 0 else 0, 1)
    ax.set_ylim(len(order) - 0.4, -0.6)
    ax.set_yticks(range(len(order)), [label(name(part, language)) for part in order])
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
