"""How varied the words of a text are, in a way that does not depend on its length."""

from collections import Counter
from collections.abc import Sequence

from lundian.errors import LundianError


def mattr(terms: Sequence[str], window: int = 50) -> float:
    """Compute the moving-average type-token ratio: the mean share of different words over all windows of `window` words.

    Covington and McFall (2010), "Cutting the Gordian knot", Journal of Quantitative Linguistics 17(2), p. 96. Unlike the
    plain type-token ratio it does not fall with length. A text shorter than the window has one window, the whole text; no
    words give NaN. One pass, whatever the window.

    Examples
    --------
    >>> mattr(["茶", "水", "茶"], window=2)
    1.0
    >>> mattr(["茶", "茶", "水"], window=2)
    0.75
    """
    if window < 1:
        raise LundianError(f"A window of {window} words holds none; give 1 or more.")
    size = min(window, len(terms))
    if not size:
        return float("nan")
    inside = Counter(terms[:size])
    types = total = len(inside)
    for leaving, entering in zip(terms, terms[size:], strict=False):
        inside[leaving] -= 1
        types -= inside[leaving] == 0
        types += inside[entering] == 0
        inside[entering] += 1
        total += types
    return total / ((len(terms) - size + 1) * size)
