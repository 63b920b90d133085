"""Long articles: where there are more paragraphs than a page has room for, each column is a stretch of neighbouring ones."""

import math
from collections.abc import Sequence

import pandas as pd

from lundian.plot.sections import extent

MOST = 120  # columns that a page's width keeps apart
NOTE = {"en": " Each column: {n} paragraphs.", "zh": "每列为{n}段。"}


def step(rows: pd.DataFrame) -> int:
    """Return how many paragraphs a column holds: one, unless the article has more than fit side by side.

    >>> step(pd.DataFrame({"paragraph": [1, 120]})), step(pd.DataFrame({"paragraph": [1, 121]}))
    (1, 2)
    """
    first, last = extent(rows)
    return math.ceil((last - first + 1) / MOST)


def middles(rows: pd.DataFrame, width: int) -> pd.Series:
    """Return for each row the middle of its stretch of paragraphs; with a width of 1, its paragraph.

    >>> middles(pd.DataFrame({"paragraph": [1, 2, 3, 4]}), 2).tolist()
    [1.5, 1.5, 3.5, 3.5]
    """
    first, _ = extent(rows)
    return first + (rows["paragraph"] - first) // width * width + (width - 1) / 2


def gather(rows: pd.DataFrame, columns: Sequence[str], width: int, by: Sequence[str] = ()) -> pd.DataFrame:
    """Return the sums of columns by stretch (and `by`), `paragraph` being its middle.

    >>> gather(pd.DataFrame({"paragraph": [1, 2, 3], "n": [1, 2, 4]}), ["n"], 2).to_numpy().tolist()
    [[1.5, 3.0], [3.5, 4.0]]
    """
    at = rows.assign(paragraph=middles(rows, width))
    return at.groupby(["paragraph", *by], as_index=False, sort=True)[list(columns)].sum()


def note(width: int, language: str) -> str:
    """Return what a note says of the columns; nothing where each is a paragraph."""
    return NOTE[language].format(n=width) if width > 1 else ""
