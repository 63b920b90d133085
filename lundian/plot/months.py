"""The axis of figures that run over months, and a line over it that breaks where a month has no article."""

import pandas as pd

from lundian.plot.style import GREY, PALE

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_LABELS = 6  # of months on the axis at most, so that they fit a narrow figure
_MANY = 36  # months from which dots and lines get thinner
MONTH = {"en": "Month", "zh": "月份"}


def month_axis(ax: object, months: list[str], language: str, *, named: bool = True) -> None:
    """Let the x axis run over months, from 0 to the last, some of them labelled."""
    step = next((step for step in _STEPS if len(months) / step <= _LABELS), _STEPS[-1])
    first = (int(months[0][:4]) * 12 + int(months[0][5:]) - 1) % step
    places = range(-first % step, len(months), step)
    ax.set_xlim(-0.6, len(months) - 0.4)
    ax.set_xticks(list(places), [months[place] for place in places])
    if named:
        ax.set_xlabel(MONTH[language])


def draw_series(ax: object, rows: pd.DataFrame, column: str, colour: str) -> None:
    """Draw a value by month with its intervals; a month without a value is a gap in the line."""
    rows = rows.sort_values("month").reset_index(drop=True)
    thin = len(rows) > _MANY
    ax.plot(rows.index, rows[column], color=PALE, linewidth=1.5, zorder=1)
    ax.vlines(rows.index, rows["low"], rows["high"], color=colour, linewidth=0.8 if thin else 1.2, alpha=0.7, zorder=2)
    ax.plot(rows.index, rows[column], "o", color=colour, markersize=2.5 if thin else 4.5, zorder=3)
    gaps = rows.index[rows["n_articles"] == 0]
    ax.plot(gaps, [0.06] * len(gaps), "|", color=GREY, markersize=4, transform=ax.get_xaxis_transform(), zorder=1)
