"""Tone where a concept is named against tone elsewhere."""

import numpy as np
import pytest

from lundian.errors import LundianError
from lundian.measure.stance import COLUMNS, stance


@pytest.fixture
def clear(corpus_from):
    """Return eight paragraphs: tea is always good, water always bad, the cup neither by rule."""
    good, bad, cup = ["茶", "好", "。"], ["水", "差", "。"], ["杯", "好", "。"]
    return corpus_from({"x": [[good, bad, cup], [good, bad]] * 4})


def test_means_by_hand(clear):
    """Tea is worth 0.5; elsewhere stand eight times -0.5 and four times 0.5."""
    row = stance(clear, "drinks").set_index("concept").loc["tea"]
    assert list(stance(clear, "drinks", repeats=20).columns) == COLUMNS
    assert (row["n_named"], row["n_elsewhere"], row["n_paragraphs"], row["note"]) == (8, 12, 8, "")
    assert row["named"] == pytest.approx(0.5)
    assert row["elsewhere"] == pytest.approx(-1 / 6)
    assert row["difference"] == pytest.approx(2 / 3)
    assert row["low"] <= row["difference"] <= row["high"]
    assert row["low"] > 0


def test_largest_difference_first_and_corrected(clear):
    """Tea comes before water, and q is never below p."""
    table = stance(clear, "drinks")
    assert table["concept"].tolist() == ["tea", "water"]
    assert (table["q"] >= table["p"]).all()
    assert ((table["p"] > 0) & (table["p"] <= 1)).all()


def test_too_little_evidence(corpus):
    """Four sentences are too few: the means stay, what would be said of them doesn't."""
    table = stance(corpus, "drinks").set_index("concept")
    assert (table["note"] == "too little evidence").all()
    assert table[["difference", "low", "high", "p", "q"]].isna().all().all()
    assert table.loc["tea", "named"] == pytest.approx((1 - 0.25 - 1 + 0.5) / 4)


def test_one_tone_everywhere_is_no_stance(corpus_from):
    """Where every sentence has the same tone the difference is 0 and p is 1."""
    made = corpus_from({"x": [[["茶", "好", "。"], ["杯", "好", "。"]]] * 6})
    row = stance(made, "drinks", repeats=99).set_index("concept").loc["tea"]
    assert row[["difference", "low", "high", "p"]].tolist() == [0, 0, 0, 1]


def test_shuffled_names_are_seldom_significant(corpus_from):
    """With tone dealt out by chance, p is below 0.1 about as often as it should be, paragraphs of one tone included."""
    random = np.random.default_rng(3)
    found = []
    for seed in range(40):
        paragraphs = [
            [[random.choice(["茶", "杯"]), tone, "。"] for _ in range(4)]
            for tone in random.choice(["好", "差"], size=12)
        ]
        found.append(
            stance(corpus_from({"x": paragraphs}), "drinks", seed=seed, repeats=99).set_index("concept")["p"]["tea"]
        )
    assert np.mean(np.array(found) < 0.1) < 0.25


def test_own_terms_can_be_taken_out(clear):
    """When the concept's own term is the word of praise, its tone is circular: own_share says so, own_terms=False mends it."""
    tea = clear.topics["drinks"].concepts["tea"]
    circular = clear.topics["drinks"].concepts | {"tea": type(tea)("tea", "tea", "茶", {"茶": "", "好": ""})}
    topic = type(clear.topics["drinks"])("drinks", {}, {}, circular)
    clear.topics = {"drinks": topic}
    with_own = stance(clear, "drinks").set_index("concept").loc["tea"]
    without = stance(clear, "drinks", own_terms=False).set_index("concept").loc["tea"]
    assert with_own["own_share"] == 1
    assert without["n_named"] == 0
    assert without["note"] == "too little evidence"
    assert without["elsewhere"] == pytest.approx((8 * -0.5 + 0) / 8)  # the cup's praise is the same own term
    water = stance(clear, "drinks", own_terms=False).set_index("concept").loc["water"]
    assert water["own_share"] == 0
    assert water["named"] == pytest.approx(-0.5)


def test_same_each_time_and_another_seed(clear):
    """The same call gives the same numbers; the seed moves only what chance decides."""
    assert stance(clear, "drinks", repeats=50).equals(stance(clear, "drinks", repeats=50))
    other = stance(clear, "drinks", repeats=50, seed=1)
    assert other["difference"].equals(stance(clear, "drinks", repeats=50)["difference"])


def test_refusals_and_empty_tables(clear):
    """A scorer that isn't there is refused with those that are; without sentences every concept has too little evidence."""
    with pytest.raises(LundianError, match="scorer can't be 'bert'; choose one of 'lexicon'"):
        stance(clear, "drinks", scorer="bert")
    clear.sentences, clear.marks = clear.sentences.iloc[:0], clear.marks.iloc[:0]
    assert (stance(clear, "drinks", repeats=10)["note"] == "too little evidence").all()
