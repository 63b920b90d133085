"""Terms as numbers, so that counting is arithmetic."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from lundian.words.word import is_word


class Coded(NamedTuple):
    """The terms of sentences in one row: `code` is a term's place in `vocabulary` (sorted), `sentence` where it stands."""

    vocabulary: list[str]
    code: np.ndarray
    sentence: np.ndarray

    def is_word(self) -> np.ndarray:
        """Tell of each term whether it is a word and no punctuation."""
        return np.fromiter(map(is_word, self.vocabulary), bool, len(self.vocabulary))[self.code]


def encode(sentences: Sequence[Sequence[str]]) -> Coded:
    """Give the terms of sentences numbers, in the order of the terms.

    >>> encode([["水", "茶"], ["茶"]]).code.tolist()
    [0, 1, 1]
    """
    sizes = np.fromiter(map(len, sentences), np.intp, len(sentences))
    met = _Numbers()
    number = np.fromiter(map(met.__getitem__, chain.from_iterable(sentences)), np.int64, int(sizes.sum()))
    vocabulary = sorted(met)
    rank = np.empty(len(vocabulary), np.int64)
    rank[[met[term] for term in vocabulary]] = np.arange(len(vocabulary))
    return Coded(vocabulary, rank[number], np.repeat(np.arange(len(sizes)), sizes))


class _Numbers(dict):
    """Term → how many others were met before it."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number
