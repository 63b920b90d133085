"""Which words make one text's tone higher than another's: bars, the heaviest on top."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import GREY, INK, NEGATIVE, PALE, POSITIVE, SMALL, TICK, style
from lundian.say.keyness import sides
from lundian.say.phrase import number
from lundian.say.tone_shift import ranked, title_tone_shift, words

WORDS = {
    "en": {
        "axis": "Added to the difference in tone\n← {target} darker · brighter →",
        "rest": "all else",
        "note": "All bars together give the difference between {target} and {reference}. Lines: 95 % intervals.",
    },
    "zh": {
        "axis": "对语气之差的贡献\n← {target}更暗 · 更亮 →",
        "rest": "其余合计",
        "note": "各条之和即{target}与{reference}语气之差。细线：95%区间。",
    },
}


@style()
def plot_tone_shift(
    table: pd.DataFrame, n: int = 24, *, ax: object = None, language: str = "en", target: str = "", reference: str = ""
) -> object:
    """Draw what each word adds to the difference in tone of two texts; the bars sum to the difference.

    Parameters
    ----------
    table
        One row per word, as `tone_shift` gives it: term, shift and, where known, low, high.
    n
        How many words; the others are drawn as one bar.
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
    texts = WORDS[check_language(language)]
    need(table, ["term", "shift"], "plot_tone_shift")
    rows, title = ranked(table), title_tone_shift(table, language, target=target, reference=reference)
    if words(rows).empty:
        return sentence(ax, title)
    named = sides(language, target, reference)
    top = words(rows).head(max(n, 1))
    rest = rows[~rows["term"].isin(top["term"])]
    glosses = [glossary.gloss(term, language) for term in top["term"]]
    names = [label(*pair).replace("\n", " ") for pair in zip(top["term"], glosses, strict=True)]
    values = list(top["shift"])
    if len(rest):
        names.append(texts["rest"])
        values.append(rest["shift"].sum())
    (panel,) = axes = sheet(ax, [0.21 * len(names) + 0.1])
    _bars(panel, names, values, rest=len(rest) > 0)
    _intervals(panel, top)
    panel.set_xlabel(texts["axis"].format(**named))
    return finish(axes, title, note=texts["note"].format(**named), texts=top["term"])


def _bars(ax: object, names: list[str], values: list[float], *, rest: bool) -> None:
    colours = [POSITIVE if value > 0 else NEGATIVE for value in values]
    if rest:
        colours[-1] = PALE
    ax.barh(range(len(names)), values, color=colours, height=0.7)
    ax.axvline(0, color=GREY, linewidth=0.8)
    reach = max(abs(min(values)), abs(max(values)))
    low, high = min(0, *values), max(0, *values)
    ax.set_xlim(low - 0.3 * reach, high + 0.3 * reach)
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)
    digits = 3 if reach < 0.1 else 2
    for place, value in enumerate(values):
        spot = {"xycoords": ax.get_yaxis_transform(), "textcoords": "offset points", "annotation_clip": False}
        ax.annotate(
            number(value, digits, sign=True), (1, place), (2, 0), va="center", fontsize=SMALL, color=GREY, **spot
        )


def _intervals(ax: object, top: pd.DataFrame) -> None:
    """Draw the intervals whole; one that would dwarf the bars ends in an arrow at the edge."""
    if not {"low", "high"} <= set(top.columns):
        return
    reach = 4 * top["shift"].abs().max()
    left, right = ax.get_xlim()
    left, right = min(left, 1.06 * max(top["low"].min(), -reach)), max(right, 1.06 * min(top["high"].max(), reach))
    ax.set_xlim(left, right)
    ends = (top[side].clip(left, right) for side in ("low", "high"))
    ax.hlines(range(len(top)), *ends, color=INK, linewidth=0.6, alpha=0.6, zorder=3)
    for edge, cut, sign in ((left, top["low"] < left, "<"), (right, top["high"] > right, ">")):
        if cut.any():  # a line without points would reach down to the figure's corner, and the layout make room for it
            ax.plot(
                [edge] * int(cut.sum()), cut.to_numpy().nonzero()[0], sign, color=INK, markersize=3.5, clip_on=False
            )
