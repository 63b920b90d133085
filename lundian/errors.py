"""What is meant for a reader: one clear sentence that says where, what and what to do."""

import sys
from collections.abc import Sequence


class LundianError(ValueError):
    """Something a reader can mend: its message names the place, what is wrong and what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return the lines that a notebook shows: the sentence, without the way that the error took."""
        return [f"{type(self).__name__}: {self}"]


def tell(sentence: str) -> None:
    """Say something to the reader that is no result: beside the notebook's output, or on the terminal's error stream."""
    print(sentence, file=sys.stderr)


def few(names: Sequence[str], most: int = 5) -> str:
    """Return the first of several names.

    >>> few(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
