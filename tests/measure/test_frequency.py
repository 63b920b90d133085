"""Frequencies of a text of ten words, worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.measure.base import with_sections
from lundian.measure.frequency import term_frequency, tf_idf


def test_rates_are_per_thousand_words(corpus):
    """The article on tea has 17 words, 4 of them 茶; its seven punctuation marks are none."""
    row = term_frequency(corpus.counts).query("article == 'tea' and term == '茶'").iloc[0]
    assert (row["n"], row["rank"]) == (4, 1)
    assert row["per_thousand"] == pytest.approx(4000 / 17)


def test_everything_together(corpus):
    """With by=None there is no article column, and 水 is counted through both articles."""
    table = term_frequency(corpus.counts, by=None)
    assert list(table.columns) == ["term", "n", "per_thousand", "rank"]
    assert table.set_index("term")["n"]["水"] == 4


def test_stop_words_keep_counting_as_words(corpus):
    """Leaving out a term changes ranks, never rates."""
    full, less = term_frequency(corpus.counts), term_frequency(corpus.counts, stopwords=["好", "茶"])
    both = less.merge(full, on=["article", "term"], suffixes=("", "_full"))
    assert not {"好", "茶"} & set(less["term"])
    assert both["per_thousand"].equals(both["per_thousand_full"].rename("per_thousand"))
    assert less.query("article == 'tea' and term == '水'")["rank"].tolist() == [1]


def test_equal_counts_share_the_better_rank(counts_from):
    """Counts 2, 2, 1 rank 1, 1, 3, ties in the order of the terms."""
    table = term_frequency(counts_from([("a", 1, "b", 2), ("a", 1, "c", 1), ("a", 2, "a", 2)]))
    assert table[["term", "rank"]].to_numpy().tolist() == [["a", 1], ["b", 1], ["c", 3]]


def test_sections(corpus):
    """Sections come from the paragraphs table."""
    table = term_frequency(with_sections(corpus.counts, corpus.paragraphs), by="section")
    assert table.query("article == 'tea' and section == 1 and term == '好'")["n"].tolist() == [2]


@pytest.mark.parametrize("measure", [term_frequency, tf_idf])
def test_wrong_unit_lists_the_right_ones(measure, corpus):
    """A unit that does not exist is refused with those that do."""
    with pytest.raises(LundianError, match="by can't be 'page'; choose one of 'article', 'section', 'paragraph'"):
        measure(corpus.counts, by="page")


def test_missing_sections_and_columns_say_what_to_do(corpus):
    """Without a section column the sentence says how to add it, and a missing column is named."""
    with pytest.raises(LundianError, match="with_sections"):
        term_frequency(corpus.counts, by="section")
    with pytest.raises(LundianError, match="n is missing from: term"):
        term_frequency(pd.DataFrame({"term": ["a"]}), by=None)


@pytest.mark.parametrize("measure", [term_frequency, tf_idf])
def test_empty_table_stays_a_table(measure, counts_from):
    """No counts, or only punctuation, give the right columns and no rows."""
    full = measure(counts_from([("a", 1, "b", 2)]))
    for rows in ([], [("a", 1, "，", 3)], [("a", 1, "b", 0)]):
        empty = measure(counts_from(rows).astype({"n": "int64"}))
        assert empty.empty
        assert list(empty.columns) == list(full.columns)


def test_tf_idf_by_hand(counts_from):
    """As in tidytext's own tests: of two documents, a term in one weighs ln 2 by its share, a term in both nothing."""
    table = tf_idf(counts_from([("x", 1, "a", 1), ("x", 1, "b", 5), ("y", 1, "b", 4)])).set_index(["article", "term"])
    assert table.loc[("x", "a"), ["tf", "idf", "tf_idf"]].tolist() == pytest.approx([1 / 6, np.log(2), np.log(2) / 6])
    assert table.loc[("y", "b"), "tf_idf"] == 0


def test_tf_idf_needs_documents(corpus):
    """One document has nothing to be compared with."""
    with pytest.raises(LundianError, match="by can't be None"):
        tf_idf(corpus.counts, by=None)


ROWS = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 3), st.sampled_from("茶水，x"), st.integers(0, 4)))


@given(ROWS)
def test_words_are_conserved(rows):
    """Counts sum to the words of each document, and rates to a thousand."""
    counts = pd.DataFrame(rows, columns=["article", "paragraph", "term", "n"]).astype({"n": "int64"})
    table = term_frequency(counts)
    assert table["n"].sum() == counts.loc[counts["term"] != "，", "n"].sum()
    assert np.allclose(table.groupby("article")["per_thousand"].sum(), 1000)
