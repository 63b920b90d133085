"""Which script a text is in, and traditional to simplified."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.words.script import is_traditional, to_simplified, traditional_share


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("後來", "后来"),
        ("皇后", "皇后"),
        ("乾淨", "干净"),
        ("乾坤", "乾坤"),
        ("網際網路", "网际网路"),
        ("B2B 平臺", "B2B 平台"),
    ],
)
def test_converts_by_phrase(traditional, simplified):
    """A character that two others are merged in is converted by the phrase that it stands in."""
    assert to_simplified(traditional) == simplified


def test_simplified_text_stays():
    """A text that is simplified already is not changed."""
    text = "这家小店卖面包，也修自行车。"
    assert to_simplified(text) == text


def test_share_counts_only_what_tells():
    """經 and 濟 are traditional, 发 is simplified, 展 and the rest are both: 2 of 3."""
    assert traditional_share("經濟发展，GDP 2020") == pytest.approx(2 / 3)


def test_nothing_tells():
    """Where no character tells, the share is not a number, and the text is not called traditional."""
    assert math.isnan(traditional_share("人口 2020"))
    assert not is_traditional("人口 2020")
    assert not is_traditional("")


@pytest.mark.parametrize(("text", "expected"), [("這個麵包店開門了", True), ("这个面包店开门了", False)])
def test_detects_script(text, expected):
    """The same sentence in both scripts."""
    assert is_traditional(text) is expected


@given(st.text())
def test_any_text_is_taken(text):
    """Nothing is refused or lost: lone surrogates, NUL and emoji pass, and Latin text is not changed."""
    converted = to_simplified(text)
    assert to_simplified("".join(c for c in text if c.isascii())) == "".join(c for c in text if c.isascii())
    assert [c for c in converted if "\ud800" <= c <= "\udfff" or c in "\x00😀"] == [
        c for c in text if "\ud800" <= c <= "\udfff" or c in "\x00😀"
    ]


@pytest.mark.parametrize("function", [to_simplified, traditional_share, is_traditional])
def test_refuses_what_is_no_text(function):
    """What is no string is refused with its type."""
    with pytest.raises(LundianError, match="bytes"):
        function("經濟".encode())
