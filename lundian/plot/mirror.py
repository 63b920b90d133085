"""Two counts by paragraph against each other: one upwards, one downwards, with numbers on the bars."""

from collections.abc import Callable, Sequence

import pandas as pd

from lundian.plot import font
from lundian.plot.stretches import gather, step
from lundian.plot.style import GREY, SMALL

LABELLED = 80  # bars that may have room for their numbers


def mirror(
    ax: object, rows: pd.DataFrame, sides: tuple[str, str], names: Sequence[str], colours: Sequence[str]
) -> Callable[[], None]:
    """Draw two columns of a table by paragraph, the first upwards; return what hides the numbers where bars are too narrow."""
    width = step(rows)
    bars = gather(rows, sides, width)
    paragraphs, up, down = bars["paragraph"], bars[sides[0]], bars[sides[1]]
    most = max(up.max(), down.max(), 1)
    texts = []
    for counts, way, colour in ((up, 1, colours[0]), (down, -1, colours[1])):
        ax.bar(paragraphs, way * counts, color=colour, width=0.7 * width)
        side = "bottom" if way > 0 else "top"
        for paragraph, n in zip(paragraphs, counts, strict=True):
            if n and len(bars) <= LABELLED:
                texts.append(ax.text(paragraph, way * n, int(n), fontsize=SMALL, color=GREY, ha="center", va=side))
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.set_ylim(-most * 1.55, most * 1.55)
    ax.set_yticks([most * 0.6, -most * 0.6], names)
    ax.tick_params(axis="y", length=0)
    ax.spines[["left", "bottom"]].set_visible(False)

    def fit() -> None:
        room = ax.get_window_extent().width / ax.figure.dpi * 72 / (ax.get_xlim()[1] - ax.get_xlim()[0])
        for text in texts:
            text.set_visible(room > font.width(text.get_text(), SMALL) + 1)

    return fit
