"""Dots with whiskers: a value and its interval for each of several names, one a line."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from lundian.plot.style import GREY, PALE, TICK


def whiskers(ax: object, rows: pd.DataFrame, names: Sequence[str], colours: Sequence[str]) -> None:
    """Draw a row's `value` with `low` to `high`, filled where `clear`, from top to bottom, and a line at nought.

    An interval that goes beyond the picture ends in an arrow at its edge.
    """
    left, right = _limits(rows)
    for place, (row, colour) in enumerate(zip(rows.itertuples(), colours, strict=True)):
        ax.axhline(place, color=PALE, linewidth=0.4, zorder=0)
        low, high = max(row.low, left), min(row.high, right)
        if not math.isnan(low + high):
            ax.hlines(place, low, high, color=colour, linewidth=1.2, zorder=2)
            for edge, cut, sign in ((left, row.low < left, "<"), (right, row.high > right, ">")):
                if cut:
                    ax.plot(edge, place, sign, color=colour, markersize=4, clip_on=False)
        value = min(max(row.value, left), right)
        face = colour if row.clear else "white"
        ax.plot(value, place, "o", color=colour, markerfacecolor=face, markersize=5, zorder=3)
    ax.axvline(0, color=GREY, linewidth=0.8, zorder=1)
    ax.set_xlim(left, right)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_yticks(range(len(rows)), names)
    ax.tick_params(axis="y", length=0, labelsize=TICK)
    ax.spines["left"].set_visible(False)


def _limits(rows: pd.DataFrame) -> tuple[float, float]:
    """Return limits that hold every value, nought, and the intervals as far as they don't dwarf the values."""
    values = rows["value"].replace([np.inf, -np.inf], np.nan).dropna()
    reach = max(values.abs().max() * 2.2 if len(values) else 1.0, 1e-6)
    ends = pd.concat([rows["low"], rows["high"], values]).clip(-reach, reach).dropna()
    low, high = min(0.0, ends.min()), max(0.0, ends.max())
    pad = (high - low) * 0.05 or 1.0
    return low - pad, high + pad
