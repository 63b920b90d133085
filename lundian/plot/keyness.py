"""Which terms set one text apart from another: log ratios with their intervals."""

import pandas as pd

from lundian import glossary
from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.names import label
from lundian.plot.style import NEGATIVE, POSITIVE, style
from lundian.plot.whiskers import whiskers
from lundian.say.keyness import ranked, sides, title_keyness

WORDS = {
    "en": {
        "axis": "Log ratio (base 2)\n← commoner in {reference} · commoner in {target} →",
        "note": "Bars: intervals. Filled: clear after correction for many comparisons.",
    },
    "zh": {"axis": "对数比（以2为底）\n← {reference}更多 · {target}更多 →", "note": "横线：区间。实心：校正后仍明显。"},
}


@style()
def plot_keyness(
    table: pd.DataFrame,
    n: int = 24,
    *,
    ax: object = None,
    language: str = "en",
    target: str = "",
    reference: str = "",
) -> object:
    """Draw the log ratio of the terms with the strongest evidence, with intervals, both sides in one picture.

    Parameters
    ----------
    table
        One row per term, as `keyness` or `distinctive` gives it: term, log_ratio and, where known, low, high, q, g2.
    n
        How many terms.
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
    check_language(language)
    need(table, ["term", "log_ratio"], "plot_keyness")
    rows = ranked(table).head(max(n, 1))
    title = title_keyness(table, language, target=target, reference=reference)
    if rows.empty:
        return sentence(ax, title)
    rows = rows.sort_values(["log_ratio", "term"], ascending=[False, True]).rename(columns={"log_ratio": "value"})
    rows = rows.assign(**{side: rows[side] if side in rows.columns else float("nan") for side in ("low", "high")})
    glosses = [glossary.gloss(term, language) for term in rows["term"]]
    names = [label(*pair).replace("\n", " ") for pair in zip(rows["term"], glosses, strict=True)]
    axes = sheet(ax, [0.21 * len(rows) + 0.1])
    whiskers(axes[0], rows, names, [POSITIVE if value > 0 else NEGATIVE for value in rows["value"]])
    axes[0].set_xlabel(WORDS[language]["axis"].format(**sides(language, target, reference)))
    return finish(axes, title, note=WORDS[language]["note"], texts=rows["term"])
