"""Against general Chinese: what is listed is looked up, what isn't is never composed."""

import numpy as np
import pytest
from wordfreq import get_frequency_dict

from lundian.measure.distinctive import distinctive


def test_listed_terms_have_a_log_ratio(counts_from):
    """平台, half of a text's words: the ratio of one half to wordfreq's own proportion."""
    made = distinctive(counts_from([("a", 1, "平台", 1), ("a", 1, "的", 1)])).set_index("term")
    assert made.loc["平台", "log_ratio"] == pytest.approx(np.log2(0.5 / get_frequency_dict("zh", "best")["平台"]))
    assert made.loc["平台", "status"] == "in reference"
    assert (made["low"] < made["log_ratio"]).all()
    assert (made["log_ratio"] < made["high"]).all()


def test_unlisted_terms_are_not_composed(counts_from):
    """消费平权 is not listed, though its parts are: no ratio, and it stands last."""
    made = distinctive(counts_from([("a", 1, "消费平权", 9), ("a", 1, "消费", 1)]))
    assert made["term"].tolist() == ["消费", "消费平权"]
    assert made["status"].tolist() == ["in reference", "not in reference"]
    assert made.loc[1, ["reference_per_thousand", "log_ratio", "low", "high"]].isna().all()


def test_traditional_terms_are_found_in_simplified_form(counts_from):
    """網絡 is listed as 网络, and the table says so; letters are found whatever their case."""
    made = distinctive(counts_from([("a", 1, "網絡", 1), ("a", 1, "APP", 1)])).set_index("term")
    assert made.loc["網絡", "status"] == "in reference, in simplified form"
    assert made.loc["網絡", "reference_per_thousand"] == 1000 * get_frequency_dict("zh", "best")["网络"]
    assert made.loc["APP", "status"] == "in reference"


def test_single_occurrences_do_not_lead(counts_from):
    """Rows are ordered by the lower bound, not by the ratio; min_n leaves single occurrences out."""
    counts = counts_from([("a", 1, "平台", 40), ("a", 1, "供给方", 1)])
    made = distinctive(counts)
    assert made["low"].tolist() == sorted(made["low"], reverse=True)
    assert distinctive(counts, min_n=2)["term"].tolist() == ["平台"]


def test_empty_table(counts_from):
    """No counts give no rows and the same columns."""
    full = distinctive(counts_from([("a", 1, "的", 1)]))
    empty = distinctive(counts_from([]).astype({"n": "int64"}))
    assert empty.empty
    assert list(empty.columns) == list(full.columns)
    assert "article" not in distinctive(counts_from([("a", 1, "的", 1)]), by=None).columns
