"""Concepts of two tiny articles, counted by hand."""

import numpy as np
import pytest

from lundian.errors import LundianError
from lundian.measure.concepts import concepts, contrast_pairs, coverage


def test_every_paragraph_has_every_concept(corpus):
    """Tea and water by paragraph, zeros included; the rate is per thousand words."""
    table = concepts(corpus, "drinks")
    assert list(table.columns) == ["article", "paragraph", "section", "section_title", "concept", "n", "per_thousand"]
    n = table.pivot_table(index=["article", "paragraph"], columns="concept", values="n")
    assert n["tea"].tolist() == [0, 0, 2, 1, 1]
    assert n["water"].tolist() == [2, 2, 1, 1, 1]
    assert table.query("article == 'tea' and paragraph == 1 and concept == 'tea'")["per_thousand"].item() == 2000 / 7


def test_topic_by_name_by_value_or_all(corpus):
    """A topic can be named or given; None takes all; another name is refused with those there are."""
    assert concepts(corpus, corpus.topics["drinks"]).equals(concepts(corpus, "drinks"))
    assert concepts(corpus).equals(concepts(corpus, "drinks"))
    with pytest.raises(LundianError, match="no topic 'food'; choose one of drinks"):
        concepts(corpus, "food")


def test_coverage_by_hand(corpus):
    """Water in the rain article: 4 mentions, two terms, 3 sentences, both paragraphs; tea none at all."""
    table = coverage(corpus, "drinks").set_index(["article", "concept"])
    water, none = table.loc[("rain", "water")], table.loc[("rain", "tea")]
    assert water[["n", "n_terms", "n_sentences", "n_paragraphs", "share"]].tolist() == [4, 2, 3, 2, 1]
    assert none[["n", "n_terms", "n_sentences", "n_paragraphs", "share", "low"]].tolist() == [0] * 6
    assert np.isnan(none["first"])
    assert table.loc[("tea", "tea"), ["first", "last"]].tolist() == [1, 3]
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()


def test_contrast_pairs_by_paragraph_and_article(corpus):
    """The share is that of the new side, here water: 1 of 3 mentions in the first paragraph on tea."""
    first = contrast_pairs(corpus, "drinks").query("article == 'tea' and paragraph == 1").iloc[0]
    assert first[["a", "b", "n_a", "n_b"]].tolist() == ["tea", "water", 2, 1]
    assert first["share"] == pytest.approx(1 / 3)
    assert contrast_pairs(corpus, "drinks", by="article").set_index("article")["share"].to_dict() == {
        "rain": 1,
        "tea": pytest.approx(3 / 7),
    }
    with pytest.raises(LundianError, match="choose one of 'paragraph', 'section', 'article'"):
        contrast_pairs(corpus, "drinks", by="sentence")


def test_neither_side_named_is_no_share(corpus):
    """Where neither side is named the share is NaN, not a half and not zero."""
    corpus.marks = corpus.marks.iloc[:0]
    table = contrast_pairs(corpus, "drinks")
    assert len(table) == len(corpus.paragraphs)
    assert table[["share", "low", "high"]].isna().all().all()
    assert (coverage(corpus, "drinks")["n"] == 0).all()
