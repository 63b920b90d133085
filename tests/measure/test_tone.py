"""Tone by parts with pooled intervals, the words behind it, and how often the intervals hold the truth."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t

import lundian as ld
from lundian.corpus import extract
from lundian.measure.tone import explain_tone, tone
from lundian.measure.tone_coverage import interval_coverage
from lundian.measure.tone_words import tone_words


def made(tones: list[list[float]]) -> SimpleNamespace:
    """Return a corpus of one article with these sentence tones, paragraph by paragraph, all in one section."""
    rows = [("a", p, s, x) for p, of in enumerate(tones, start=1) for s, x in enumerate(of, start=1)]
    sentences = pd.DataFrame(rows, columns=["article", "paragraph", "sentence", "tone_lexicon"])
    sentences["tone_snownlp"], sentences["n_chars"] = 0.75, 20
    numbers = list(range(1, len(tones) + 1))
    paragraphs = pd.DataFrame({"article": "a", "paragraph": numbers, "section": 0, "section_title": ""})
    paragraphs = paragraphs.assign(tone_lexicon=np.nan, tone_snownlp=0.75, n_known_snownlp=3)
    marks = pd.DataFrame(columns=["article", "paragraph", "sentence", "kind"])
    return SimpleNamespace(paragraphs=paragraphs, sentences=sentences, marks=marks)


def test_the_interval_of_a_mean_with_pooled_variance():
    """Worked by hand: means 0.2 and -0.4; squares 0.02 + 0.08 over 2 degrees of freedom, and 6 borrowed ones of spread 0.25."""
    table = tone(made([[0.1, 0.3], [-0.2, -0.6]]))
    half = t.ppf(0.975, 6 + 2) * np.sqrt((6 * 0.25**2 + 0.02 + 0.08) / (6 + 2)) / np.sqrt(2)
    assert table["tone"].tolist() == pytest.approx([0.2, -0.4])
    assert table["low"].tolist() == pytest.approx([0.2 - half, -0.4 - half])
    assert table["high"].tolist() == pytest.approx([0.2 + half, -0.4 + half])


def test_a_single_sentence_borrows_from_the_other_paragraphs():
    """A paragraph of one sentence has an interval, wider than that of a paragraph of two."""
    table = tone(made([[0.1, 0.2], [0.0]]))
    width = (table["high"] - table["low"]).tolist()
    assert width[1] == pytest.approx(width[0] * np.sqrt(2))


def test_without_evidence_there_is_no_number():
    """A paragraph without evidence is NaN, with its interval."""
    table = tone(made([[0.1], [np.nan]]))
    assert table[["tone", "low", "high"]].isna().all(axis=1).tolist() == [False, True]


@pytest.mark.parametrize(("by", "rows"), [("sentence", 4), ("paragraph", 2), ("section", 1), ("article", 1)])
def test_every_unit(by, rows):
    """Each unit has a row for each part, and the article's tone is the mean of its sentences of equal length."""
    table = tone(made([[0.1, 0.3], [-0.2, -0.6]]), by=by)
    assert len(table) == rows
    assert rows > 1 or table["tone"].item() == pytest.approx(-0.1)


def test_snownlp_is_put_on_the_same_scale():
    """SnowNLP's probability of 0.75 is 0.5 between -1 and 1, without interval."""
    table = tone(made([[0.1]]), scorer="snownlp")
    assert table["tone"].tolist() == [0.5]
    assert table["low"].isna().all()


@pytest.mark.parametrize(("options", "said"), [({"scorer": "nobody"}, "lexicon"), ({"by": "page"}, "paragraph")])
def test_a_wrong_option_lists_the_right_ones(options, said):
    """A scorer or a unit that is not there is told with those that are."""
    with pytest.raises(ld.LundianError, match=said):
        tone(made([[0.1]]), **options)


