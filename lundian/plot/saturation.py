"""SnowNLP's score against the paragraph's length: its probability, and what is left of it per known word."""

import pandas as pd

from lundian.errors import LundianError
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.style import GREY, PALETTE, style
from lundian.say.saturation import COLUMNS, title_saturation

WORDS = {
    "en": {
        "length": "Characters in the paragraph",
        "tone_snownlp": "Probability",
        "tone_snownlp_logodds": "Log-odds per word",
    },
    "zh": {"length": "段落字数", "tone_snownlp": "概率", "tone_snownlp_logodds": "每词对数几率"},
}


@style()
def plot_saturation(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw SnowNLP's probability, and its log-odds per known word, against the paragraph's length.

    Parameters
    ----------
    table
        One row per paragraph: n_chars, tone_snownlp, tone_snownlp_logodds.
    ax
        Not used: the figure has two panels; leave it out.
    language
        "en" or "zh".

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or an ax is given.
    """
    words, title = WORDS[check_language(language)], title_saturation(table, language)
    rows = need(table, COLUMNS, "plot_saturation")
    if rows.empty:
        return sentence(ax, title)
    if ax is not None:
        raise LundianError("plot_saturation has two panels; leave ax out.")
    axes = sheet(None, [1.7, 1.4])
    for panel, column in zip(axes, COLUMNS[1:], strict=True):
        panel.axhline(0.5 if column == "tone_snownlp" else 0, color=GREY, linewidth=0.6, linestyle="--")
        panel.plot(
            rows["n_chars"], rows[column], "o", color=PALETTE["blue"], alpha=0.6, markersize=4.5, markeredgewidth=0
        )
        panel.set_ylabel(words[column])
    axes[0].set_ylim(-0.05, 1.05)
    axes[0].sharex(axes[1])
    axes[0].tick_params(labelbottom=False)
    axes[1].set_xlabel(words["length"])
    return finish(axes, title)
