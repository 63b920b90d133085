"""Scores against labels: every metric by hand, and what has no value says why."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.tone.evaluate import METRICS, evaluate_by, evaluate_tone

NAN = float("nan")


def values(scores, labels, **more) -> dict:
    """Return the value of each metric."""
    table = evaluate_tone(scores, labels, repeats=more.pop("repeats", 5), **more)
    return dict(zip(table["metric"], table["value"], strict=True))


def test_perfect_order():
    """Scores in the order of the labels have a Spearman, an AUC, an accuracy and an F1 of 1."""
    found = values([-0.9, -0.2, 0.0, 0.4, 1.0], [-2, -1, 0, 1, 2])
    assert [found[name] for name in ("spearman", "auc", "accuracy", "macro_f1", "coverage")] == [1, 1, 1, 1, 1]


def test_opposite_order():
    """Scores in the opposite order have a Spearman of -1 and an AUC of 0."""
    found = values([0.9, 0.2, -0.4, -1.0], [-2, -1, 1, 2])
    assert [found[name] for name in ("spearman", "auc", "accuracy", "macro_f1")] == [-1, 0, 0, 0]


def test_ties_share_their_rank():
    """Ranks 1.5, 1.5, 3 against 1, 2, 3: 1.5 / sqrt(1.5 * 2)."""
    assert values([0.1, 0.1, 0.5], [-1, 1, 2])["spearman"] == pytest.approx(1.5 / np.sqrt(3))


def test_equal_scores_are_half_an_auc():
    """Of two pairs one is right and one is equal: 1.5 of 2."""
    assert values([0.1, 0.1, 0.5], [-1, 1, 2])["auc"] == 0.75


def test_no_evidence_is_nought_for_order_and_wrong_for_accuracy():
    """A NaN lies between -0.5 and 0.5, has no sign, and lowers the coverage."""
    found = values([-0.5, NAN, 0.5], [-1, 1, 2])
    assert found["spearman"] == 1
    assert found["auc"] == 1
    assert found["accuracy"] == pytest.approx(2 / 3)
    assert found["coverage"] == pytest.approx(2 / 3)


def test_score_of_nought_is_wrong_for_accuracy():
    """Nought has neither sign."""
    assert values([0.0, 0.5], [1, 1])["accuracy"] == 0.5


def test_macro_f1_by_hand():
    """Critical 2/3 (one of two found, none wrong), neutral 2/3 (one of one, one wrong), favourable 1: the mean is 7/9."""
    found = values([-0.5, 0.05, 0.0, 0.7], [-1, -1, 0.3, 2])
    assert found["macro_f1"] == pytest.approx(7 / 9)


def test_macro_f1_reads_no_evidence_as_neutral():
    """A neutral sentence without a word of tone is read rightly."""
    assert values([NAN, 0.9], [0, 1])["macro_f1"] == 1


def test_calibration_error_by_hand():
    """Of two at 0.9 one is favourable (off by 0.4 each), one at 0.2 is not (off by 0.2): 1/3; a NaN and a 0 don't count."""
    found = values([0.8, 0.8, -0.6, NAN, 0.1], [1, -1, -2, 2, 0])
    assert found["calibration_error"] == pytest.approx((0.8 + 0.2) / 3)


def test_how_many_labels_each_metric_uses():
    """All three metrics of sign leave out labels of 0, and calibration also what has no evidence."""
    table = evaluate_tone([0.8, NAN, -0.6, 0.1], [1, 1, -2, 0], repeats=2).set_index("metric")
    assert table["n"].to_dict() == {
        "spearman": 4,
        "auc": 3,
        "accuracy": 3,
        "macro_f1": 4,
        "calibration_error": 2,
        "coverage": 4,
    }


def test_constant_scores_say_why():
    """Equal scores have no order, and the note says so; the AUC is a half."""
    table = evaluate_tone([0.3, 0.3], [-1, 1], repeats=2).set_index("metric")
    assert table.loc["spearman"].isna()[["value", "low", "high"]].all()
    assert table.loc["spearman", "note"] == "all scores are equal"
    assert table.loc["auc", "value"] == 0.5


