"""Two word clouds that compare: each term on the side where it is commoner, as large as the evidence is strong."""

import numpy as np
import pandas as pd

from lundian.plot import font
from lundian.plot.check import check_language, need
from lundian.plot.cloud import cloud_on
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.style import LABEL, NEGATIVE, POSITIVE, mix, style
from lundian.say.compare_clouds import title_compare_clouds
from lundian.say.keyness import ranked, sides

NOTE = {"en": "Size: strength of evidence (G²). Place means nothing.", "zh": "大小：证据强弱（G²）。位置没有含义。"}


@style()
def plot_compare_clouds(
    table: pd.DataFrame,
    n: int = 50,
    *,
    ax: object = None,
    language: str = "en",
    target: str = "",
    reference: str = "",
    seed: int = 0,
) -> object:
    """Draw what is commoner in one text above what is commoner in the other.

    Parameters
    ----------
    table
        One row per term, as `keyness` gives it: term, log_ratio, g2.
    n
        How many terms a side at most.
    ax
        Not for this figure, which has two panels; only for a table with a single side.
    language
        "en" or "zh".
    target, reference
        What the two texts are called.
    seed
        Another seed places the words otherwise.

    Returns
    -------
    matplotlib.axes.Axes
        The first panel.

    Raises
    ------
    LundianError
        A column is missing, or one ax is given for two panels.
    """
    check_language(language)
    rows = need(table, ["term", "log_ratio", "g2"], "plot_compare_clouds")
    rows = ranked(rows[np.isfinite(rows["g2"])])
    named = sides(language, target, reference)
    title = title_compare_clouds(rows, language, target=target, reference=reference)
    found = {side: _weights(rows[rows["log_ratio"] * way > 0], n) for side, way in (("target", 1), ("reference", -1))}
    found = {side: weights for side, weights in found.items() if weights}
    if not found:
        return sentence(ax, title)
    axes, fits = sheet(ax, [2.4] * len(found)), []
    for panel, (side, weights) in zip(axes, found.items(), strict=True):
        colour = POSITIVE if side == "target" else NEGATIVE
        panel.set_title(font.drawable(named[side]), color=colour, fontsize=LABEL)
        fits.append(cloud_on(panel, weights, lambda rank, colour=colour: mix(colour, 1 - 0.35 * rank), seed))
    return finish(axes, title, note=NOTE[language], texts=rows["term"], fit=lambda: [fit() for fit in fits])


def _weights(rows: pd.DataFrame, n: int) -> dict[str, float]:
    top = rows[rows["strength"] > 0].head(max(n, 1))
    terms = [font.drawable(term).strip() for term in top["term"]]
    return {term: weight for term, weight in zip(terms, top["strength"].astype(float), strict=True) if term}
