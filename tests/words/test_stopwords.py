"""Stop words: what is left out, what stays, and why."""

import csv

import pytest
from stopwordsiso import stopwords as published

from lundian import paths
from lundian.words.stopwords import stopwords


@pytest.fixture(scope="module")
def rows():
    with paths.lexicons("stopwords.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_list_is_the_published_one_as_the_table_changes_it(rows):
    """Every word is in the published list and not kept, or in the table as dropped."""
    keep = {row["term"] for row in rows if row["action"] == "keep"}
    drop = {row["term"] for row in rows if row["action"] == "drop"}
    assert stopwords() == (published("zh") - keep) | drop


@pytest.mark.parametrize("term", ["没有", "不是", "不", "但是", "然而", "因为", "所以", "如果", "而是", "即使", "必须"])
def test_what_carries_argument_stays(term):
    """Negation, connectives and modality are never stop words."""
    assert term not in stopwords()


@pytest.mark.parametrize("term", ["的", "了", "在", "和"])
def test_function_words_are_left_out(term):
    """What no argument rests on is a stop word."""
    assert term in stopwords()


def test_extra_words_are_added_for_this_call_only():
    """A reader's own words are added, and forgotten."""
    assert "面包" in stopwords(["面包"])
    assert "面包" not in stopwords()


def test_table_is_whole(rows):
    """Each term stands once, with an action that is known and a reason; a kept one is in the list that it is kept from."""
    assert len({row["term"] for row in rows}) == len(rows)
    assert {row["action"] for row in rows} == {"keep", "drop"}
    assert all(row["reason"] and row["reason"].isascii() for row in rows)
    assert all((row["term"] in published("zh")) == (row["action"] == "keep") for row in rows)