def test_no_evidence_at_all_says_why():
    """Without evidence there is no order and no calibration; coverage and accuracy are 0."""
    table = evaluate_tone([NAN, NAN], [-1, 1], repeats=2).set_index("metric")
    assert table.loc[["spearman", "calibration_error"], "note"].tolist() == ["no score has evidence"] * 2
    assert table.loc[["accuracy", "coverage"], "value"].tolist() == [0, 0]


def test_labels_of_one_sign_have_no_auc():
    """An AUC needs both."""
    assert (
        evaluate_tone([0.1, 0.2], [1, 2], repeats=2).set_index("metric").loc["auc", "note"]
        == "needs labels above and below 0"
    )


def test_what_has_no_label_is_left_out():
    """An empty label counts for nothing, and without any the note says so."""
    assert values([0.1, -0.9, 0.3], [1, NAN, 2]) == pytest.approx(values([0.1, 0.3], [1, 2]), nan_ok=True)
    table = evaluate_tone([0.1, 0.2], [NAN, NAN])
    assert table["value"].isna().all()
    assert set(table["note"]) == {"no label yet"}


def test_interval_holds_the_value_and_is_the_same_each_time():
    """The bootstrap is seeded, and its interval lies around the value."""
    random = np.random.default_rng(1)
    label = random.integers(-2, 3, 60)
    score = np.clip(label / 3 + random.normal(0, 0.3, 60), -1, 1)
    table = evaluate_tone(score, label, repeats=200)
    pd.testing.assert_frame_equal(table, evaluate_tone(score, label, repeats=200))
    rows = table[table["metric"].isin(["spearman", "auc", "accuracy", "macro_f1"])]
    assert (rows["low"] < rows["value"]).all()
    assert (rows["value"] < rows["high"]).all()


def test_groups_are_drawn_whole():
    """Ten copies of each of two pairs, drawn as two groups, leave an interval as wide as two pairs do."""
    score, label, group = [0.5, -0.5] * 10, [1, 1] * 10, ["a", "b"] * 10
    whole = evaluate_tone(score, label, repeats=100, groups=group).set_index("metric").loc["accuracy"]
    alone = evaluate_tone(score, label, repeats=100).set_index("metric").loc["accuracy"]
    assert (whole["low"], whole["high"]) == (0, 1)
    assert alone["high"] - alone["low"] < 0.6


@given(st.lists(st.tuples(st.floats(-1, 1), st.integers(-2, 2)), min_size=1, max_size=12), st.randoms())
def test_order_of_rows_does_not_matter(pairs, random):
    """Metrics are of the pairs, not of their order, and lie in their range."""
    mixed = random.sample(pairs, len(pairs))
    found, again = (values(*zip(*rows, strict=True), repeats=0) for rows in (pairs, mixed))
    assert found == pytest.approx(again, nan_ok=True)
    assert all(np.isnan(found[name]) or -1 - 1e-9 <= found[name] <= 1 + 1e-9 for name in METRICS)


def test_unequal_lengths_are_refused():
    """One sentence says how many of each there are."""
    with pytest.raises(LundianError, match="2 scores, 1 labels"):
        evaluate_tone([0.1, 0.2], [1])


@pytest.mark.parametrize(
    ("scores", "labels", "said"),
    [([1.5], [1], "2p - 1"), ([0.5], [3], "from -2 to 2"), (["x"], [1], "are numbers"), ([[0.1]], [1], "2 dimensions")],
)
def test_wrong_values_are_refused(scores, labels, said):
    """What is out of range, or no number, is named."""
    with pytest.raises(LundianError, match=said):
        evaluate_tone(scores, labels)


def test_by_scorer():
    """Each scorer has its own rows, in the order in which they come; a missing column is named."""
    table = pd.DataFrame({"scorer": ["b", "a", "b", "a"], "tone": [0.1, 0.9, 0.4, -0.3], "label": [-1, -1, 1, 1]})
    made = evaluate_by(table, repeats=2)
    assert made[made["metric"] == "auc"][["part", "value"]].to_numpy().tolist() == [["b", 1.0], ["a", 0.0]]
    with pytest.raises(LundianError, match="has no scorer"):
        evaluate_by(table.drop(columns="scorer"))
