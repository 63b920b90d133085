"""Dispersion, against the worked example of the paper that introduced DP."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.measure.dispersion import average_reduced_frequency, dispersion


def test_gries_2008_worked_example(gries):
    """Gries' word "a", 1 to 5 times in five parts of 9 to 11 words: DP 0.18, Juilland's D 0.785, range 5."""
    row = dispersion(gries).set_index("term").loc["a"]
    assert (row["n"], row["range"], row["n_parts"]) == (15, 5, 5)
    assert row["dp"] == pytest.approx(0.18)
    assert row["dp_norm"] == pytest.approx(0.18 / 0.82)  # Lijffijt and Gries 2012: 1 - the smallest share, 9 of 50
    assert row["juilland_d"] == pytest.approx(0.785, abs=5e-4)


def test_term_in_one_part(gries):
    """The letter x stands only in the last part, 11 of 50 words: DP is 1 - 0.22, D is 0."""
    row = dispersion(gries).set_index("term").loc["x"]
    assert row["dp"] == pytest.approx(0.78)
    assert row["juilland_d"] == pytest.approx(0, abs=1e-12)


def test_normalised_reaches_one_in_the_smallest_part(counts_from):
    """A term that is all in the smallest part has DP norm 1; that is what it was made for."""
    table = dispersion(counts_from([("a", 1, "x", 1), ("a", 2, "y", 3)])).set_index("term")
    assert table.loc["x", "dp_norm"] == pytest.approx(1)
    assert table.loc["x", "dp"] == pytest.approx(0.75)


def test_one_part_says_nothing(counts_from):
    """With one paragraph evenness can't be told."""
    row = dispersion(counts_from([("a", 1, "x", 2)])).iloc[0]
    assert row["dp"] == 0
    assert np.isnan(row["dp_norm"])
    assert np.isnan(row["juilland_d"])


def test_by_article_is_each_article_alone(corpus):
    """By article, the table of one article is what that article alone gives."""
    alone = dispersion(corpus.counts[corpus.counts["article"] == "tea"])
    among = dispersion(corpus.counts, by="article").query("article == 'tea'").drop(columns="article")
    pd.testing.assert_frame_equal(among.reset_index(drop=True), alone)


def test_wrong_unit_and_empty_table(counts_from):
    """A unit that makes no sense is refused; no counts give no rows, with the same columns."""
    with pytest.raises(LundianError, match="choose one of None, 'article'"):
        dispersion(counts_from([]), by="paragraph")
    for by in (None, "article"):
        empty = dispersion(counts_from([]).astype({"n": "int64"}), by=by)
        assert empty.empty
        assert list(empty.columns) == list(dispersion(counts_from([("a", 1, "x", 2)]), by=by).columns)


GRID = st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=6)


@given(GRID)
def test_equals_the_definition(grid):
    """The closed form over the parts that have the term gives Σ|v - s| / 2 over all parts."""
    frame = pd.DataFrame(grid, columns=list("abc"))
    frame = frame[frame.sum(axis=1) > 0]
    counts = frame.assign(article="x", paragraph=range(len(frame))).melt(["article", "paragraph"], None, "term", "n")
    table = dispersion(counts.astype({"n": "int64"})).set_index("term")
    for term in table.index:
        v, s = frame[term] / frame[term].sum(), frame.sum(axis=1) / frame.to_numpy().sum()
        assert table.loc[term, "dp"] == pytest.approx((v - s).abs().sum() / 2, abs=1e-12)


def test_average_reduced_frequency_by_hand(corpus_from):
    """Eight words, x twice: 4 apart counts 2; next to each other counts (1 + 4) / 4."""
    even, bunched = "xabcxabc", "xxabcabc"
    made = corpus_from({"even": [[list(even)]], "bunched": [[list(bunched)]]})
    table = average_reduced_frequency(made).set_index(["article", "term"])["arf"]
    assert table[("even", "x")] == pytest.approx(2)
    assert table[("bunched", "x")] == pytest.approx(5 / 4)
    assert table[("even", "a")] == pytest.approx(2)


def test_average_reduced_frequency_needs_text(without_text, corpus):
    """Without text the table is empty, with the right columns and the reason."""
    table = average_reduced_frequency(without_text)
    assert table.empty
    assert list(table.columns) == list(average_reduced_frequency(corpus).columns)
    assert "needs the text" in table.attrs["note"]
