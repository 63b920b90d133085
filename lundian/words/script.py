"""Traditional and simplified script: which one a text is in, and traditional to simplified on request.

The dictionary of words is simplified, so a traditional text falls into single characters unless it is converted first.
Nothing here is applied by itself: whoever converts a text says so beside the numbers.
"""

import functools
import math
import re

from lundian.errors import LundianError

_APART = re.compile("([\x00\ud800-\udfff]+)")  # what a converter written in C can't be handed


def to_simplified(text: str) -> str:
    """Convert traditional characters and phrases to simplified ones (OpenCC, t2s); all else stays.

    Raises
    ------
    LundianError
        `text` is no string.

    Examples
    --------
    >>> to_simplified("後來平臺變了")
    '后来平台变了'
    """
    convert = _converter("t2s").convert
    parts = _APART.split(_checked(text))
    return "".join(part if i % 2 else convert(part) for i, part in enumerate(parts))


def traditional_share(text: str) -> float:
    """Return which share of the characters that are written differently in the two scripts is traditional.

    From 0 (simplified) to 1 (traditional), however long the text; NaN where no character tells. A character that both scripts
    have (后, 里) counts as simplified where traditional usually writes another one in its place.

    Raises
    ------
    LundianError
        `text` is no string.

    Examples
    --------
    >>> traditional_share("經濟发展"), traditional_share("人口")
    (0.6666666666666666, nan)
    """
    told = [side for side in map(_side, _checked(text)) if side is not None]
    return sum(told) / len(told) if told else math.nan


def is_traditional(text: str) -> bool:
    """Say whether a text is in traditional script, by most of the characters that tell.

    Raises
    ------
    LundianError
        `text` is no string.

    Examples
    --------
    >>> is_traditional("產業互聯網"), is_traditional("产业互联网"), is_traditional("2020")
    (True, False, False)
    """
    return traditional_share(text) > 0.5


@functools.lru_cache(maxsize=1 << 15)
def _side(character: str) -> bool | None:
    """Return True for a character that only traditional has, False for simplified, None where both write it."""
    if not character.isalpha() or character.isascii():
        return None
    if _converter("t2s").convert(character) != character:
        return True
    return False if _converter("s2t").convert(character) != character else None


@functools.cache
def _converter(direction: str):
    from opencc import OpenCC

    return OpenCC(direction)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise LundianError(f"A text to look at the script of is of type {type(text).__name__}; give a string.")
    return text
