"""Terms to hits: which entries of the vocabulary stand where, over all sentences at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from lundian.tone.vocabulary import Vocabulary


@dataclass(frozen=True)
class Hits:
    """One row per entry found, in order.

    Attributes
    ----------
    sentence : array of int
        Number of the sentence.
    number : array of int
        Number of the entry.
    first, last : array of int
        Its tokens: the first, and the one behind the last, counted over all sentences.
    start, end : array of int
        Its characters in the sentence.
    tokens : list of str
        The tokens of all sentences.
    """

    sentence: np.ndarray
    number: np.ndarray
    first: np.ndarray
    last: np.ndarray
    start: np.ndarray
    end: np.ndarray
    tokens: list[str]

    def terms(self, hits: np.ndarray) -> list[str]:
        """Return the texts of some hits."""
        tokens = self.tokens
        places = zip(self.first[hits].tolist(), self.last[hits].tolist(), strict=True)
        return [tokens[a] if b - a == 1 else "".join(tokens[a:b]) for a, b in places]


def find_hits(sentences: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Hits:
    """Return the entries that stand in sentences; of entries that begin at the same token, the longest counts."""
    tokens = list(chain.from_iterable(sentences))
    sizes = np.fromiter(map(len, sentences), dtype=np.int64, count=len(sentences))
    ends = np.cumsum(sizes)
    number, length, begins = vocabulary.read(tokens)
    reach = np.arange(1, len(tokens) + 1)
    begins[ends[sizes > 0] - 1] = False
    _join(tokens, np.flatnonzero(begins), number, reach, ends, vocabulary)
    first = np.flatnonzero(number)
    at = np.concatenate([[0], np.cumsum(length)])
    sentence = np.searchsorted(ends, first, side="right")
    begin = at[(ends - sizes)[sentence]]
    return Hits(sentence, number[first], first, reach[first], at[first] - begin, at[reach[first]] - begin, tokens)


def _join(tokens, candidates, number, reach, ends, vocabulary) -> None:
    """Let longer terms take the place of the tokens that they are made of."""
    done = 0
    stops = ends[np.searchsorted(ends, candidates, side="right")].tolist()
    prefixes, terms = vocabulary.prefixes, vocabulary.terms
    for at, stop in zip(candidates.tolist(), stops, strict=True):
        if at < done:
            continue
        text, best, far = tokens[at], -1, at
        for to in range(at + 1, stop):
            text += tokens[to]
            if text in terms:
                best, far = terms[text], to + 1
            if text not in prefixes:
                break
        if best >= 0:
            number[at], reach[at], done = best, far, far
            number[at + 1 : far] = 0
