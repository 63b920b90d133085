"""A word cloud as text on axes: placed by `wordcloud`, drawn by matplotlib, placed anew for another width."""

from collections.abc import Callable, Mapping

from lundian.plot import font
from lundian.plot.style import SMALL

_FINE = 2  # units of the layout's grid per point
_MARGIN = 6
_LARGEST = 38.0  # points
_TRIES = 4


def cloud_on(ax: object, weights: Mapping[str, float], colour: Callable[[float], str], seed: int) -> Callable[[], None]:
    """Prepare axes for a cloud of `weights` (term → weight, largest first); return what places the words.

    The placing has to wait until the axes have their size: words keep a readable size at any width, so a narrower figure
    holds fewer of them. `colour` gives a word's colour by its place between the first, 0, and the last, 1.
    """
    ax.set_axis_off()

    def fit() -> None:
        for text in list(ax.texts):
            text.remove()
        box = ax.get_window_extent()
        wide, high = (int(side / ax.figure.dpi * 72 * _FINE) for side in (box.width, box.height))
        ax.set_xlim(0, max(wide, 1))
        ax.set_ylim(max(high, 1), 0)
        for term, size, x, y, rank in _placed(weights, wide, high, seed):
            ax.text(x, y, term, fontsize=size, color=colour(rank), va="baseline", ha="left", parse_math=False)

    return fit


def _placed(weights: Mapping[str, float], wide: int, high: int, seed: int) -> list[tuple]:
    """Return (term, size in points, x, baseline, rank) of each word that fits: the fullest of several layouts.

    The area of the letters grows with the weight, down to the smallest size that can be read.
    """
    longest = max(font.width(term, 1) for term in weights)
    smallest = int(SMALL * _FINE)
    largest = max(int(min(_LARGEST * _FINE, wide * 0.6 / longest)), smallest)
    most = max(weights.values())
    sizes = {term: max(smallest + 1, largest * (weight / most) ** 0.5) for term, weight in weights.items()}
    layouts = []
    for attempt in range(_TRIES):
        layouts.append(_apart(_layout(sizes, wide, high, seed + attempt)))
        if len(layouts[-1]) == len(weights):
            break
    rank = {term: place / max(len(weights) - 1, 1) for place, term in enumerate(weights)}
    return [(term, size / _FINE, x, y, rank[term]) for term, size, x, y, _ in max(layouts, key=len)]


def _layout(sizes: Mapping[str, float], wide: int, high: int, seed: int) -> list[tuple]:
    """Return (term, size, x, baseline, box of the ink) as wordcloud places them, the largest first."""
    from PIL import ImageFont
    from wordcloud import WordCloud

    cloud = WordCloud(
        font_path=font.path(),
        width=max(wide, 60),
        height=max(high, 60),
        margin=_MARGIN,
        prefer_horizontal=1.0,
        min_font_size=int(SMALL * _FINE),
        max_font_size=int(max(sizes.values())),
        max_words=len(sizes),
        relative_scaling=1.0,
        collocations=False,
        repeat=False,
        random_state=seed,
    )
    try:
        cloud.generate_from_frequencies(dict(sizes))
    except ValueError:  # not even the first word fits
        return []
    placed = []
    for (term, _), size, (row, column), _, _ in cloud.layout_:
        left, top, right, bottom = ImageFont.truetype(font.path(), size).getbbox(term, anchor="ls")
        y = row - top  # wordcloud gives the top of the ink, matplotlib wants the baseline
        placed.append((term, size, column, y, (column + left, y + top, column + right, y + bottom)))
    return placed


def _apart(placed: list[tuple]) -> list[tuple]:
    """Leave out words that lie in the gaps of a larger one's letters, where wordcloud sees free paper."""
    kept = []
    for word in placed:
        x0, y0, x1, y1 = word[4]
        if all(x1 < a0 or a1 < x0 or y1 < b0 or b1 < y0 for *_, (a0, b0, a1, b1) in kept):
            kept.append(word)
    return kept
