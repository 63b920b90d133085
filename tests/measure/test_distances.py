"""How far two articles stand apart, worked out by hand."""

import numpy as np
import pytest

from lundian.errors import LundianError
from lundian.measure.distances import COLUMNS, distances


def rows(table):
    """Return the table by aspect."""
    return table.set_index("aspect")


def test_nothing_in_common_is_one_and_the_same_is_zero(corpus_from):
    """Different words are at 1, the same words at 0, whatever the lengths."""
    apart = corpus_from({"a": [[["茶", "好"]]], "b": [[["雨", "差"]]]})
    same = corpus_from({"a": [[["茶", "好"]]], "b": [[["茶", "好"]], [["茶", "好"]]]})
    assert rows(distances(apart)).loc[["terms", "concepts"], "distance"].tolist() == pytest.approx([1, 1])
    assert rows(distances(same)).loc[["terms", "concepts", "tone"], "distance"].tolist() == pytest.approx([0, 0, 0])


def test_jensen_shannon_by_hand(corpus_from):
    """(1, 0) against (1/2, 1/2): the divergence is 0.3113 bits, the distance its root."""
    made = corpus_from({"a": [[["茶", "茶"]]], "b": [[["茶", "水"]]]})
    bits = 0.5 * np.log2(4 / 3) + 0.25 * np.log2(2 / 3) + 0.25 * np.log2(2)
    assert rows(distances(made)).loc["terms", "distance"] == pytest.approx(np.sqrt(bits))


def test_tone_is_the_way_along_the_scale(corpus_from):
    """Half of the sentences a quarter of the scale away: an eighth of the scale, to the width of a bin."""
    made = corpus_from({"a": [[["好"], ["好"]]], "b": [[["好"], ["x"]]]})
    made.sentences.loc[made.sentences["text"] == "x", "tone_lexicon"] = 0.0
    assert rows(distances(made)).loc["tone", "distance"] == pytest.approx(1 / 8, abs=1 / 40)


def test_chance_is_what_dealing_again_gives(corpus_from):
    """Paragraphs of two kinds, each article one kind: no deal is farther, so p is small; mixed articles are at chance."""
    kinds = [[["茶", "好"]], [["雨", "差"]]]
    pure = corpus_from({"a": [kinds[0]] * 6, "b": [kinds[1]] * 6})
    mixed = corpus_from({"a": kinds * 3, "b": kinds * 3})
    assert (rows(distances(pure)).loc[["terms", "concepts", "tone"], "p"] < 0.05).all()
    one = rows(distances(mixed)).loc["terms"]
    assert one["distance"] == pytest.approx(0, abs=1e-9)
    assert one["p"] == 1
    assert one["chance"] > 0


def test_no_evidence_is_no_distance(corpus):
    """Unmarked sentences have no role, so there is no distance of rhetoric; NaN, not 0."""
    made = rows(distances(corpus, repeats=20))
    assert list(made.reset_index()[COLUMNS].columns) == COLUMNS
    assert made.loc["rhetoric", ["distance", "chance", "p", "q"]].isna().all()
    assert made.loc["rhetoric", ["n_a", "n_b"]].tolist() == [0, 0]


def test_sections_one_article_and_refusals(corpus, corpus_from):
    """Sections are named with their article; one article has no distances; wrong options list the right ones."""
    assert set(distances(corpus, by="section", repeats=5)["a"]) <= {"rain §0", "rain §1", "tea §0", "tea §1"}
    assert distances(corpus_from({"a": [[["茶"]]]})).empty
    assert distances(corpus, repeats=0)[["chance", "p", "q"]].isna().all().all()
    with pytest.raises(LundianError, match="choose one of 'article', 'section'"):
        distances(corpus, by="paragraph")
    with pytest.raises(LundianError, match="scorer can't be 'x'; choose one of 'lexicon'"):
        distances(corpus, scorer="x")
