"""How much of a source is done: not what is read, which runs ahead of the workers, but what features are made of."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator


class Done:
    """Tell of bytes when the articles in them are done.

    Examples
    --------
    >>> done = Done(print)
    >>> done.read(10)
    >>> done.known()
    10
    >>> done.read(5)
    >>> done.begun()
    >>> parts = done.handed_out([["a new article"]])
    >>> next(parts)
    ['a new article']
    >>> done.made(1)
    5
    """

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told, self._read, self._said = told, 0, 0
        self._begun, self._waiting = 0, deque()

    def read(self, n: int) -> None:
        """Note bytes that are read."""
        self._read += n

    def begun(self) -> None:
        """Note an article that features are to be made of."""
        self._begun += 1

    def known(self) -> None:
        """Note an article that is done already; where none is under way, so is what was read."""
        if not self._begun:
            self._tell(self._read)

    def handed_out(self, parts: Iterable) -> Iterator:
        """Note how much was read when a part was complete, as the parts pass."""
        for part in parts:
            self._waiting.append(self._read)
            yield part

    def made(self, n: int) -> None:
        """Note that the part that has waited longest, of `n` articles, is done."""
        self._begun -= n
        self._tell(self._waiting.popleft())

    def end(self) -> None:
        """Note that all is done."""
        self._tell(self._read)

    def _tell(self, read: int) -> None:
        self._told(read - self._said)
        self._said = read
