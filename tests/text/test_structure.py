"""Lines become headings and whole paragraphs; canonical text goes there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.text.decode import clean
from lundian.text.structure import Block, from_text, read_lines, to_text

LONG = "这是一段写得足够长的正文，它有主语也有谓语，一直写到超过标题的长度为止"
LINES = st.lists(
    st.sampled_from([LONG, LONG + "。", "标题一样短", "短句。", "", "## 井号", "\\反斜杠", "为什么？", "甲，"])
).map("\n".join)


def kinds(text: str) -> str:
    """Return h for a heading and p for a paragraph, in order."""
    return "".join(block.kind[0] for block in read_lines(text))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")) | LINES)
def test_canonical_text_goes_there_and_back(text):
    """Blocks written as canonical text and read again are the same blocks."""
    blocks = [Block(block.kind, block.text) for block in read_lines(clean(text, "a"))]
    assert from_text(to_text(blocks)) == blocks


@given(LINES)
def test_nothing_is_lost(text):
    """Blocks joined give the lines joined, the marks of headings apart."""
    lines = "".join(line.removeprefix("## ") for line in text.split("\n"))
    assert "".join(block.text for block in read_lines(text)) == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"题目\n{LONG}。\n小标题\n{LONG}。", "hphp"),
        (f"平台凭什么收费？\n{LONG}。", "hp"),
        (f"{LONG}。\n小标题\n{LONG}。\n作者署名", "phpp"),
        (f"{LONG}。\n苹果\n香蕉\n橙子\n{LONG}。", "ppppp"),
        (f"# 题目\n小标题样\n{LONG}。", "hpp"),
        ("", ""),
    ],
)
def test_which_lines_are_headings(text, expected):
    """Short lines without a full stop are headings, where no line is marked; lists and the last line are not."""
    assert kinds(text) == expected


def test_a_paragraph_that_a_page_break_cut_is_made_whole():
    """The halves are joined in the middle of the word, and the break is counted."""
    assert read_lines(f"{LONG[:-3]}\n\n{LONG[-3:]}。\n\n{LONG}。") == [
        Block("paragraph", LONG + "。", 1),
        Block("paragraph", LONG + "。"),
    ]


def test_latin_words_keep_their_blank():
    """Where both halves are Latin, the line break was a blank."""
    assert (
        read_lines("a long line of Latin letters that stops\nhere.")[0].text
        == "a long line of Latin letters that stops here."
    )


def test_full_width_blanks_around_a_line_go():
    """The indentation of a paragraph is no part of it."""
    assert read_lines(f"\u3000\u3000{LONG}。\u3000")[0].text == LONG + "。"