@settings(max_examples=30)
@given(st.lists(st.lists(st.floats(-1, 1), min_size=1, max_size=4), min_size=1, max_size=5))
def test_an_interval_holds_its_mean_and_stays_on_the_scale(tones):
    """Low ≤ tone ≤ high, and both within -1 and 1."""
    table = tone(made(tones)).dropna()
    assert ((table["low"] <= table["tone"] + 1e-12) & (table["tone"] <= table["high"] + 1e-12)).all()
    assert table[["low", "high"]].abs().le(1).to_numpy().all()


def test_the_words_of_a_paragraph_sum_to_its_tone():
    """What the words add to the lowest and highest paragraph sums to their tone, and so do the shares of each sentence."""
    corpus = extract(
        pd.DataFrame({"text": ["这是难得的机会。但是风险很大，困难不少。\n\n平台陷入困局。\n\n创新带来增长。"]})
    )
    words = tone_words(corpus)
    assert set(words["end"]) == {"lowest", "highest"}
    sums = words.groupby(["paragraph", "tone"])["value"].sum().reset_index()
    assert sums["value"].tolist() == pytest.approx(sums["tone"].tolist())
    shares = explain_tone(corpus, "article_1", 1).groupby("sentence")["value"].sum()
    tones = corpus.sentences.query("paragraph == 1").set_index("sentence")["tone_lexicon"]
    assert shares.tolist() == pytest.approx(tones[shares.index].tolist())


def test_an_unknown_paragraph_lists_the_known():
    """A paragraph that is not there is told with those that are."""
    corpus = extract(pd.DataFrame({"text": ["这是机会。"]}))
    with pytest.raises(ld.LundianError, match="article_1 has no paragraph 2"):
        explain_tone(corpus, "article_1", 2)


def test_pooled_intervals_hold_the_truth_where_a_bootstrap_does_not():
    """In simulation 95 % intervals hold the truth in 90 to 98 % of paragraphs; a bootstrap over one sentence never does.

    The simulated spread is nearly twice the one that the intervals borrow, so they are put to a hard test.
    """
    table = interval_coverage(articles=150).set_index(["method", "n_sentences"])["coverage"]
    assert table["pooled"].between(0.9, 0.98).all()
    assert table["bootstrap", 1] == 0
    assert table["bootstrap"].max() < 0.85


@pytest.mark.parametrize("times", [2, 5])
def test_repeating_a_text_does_not_move_its_tone(times):
    """Length alone moves no score."""
    text = "平台的红利见顶，困局难解。新的机会正在出现。"
    once, often = ld.score_tone([text, text * times])["tone"]
    assert often == pytest.approx(once)


def test_any_texts_keep_their_order():
    """Texts are scored in their order; one without evidence, or empty, is NaN with no evidence."""
    table = ld.score_tone(["这是机会。", "", "桌子在房间里。", "困局。"])
    assert table["tone"].gt(0).tolist() == [True, False, False, False]
    assert table["tone"].lt(0).tolist() == [False, False, False, True]
    assert table["n_evidence"].tolist()[1:3] == [0, 0]
    with pytest.raises(ld.LundianError, match="takes a list"):
        ld.score_tone("这是机会。")


def test_a_paragraph_is_the_mean_of_its_sentences_by_length():
    """What extraction stores, what `tone` gives and what the shares of its words sum to are one number."""
    corpus = extract(pd.DataFrame({"text": ["这是难得的机会。接着大家坐下来，谈了很久的天气和晚饭。困难不少。"]}))
    sentences = corpus.sentences
    by_hand = (sentences["tone_lexicon"].fillna(0) * sentences["n_chars"]).sum() / sentences["n_chars"].sum()
    assert sentences["tone_lexicon"].isna().tolist() == [False, True, False]
    assert corpus.paragraphs["tone_lexicon"].item() == pytest.approx(by_hand)
    assert tone(corpus)["tone"].item() == pytest.approx(by_hand)
    assert explain_tone(corpus, "article_1", 1)["share"].sum() == pytest.approx(by_hand)
    assert ld.score_tone(sentences["text"].str.cat(sep="").splitlines())["tone"].item() == pytest.approx(by_hand)
