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
    terms : list of str
        Its text.
    """

    sentence: np.ndarray
    number: np.ndarray
    first: np.ndarray
    last: np.ndarray
    start: np.ndarray
    end: np.ndarray
    tokens: list[str]

    def term(self, hit: int) -> str:
        """Return the text of a hit."""
        return "".join(self.tokens[self.first[hit] : self.last[hit]])


def find_hits(sentences: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Hits:
    """Return the entries that stand in sentences; of entries that begin at the same token, the longest counts."""
    tokens = list(chain.from_iterable(sentences))
    sizes = np.fromiter(map(len, sentences), dtype=np.int64, count=len(sentences))
    ends = np.cumsum(sizes)
    codes = np.fromiter(map(vocabulary.codes.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    number, reach = codes >> 1, np.arange(1, len(tokens) + 1)
    _join(tokens, codes, number, reach, ends, vocabulary)
    first = np.flatnonzero(number)
    lengths = np.fromiter(map(len, tokens), dtype=np.int64, count=len(tokens))
    at = np.concatenate([[0], np.cumsum(lengths)])
    sentence = np.searchsorted(ends, first, side="right")
    begin = at[(ends - sizes)[sentence]]
    return Hits(sentence, number[first], first, reach[first], at[first] - begin, at[reach[first]] - begin, tokens)


def _join(tokens, codes, number, reach, ends, vocabulary) -> None:
    """Let longer terms take the place of the tokens that they are made of."""
    done = 0
    may_begin = np.flatnonzero(codes & 1)
    stops = ends[np.searchsorted(ends, may_begin, side="right")].tolist()
    prefixes, terms = vocabulary.prefixes, vocabulary.terms
    for at, stop in zip(may_begin.tolist(), stops, strict=True):
        if at < done:
            continue
        text, best, far = tokens[at], 0, at
        for to in range(at + 1, stop):
            text += tokens[to]
            if found := terms.get(text):
                best, far = found, to + 1
            if text not in prefixes:
                break
        if best:
            number[at], reach[at], done = best, far, far
            number[at + 1 : far] = 0
