"""The font and the breaking of lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.plot import font
from lundian.plot.style import PALETTE, concept_colour

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@given(TEXT)
@settings(max_examples=60)
def test_drawable_text_can_be_drawn(text):
    """Whatever a reader's text holds, what is drawn has a glyph for it and keeps its length."""
    assert not font.missing(font.drawable(text))
    assert len(font.drawable(text)) == len(text)


@given(TEXT, st.floats(20, 300))
@settings(max_examples=60)
def test_wrapping_loses_no_letter_and_fits(text, room):
    """Lines are no wider than asked, and all letters are still there in order."""
    text = font.drawable(text)
    lines = font.wrap(text, 10, room).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(font.width(line, 10) <= room for line in lines if len(line) > 1)


def test_no_line_begins_with_closing_punctuation():
    """A comma stays with the word before it."""
    assert all(line[0] not in "，。" for line in font.wrap("茶馆，流量。平台，读书。", 10, 35).split("\n"))


def test_chinese_terms_stay_whole_in_english():
    """A term is not cut in the middle of an English sentence."""
    assert "消费平权" in font.wrap("All of this is about 消费平权 and no more", 10, 60).split("\n")


def test_lines_can_be_limited():
    """What goes beyond the last line is left out, visibly."""
    lines = font.wrap("茶" * 50, 10, 100, lines=2).split("\n")
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_widths_are_matplotlibs():
    """Our sum of advances is what matplotlib draws, within two percent."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    text, size = "消费平权 consumption equality +0.42", 10
    drawn, *_ = TextToPath().get_text_width_height_descent(
        text, FontProperties(fname=font.path(), size=size), ismath=False
    )
    assert font.width(text, size) == pytest.approx(drawn, rel=0.02)


def test_registering_twice_is_once():
    """The font stands once in matplotlib's list."""
    from matplotlib.font_manager import fontManager

    font.register()
    font.register()
    assert sum(entry.name == font.FAMILY for entry in fontManager.ttflist) == 1


def test_concept_colours_do_not_depend_on_company(monkeypatch):
    """A known concept's colour is its place among all concepts, an unknown one's comes from its name."""
    monkeypatch.setattr("lundian.glossary.concept_keys", lambda: ["a", "b"])
    assert concept_colour("a") == PALETTE["blue"].lower()
    assert concept_colour("b") == PALETTE["vermilion"].lower()
    assert concept_colour("unknown") == concept_colour("unknown")
