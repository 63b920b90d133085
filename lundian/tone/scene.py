"""The hits of all sentences with their places, clauses and neighbours: what every rule looks along."""

import numpy as np

from lundian.tone.find import Hits
from lundian.tone.vocabulary import Vocabulary


class Scene:
    """The hits with what is looked up again and again: their places, their clauses, and what they are."""

    def __init__(self, hits: Hits, vocabulary: Vocabulary):
        self.hits, self.n = hits, len(hits.number)
        self.index = np.arange(self.n, dtype=np.int32)
        self.first, self.last = hits.first.astype(np.int32), hits.last.astype(np.int32)
        self.sentence = hits.sentence.astype(np.int32)
        number = hits.number
        self.tone = vocabulary.tone[number]
        self.valence = vocabulary.valence[number]
        self.direction = vocabulary.direction[number]
        self.takes = vocabulary.takes[number]
        self.reverses = vocabulary.reverses[number]
        self.negates = vocabulary.negates[number]
        self.negative = vocabulary.negative[number]
        self.degree = vocabulary.degree[number]
        self._marker, self._number = vocabulary.marker, number
        new = np.ones(self.n, dtype=bool)
        ends = self.marker("clause")
        new[1:] = ends[:-1] | (self.sentence[1:] != self.sentence[:-1])
        self.clause = np.cumsum(new, dtype=np.int32)
        self.tone = np.where(self._is_name(), 0, self.tone)

    def _is_name(self) -> np.ndarray:
        """Return which hits are the first half of a firm's name, as 辉煌 in 辉煌科技."""
        tail = np.append(self.marker("name") & (self.tone == 0), False)[1:] if self.n else np.zeros(0, dtype=bool)
        same = np.append(self.sentence, -1)[1:] == self.sentence
        return tail & same & (np.append(self.first, 0)[1:] == self.last)

    def marker(self, name: str) -> np.ndarray:
        """Return where a marker stands."""
        return self._marker[name][self._number]

    def before(self, mask: np.ndarray, scope: np.ndarray) -> np.ndarray:
        """Return the last hit before each hit, in the same scope, where the mask holds; -1 where there is none."""
        found = np.full(self.n, -1, dtype=np.int32)
        if not mask.any():
            return found
        found[1:] = np.maximum.accumulate(np.where(mask, self.index, np.int32(-1)))[:-1]
        return np.where((found >= 0) & (scope[found] == scope), found, -1)

    def after(self, mask: np.ndarray, scope: np.ndarray) -> np.ndarray:
        """Return the next hit behind each hit, in the same scope, where the mask holds; -1 where there is none."""
        found = np.full(self.n, -1, dtype=np.int32)
        if not mask.any():
            return found
        found[:-1] = np.minimum.accumulate(np.where(mask, self.index, np.int32(self.n))[::-1])[::-1][1:]
        found[-1] = self.n
        inside = found < self.n
        found[~inside] = 0
        return np.where(inside & (scope[found] == scope), found, -1)

    def gap(self, early: np.ndarray, late: np.ndarray) -> np.ndarray:
        """Return the number of tokens between two hits each; a great number where one is missing."""
        return np.where((early >= 0) & (late >= 0), self.first[late] - self.last[early], 1 << 30)
