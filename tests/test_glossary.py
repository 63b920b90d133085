"""What articles and marks of punctuation are called."""

import pandas as pd
import pytest

import lundian as ld
from lundian import glossary


@pytest.fixture(autouse=True)
def _forget(monkeypatch):
    """Know no article's title before, and forget those of the test after it."""
    monkeypatch.setattr("lundian.glossary._titles", {})
    glossary._short_titles.cache_clear()
    yield
    glossary._short_titles.cache_clear()


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("茶馆不死：一条街的三十年", "《茶馆不死》"),
        ("谁在喝茶？", "《谁在喝茶》"),
        ("“老”茶馆，新生意", "《“老”茶馆》"),
        ("写在一条老街改造完成之后的几点感想", "《写在一条老街改造完成…》"),
        ("读《茶馆》有感", "《读〈茶馆〉有感》"),
        ("Tea houses at night: a note", "《Tea houses at night》"),
        ("：：", "《：：》"),
    ],
)
def test_a_short_title_ends_at_its_first_mark(title, short):
    """A title is cut at its first mark of punctuation, or where it is too long for a label."""
    assert glossary.short_title(title) == short


def test_short_titles_are_unlike():
    """Where beginnings are alike the whole titles stand, and where these are too the slugs tell them apart."""
    glossary.know_titles(["a", "b", "c", "d", "e"], ["茶馆：上", "茶馆：下", "夜市", "周报", "周报"])
    names = [glossary.article_name(slug) for slug in "abcde"]
    assert names == ["《茶馆：上》", "《茶馆：下》", "《夜市》", "《周报》 d", "《周报》 e"]


def test_an_article_without_title_goes_by_its_slug():
    """A slug that no corpus knows, or whose title is blank, is told in words."""
    glossary.know_titles(["night_market"], [" "])
    assert glossary.article_name("night_market") == "night market"
    assert glossary.article_name("tea_house") == "tea house"


def test_a_corpus_names_its_articles():
    """Findings and panels call extracted articles by their titles, also when only some are kept."""
    texts = pd.DataFrame({"title": ["夜市：灯火", "早市：露水"], "text": ["这是机会。\n\n这是困局。"] * 2})
    corpus = ld.extract(texts)
    assert ld.say_tone_arc(ld.tone(corpus)).startswith("《夜市》: ")
    ax = ld.plot_top_terms(ld.term_frequency(corpus.counts))
    assert [panel.get_title(loc="left") for panel in ax.figure.axes] == ["《夜市》", "《早市》"]
    slugs = corpus.only(corpus.articles["article"].iloc[1]).articles["article"]
    assert ld.say_keyness(ld.keyness(*ld.split_article(corpus.counts, slugs[0])), target=slugs[0]).count("《早市》")


def test_marks_of_punctuation_have_names():
    """A mark that counts as evidence is explained in both languages."""
    assert ld.title_tone_words(_mark(), "en").endswith("most of all through ？ (question mark)")
    assert "“？”（问号）" in ld.title_tone_words(_mark(), "zh")
    assert [t.get_text() for t in ld.plot_tone_words(_mark(), language="zh").get_yticklabels()] == ["？ 问号 · 反问"]


def _mark() -> pd.DataFrame:
    place = {"article": "a", "paragraph": 1, "end": "lowest", "tone": -0.2}
    return pd.DataFrame([{**place, "term": "？", "rule": "rhetorical", "n": 1, "value": -0.2}])
