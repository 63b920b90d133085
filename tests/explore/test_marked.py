"""A paragraph with its words of tone marked: nothing is lost, nothing of it becomes markup."""

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.corpus import extract
from lundian.errors import LundianError
from lundian.explore.marked import marked, paragraph_html

ATTACK = "<script>alert(1)</script>"


def words_at(spans) -> pd.DataFrame:
    """Return words of tone at the spans."""
    rows = [(start, end, "词", "plain", 0.5 if start % 2 else -0.5) for start, end in spans]
    return pd.DataFrame(rows, columns=["start", "end", "term", "rule", "value"])


def plain(html: str) -> str:
    """Return what is read of HTML."""
    return unescape(re.sub(r"<[^<>]*>", "", html))


@given(
    st.text(alphabet="<>&\"'茶水a", max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 5)), max_size=5),
)
def test_the_text_between_the_tags_is_the_sentence(text, places):
    """Whatever is marked, also where marks overlap, every character stays, in its order."""
    spans = [(start, start + n) for start, n in places if start + n <= len(text)]
    assert plain(marked(text, words_at(spans))) == text


def test_a_mark_says_more_than_its_colour():
    """A sign and the reason stand with each mark; up and down differ in both."""
    html = marked("好坏", words_at([(1, 2), (0, 1)]))
    assert 'class="ld-down" data-sign="−"' in html
    assert 'class="ld-up" data-sign="+"' in html
    assert 'title="adds −0.50 to its sentence; rule: plain"' in html


def test_markup_in_an_article_stays_text():
    """A script in an article is shown, not run."""
    corpus = extract(pd.DataFrame({"title": [ATTACK], "text": [f"这是机会{ATTACK}，很好。"]}))
    html = paragraph_html(corpus, corpus.articles["article"].iloc[0], 1)
    assert "<script" not in html
    assert ATTACK in plain(html)


def test_without_text_the_words_stand_alone():
    """One sentence says that the text is missing, and the table still lists each word."""
    corpus = extract(pd.DataFrame({"title": ["甲"], "text": ["这是机会。"]}))
    bare = corpus.__class__(**{**vars(corpus), "sentences": corpus.sentences.drop(columns="text")})
    html = paragraph_html(bare, "甲", 1, "zh")
    assert "手头没有这篇文章的原文" in html
    assert '<td lang="zh">机会</td>' in html


def test_a_paragraph_without_tone_says_so():
    """There is no table where no word counts."""
    corpus = extract(pd.DataFrame({"title": ["甲"], "text": ["桌子在这里。"]}))
    html = paragraph_html(corpus, "甲", 1)
    assert "no word of it has a tone" in html
    assert "<table" not in html


def test_a_paragraph_that_is_not_there():
    """The error names the place."""
    corpus = extract(pd.DataFrame({"title": ["甲"], "text": ["这是机会。"]}))
    with pytest.raises(LundianError, match="paragraph"):
        paragraph_html(corpus, "甲", 9)
