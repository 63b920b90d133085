"""How the tone of articles moves, month by month."""

import pandas as pd

from lundian.plot.check import check_language, need
from lundian.plot.frame import finish, sentence, sheet
from lundian.plot.months import draw_series, month_axis
from lundian.plot.style import GREY, POSITIVE, SMALL, style
from lundian.say.tone_by_month import COLUMNS, title_tone_by_month

WORDS = {
    "en": {
        "y": "Tone (−1 to +1)",
        "note": "Lines: 95 % intervals, articles being the units. Numbers: articles. Strokes at the foot: months without one.",
    },
    "zh": {
        "y": "语气（−1到+1）",
        "note": "竖线：95%区间，以文章为单位。数字：文章篇数。底部短线：没有文章的月份。",
    },
}


@style()
def plot_tone_by_month(table: pd.DataFrame, *, ax: object = None, language: str = "en") -> object:
    """Draw the mean tone of each month's articles with its interval, and how many articles it rests on.

    Parameters
    ----------
    table
        One row per month, as `tone_by_month` gives it: month, tone, low, high, n_articles, p, n_undated.
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
    words = WORDS[check_language(language)]
    need(table, COLUMNS, "plot_tone_by_month")
    title = title_tone_by_month(table, language)
    if table["tone"].notna().sum() == 0:
        return sentence(ax, title)
    rows = table.sort_values("month").reset_index(drop=True)
    (panel,) = axes = sheet(ax, [1.8])
    month_axis(panel, rows["month"].tolist(), language)
    panel.axhline(0, color=GREY, linewidth=0.6)
    draw_series(panel, rows, "tone", POSITIVE)
    reach = max(1.0, rows[["tone", "low", "high"]].abs().max().max()) * 1.1
    panel.set_ylim(-reach, reach * 1.15)
    if reach <= 1.2:
        panel.set_yticks([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "+0.5", "+1"])
    panel.set_ylabel(words["y"])
    return finish(axes, title, note=words["note"], fit=_numbers(panel, rows))


def _numbers(ax: object, rows: pd.DataFrame) -> object:
    """Write the articles of each month along the top; return what hides them where months are too narrow."""
    from lundian.plot import font

    known = rows[rows["n_articles"] > 0]
    texts = [
        ax.annotate(
            str(n), (place, 1), (0, -2), xycoords=ax.get_xaxis_transform(), textcoords="offset points", fontsize=SMALL,
            color=GREY, ha="center", va="top",
        )
        for place, n in known["n_articles"].items()
    ]  # fmt: skip

    def fit() -> None:
        room = ax.get_window_extent().width / ax.figure.dpi * 72 / len(rows)
        wide = max(font.width(text.get_text(), SMALL) for text in texts)
        for text in texts:
            text.set_visible(room > wide + 2)

    return fit
