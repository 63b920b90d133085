"""A table that is not what it should be is refused with table, column and row."""

import pandas as pd
import pytest

from lundian import schema
from lundian.errors import LundianError

COUNTS = pd.DataFrame({"article": ["a", "a"], "paragraph": [1, 1], "term": ["平台", "撮合"], "n": [1, 2]})
MARK = {
    "article": "a",
    "paragraph": 1,
    "sentence": 1,
    "start": 0,
    "end": 2,
    "kind": "concept",
    "term": "平台",
    "label": "platform",
    "polarity": float("nan"),
    "value": float("nan"),
}


def test_a_good_table_comes_back():
    """A good table is returned as it is, and an empty one of every name is good."""
    assert schema.check(COUNTS, "counts") is COUNTS
    for name in schema.SCHEMAS:
        assert schema.check(schema.empty(name), name).empty


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (COUNTS.drop(columns="n"), "counts has no column n"),
        (COUNTS.assign(m=1), "has a column m"),
        (COUNTS.assign(n=["x", "y"]), "Column n of table counts should hold int"),
        (COUNTS.assign(term=["平台", None]), "Column term of table counts has no value in row 1"),
        (COUNTS.assign(term="平台"), "article a, paragraph 1, term 平台 twice, the second time in row 1"),
    ],
)
def test_a_bad_table_is_named(table, sentence):
    """The sentence names the table, the column and the first bad row."""
    with pytest.raises(LundianError, match=sentence):
        schema.check(table, "counts")


@pytest.mark.parametrize(
    ("change", "column"),
    [({"kind": "mood"}, "kind"), ({"term": "一" * 13}, "term"), ({"end": 0}, "end")],
)
def test_a_bad_mark_is_named(change, column):
    """A mark has a known kind, a term of at most 12 characters, and a beginning before its end."""
    with pytest.raises(LundianError, match=f"Column {column} of table marks"):
        schema.check(pd.DataFrame([MARK | change]), "marks")
