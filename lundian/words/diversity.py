"""How varied the words of a text are, in a way that does not depend on its length."""

from collections.abc import Sequence

import numpy as np

from lundian.errors import LundianError


def mattr(terms: Sequence[str] | np.ndarray, window: int = 50) -> float:
    """Compute the moving-average type-token ratio: the mean share of different words over all windows of `window` words.

    Covington and McFall (2010), "Cutting the Gordian knot", Journal of Quantitative Linguistics 17(2), p. 96. Unlike the
    plain type-token ratio it does not fall with length. A text shorter than the window has one window, the whole text; no
    words give NaN. The work does not grow with the window.

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
    # A word is counted in each window that holds it and not the same word before it.
    windows = len(terms) - size + 1
    at = np.arange(len(terms))
    first = np.maximum(at - size, _before(terms)) + 1
    total = np.maximum(np.minimum(at + 1, windows) - np.maximum(first, 0), 0).sum()
    return int(total) / (windows * size)


def _before(terms: Sequence[str] | np.ndarray) -> np.ndarray:
    """Return where each term stood last before, -1 where it is new."""
    codes = np.unique(np.asarray(terms), return_inverse=True)[1]
    order = np.argsort(codes, kind="stable")
    before = np.full(len(codes), -1)
    same = codes[order[1:]] == codes[order[:-1]]
    before[order[1:][same]] = order[:-1][same]
    return before
