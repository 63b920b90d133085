"""Keyness of small tables, against formulas worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.measure.keyness import keyness
from lundian.measure.split import split_article, split_concept, split_paragraphs, split_section


def table(**n):
    """Return a table of term and n."""
    return pd.DataFrame({"term": pd.array(list(n), dtype="str"), "n": np.array(list(n.values()), dtype="int64")})


def test_lancaster_example():
    """52 in 50,000 against 57 in 75,000 words: LL 2.65 in the two-cell form, a little more in the four-cell form."""
    target, reference = table(word=52, other=49_948), table(word=57, other=74_943)
    two = keyness(target, reference).set_index("term").loc["word"]
    four = keyness(target, reference, form="four-cell").set_index("term").loc["word"]
    assert two["g2"] == pytest.approx(2.65, abs=0.005)
    assert two["g2"] < four["g2"] < 2.66
    assert two["percent_diff"] == pytest.approx(100 * (52 / 57 * 1.5 - 1))


def test_columns_and_counts():
    """Terms of either side are there, each with its counts; equal rates have no evidence and no difference."""
    made = keyness(table(a=1, b=3), table(b=3, c=1)).set_index("term")
    assert made[["n_target", "n_reference"]].loc[["a", "b", "c"]].to_numpy().tolist() == [[1, 0], [3, 3], [0, 1]]
    assert made.loc["b", ["g2", "p", "log_ratio", "percent_diff"]].tolist() == [0, 1, 0, 0]


def test_zero_counts():
    """What the reference lacks counts 0.5 there: log2(2 / 0.5) is 2, %DIFF infinite; what the target lacks is -100 %."""
    made = keyness(table(a=2, b=8), table(b=8, c=2)).set_index("term")
    assert made.loc["a", "log_ratio"] == pytest.approx(2)
    assert made.loc["a", "percent_diff"] == np.inf
    assert made.loc["c", "log_ratio"] == pytest.approx(-2)
    assert made.loc["c", "percent_diff"] == -100


def test_empty_sides():
    """Against nothing, nothing can be compared: counts stay, the rest is NaN; two empty tables give no rows."""
    made = keyness(table(a=2), table())
    assert made["n_target"].tolist() == [2]
    assert made[["g2", "p", "q", "log_ratio", "low", "high", "percent_diff"]].isna().all().all()
    assert keyness(table(), table()).empty


def test_dispersion_stands_beside_it(corpus):
    """Where the target has paragraphs, each row says how the term is spread in it."""
    made = keyness(*split_article(corpus.counts, "tea")).set_index("term")
    assert made.loc["茶", "range"] == 3
    assert made.loc["杯", "range"] == 1
    assert made.loc["杯", "dp"] > made.loc["茶", "dp"]
    assert made.loc["雨", "range"] == 0
    assert np.isnan(made.loc["雨", "dp"])
    assert "dp" not in keyness(table(a=1), corpus.counts).columns


def test_min_n_makes_fewer_tests():
    """Rare terms that are left out no longer weigh on q, and sizes stay those of the whole texts."""
    target, reference = table(a=20, b=20, c=1, d=1), table(a=5, b=40, c=1)
    full, less = keyness(target, reference), keyness(target, reference, min_n=5)
    both = less.merge(full, on="term", suffixes=("", "_full"))
    assert set(less["term"]) == {"a", "b"}
    assert both["g2"].tolist() == both["g2_full"].tolist()
    assert (both["q"] < both["q_full"]).all()


def test_wrong_form_and_column():
    """A form that doesn't exist is refused with those that do; a missing column is named."""
    with pytest.raises(LundianError, match="choose one of 'two-cell', 'four-cell'"):
        keyness(table(a=1), table(a=1), form="chi2")
    with pytest.raises(LundianError, match="n is missing"):
        keyness(table(a=1), pd.DataFrame({"term": ["a"]}))


@given(st.lists(st.integers(0, 50), min_size=4, max_size=4), st.lists(st.integers(0, 50), min_size=4, max_size=4))
def test_swapping_sides_turns_the_sign(a, b):
    """Exchanging target and reference keeps the evidence and turns the ratio and its interval round."""
    a, b = table(**dict(zip("wxyz", a, strict=True))), table(**dict(zip("wxyz", b, strict=True)))
    there, back = (made.sort_values("term", ignore_index=True) for made in (keyness(a, b), keyness(b, a)))
    assert np.allclose(there["g2"], back["g2"], equal_nan=True)
    assert np.allclose(there["log_ratio"], -back["log_ratio"], equal_nan=True)
    assert np.allclose(there["low"], -back["high"], equal_nan=True)


def test_splits_are_complementary(corpus):
    """Target and reference together are the whole, each row once."""
    for parts in (
        split_article(corpus.counts, "tea"),
        split_concept(corpus, "tea"),
        split_paragraphs(corpus.counts, pd.DataFrame({"article": ["tea"], "paragraph": [2]})),
    ):
        assert pd.concat(parts).sort_index().equals(corpus.counts)
    own, rest = split_section(corpus, "tea", 1)
    assert (set(own["paragraph"]), set(rest["paragraph"])) == ({2, 3}, {1})
    assert set(split_concept(corpus, "tea")[0]["article"]) == {"tea"}


def test_splits_refuse_what_is_not_there(corpus):
    """An unknown article, section or concept is refused with those there are."""
    with pytest.raises(LundianError, match="no article 'x'; choose one of rain, tea"):
        split_article(corpus.counts, "x")
    with pytest.raises(LundianError, match="no section 7; choose one of 0, 1"):
        split_section(corpus, "tea", 7)
    with pytest.raises(LundianError, match="no concept 'x'; choose one of tea, water"):
        split_concept(corpus, "x")
