"""What flips when a condition changes."""

import pandas as pd
import pytest

from lundian.errors import LundianError
from lundian.measure.frequency import term_frequency
from lundian.measure.keyness import keyness
from lundian.measure.robustness import robustness
from lundian.measure.split import split_article


def test_a_term_of_one_paragraph_flips(corpus_from):
    """Term x stands seven times in one paragraph, y twice in each of three: without that paragraph, x is gone from the top."""
    made = corpus_from({"a": [[list("xxxxxxxyy")], [list("yyz")], [list("yyz")]]})
    table = robustness(term_frequency, made, value="n", top=1).set_index("term")
    assert table.loc["x", ["value", "rank", "worst", "n_gone", "flips_top"]].tolist()[:2] == [7, 1]
    assert table.loc["x", "flips_top"]
    assert table.loc["x", "n_gone"] == 1
    assert table.loc["x", "flipped_by"] == "without a 1"
    assert table.loc["y", "best"] == 1


def test_a_sign_that_one_paragraph_carries(corpus_from):
    """Term w is key for a only through its first paragraph: without it the log ratio turns."""
    made = corpus_from({"a": [[list("wwwwwwxx")], [list("xxxxxxxw")]], "b": [[list("wwxxxxxx")]] * 2})
    table = robustness(lambda corpus: keyness(*split_article(corpus.counts, "a")), made, value="log_ratio").set_index(
        "term"
    )
    assert table.loc["w", "value"] > 0 > table.loc["w", "low"]
    assert table.loc["w", "flips_sign"]
    assert "without a 1" in table.loc["w", "flipped_by"]


def test_plain_dictionary_and_stop_list(corpus):
    """Under another segmentation another word may lead; under another stop list it may be gone."""
    split = corpus.counts.assign(term=corpus.counts["term"].replace({"茶": "叶"}))
    corpus.counts_plain = split
    table = robustness(term_frequency, corpus, value="n", top=2, stopwords=["。"], other_stopwords=["好"], left_out=1)
    by = table.set_index(["article", "term"])["flipped_by"]
    assert "plain dictionary" in by[("tea", "叶")]
    assert "plain dictionary" not in by[("tea", "茶")]  # there is no such word there: gone, not flipped
    assert "another stop list" in by[("tea", "好")]
    assert table.set_index(["article", "term"]).loc[("tea", "叶"), "rank"] != 1


def test_what_does_not_change_does_not_flip(corpus_from):
    """Paragraphs that are all the same: nothing flips, and low and high are the value itself for rates."""
    made = corpus_from({"a": [[list("xxy")]] * 4})
    table = robustness(term_frequency, made, value="per_thousand")
    assert not table[["flips_sign", "flips_top"]].any().any()
    assert table["low"].tolist() == pytest.approx(table["high"].tolist())
    assert (table["n_conditions"] == 5).all()


def test_many_paragraphs_are_left_out_in_groups(corpus_from):
    """Ten paragraphs, left out in at most three groups, and the plain dictionary."""
    made = corpus_from({"a": [[["x"]]] * 10})
    assert robustness(term_frequency, made, left_out=3)["n_conditions"].tolist() == [4]


def test_refusals(corpus):
    """A column that doesn't rank and rows that can't be told apart are refused in a sentence."""
    with pytest.raises(LundianError, match="columns of numbers are n, per_thousand, rank"):
        robustness(term_frequency, corpus, value="g2")
    with pytest.raises(LundianError, match="do not tell the measure's rows apart"):
        robustness(term_frequency, corpus, key="term")
    with pytest.raises(LundianError, match="tell rows apart"):
        robustness(lambda corpus: pd.DataFrame({"n": [1]}), corpus)
