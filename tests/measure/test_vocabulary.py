"""Where terms come in, worked out by hand."""

from itertools import permutations

import numpy as np
import pytest

from lundian.errors import LundianError
from lundian.measure.vocabulary import first_uses, term_positions, vocabulary_growth


def test_positions_have_a_row_where_the_term_is_not(corpus):
    """茶 in the tea article: 2 in 7 words, 1 in 4, 1 in 6; never in the other article."""
    table = term_positions(corpus.counts, ["茶"], corpus.paragraphs)
    tea = table.query("article == 'tea'")
    assert tea["n"].tolist() == [2, 1, 1]
    assert tea["per_thousand"].tolist() == pytest.approx([2000 / 7, 250, 1000 / 6])
    assert tea["section"].tolist() == [0, 1, 1]
    assert table.query("article == 'rain'")["n"].tolist() == [0, 0]


def test_positions_keep_the_order_of_the_terms_and_refuse_one_string(corpus):
    """Terms come in the order asked for; a string is a mistake for a list of its characters."""
    assert term_positions(corpus.counts, ["水", "杯", "水"])["term"].head(2).tolist() == ["水", "杯"]
    with pytest.raises(LundianError, match=r"write \['茶'\]"):
        term_positions(corpus.counts, "茶")


def test_first_uses(corpus):
    """杯 and 冷 come in with paragraph 3 of the tea article, 差 with paragraph 2."""
    table = first_uses(corpus.counts).query("article == 'tea'").set_index("term")
    assert table["paragraph"].loc[["好", "差", "杯", "冷"]].tolist() == [1, 2, 3, 3]
    assert table.loc["茶", ["last", "range", "n"]].tolist() == [3, 3, 4]


def test_growth_by_hand(corpus):
    """The tea article has 5 new types, then 差, then 杯 and 冷: 8 in all."""
    table = vocabulary_growth(corpus.counts).query("article == 'tea'")
    assert table["n_words"].tolist() == [7, 4, 6]
    assert table["new"].tolist() == [5, 1, 2]
    assert table["old"].tolist() == [0, 2, 3]
    assert table["types_so_far"].tolist() == [5, 6, 8]
    assert table["expected"].sum() == pytest.approx(8)  # in the end every order has all types


def test_expected_is_the_mean_over_all_orders(counts_from):
    """Words a a b, then c: over the 24 orders, the first three words have 2.5 types on average."""
    table = vocabulary_growth(counts_from([("x", 1, "a", 2), ("x", 1, "b", 1), ("x", 2, "c", 1)]))
    means = np.mean([len(set(order[:3])) for order in permutations("aabc")])
    assert table["expected"].tolist() == pytest.approx([means, 3 - means])
    assert table["surplus"].sum() == pytest.approx(0)


def test_empty(counts_from):
    """No counts give no rows and the same columns."""
    full = counts_from([("x", 1, "a", 2)])
    empty = full.iloc[:0]
    for measure in (vocabulary_growth, first_uses, lambda counts: term_positions(counts, ["a"])):
        assert measure(empty).empty
        assert list(measure(empty).columns) == list(measure(full).columns)
