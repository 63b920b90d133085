"""Runs of words: the same as counting by hand, in any text."""

from collections import Counter
from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.words.ngrams import coded, free, runs

TEXT = st.lists(st.integers(-1, 3), max_size=60).map(lambda words: np.array([*words, -1]))


def _by_hand(words, longest=4, min_n=2):
    """Return each run of words with its count, least PMI and both entropies, counted one by one."""
    words = words.tolist()
    total = sum(word >= 0 for word in words)
    grams = Counter()
    for length in range(1, longest + 1):
        grams.update(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
    grams = {gram: n for gram, n in grams.items() if min(gram) >= 0}

    def entropy(gram, side):
        around = Counter()
        for i in range(len(words) - len(gram) + 1):
            if tuple(words[i : i + len(gram)]) == gram:
                at = i - 1 if side == "left" else i + len(gram)
                near = words[at] if 0 <= at < len(words) else -1
                around[near if near >= 0 else ("end", i)] += 1
        n = sum(around.values())
        return -sum(k / n * log2(k / n) for k in around.values())

    return {
        gram: (
            n,
            min(log2(n * total / (grams[gram[:cut]] * grams[gram[cut:]])) for cut in range(1, len(gram))),
            entropy(gram, "left"),
            entropy(gram, "right"),
        )
        for gram, n in grams.items()
        if len(gram) > 1 and n >= min_n
    }


def _told(words, found):
    return {
        tuple(words[first : first + one.length].tolist()): (one.n[i], one.pmi[i], one.left[i], one.right[i])
        for one in found
        for i, first in enumerate(one.first)
    }


@given(TEXT)
def test_counts_cohesion_and_freedom_are_those_counted_by_hand(words):
    """In any text, number, PMI at the weakest cut and both entropies are those of counting one by one."""
    told, by_hand = _told(words, runs(words, words >= 0)), _by_hand(words)
    assert told.keys() == by_hand.keys()
    for gram, evidence in by_hand.items():
        assert told[gram] == pytest.approx(evidence, abs=1e-9)


@given(TEXT)
def test_free_occurrences_are_some_of_all(words):
    """A run stands free at most as often as it occurs, the longest always."""
    found = runs(words, words >= 0)
    for one, outside in zip(found, free(found), strict=True):
        assert (outside <= one.n).all()
    assert (free(found)[-1] == found[-1].n).all()


def test_words_that_cannot_be_in_a_term_are_still_neighbours():
    """的 is in no run, but what stands before 的 is bound to it: its freedom there is 0."""
    words, vocabulary = coded([["旧", "茶", "馆", "的"], ["新", "茶", "馆", "的"]])
    usable = np.array([term in "旧新茶馆" for term in vocabulary] + [False])[words]
    (one,) = runs(words, usable, longest=2)
    assert [vocabulary[word] for word in words[one.first[0] : one.first[0] + 2]] == ["茶", "馆"]
    assert (one.left[0], one.right[0]) == (1, 0)


def test_nothing_is_found_in_nothing():
    """An empty text, and one without a run that comes again, have none."""
    for sentences in ([], [[]], [["茶"]], [["茶", "馆"]]):
        words, _ = coded(sentences)
        assert [len(one.n) for one in runs(words, words >= 0)] == [0, 0, 0]
