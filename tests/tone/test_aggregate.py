"""Means with intervals: by hand, by simulation, and at the edges."""

import numpy as np
import pytest
from scipy.stats import t

from lundian.tone.aggregate import SPREAD, WEIGHT, coverage, pool


def test_by_hand():
    """Two paragraphs of two sentences: pooled over both, six degrees of freedom borrowed."""
    made = pool(np.array([0.2, 0.4, -0.1, -0.5]), np.ones(4), np.array([0, 0, 1, 1]), np.zeros(4), np.ones(4))
    variance = (WEIGHT * SPREAD**2 + 0.02 + 0.08) / (WEIGHT + 2)
    half = t.ppf(0.975, WEIGHT + 2) * np.sqrt(variance / 2)
    np.testing.assert_allclose(made["tone"], [0.3, -0.3])
    np.testing.assert_allclose(made["high"] - made["tone"], [half, half])
    assert made["n_evidence"].tolist() == [2, 2]


def test_without_evidence():
    """A group of silent sentences has no tone and no interval, and lends no spread."""
    made = pool(np.array([np.nan, 0.5, 0.5]), np.array([0, 1, 1]), np.array([0, 1, 1]), np.array([0, 1, 1]), np.ones(3))
    assert made.loc[0, ["tone", "low", "high"]].isna().all()
    assert made.loc[1, "low"] < 0.5 < made.loc[1, "high"]
    assert pool(np.array([np.nan]), np.zeros(1), np.zeros(1), np.zeros(1), np.ones(1))["tone"].isna().all()
    assert len(pool(*[np.array([])] * 5)) == 0


def test_articles_keep_their_own_spread():
    """An even article gets narrower intervals than one that jumps."""
    calm, wild = np.full(20, 0.1), np.tile([0.7, -0.5], 10)
    group = np.repeat(np.arange(20), 2)
    made = pool(np.concatenate([calm, wild]), np.ones(40), group, np.repeat([0, 1], 20), np.ones(40))
    width = (made["high"] - made["low"]).to_numpy()
    assert width[:10].max() < width[10:].min()


def test_bounds_stay_on_the_scale():
    """No interval leaves [-1, 1]."""
    made = pool(np.array([0.95, -0.95]), np.ones(2), np.array([0, 1]), np.zeros(2), np.ones(2))
    assert made["high"][0] == 1
    assert made["low"][1] == -1


@pytest.mark.parametrize(
    ("spread", "paragraphs", "most"), [(0.15, 20, 3), (0.25, 20, 3), (0.25, 3, 1), (0.3, 20, 3), (0.4, 20, 3)]
)
def test_coverage(spread, paragraphs, most):
    """The 95 % interval holds the true tone at least 93 times in 100, whether the article is even or uneven."""
    assert coverage(spread, paragraphs, most, repeats=150) > 0.93


def test_coverage_follows_the_level():
    """A 50 % interval holds about half as often."""
    assert 0.42 < coverage(level=0.5, repeats=150) < 0.62


def test_weights_by_hand():
    """A silent sentence counts 0: (0.6 · 30 + 0 · 10) / 40, and tells as much as 1.6 equal sentences."""
    made = pool(np.array([0.6, np.nan, np.nan]), np.array([2, 0, 0]), [0, 0, 1], [0, 0, 0], np.array([30, 10, 5]))
    variance = (WEIGHT * SPREAD**2 + 0.15**2 + 0.45**2) / (WEIGHT + 1)
    assert made["tone"][0] == pytest.approx(0.45)
    assert made["high"][0] - 0.45 == pytest.approx(min(0.55, t.ppf(0.975, WEIGHT + 1) * np.sqrt(variance / 1.6)))
    assert made.loc[1, ["tone", "low", "high"]].isna().all()


def test_the_unit_of_the_weights_says_nothing():
    """Weights in any unit give the same, since only their proportions count."""
    args = np.array([0.1, 0.5, -0.3]), np.ones(3), np.array([0, 0, 1]), np.zeros(3)
    np.testing.assert_allclose(pool(*args, np.array([1, 2, 3])), pool(*args, np.array([7, 14, 21])))
