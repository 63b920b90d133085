"""Drawing paragraphs again: sizes are kept, blocks stay whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.measure import resample
from lundian.measure.resample import block_orders, bootstrap_weights, interval


def test_each_stratum_keeps_its_size(monkeypatch):
    """Three and two paragraphs are drawn as three and two, in any number of chunks, and not always the same."""
    strata = np.array([0, 1, 0, 1, 0])
    whole = np.concatenate(list(bootstrap_weights(strata, 50, seed=0)))
    assert (whole[:, strata == 0].sum(axis=1) == 3).all()
    assert (whole[:, strata == 1].sum(axis=1) == 2).all()
    assert whole.std() > 0
    monkeypatch.setattr(resample, "CELLS", 35)
    assert np.array_equal(np.concatenate(list(bootstrap_weights(strata, 50, seed=0))), whole)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(0, 5))
def test_blocks_move_whole_within_their_stratum(sizes, cut):
    """An order holds every row once, in its own article, and rows of a paragraph stay in their order."""
    blocks = np.repeat(np.arange(len(sizes)), sizes)
    strata = (blocks >= cut).astype(int)
    for order in block_orders(strata, blocks, 5, seed=1):
        assert sorted(order) == list(range(len(blocks)))
        assert np.array_equal(strata[order], strata)
        moved = blocks[order]
        assert sum(moved[1:] != moved[:-1]) == len(sizes) - 1
        assert all(np.diff(order[moved == block]).tolist() == [1] * (n - 1) for block, n in enumerate(sizes))


def test_interval_leaves_out_draws_without_value():
    """A column of NaN has no interval; a single NaN takes nothing away."""
    draws = np.column_stack([np.r_[np.nan, np.arange(101)], np.full(102, np.nan)])
    low, high = interval(draws)
    assert (low[0], high[0]) == (pytest.approx(2.5), pytest.approx(97.5))
    assert np.isnan([low[1], high[1]]).all()
    assert np.isnan(interval(np.empty((0, 2)))[0]).all()
