"""Names beside the points of a scatter: each takes the nearest free place around its point, or none.

adjustText was tried and moves names far from their points, across others, where points lie on a grid of small counts.
"""

from collections.abc import Callable, Iterator, Sequence

from lundian.plot.style import GREY, SMALL

_NEAR, _FAR = 3.5, (10.0, 18.0, 30.0)  # points between a name and its point; from afar a thin line joins them
_WAYS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


def name_points(
    ax: object,
    xs: Sequence[float],
    ys: Sequence[float],
    names: Sequence[str],
    others: Sequence = (),
    radius: float = 2.0,
) -> Callable[[], None]:
    """Return what names points, the most important first, for as many as find room without touching a name or a point.

    `others` are (x, y) of points that get no name and must not be covered either; `radius` is that of the dots, in points.
    """
    made = []

    def fit() -> None:
        while made:
            made.pop().remove()
        taken = _dots(ax, [*zip(xs, ys, strict=True), *others], radius)
        for x, y, name in zip(xs, ys, names, strict=True):
            made.extend(_place(ax, x, y, name, taken, radius))

    return fit


def _dots(ax: object, points: Sequence, radius: float) -> list:
    """Return a small box for each point, in pixels."""
    from matplotlib.transforms import Bbox

    radius *= ax.figure.dpi / 72
    return [
        Bbox.from_extents(x - radius, y - radius, x + radius, y + radius) for x, y in ax.transData.transform(points)
    ]


def _place(ax: object, x: float, y: float, name: str, taken: list, radius: float) -> list:
    """Write one name where nothing is, add its box to `taken`, and return what was drawn."""
    text = ax.annotate(name, (x, y), (0, 0), textcoords="offset points", fontsize=SMALL, zorder=5, parse_math=False)
    text.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 0.5})  # a line that passes behind is interrupted
    frame = ax.get_window_extent()
    for offset, sides, far in _candidates(radius):
        text.set(position=offset, **sides)
        box = text.get_window_extent()
        inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
        if inside and not any(box.overlaps(other) for other in taken):
            taken.append(box.padded(1.2 * ax.figure.dpi / 72))
            return [text, *(_leader(ax, x, y, offset) if far else ())]
    text.remove()
    return []


def _candidates(radius: float) -> Iterator[tuple[tuple[float, float], dict[str, str], bool]]:
    """Yield (offset, alignment, whether a line is needed) of the places around a point, the nearest first."""
    for distance in (_NEAR, *_FAR):
        for across, up in _WAYS:
            step = (distance + radius - 2) * (0.75 if across and up else 1.0)
            sides = {
                "ha": {1: "left", -1: "right", 0: "center"}[across],
                "va": {1: "bottom", -1: "top", 0: "center"}[up],
            }
            yield (across * step, up * step), sides, distance > _NEAR


def _leader(ax: object, x: float, y: float, offset: tuple[float, float]) -> list:
    line = {"arrowstyle": "-", "color": GREY, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 1}
    return [ax.annotate("", (x, y), offset, textcoords="offset points", arrowprops=line, zorder=1)]
