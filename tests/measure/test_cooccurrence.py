"""Pairs of terms in the same paragraphs, worked out by hand and against scipy's own tests."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from lundian.errors import LundianError
from lundian.measure.cooccurrence import PAIR_COLUMNS, co_presence, cooccurrence, windows


@pytest.fixture
def eight(counts_from):
    """Return eight paragraphs: a in 1-4, b in 1-3 and 5, c in all."""
    rows = [("x", p, "a", 2) for p in range(1, 5)] + [("x", p, "b", 1) for p in (1, 2, 3, 5)]
    return counts_from(rows + [("x", p, "c", 1) for p in range(1, 9)])


def test_by_hand(eight):
    """Terms a and b: 4 and 4 of 8 paragraphs, 3 together."""
    row = cooccurrence(eight).set_index(["term_a", "term_b"]).loc[("a", "b")]
    assert row[["n_a", "n_b", "n_ab"]].tolist() == [4, 4, 3]
    assert row["npmi"] == pytest.approx(np.log((3 / 8) / (1 / 4)) / -np.log(3 / 8))
    assert row["dice"] == pytest.approx(6 / 8)
    assert row["delta_p_ab"] == pytest.approx(3 / 4 - 1 / 4)
    assert row["g2"] == pytest.approx(2 * (6 * np.log(1.5) + 2 * np.log(0.5)))
    assert row["p"] == pytest.approx(2 * 17 / 70)  # P(3 or 4 together) = (16 + 1) / 70


def test_term_in_every_paragraph_is_no_evidence(eight):
    """The term c is everywhere: nothing is known of its absence, and meeting it says nothing."""
    row = cooccurrence(eight).set_index(["term_a", "term_b"]).loc[("a", "c")]
    assert row[["npmi", "g2"]].tolist() == pytest.approx([0, 0])
    assert row["p"] == 1
    assert np.isnan(row["delta_p_ba"])


def test_two_terms_in_every_paragraph(counts_from):
    """Always together because always there: npmi is 0 by definition, not 0/0."""
    row = cooccurrence(counts_from([("x", p, t, 1) for p in (1, 2) for t in "ab"])).iloc[0]
    assert (row["npmi"], row["p"]) == (0, 1)


def test_correction_counts_pairs_that_never_meet(counts_from):
    """Of three terms one pair meets, yet three were looked at."""
    made = cooccurrence(counts_from([("x", p, t, 1) for p, ts in enumerate(["ab", "ab", "c", "c", "d"]) for t in ts]))
    assert len(made) == 1
    assert made["q"].item() == pytest.approx(min(3 * made["p"].item(), 1))


def test_choice_of_terms(eight):
    """Terms can be chosen, stopped, limited to the most widespread, and need two paragraphs."""
    assert len(cooccurrence(eight, terms=["a", "b"])) == 1
    assert set(cooccurrence(eight, stopwords=["c"])["term_a"]) == {"a"}
    assert cooccurrence(eight, top=2)[["term_a", "term_b"]].to_numpy().tolist() == [["a", "c"]]
    assert cooccurrence(eight, min_range=5).empty


def test_empty(counts_from):
    """No counts give no rows and the right columns."""
    made = cooccurrence(counts_from([]).astype({"n": "int64"}))
    assert made.empty
    assert list(made.columns) == ["term_a", "term_b", *PAIR_COLUMNS]


PARAGRAPHS = st.lists(st.sets(st.sampled_from("abcde"), min_size=1), min_size=2, max_size=12)


@settings(max_examples=40)
@given(PARAGRAPHS)
def test_equals_counting_pair_by_pair(paragraphs):
    """The matrix product finds what a loop over all pairs finds; p is twice scipy's smaller one-sided Fisher test."""
    rows = [("x", i, term, 1) for i, terms in enumerate(paragraphs) for term in sorted(terms)]
    counts = pd.DataFrame(rows, columns=["article", "paragraph", "term", "n"]).astype({"article": "str", "term": "str"})
    made = cooccurrence(counts, min_range=1).set_index(["term_a", "term_b"])
    n = len(paragraphs)
    for a, b in combinations("abcde", 2):
        both = sum({a, b} <= terms for terms in paragraphs)
        assert ((a, b) in made.index) == (both > 0)
        if both:
            in_a, in_b = (sum(t in terms for terms in paragraphs) for t in (a, b))
            grid = [[both, in_a - both], [in_b - both, n - in_a - in_b + both]]
            tails = [fisher_exact(grid, alternative=side).pvalue for side in ("less", "greater")]
            assert made.loc[(a, b), "p"] == pytest.approx(min(2 * min(tails), 1))


def test_co_presence_of_concepts_and_their_terms(corpus):
    """Tea and water: named in 4 and 6 of 9 sentences, together in 2; 雨 stands with 水 in one."""
    pair = co_presence(corpus, "drinks").iloc[0]
    assert pair[["concept_a", "concept_b", "n_a", "n_b", "n_ab"]].tolist() == ["tea", "water", 4, 6, 2]
    terms = co_presence(corpus, "drinks", level="term").set_index(["term_a", "term_b"])
    assert terms.loc[("水", "雨"), "n_ab"] == 1
    assert co_presence(corpus, "drinks", by="paragraph").iloc[0]["n_ab"] == 3
    with pytest.raises(LundianError, match="choose one of 'sentence', 'paragraph'"):
        co_presence(corpus, "drinks", by="page")


def test_windows_keep_every_token(corpus):
    """Stretches of three tokens: no token is lost, none is longer, none crosses a paragraph."""
    made = windows(corpus.tokens, size=3)
    sizes = made.groupby(["article", "paragraph"])["n"].sum()
    assert made["n"].sum() == len(corpus.tokens)
    assert sizes.max() == 3
    assert len(sizes.loc["tea"]) == 3 + 2 + 3  # paragraphs of 9, 6 and 9 tokens
