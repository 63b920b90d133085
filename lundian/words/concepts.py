"""Terms to concept mentions: where a sentence names a concept of a topic."""

from collections.abc import Iterator, Mapping

import numpy as np

from lundian.words.codes import Coded
from lundian.words.topics import Topic


def concept_index(topics: Mapping[str, Topic]) -> dict[str, tuple[str, ...]]:
    """Return term → the concepts that it names."""
    index: dict[str, tuple[str, ...]] = {}
    for topic in topics.values():
        for concept in topic.concepts.values():
            for term in concept.terms:
                index[term] = (*index.get(term, ()), concept.id)
    return index


def mentions(coded: Coded, index: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int, int, str, str]]:
    """Yield (number of the sentence, start, end, term, concept) for each term that names a concept.

    >>> from lundian.words.codes import encode
    >>> list(mentions(encode([["平台", "经济"]]), {"经济": ("economy",)}))
    [(0, 2, 4, '经济', 'economy')]
    """
    length = np.fromiter(map(len, coded.vocabulary), np.int64, len(coded.vocabulary))[coded.code]
    ends = np.cumsum(length)
    starts = ends - length
    names = np.fromiter((term in index for term in coded.vocabulary), bool, len(coded.vocabulary))
    hits = np.flatnonzero(names[coded.code])
    first = starts[np.searchsorted(coded.sentence, coded.sentence[hits])]  # where the sentence of each begins
    found = (coded.sentence[hits], starts[hits] - first, ends[hits] - first, coded.code[hits])
    for sentence, start, end, code in zip(*(column.tolist() for column in found), strict=True):
        term = coded.vocabulary[code]
        yield from ((sentence, start, end, term, concept) for concept in index[term])
