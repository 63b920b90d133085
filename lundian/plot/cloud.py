"""A word cloud as text on axes: placed by `wordcloud`, drawn by matplotlib, placed anew for another width."""

from collections.abc import Callable, Mapping

from lundian.plot import font
from lundian.plot.style import SMALL

_FINE = 2  # units of the layout's grid per point
_MARGIN = 6
_LARGEST = 38.0  # points


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


def _placed(
    weights: Mapping[str, float], wide: int, high: int, seed: int
) -> list[tuple[str, float, float, float, float]]:
    """Return (term, size in points, x, baseline, rank) of each word that fits.

    The area of the letters grows with the weight, down to the smallest size that can be read.
    """
    from PIL import ImageFont
    from wordcloud import WordCloud

    longest = max(font.width(term, 1) for term in weights)
    smallest = int(SMALL * _FINE)
    largest = max(int(min(_LARGEST * _FINE, wide * 0.6 / longest)), smallest)
    most = max(weights.values())
    sizes = {term: max(smallest, largest * (weight / most) ** 0.5) for term, weight in weights.items()}
    cloud = WordCloud(
        font_path=font.path(),
        width=max(wide, 60),
        height=max(high, 60),
        margin=_MARGIN,
        prefer_horizontal=1.0,
        min_font_size=smallest - 1,
        max_font_size=largest,
        max_words=len(weights),
        relative_scaling=1.0,
        collocations=False,
        repeat=False,
        random_state=seed,
    )
    try:
        cloud.generate_from_frequencies(sizes)
    except ValueError:  # not even the first word fits
        return []
    rank = {term: place / max(len(weights) - 1, 1) for place, term in enumerate(weights)}
    placed = []
    for (term, _), size, (row, column), _, _ in cloud.layout_:
        top = ImageFont.truetype(font.path(), size).getbbox(term, anchor="ls")[1]  # of the ink, above the baseline
        placed.append((term, size / _FINE, column, row - top, rank[term]))
    return placed
