"""Two texts term against term: how often each uses it, on logarithmic axes, the strongest contrasts named."""

import numpy as np
import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.labels import name_points
from lundian.plot.names import label
from lundian.plot.style import GREY, NEGATIVE, PALE, POSITIVE, style
from lundian.say.contrast import title_contrast
from lundian.say.keyness import ranked, sides

WORDS = {
    "en": {
        "axis": "Occurrences in {name}",
        "note": "Larger dots: more terms at that place. Colour: clear after correction. Dashed: equally common.",
    },
    "zh": {"axis": "在{name}中的次数", "note": "点越大，此处的词越多。彩色：校正后仍明显。虚线：同样常用。"},
}


@style()
def plot_contrast(
    table: pd.DataFrame,
    n: int = 24,
    *,
    ax: object = None,
    language: str = "en",
    target: str = "",
    reference: str = "",
) -> object:
    """Draw each term's occurrences in one text against those in the other, and name the strongest contrasts.

    Parameters
    ----------
    table
        One row per term, as `keyness` gives it: term, n_target, n_reference, log_ratio and, where known, q, g2.
    n
        How many terms to name; those that find no room stay without name.
    ax
        Axes to draw on; a new figure when left out.
    language
        "en" (terms with English glosses) or "zh".
    target, reference
        What the two texts are called.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    LundianError
        A column is missing.
    """
    words = WORDS[check_language(language)]
    need(table, ["term", "n_target", "n_reference", "log_ratio"], "plot_contrast")
    rows = ranked(table).dropna(subset=["n_target", "n_reference"])
    title = title_contrast(table, language, target=target, reference=reference)
    if rows.empty:
        return sentence(ax, title)
    (panel,) = axes = sheet(ax, [3.9])
    _points(panel, rows)
    named = sides(language, target, reference)
    panel.set_xlabel(words["axis"].format(name=named["reference"]))
    panel.set_ylabel(words["axis"].format(name=named["target"]))
    top = rows.drop_duplicates(["n_target", "n_reference"]).head(n)
    glosses = [glossary.gloss(term, language) for term in top["term"]]
    names = [label(*pair, room=130).replace("\n", " ") for pair in zip(top["term"], glosses, strict=True)]
    others = list(zip(place(rows["n_reference"]), place(rows["n_target"]), strict=True))
    fit = name_points(panel, place(top["n_reference"]), place(top["n_target"]), names, sorted(set(others)))
    return finish(axes, title, note=words["note"], texts=rows["term"].head(n), fit=fit)


def place(n: pd.Series) -> list[float]:
    """Return where counts stand on the axis: log2(1 + n), so that 0 has a place too.

    >>> place(pd.Series([0, 1, 3]))
    [0.0, 1.0, 2.0]
    """
    return [float(x) for x in np.log2(1 + n.astype(float))]


def _points(ax: object, rows: pd.DataFrame) -> None:
    colour = np.where(rows["clear"], np.where(rows["log_ratio"] > 0, POSITIVE, NEGATIVE), GREY)
    spots = rows.assign(colour=colour).groupby(["n_reference", "n_target", "colour"], as_index=False).size()
    sizes = 10 * spots["size"].astype(float) ** 0.5
    xs, ys = place(spots["n_reference"]), place(spots["n_target"])
    ax.scatter(xs, ys, s=sizes, c=list(spots["colour"]), alpha=0.75, linewidths=0, zorder=3)
    total = max(rows["n_target"].sum(), 1) / max(rows["n_reference"].sum(), 1)
    most = max(rows["n_target"].max(), rows["n_reference"].max(), 1)
    line = np.linspace(0, most, 60)
    ax.plot(place(pd.Series(line)), place(pd.Series(line * total)), color=PALE, linestyle=(0, (4, 3)), zorder=1)
    ticks = [t for t in (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000) if t <= most * 1.2]
    for axis, column in ((ax.xaxis, "n_reference"), (ax.yaxis, "n_target")):
        axis.set_ticks(place(pd.Series(ticks)), [f"{t:,}" for t in ticks])
        high = place(pd.Series([max(rows[column].max(), 1)]))[0]
        (ax.set_xlim if axis is ax.xaxis else ax.set_ylim)(-0.35, high * 1.1 + 0.3)
