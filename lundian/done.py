"""How much of a source is done: not what is read, which runs ahead of the workers, but what features are made of."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator


class Done:
    """Tell of bytes when the articles in them are done.

    Examples
    --------
    >>> done = Done(print)
    >>> done.read(10)
    10
    >>> articles = done.begun(["a", "b"])
    >>> next(articles)
    'a'
    >>> done.read(5)
    >>> parts = done.handed_out([["a"]])
    >>> next(parts)
    ['a']
    >>> done.made(1)
    5
    """

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told, self._read, self._said = told, 0, 0
        self._begun, self._waiting = 0, deque()

    def read(self, n: int) -> None:
        """Note bytes that are read; where no article is under way, they are done."""
        self._read += n
        if not self._begun:
            self._tell(self._read)

    def begun(self, articles: Iterable) -> Iterator:
        """Note articles that features are to be made of, as they pass."""
        for article in articles:
            self._begun += 1
            yield article

    def handed_out(self, parts: Iterable) -> Iterator:
        """Note how much was read when a part was complete, as the parts pass."""
        for part in parts:
            self._waiting.append(self._read)
            yield part

    def made(self, n: int) -> None:
        """Note that the part that has waited longest, of `n` articles, is done."""
        self._begun -= n
        read = self._waiting.popleft()
        self._tell(read if self._begun else self._read)

    def _tell(self, read: int) -> None:
        self._told(read - self._said)
        self._said = read
