"""Bytes become the text that was written, or are refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.text.decode import clean, decode

PROSE = "社区食堂靠的不是低价，而是邻里之间的信任。饭菜便宜只能带来第一次光顾，留不住第二次。"
TRADITIONAL = "社區食堂靠的不是低價，而是鄰里之間的信任。飯菜便宜只能帶來第一次光顧，留不住第二次。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"]
)
def test_every_encoding_in_use(encoding):
    """The same sentence comes out of every encoding, with a confidence."""
    decoded = decode(PROSE.encode(encoding), "a.txt")
    assert decoded.text == PROSE
    assert 0.5 < decoded.confidence <= 1


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_traditional_script(encoding):
    """Traditional characters come out of Big5 and of GB18030."""
    assert decode(TRADITIONAL.encode(encoding), "a.txt").text == TRADITIONAL


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00\xd8", bytes(range(128, 256)), b"\x81", "好".encode("gbk")])
def test_what_is_no_text_is_refused(raw):
    """Bytes that are no text, or too few to tell, are refused with the file's name; no character is replaced."""
    with pytest.raises(LundianError, match=r"b\.txt.*save"):
        decode(raw, "b.txt")


def test_line_ends_and_blanks():
    """All line ends become one, tabs and non-breaking blanks become blanks, zero-width ones go, full-width ones stay."""
    assert clean("一\r\n二\r三\f四\u2029五", "a") == "一\n二\n三\n四\n五"
    assert clean("A\u00a0B\tC\u200bD\ufeffE\u3000F", "a") == "A B CDE\u3000F"


@pytest.mark.parametrize("bad", ["\x00", "\ud800", "\x1b", "\uffff"])
def test_impossible_characters_are_refused_with_their_place(bad):
    """A NUL, a lone surrogate and the like are refused, with line and column."""
    with pytest.raises(LundianError, match=rf"c\.txt.*U\+{ord(bad):04X} in line 2, column 3"):
        clean(f"第一行\n二二{bad}二", "c.txt")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")))
def test_utf8_is_never_changed_but_for_blanks(text):
    """A second cleaning changes nothing."""
    once = decode(text.encode(), "a.txt").text
    assert clean(once, "a.txt") == once
