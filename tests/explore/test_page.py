"""The explore page, filled without a browser."""

import re

import pytest

from lundian.errors import LundianError
from lundian.explore.page import explore
from lundian.explore.sections import TopTerms


def html_of(page) -> dict[str, str]:
    """Return what each section shows."""
    return {section.key: section.body.value for section in page._sections.children}


def test_it_opens_on_the_sample(project):
    """Every section is filled; an article of no topic has none for concepts."""
    shown = html_of(explore())
    assert list(shown) == ["tone_arc", "reader", "top_terms", "concordance"]
    for key in ("tone_arc", "top_terms"):
        alt = re.search(r'<img src="data:image/svg[^"]+" alt="([^"]+)"', shown[key])
        assert len(alt[1]) > 40
        assert re.findall(r'download="[^"]+\.(\w+)"', shown[key]) == ["png", "svg", "csv"]
    assert "<mark" in shown["reader"]
    assert "食堂" in shown["concordance"]
    assert (project / "figures" / "local" / "community_canteen" / "01_top_terms.png").is_file()


def test_an_article_of_a_topic_has_concepts_also_without_text(project):
    """A shipped article shows its concepts; what needs its text says so."""
    shown = html_of(explore("ali_pinduoduo", language="zh"))
    assert "<img" in shown["concepts"]
    assert "手头没有这篇文章的原文" in shown["reader"]
    assert "手头没有这篇文章的原文" in shown["concordance"]


def test_the_reader_turns_pages(project):
    """Next goes on by one paragraph, Previous stops at the first."""
    reader = explore()._sections.children[1]
    first = reader.body.value
    reader._turn(-1)
    assert reader.body.value == first
    reader._turn(1)
    assert "Paragraph 2" in reader.body.value


def test_a_term_is_found_and_escaped(project):
    """What is typed is looked for as it is, and shown as text."""
    concordance = explore()._sections.children[-1]
    concordance._find("<b>")
    assert "&lt;b&gt;: 0 in the text" in concordance.body.value
    concordance._find("低价")
    assert "¶ 3.1" in concordance.body.value


def test_another_article_or_language_is_shown(project):
    """Picking changes all sections; a language changes their words."""
    page = explore()
    before = html_of(page)
    page._picker._list.value = "ali_pinduoduo"
    assert html_of(page)["tone_arc"] != before["tone_arc"]
    page._language.value = "zh"
    assert "段" in html_of(page)["tone_arc"]
    assert "看一篇文章" in page._head.value


def test_an_article_that_is_gone_leaves_the_page_as_it_was(project):
    """One sentence says what is wrong."""
    page = explore()
    before = html_of(page)
    page._open("gone.txt", "")
    assert html_of(page) == before
    assert 'role="alert"' in page._picker._said.value


def test_no_figure_is_left_open(project):
    """A notebook would show it a second time."""
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    explore()
    assert plt.get_fignums() == before


def test_no_such_article(project):
    """The error is one sentence."""
    with pytest.raises(LundianError, match="There is no file"):
        explore("gone.txt")


def test_a_section_that_fails_says_so_and_the_others_go_on(project, monkeypatch):
    """The sentence stands in its place, as text."""

    def fail(section):
        raise LundianError("Too short for <this>.")

    monkeypatch.setattr(TopTerms, "fill", fail)
    shown = html_of(explore())
    assert '<p role="alert">Too short for &lt;this&gt;.</p>' in shown["top_terms"]
    assert "食堂" in shown["concordance"]
