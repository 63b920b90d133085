"""Which words make one text's tone higher than another's: bars, the heaviest on top."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, label, sentence, sheet
from lundian.plot.style import GREY, NEGATIVE, PALE, POSITIVE, SMALL, TICK, style
from lundian.say.keyness import sides
from lundian.say.phrase import number
from lundian.say.tone_shift import ranked, title_tone_shift

WORDS = {
    "en": {
        "axis": "What the word adds to the difference in tone\n← {target} darker · {target} brighter →",
        "rest": "{n} other words",
        "note": "All bars together give the difference between {target} and {reference}.",
    },
    "zh": {
        "axis": "对语气之差的贡献\n← {target}更暗 · {target}更亮 →",
        "rest": "其余{n}个词",
        "note": "各条之和即{target}与{reference}语气之差。",
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
        One row per word, as `tone_shift` gives it: term, contribution.
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
    words = WORDS[check_language(language)]
    need(table, ["term", "contribution"], "plot_tone_shift")
    rows, title = ranked(table), title_tone_shift(table, language, target=target, reference=reference)
    if rows.empty:
        return sentence(ax, title)
    named = sides(language, target, reference)
    top, rest = rows.head(max(n, 1)), rows.iloc[max(n, 1) :]
    glosses = [glossary.gloss(term) if language == "en" else "" for term in top["term"]]
    names = [label(*pair).replace("\n", " ") for pair in zip(top["term"], glosses, strict=True)]
    values = list(top["contribution"])
    if len(rest):
        names.append(words["rest"].format(n=len(rest)))
        values.append(rest["contribution"].sum())
    (panel,) = axes = sheet(ax, [0.21 * len(names) + 0.1])
    _bars(panel, names, values, rest=len(rest) > 0)
    panel.set_xlabel(words["axis"].format(**named))
    return finish(axes, title, note=words["note"].format(**named), texts=top["term"])


def _bars(ax: object, names: list[str], values: list[float], *, rest: bool) -> None:
    colours = [POSITIVE if value > 0 else NEGATIVE for value in values]
    if rest:
        colours[-1] = PALE
    ax.barh(range(len(names)), values, color=colours, height=0.7)
    ax.axvline(0, color=GREY, linewidth=0.8)
    reach = max(abs(min(values)), abs(max(values)))
    low, high = min(0, *values), max(0, *values)
    ax.set_xlim(low - 0.32 * reach, high + 0.32 * reach)
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)
    digits = 3 if reach < 0.1 else 2
    for place, value in enumerate(values):
        way = 1 if value >= 0 else -1
        ax.annotate(
            number(value, digits, sign=True),
            (value, place),
            (3 * way, 0),
            textcoords="offset points",
            ha="left" if way > 0 else "right",
            va="center",
            fontsize=SMALL,
            color=GREY,
        )
