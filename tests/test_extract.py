"""Extraction keeps every character and every count."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.corpus import extract
from lundian.extract import Reading, tables
from lundian.text.prepare import prepare
from lundian.tone import snownlp
from lundian.words.segment import default_segmenter
from lundian.words.word import is_word
from tests.corpora import TOPICS

READING = Reading(TOPICS)
TEXT = "平台撮合供需。\n\n## 新路\n\n所谓的平台，其实是中介！平台不再是平台。"
PROSE = st.text(alphabet=st.sampled_from("平台撮合供需去流量的是不，。！？…“”\n# aB2"), max_size=80)


@pytest.fixture
def corpus():
    """Return the corpus of one small article."""
    return extract(pd.DataFrame({"title": ["题"], "text": [TEXT]}), reading=READING)


def test_the_tables_of_a_small_article(corpus):
    """Paragraphs, sections, sentences, counts and marks, worked out by hand."""
    assert corpus.paragraphs[
        ["paragraph", "section", "section_title", "n_chars", "n_sentences"]
    ].to_numpy().tolist() == [
        [1, 0, "", 7, 1],
        [2, 1, "新路", 20, 2],
    ]
    counts = corpus.counts.set_index(["paragraph", "term"])["n"]
    assert counts[(2, "平台")] == 3
    marks = corpus.marks[corpus.marks["label"] == "platform"]
    assert marks[["paragraph", "sentence", "start", "end"]].to_numpy().tolist() == [
        [1, 1, 0, 2],
        [2, 1, 3, 5],
        [2, 2, 0, 2],
        [2, 2, 5, 7],
    ]


def test_counts_are_sorted_by_their_keys(corpus):
    """In natural order counts would read like the article."""
    for table in (corpus.counts, corpus.counts_plain):
        assert table.equals(table.sort_values(["article", "paragraph", "term"], ignore_index=True))


@settings(max_examples=60)
@given(st.lists(PROSE, min_size=1, max_size=3))
def test_nothing_is_lost(texts):
    """Sentences joined give the paragraph, terms joined give the sentence, and counts sum to the tokens, whatever the text."""
    corpus = extract(pd.DataFrame({"article": [f"a{i}" for i in range(len(texts))], "text": texts}), reading=READING)
    keys = ["article", "paragraph"]
    joined = corpus.sentences.groupby(keys)["text"].agg("".join)
    assert joined.tolist() == corpus.paragraphs["text"].tolist()
    terms = corpus.tokens.groupby([*keys, "sentence"])["term"].agg("".join)
    assert terms.tolist() == corpus.sentences["text"].tolist()
    counted = corpus.tokens.groupby([*keys, "term"]).size()
    assert counted.to_dict() == corpus.counts.set_index([*keys, "term"])["n"].to_dict()
    words = corpus.tokens[corpus.tokens["term"].map(is_word)] if len(corpus.tokens) else corpus.tokens
    assert (
        len(words)
        == corpus.paragraphs["n_terms"].sum()
        == corpus.sentences["n_terms"].sum()
        == corpus.articles["n_terms"].sum()
    )


@settings(max_examples=30)
@given(st.lists(PROSE, min_size=2, max_size=4))
def test_marks_stand_where_they_say(texts):
    """Every mark's term is what the sentence holds from its start to its end."""
    corpus = extract(pd.DataFrame({"article": [f"a{i}" for i in range(len(texts))], "text": texts}), reading=READING)
    marked = corpus.marks.merge(corpus.sentences, on=["article", "paragraph", "sentence"])
    assert all(row.text[row.start : row.end] == row.term for row in marked.itertuples())


def test_a_batch_is_the_sum_of_its_articles():
    """Articles read together give the rows that each gives alone."""
    articles = prepare(pd.DataFrame({"article": ["a", "b"], "text": [TEXT, "撮合不是平台。" * 9]}))
    together = tables(articles, READING)
    alone = [tables(articles[articles["article"] == name], READING) for name in ("a", "b")]
    for name, table in together.items():
        pd.testing.assert_frame_equal(table, pd.concat([of[name] for of in alone], ignore_index=True))


@settings(max_examples=60)
@given(st.lists(PROSE, min_size=1, max_size=3))
def test_batches_count_and_score_as_one_text_at_a_time(texts):
    """Counting by numbers, and SnowNLP's words found once for paragraphs and sentences, give what plain Python gives."""
    corpus = extract(pd.DataFrame({"article": [f"a{i}" for i in range(len(texts))], "text": texts}), reading=READING)
    counted = [sorted(Counter(READING.segmenter.cut(text)).items()) for text in corpus.paragraphs["text"]]
    assert corpus.counts[["term", "n"]].to_numpy().tolist() == [[term, n] for of in counted for term, n in of]
    plain = [sorted(Counter(default_segmenter().cut(text)).items()) for text in corpus.paragraphs["text"]]
    assert corpus.counts_plain[["term", "n"]].to_numpy().tolist() == [[term, n] for of in plain for term, n in of]
    for table in (corpus.paragraphs, corpus.sentences):
        alone = [snownlp.score([text])["tone"][0] for text in table["text"]]
        assert table["tone_snownlp"].tolist() == alone


def test_the_dictionary_decides_what_is_one_word():
    """Under the topics' dictionary a term is one word; under jieba's plain dictionary it need not be."""
    corpus = extract(pd.DataFrame({"text": ["消费平权来了。"]}), reading=READING)
    assert "消费平权" in corpus.counts["term"].tolist()
    assert "消费平权" not in corpus.counts_plain["term"].tolist()


def test_an_article_without_words_has_no_numbers_made_up():
    """Punctuation alone has no words, no marks, and a MATTR that is missing."""
    corpus = extract(pd.DataFrame({"text": ["……！！"]}), reading=READING)
    assert corpus.articles["n_terms"].tolist() == [0]
    assert corpus.articles["mattr"].isna().all()
    assert corpus.marks.empty
