"""Runs of words that come again: how often, how firmly their parts belong together, how freely they stand.

Words are numbers here and a text is one long array, so that a book costs no more than a few sorts.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Runs(NamedTuple):
    """The runs of one length: which of them begins at each place of the text (-1: none), and each one's evidence."""

    length: int
    begins: np.ndarray
    n: np.ndarray  # occurrences
    first: np.ndarray  # the place of the first
    pmi: np.ndarray
    left: np.ndarray  # branching entropy, in bits
    right: np.ndarray

    def keep(self, chosen: np.ndarray) -> "Runs":
        """Return the runs that are chosen, numbered anew."""
        number = np.append(np.where(chosen, np.cumsum(chosen) - 1, -1), -1)  # the last is for places where none begins
        return Runs(self.length, number[self.begins], *(values[chosen] for values in self[2:]))


def coded(sentences: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the terms of all sentences as numbers, -1 behind each sentence, and the terms that the numbers stand for."""
    import pandas as pd

    terms = [term for sentence in sentences for term in (*sentence, None)]
    return pd.factorize(np.array(terms, dtype=object))


def runs(words: np.ndarray, usable: np.ndarray, min_n: int = 2, longest: int = 4) -> list[Runs]:
    """Find the runs of two and more usable words that occur at least `min_n` times.

    The cohesion of a run is its pointwise mutual information, log2 n(ab) N / (n(a) n(b)) (Church and Hanks 1990, Computational
    Linguistics 16(1)), at the cut ab where it is least. Its freedom to the left is the entropy of the words before it
    (branching entropy: Jin and Tanaka-Ishii 2006, COLING/ACL), each end of a clause being another word (accessor variety:
    Feng et al. 2004, Computational Linguistics 30(1)).

    Parameters
    ----------
    words
        A number for each word of the text, -1 for what is no word: punctuation, the end of a sentence.
    usable
        Whether the word can be part of a run.
    min_n, longest
        How often a run must occur, and of how many words it is at most.

    Examples
    --------
    >>> found, = runs(np.array([0, 1, 2, -1, 3, 1, 2, -1]), np.ones(8, bool), longest=2)
    >>> found.n, found.pmi.round(2), found.left, found.right
    (array([2]), array([1.58]), array([1.]), array([1.]))
    """
    total, found = int((words >= 0).sum()), [_singles(words, usable)]
    for length in range(2, longest + 1):
        longer = _longer(found, min_n)
        pmi = _cohesion([*found, longer], total)
        before, after = _shifted(words, -1), _shifted(words, length)
        left, right = (_entropy(longer, neighbours) for neighbours in (before, after))
        found.append(longer._replace(pmi=pmi, left=left, right=right))
    return found[1:]


def free(found: Sequence[Runs]) -> list[np.ndarray]:
    """Return how often each run occurs outside of every longer one.

    >>> text = np.array([0, 1, 2, -1, 0, 1, 2, -1, 0, 1, -1])
    >>> [n.tolist() for n in free(runs(text, text >= 0, longest=3))]
    [[1, 0], [2]]
    """
    reach, outside = np.zeros(len(found[0].begins), dtype=np.int64) if found else np.empty(0, np.int64), []
    for one in reversed(found):
        place = np.flatnonzero(one.begins >= 0)
        alone = np.maximum.accumulate(reach)[place] < place + one.length
        outside.append(np.bincount(one.begins[place[alone]], minlength=len(one.n)))
        reach[place] = np.maximum(reach[place], place + one.length)
    return outside[::-1]


def _singles(words: np.ndarray, usable: np.ndarray) -> Runs:
    """Return single words as runs, counted wherever they stand."""
    n = np.bincount(words[words >= 0], minlength=words.max(initial=-1) + 1)
    nothing = np.zeros(len(n))
    return Runs(1, np.where(usable, words, -1), n, nothing.astype(np.int64), nothing, nothing, nothing)


def _longer(found: Sequence[Runs], min_n: int) -> Runs:
    """Return the runs that are one word longer than the longest found so far."""
    single, last = found[0], found[-1]
    head, tail = last.begins.astype(np.int64), _shifted(single.begins, last.length)
    pair = np.where((head >= 0) & (tail >= 0), head * max(len(single.n), 1) + tail, -1)
    values, first, number, n = np.unique(pair, return_index=True, return_inverse=True, return_counts=True)
    kept = (n >= min_n) & (values >= 0)
    unknown = np.zeros(len(values))
    return Runs(last.length + 1, number, n, first, unknown, unknown, unknown).keep(kept)


def _cohesion(found: Sequence[Runs], total: int) -> np.ndarray:
    run = found[-1]
    least = np.full(len(run.n), np.inf)
    for cut in range(1, run.length):
        head, tail = found[cut - 1], found[run.length - cut - 1]
        parts = head.n[head.begins[run.first]] * tail.n[tail.begins[run.first + cut]].astype(float)
        least = np.minimum(least, np.log2(run.n * total / parts))
    return least


def _entropy(run: Runs, neighbours: np.ndarray) -> np.ndarray:
    """Return the entropy of the neighbours of each run; -1 is another neighbour each time."""
    place = np.flatnonzero((run.begins >= 0) & (neighbours >= 0))
    size = int(neighbours.max(initial=0)) + 1
    pair, n = np.unique(run.begins[place].astype(np.int64) * size + neighbours[place], return_counts=True)
    return np.log2(run.n) - np.bincount(pair // size, n * np.log2(n), len(run.n)) / run.n


def _shifted(values: np.ndarray, by: int) -> np.ndarray:
    """Return what stands `by` places further on (before, where it is negative), -1 beyond the ends."""
    out = np.full(len(values), -1, dtype=values.dtype)
    if by < 0:
        out[-by:] = values[:by]
    elif by < len(values):
        out[: len(values) - by] = values[by:]
    return out
