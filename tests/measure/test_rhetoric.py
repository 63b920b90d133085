"""Roles, hedges against boosters, contrast pairs and steps, counted by hand."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from lundian import schema
from lundian.errors import LundianError
from lundian.measure.rhetoric import enumerations, hedges_boosters, pairs, rhetoric, role_counts
from lundian.rhetoric.connectives import ROLES, UNMARKED

SENTENCES = [
    ("tea", 1, 1, "claim"),
    ("tea", 1, 2, "reason"),
    ("tea", 2, 1, "claim"),
    ("tea", 2, 2, "unmarked"),
    ("rain", 1, 1, "question"),
]
PARAGRAPHS = [("tea", 1, 0, "", 40), ("tea", 2, 1, "水", 60), ("rain", 1, 0, "", 0)]
MARKS = [
    ("tea", 1, 1, 0, 2, "role", "首先", "enumeration:1"),
    ("tea", 1, 1, 0, 2, "role", "首先", "claim"),
    ("tea", 1, 2, 0, 2, "role", "因为", "reason"),
    ("tea", 1, 1, 3, 5, "hedge", "或许", "possibility"),
    ("tea", 1, 1, 5, 7, "booster", "必然", "certainty"),
    ("tea", 2, 1, 0, 2, "booster", "始终", "universality"),
    ("tea", 2, 1, 2, 4, "booster", "的确", "emphasis"),
    ("tea", 2, 2, 2, 3, "pair", "茶", "not_a_but_b:1:a"),
    ("tea", 2, 2, 6, 7, "pair", "水", "not_a_but_b:1:b"),
    ("tea", 2, 2, 9, 10, "pair", "冷", "from_a_to_b:2:a"),
    ("tea", 2, 2, 11, 12, "pair", "热", "from_a_to_b:2:b"),
    ("tea", 2, 1, 6, 8, "concept", "茶馆", "place"),
]


def _corpus(sentences=SENTENCES, paragraphs=PARAGRAPHS, marks=MARKS):
    def table(rows, columns):
        types = {"article": "str", "role": "str", "section_title": "str", "kind": "str", "term": "str", "label": "str"}
        made = pd.DataFrame(rows, columns=columns)
        numbers = dict.fromkeys([name for name in columns if name not in types], "int64")
        return made.astype({**{k: v for k, v in types.items() if k in columns}, **numbers})

    return SimpleNamespace(
        sentences=table(sentences, ["article", "paragraph", "sentence", "role"]),
        paragraphs=table(paragraphs, ["article", "paragraph", "section", "section_title", "n_terms"]),
        marks=table(marks, ["article", "paragraph", "sentence", "start", "end", "kind", "term", "label"]),
    )


@pytest.fixture
def argued():
    """Return two articles: tea of two sections with marks of every kind, and rain with a question and no word."""
    return _corpus()


def test_each_sentence_with_the_marker_that_decided_its_role(argued):
    """The ordinal is no deciding marker; a role without a marker has an empty one."""
    table = rhetoric(argued)
    assert table["role"].tolist() == ["claim", "reason", "claim", "unmarked", "question"]
    assert table["marker"].tolist() == ["首先", "因为", "", "", ""]
    assert table["section_title"].tolist() == ["", "", "水", "水", ""]


def test_role_counts_by_article(argued):
    """Two of four sentences of tea are claims: the share is a half, its Wilson interval 0.150 to 0.850."""
    table = role_counts(argued).set_index(["article", "role"])
    assert table.loc[("tea", "claim"), ["n", "n_sentences", "share"]].tolist() == [2, 4, 0.5]
    assert table.loc[("tea", "claim"), ["low", "high"]].astype(float).round(3).tolist() == [0.15, 0.85]
    assert table.loc[("rain", "question"), ["n", "share", "high"]].tolist() == [1, 1, 1]
    assert table.loc[("rain", "claim"), ["n", "share", "low"]].tolist() == [0, 0, 0]


def test_role_counts_sum_to_the_sentences(argued):
    """Every role is listed in order, zero or not, and together they are all sentences, by article and by section."""
    for by, units in (("article", 2), ("section", 3)):
        table = role_counts(argued, by=by)
        assert table["role"].tolist() == [*ROLES, UNMARKED] * units
        assert table["n"].sum() == len(SENTENCES)
        assert ((table["low"] <= table["share"]) & (table["share"] <= table["high"])).all()


def test_hedges_and_boosters_by_section(argued):
    """Tea hedges once and insists once in 40 words, then insists twice in 60; rain has no words to count in."""
    table = hedges_boosters(argued).set_index(["article", "section"])
    assert table.loc[("tea", 0), ["hedges", "boosters"]].tolist() == [1, 1]
    assert table.loc[("tea", 0), ["hedges_per_thousand", "boosters_per_thousand", "share"]].tolist() == [25, 25, 0.5]
    assert table.loc[("tea", 0), ["low", "high"]].astype(float).round(3).tolist() == [0.095, 0.905]
    assert table.loc[("tea", 1), ["hedges", "boosters", "share"]].tolist() == [0, 2, 1]
    assert table.loc[("tea", 1), "boosters_per_thousand"] == pytest.approx(33.333, abs=1e-3)
    rain = table.loc[("rain", 0)]
    assert rain[["hedges", "boosters"]].tolist() == [0, 0]
    assert rain[["hedges_per_thousand", "share", "low", "high"]].isna().all()


def test_hedges_and_boosters_add_up(argued):
    """By article, section or paragraph the totals are those of the marks."""
    for by, rows in (("article", 2), ("section", 3), ("paragraph", 3)):
        table = hedges_boosters(argued, by=by)
        assert len(table) == rows
        assert table[["hedges", "boosters"]].sum().tolist() == [1, 3]
        assert table["hedges"].dtype == np.dtype("int64")


def test_pairs_are_joined_by_number(argued):
    """Two contrasts of one sentence stay apart and in order."""
    table = pairs(argued)
    assert table[["a", "b", "kind"]].to_numpy().tolist() == [["茶", "水", "not_a_but_b"], ["冷", "热", "from_a_to_b"]]
    assert table[["article", "paragraph", "sentence", "section_title"]].to_numpy().tolist() == [["tea", 2, 2, "水"]] * 2


def test_a_sentence_of_ten_pairs_keeps_their_order():
    """The tenth pair comes after the ninth, not after the first."""
    marks = [
        ("tea", 1, 1, i, i + 1, "pair", side + str(i), f"from_a_to_b:{i}:{side}") for i in range(1, 11) for side in "ab"
    ]
    table = pairs(_corpus(marks=marks))
    assert table["a"].tolist() == [f"a{i}" for i in range(1, 11)]
    assert table["b"].tolist() == [f"b{i}" for i in range(1, 11)]


def test_steps(argued):
    """The one step, with its marker and place."""
    assert enumerations(argued).to_numpy().tolist() == [["tea", 1, 1, "1", "首先", 0, ""]]


def test_the_order_of_marks_does_not_matter(argued):
    """Shuffled marks give the same tables."""
    shuffled = SimpleNamespace(**{**vars(argued), "marks": argued.marks.sample(frac=1, random_state=0)})
    for measure in (pairs, enumerations, hedges_boosters):
        assert_frame_equal(measure(argued), measure(shuffled))


def test_a_corpus_without_marks_or_articles():
    """Nothing found gives empty tables with the right columns, nothing read as well."""
    bare = _corpus(marks=[])
    assert pairs(bare).empty
    assert {"a", "b", "kind", "section"} <= set(pairs(bare).columns)
    assert enumerations(bare).columns.tolist()[3:5] == ["step", "marker"]
    assert rhetoric(bare)["marker"].tolist() == [""] * 5
    assert hedges_boosters(bare)["hedges"].tolist() == [0, 0, 0]
    nothing = _corpus([], [], [])
    for measure in (rhetoric, role_counts, hedges_boosters, pairs, enumerations):
        assert measure(nothing).empty


def test_the_tables_of_an_empty_corpus_by_schema():
    """The package's own empty tables do as well."""
    empty = SimpleNamespace(**{name: schema.empty(name) for name in ("sentences", "paragraphs", "marks")})
    for measure in (rhetoric, role_counts, hedges_boosters, pairs, enumerations):
        assert measure(empty).empty


@pytest.mark.parametrize(("measure", "wrong"), [(role_counts, "paragraph"), (hedges_boosters, "sentence")])
def test_a_wrong_unit_lists_the_right_ones(argued, measure, wrong):
    """The error names what can be chosen."""
    with pytest.raises(LundianError, match=rf"by can't be '{wrong}'; choose one of 'article'"):
        measure(argued, by=wrong)
