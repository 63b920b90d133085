"""Formulas against published worked examples."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.measure.stats import (
    benjamini_hochberg,
    chi2_p,
    g2_four_cells,
    g2_two_cells,
    log_ratio,
    wilson,
)


@pytest.mark.parametrize(
    ("cells", "published"),
    [((110, 2442, 111, 29114), 270.72), ((29, 13, 123, 31612), 263.90), ((31, 23, 139, 31584), 256.84)],
)
def test_dunning_1993(cells, published):
    """Dunning's first bigrams: the swiss, can be, previous year."""
    assert g2_four_cells(*cells) == pytest.approx(published, abs=0.005)


def test_two_cells_as_in_the_lancaster_example():
    """Hardie's example for the Lancaster calculator: 52 in 50,000 against 57 in 75,000 is 2.65, not significant."""
    g2 = g2_two_cells(52, 57, 50_000, 75_000)
    assert g2 == pytest.approx(2.65, abs=0.005)
    assert chi2_p(g2) > 0.05
    assert chi2_p(3.841458820694124) == pytest.approx(0.05)


def test_hardie_2014_log_ratio():
    """Hardie: the same rate is 0, twice 1, four times 2, three times (0.0006 against 0.0002) 1.58."""
    ratio, _, _ = log_ratio(np.array([5, 10, 20, 6]), np.array([5, 5, 5, 2]), 10_000, 10_000)
    assert ratio == pytest.approx([0, 1, 2, np.log2(3)])


def test_log_ratio_of_none_takes_a_half():
    """A term that one side doesn't have counts 0.5 there, so 4 against 0 in equal corpora is log2(8)."""
    ratio, low, high = log_ratio(4, 0, 1000, 1000)
    assert ratio == pytest.approx(3)
    half = 1.959963984540054 * np.sqrt(1 / 4 + 2 - 2 / 1000) / np.log(2)
    assert (low, high) == (pytest.approx(3 - half), pytest.approx(3 + half))


def test_wilson_bounds():
    """No success has the lower bound 0, only successes the upper bound 1, no trials none."""
    low, high = wilson([0, 10, 0], [10, 10, 0])
    assert (low[0], high[1]) == (0, 1)
    assert high[0] == pytest.approx(0.2775, abs=1e-4)  # Newcombe 1998, method 3, for 0 of 10
    assert np.isnan(low[2])


def test_benjamini_hochberg_1995_example():
    """The paper's fifteen p-values: at 0.05 the four smallest are discoveries."""
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    assert (benjamini_hochberg(p) <= 0.05).sum() == 4


def test_tests_left_out_count_as_ones():
    """Saying how many tests were made gives what padding with p = 1 gives; NaN stays NaN."""
    p = np.array([0.001, 0.02, 0.3])
    assert benjamini_hochberg(p, tests=10) == pytest.approx(benjamini_hochberg([*p, *[1] * 7])[:3])
    assert np.isnan(benjamini_hochberg([0.1, np.nan])[1])
    assert benjamini_hochberg([]).size == 0


CELL = st.integers(0, 1000)


@given(CELL, CELL, st.integers(1001, 5000), st.integers(1001, 5000))
def test_g2_is_zero_only_when_rates_are_equal(a, b, n_a, n_b):
    """G² is never negative, and proportional counts give 0 in both forms."""
    four = g2_four_cells(a, b, n_a - a, n_b - b)
    two = g2_two_cells(a, b, n_a, n_b)
    assert 0 <= two <= four + 1e-6
    assert g2_two_cells(a, 3 * a, n_a, 3 * n_a) == pytest.approx(0, abs=1e-9)
