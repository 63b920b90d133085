"""What each word adds to a difference of tone; the parts must sum to the whole."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.measure.tone_shift import COLUMNS, tone_shift


def test_by_hand(corpus):
    """Tea: 2.25 over 24 characters; rain: -1.5 over 10. 好 adds two times 0.5 in 6 characters, and in 3 and 3, over 24."""
    table = tone_shift(corpus, "tea", "rain").set_index("term")
    assert list(table.reset_index().columns) == COLUMNS
    assert table["mean_a"].sum() == pytest.approx(2.25 / 24)
    assert table["mean_b"].sum() == pytest.approx(-0.15)
    assert table["shift"].to_dict() == pytest.approx({"好": 9 / 24, "差": -6 / 24 + 0.15, "贵": -0.75 / 24})
    assert table["kind"].to_dict() == {"好": "positive, more", "差": "negative, more", "贵": "negative, more"}


def test_same_word_worth_less(corpus):
    """One 好 negated in the rain article: use is the same, so all of the shift is score."""
    marks = corpus.marks[corpus.marks["kind"] == "tone"]
    one = (
        marks[marks["term"] == "好"]
        .iloc[[0, 0]]
        .assign(article=["tea", "rain"], paragraph=2, sentence=1, value=[0.5, -0.3])
    )
    corpus.marks = one
    corpus.sentences = one[["article", "paragraph", "sentence"]].assign(n_chars=9, tone_lexicon=one["value"])
    row = tone_shift(corpus, "tea", "rain").iloc[0]
    assert row[["frequency", "score", "shift"]].tolist() == pytest.approx([0, 0.8, 0.8])
    assert row["kind"] == ""


def test_sides_can_be_sections_or_paragraphs(corpus):
    """A section is a pair, any paragraphs are a table; what isn't there is refused with what is."""
    section = tone_shift(corpus, ("tea", 0), ("tea", 1))
    table = pd.DataFrame({"article": "tea", "paragraph": [2, 3]})
    assert section.equals(tone_shift(corpus, pd.DataFrame({"article": ["tea"], "paragraph": [1]}), table))
    with pytest.raises(LundianError, match=r"nothing is there for 'x'; the articles are .*tea"):
        tone_shift(corpus, "x", "tea")


def test_what_marks_do_not_account_for_is_shown(corpus):
    """A score that is more than its marks leaves the rest in a row of its own, and the sum stays exact."""
    corpus.sentences["tone_lexicon"] = corpus.sentences["tone_lexicon"] * 0.8
    table = tone_shift(corpus, "tea", "rain")
    assert "(other)" in set(table["term"])
    assert table["shift"].sum() == pytest.approx(0.8 * (2.25 / 24 + 0.15))


def test_a_side_without_tone(corpus):
    """Where one side has no evidence there is nothing to take apart, and the note says so."""
    table = tone_shift(corpus, "tea", ("rain", 0))
    assert table.empty
    assert list(table.columns) == COLUMNS
    assert "no sentence with evidence" in table.attrs["note"]


WORDS = st.lists(st.sampled_from(["好", "差", "贵", "茶"]), min_size=1, max_size=4)
TEXT = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3)


@settings(max_examples=30)
@given(TEXT, TEXT)
def test_sums_exactly(corpus_from, a, b):
    """Shifts sum to the difference of the means, parts to shifts, and turning the sides round turns the signs."""
    made = corpus_from({"a": a, "b": b})
    table = tone_shift(made, "a", "b", repeats=20)
    by_length = made.sentences["tone_lexicon"] * made.sentences["n_chars"]
    sums = by_length.groupby(made.sentences["article"]).sum(min_count=1)
    means = sums / made.sentences.groupby("article")["n_chars"].sum()
    if means.isna().any() or len(means) < 2:
        assert table.empty
        return
    assert table["shift"].sum() == pytest.approx(means["a"] - means["b"], abs=1e-12)
    assert (table["frequency"] + table["score"]).tolist() == pytest.approx(table["shift"].tolist(), abs=1e-12)
    back = tone_shift(made, "b", "a", repeats=20).set_index("term")["shift"]
    assert (-back).to_dict() == pytest.approx(table.set_index("term")["shift"].to_dict(), abs=1e-12)
