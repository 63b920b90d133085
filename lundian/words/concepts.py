"""Terms to concept mentions: where a sentence names a concept of a topic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lundian.words.topics import Topic


def concept_index(topics: Mapping[str, Topic]) -> dict[str, tuple[str, ...]]:
    """Return term → the concepts that it names."""
    index: dict[str, tuple[str, ...]] = {}
    for topic in topics.values():
        for concept in topic.concepts.values():
            for term in concept.terms:
                index[term] = (*index.get(term, ()), concept.id)
    return index


def mentions(
    sentences: Iterable[Sequence[str]], index: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, int, int, str, str]]:
    """Yield (number of the sentence, start, end, term, concept) for each term that names a concept.

    >>> list(mentions([["平台", "经济"]], {"经济": ("economy",)}))
    [(0, 2, 4, '经济', 'economy')]
    """
    for number, terms in enumerate(sentences):
        if index.keys().isdisjoint(terms):
            continue
        start = 0
        for term in terms:
            for concept in index.get(term, ()):
                yield number, start, start + len(term), term, concept
            start += len(term)
