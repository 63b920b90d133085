"""Tables of a notebook become rows of text, with names for people, and columns that share a page."""

import pandas as pd
import pytest

from lundian.report.document import Table
from lundian.report.tables import read_table, shares


def test_an_index_that_counts_is_left_out_and_one_that_names_stays():
    """Row numbers say nothing; names of rows are a column."""
    table = pd.DataFrame({"n_chars": [10, 20]})
    assert read_table(table.to_html(), "en") == (("characters",), (("10",), ("20",)))
    named = read_table(table.set_axis(["甲", "乙"]).to_html(), "zh")
    assert named == (("", "字符数"), (("甲", "10"), ("乙", "20")))


def test_a_head_of_two_lines_is_one():
    """A table that was turned has the name of its rows and of its columns in one line."""
    table = pd.DataFrame({"part": ["x", "y"], "metric": "auc", "value": [0.5, -0.25]})
    header, rows = read_table(table.pivot(index="part", columns="metric", values="value").to_html(), "en")
    assert header == ("part", "auc")
    assert rows == (("x", "0.50"), ("y", "−0.25"))


def test_cells_are_for_readers():
    """Nothing is empty, yes and no are words, a minus is a minus, and a concept has its name."""
    table = pd.DataFrame({"date": [None], "has_text": [True], "tone": [-0.5], "concept": ["consumption_equality"]})
    assert read_table(table.to_html(), "en")[1] == (("", "yes", "−0.5", "consumption equality"),)
    assert read_table(table.to_html(), "zh")[1][0][1] == "是"


def test_wide_columns_give_way_to_narrow_ones():
    """Numbers keep their room where a long text shares the page; together the columns take no more than there is."""
    table = Table(1, "", ("n", "text"), (("12", "很长的一句话" * 30),))
    narrow, wide = shares(table, 468)
    assert narrow * 468 > 20
    assert narrow + wide == pytest.approx(1)
    assert sum(shares(Table(1, "", ("n", "m"), (("1", "2"),)), 468)) < 0.2
