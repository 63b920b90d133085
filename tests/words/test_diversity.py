"""Lexical diversity, worked out by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.words.diversity import mattr


def test_hand_computed_windows():
    """Terms a b a c, window 3: {a b a} has 2 types, {b a c} has 3, so (2/3 + 3/3) / 2."""
    assert mattr(list("abac"), window=3) == pytest.approx(5 / 6)


def test_short_text_is_one_window():
    """A text shorter than the window gives its plain type-token ratio."""
    assert mattr(list("aab"), window=50) == pytest.approx(2 / 3)


def test_no_words_is_nan():
    """Without words there is no diversity, not zero diversity."""
    assert math.isnan(mattr([]))


def test_window_of_none_is_refused():
    """A window of no words is a mistake."""
    with pytest.raises(LundianError, match="give 1 or more"):
        mattr(["a"], window=0)


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=60), st.integers(1, 20))
def test_equals_the_definition(terms, window):
    """One pass gives what counting every window anew gives."""
    size = min(window, len(terms))
    ratios = [len(set(terms[i : i + size])) / size for i in range(len(terms) - size + 1)]
    assert mattr(terms, window) == pytest.approx(sum(ratios) / len(ratios))


def test_does_not_fall_with_length():
    """Repeating a text leaves the measure where the plain ratio would halve."""
    text = [str(i % 40) for i in range(400)]
    assert mattr(text) == pytest.approx(mattr(text * 2))
