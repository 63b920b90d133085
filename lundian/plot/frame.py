"""What every figure has in common: its sheet, its title over the full width, its note below, and checks at the end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from lundian.errors import LundianError
from lundian.plot import font
from lundian.plot.names import has_named_rows, name_x, row_name
from lundian.plot.style import GREY, INK, LABEL, SMALL, TITLE, WIDTHS, style

MAX_PANELS = 8
_LINES = 9  # of a title at most
_PAD = 6.0  # points between the edge of the sheet and its words


@dataclass
class Sheet:
    """What a figure of ours remembers, so that it can be laid out again at another width."""

    axes: list
    heights: list
    title: str = ""
    note: str = ""
    fits: list[Callable[[], None]] = field(default_factory=list)
    names: dict = field(default_factory=dict)
    rows: dict = field(default_factory=dict)


_SHEETS: WeakKeyDictionary = WeakKeyDictionary()


def sheet(ax: object, heights: Sequence[float]) -> list:
    """Return the axes to draw on: the given one, or a new figure's panels, stacked.

    `heights` are those of the bare panels in inches; the sheet grows by what titles and labels need.
    """
    if ax is not None:
        if len(heights) > 1:
            raise LundianError("One ax holds one panel; leave ax out, or pass the rows of one article only.")
        return [ax]
    import matplotlib.pyplot as plt

    figure, grid = plt.subplots(
        len(heights),
        1,
        figsize=(WIDTHS["page"], sum(heights) + 1.0 + 0.6 * len(heights)),
        layout="constrained",
        squeeze=False,
        gridspec_kw={"height_ratios": heights},
    )
    figure.get_layout_engine().set(w_pad=_PAD / 72, h_pad=_PAD / 72, hspace=0.03, wspace=0.03)
    axes = list(grid.flat)
    _SHEETS[figure] = Sheet(axes, list(heights))
    return axes


def finish(
    axes: Sequence, title: str, *, note: str = "", texts: Iterable[str] = (), fit: Callable | None = None
) -> object:
    """Set title and note, fit everything to the width, check the glyphs, and return the first axes.

    `texts` are the reader's words that are drawn: characters in them that the font lacks are listed in the note. `fit` is
    called after each layout, for what has to be placed anew when the width changes.
    """
    first, figure = axes[0], axes[0].figure
    gone = font.missing([*texts, title])
    if gone:
        listed = " ".join(f"U+{ord(c):04X}" for c in gone[:12])
        note = f"{note} 〓 = {listed}".strip()
    title = "\n".join(font.drawable(part) for part in title.split("\n"))
    own = _SHEETS.get(figure)
    if own is None or own.axes[0] is not first:
        own = Sheet(list(axes), [])
        _place_title(first, title, size=LABEL)
    else:
        own.title, own.note = title, note
        _SHEETS[figure] = own
        _head(own, figure)
    own.fits += [fit] if fit else []
    own.names = {ax: (ax.get_xlabel(), ax.get_ylabel(), ax.get_title("left")) for ax in own.axes}
    own.rows = {ax: [text.get_text() for text in ax.get_yticklabels()] for ax in own.axes if has_named_rows(ax)}
    _plain(own, figure)
    _fit(own, figure)
    return first


def _fit(own: Sheet, figure: object) -> None:
    """Shorten the names of rows, wrap those of axes and panels, then fit what depends on the width."""
    if own.rows:
        for ax, texts in own.rows.items():
            ax.set_yticks(ax.get_yticks(), [row_name(text, figure.get_figwidth() * 72) for text in texts])
        figure.draw_without_rendering()
    for ax, (x, y, title) in own.names.items():
        box, points = ax.get_window_extent(), 72 / figure.dpi
        if own.heights and title:
            ax._left_title.set_text(font.wrap(title, LABEL, (figure.bbox.x1 - box.x0) * points - _PAD))  # noqa: SLF001
        name_x(ax, x, max(box.width * points, 60), box.x1 * points - _PAD)
        ax.set_ylabel(font.wrap(y, LABEL, max(box.height * points, 60)))
    figure.align_ylabels(list(own.names))
    figure.draw_without_rendering()
    _grow(own, figure)
    for run in own.fits:
        run()


def _place_title(ax: object, title: str, size: float) -> None:
    room = ax.get_window_extent().width / ax.figure.dpi * 72
    ax.set_title(font.wrap(title, size, room), loc="left", fontsize=size, color=INK)


def _head(own: Sheet, figure: object) -> None:
    points = figure.get_figwidth() * 72
    left = _PAD / points
    size = TITLE if figure.get_figwidth() > 5 else LABEL
    figure.suptitle(
        font.wrap(own.title, size, points - 2 * _PAD, lines=_LINES),
        x=left,
        ha="left",
        fontsize=size,
        color=INK,
        linespacing=1.3,
    )
    if own.note:
        text = font.wrap(own.note, SMALL, points - 2 * _PAD)
        figure.supxlabel(text, x=left, ha="left", fontsize=SMALL, color=GREY)


def _grow(own: Sheet, figure: object) -> None:
    """Make the sheet as high as it takes for each panel to have the height it asked for."""
    for _ in range(2 if own.heights else 0):
        now = sum(ax.get_window_extent().height for ax in own.axes) / figure.dpi
        if abs(sum(own.heights) - now) > 0.02:
            figure.set_figheight(figure.get_figheight() + sum(own.heights) - now)
            figure.draw_without_rendering()


def _plain(own: Sheet, figure: object) -> None:
    """Fix the font of every text, also of ticks that are made later, and refuse our own words without a glyph."""
    from matplotlib.text import Text

    texts = [text for ax in own.axes for text in ax.findobj(Text)]
    for ax in own.axes:
        ax.tick_params(labelfontfamily=font.FAMILY, which="both")
    for text in texts:
        text.set_fontfamily(font.FAMILY)
    figure.draw_without_rendering()
    for text in [*texts, *(text for ax in own.axes for text in ax.findobj(Text))]:
        text.set_parse_math(False)
        if gone := font.missing(text.get_text()):
            raise LundianError(f"The figure's font has no {' '.join(gone)} for the words {text.get_text()!r}.")


def relayout(figure: object, width: str) -> None:
    """Give a figure of ours another width and lay it out again; other figures stay as they are."""
    if width not in WIDTHS:
        raise LundianError(f"There is no width {width!r}; choose one of {', '.join(WIDTHS)}.")
    own = _SHEETS.get(figure)
    if own is None:
        return
    if figure.get_figwidth() == WIDTHS[width]:
        return
    with style():
        figure.set_size_inches(WIDTHS[width], figure.get_figheight())
        _head(own, figure)
        figure.draw_without_rendering()
        _fit(own, figure)


def title_of(ax: object) -> str:
    """Return the finding that stands over a figure, on one line."""
    own = _SHEETS.get(ax.figure)
    text = own.title if own else ax.figure.get_suptitle() or ax.get_title(loc="left") or ax.get_title()
    return " ".join(text.split())


def head_of(figure: object) -> float:
    """Return the share of a figure's height that its title takes, from the top; 0.0 for a figure without one."""
    title = figure._suptitle  # noqa: SLF001 (matplotlib gives its words only)
    if title is None or not title.get_text():
        return 0.0
    return round(1 - title.get_window_extent().y0 / figure.bbox.height, 4)


def sentence(ax: object, text: str) -> object:
    """Return axes that hold nothing but one sentence: the figure of a table that has nothing to draw."""
    (ax,) = sheet(ax, [0.6])
    ax.set_axis_off()
    words = font.wrap(font.drawable(text), LABEL, WIDTHS["page"] * 72 - 40)
    ax.text(0.0, 0.5, words, fontsize=LABEL, color=GREY, ha="left", va="center", transform=ax.transAxes)
    own = _SHEETS.get(ax.figure)
    if own:
        own.title = text
    _plain(own or Sheet([ax], []), ax.figure)
    return ax
