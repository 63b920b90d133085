"""The names of terms, of rows and of the x axis; those of rows and axes are set anew for each width."""

from lundian.plot import font
from lundian.plot.style import LABEL, TICK

_ROWS = 0.42  # of the sheet's width: the most that names of rows may take


def label(term: str, gloss: str = "", room: float = 150.0, size: float = TICK) -> str:
    """Return a term with its gloss, on one line if that fits into `room` points, else on two, shortened where it must be.

    >>> label("平台", "platform")
    '平台 platform'
    """
    term = font.drawable(term)
    joined = f"{term} {gloss}".strip()
    if font.width(joined, size) <= room or not gloss:
        return font.shorten(joined, size, room)
    return font.shorten(term, size, room) + "\n" + font.shorten(gloss, size, room)


def has_named_rows(ax: object) -> bool:
    """Tell whether rows have names, and not a scale."""
    from matplotlib.ticker import FixedLocator

    return ax.axison and isinstance(ax.yaxis.get_major_locator(), FixedLocator)


def row_name(text: str, sheet: float) -> str:
    """Return a row's name, shortened to its part of a sheet of so many points; what stands behind the last " · " is kept."""
    room = _ROWS * sheet
    if "\n" in text or font.width(text, TICK) <= room:
        return text
    head, dot, tail = text.rpartition(" · ")
    if not head:
        return font.shorten(text, TICK, room)
    return font.shorten(head, TICK, room - font.width(dot + tail, TICK)) + dot + tail


def name_x(ax: object, name: str, room: float, most: float) -> None:
    """Name the x axis under its middle or, where that would take many lines, from its right end over the whole sheet."""
    text = font.wrap(name, LABEL, room)
    middle = text.count("\n") <= name.count("\n") + 1
    ax.set_xlabel(text if middle else font.wrap(name, LABEL, max(most, room)), linespacing=1.3)
    ax.xaxis.label.set(x=0.5 if middle else 1.0, ha="center" if middle else "right")
