"""The scorer as a whole: shares, bounds, evidence, silence, and what must not move a score."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.text.sentences import split_sentences
from lundian.tone.lexicon import DILUTION, LexiconScorer
from lundian.tone.vocabulary import compile_vocabulary
from lundian.words.segment import Segmenter

WORDS = [*"不 没有 不是 而是 但是 如果 那么 非常 有点 所谓 的 ， 。 ？ 从 走向 同 不同 难道 或许 需要 也".split()]  # noqa: SIM905
WORDS += [*"机会 困境 成本 净利润 下降 提升 摆脱 失去 平台 全新 流量 红利 见顶 无法 亏损 收窄 科技 𠮷 A股".split()]  # noqa: SIM905
sentences = st.lists(st.lists(st.sampled_from(WORDS), max_size=25), max_size=6)


@pytest.fixture(scope="module")
def scorer():
    return LexiconScorer()


@settings(max_examples=150)
@given(sentences)
def test_shares_sum_to_the_score(given_sentences):
    """The values of a sentence's evidence sum to its tone, which lies in [-1, 1]; without evidence it is NaN."""
    scores, evidence = LexiconScorer().score(given_sentences)
    sums = evidence.groupby("sentence")["value"].sum().reindex(range(len(given_sentences)))
    counts = evidence.groupby("sentence").size().reindex(range(len(given_sentences)), fill_value=0)
    np.testing.assert_allclose(scores["tone"], sums, atol=1e-12)
    assert scores["n_evidence"].tolist() == counts.tolist()
    assert scores["tone"].dropna().abs().le(1).all()
    assert scores.loc[scores["n_evidence"] == 0, "tone"].isna().all()


@settings(max_examples=150)
@given(sentences)
def test_evidence_is_where_it_says(given_sentences):
    """Start and end cut the term out of the sentence, in order."""
    _, evidence = LexiconScorer().score(given_sentences)
    for row in evidence.itertuples():
        assert "".join(given_sentences[row.sentence])[row.start : row.end][:12] == row.term
    assert evidence.equals(evidence.sort_values(["sentence", "start", "end"], kind="stable"))


@settings(max_examples=80)
@given(sentences)
def test_a_sentence_does_not_hear_its_neighbours(given_sentences):
    """Scored alone or among others, a sentence has the same tone."""
    scorer = LexiconScorer()
    together = scorer.score(given_sentences)[0]["tone"]
    alone = [scorer.score([sentence])[0]["tone"][0] for sentence in given_sentences]
    np.testing.assert_allclose(together, alone, atol=1e-12)


def test_score_by_hand(scorer):
    """机会 (1) and 困境 (-1) by hand: Σv / (Σ|v| + 0.15 n)."""
    polarity = scorer.vocabulary.tone[scorer.vocabulary.terms["机会"]]
    scores, _ = scorer.score([["这", "是", "机会", "。"]])
    assert scores["tone"][0] == pytest.approx(polarity / (polarity + 4 * DILUTION))


@pytest.mark.parametrize("times", [2, 3, 10])
def test_length_alone_does_not_move_a_score(scorer, times):
    """A paragraph repeated scores the same, sentence by sentence and run together."""
    paragraph = "这家店的服务非常周到，价格却有点贵。老板摆脱了亏损的困境。"
    terms = Segmenter().cut_all(split_sentences(paragraph))
    once = scorer.score(terms)[0]["tone"].mean()
    again = scorer.score(terms * times)[0]["tone"].mean()
    run_together = scorer.score([terms[1] * times])[0]["tone"][0]
    assert again == pytest.approx(once, abs=1e-12)
    assert run_together == pytest.approx(scorer.score([terms[1]])[0]["tone"][0], abs=1e-12)


def test_the_longest_term_counts(scorer):
    """利好 is good news and 利好出尽 is not, however the text is cut."""
    for terms in (["利好", "出尽"], ["利好", "出", "尽"], ["利好出尽"]):
        scores, evidence = scorer.score([terms])
        assert evidence["term"].tolist() == ["利好出尽"]
        assert scores["tone"][0] < 0


def test_a_longer_word_is_what_its_last_part_is(scorer):
    """A term of the user dictionary that ends with a polar noun has its polarity."""
    _, evidence = scorer.score([["人口红利"]])
    assert evidence["term"].tolist() == ["人口红利"]


def test_nothing_is_scored_as_nothing(scorer):
    """No sentence, an empty one and one of empty terms give tables with the right columns."""
    scores, evidence = scorer.score([])
    assert list(scores) == ["tone", "n_evidence"]
    assert list(evidence) == ["sentence", "start", "end", "term", "rule", "polarity", "value"]
    assert scorer.score([[], [""]])[0]["n_evidence"].tolist() == [0, 0]


def test_a_string_is_not_a_sentence(scorer):
    """A text that was not cut is refused by name."""
    with pytest.raises(LundianError, match="lists of terms"):
        scorer.score(["这是机会。"])


def test_the_same_twice(scorer):
    """The same sentences give the same tables."""
    terms = [["成本", "下降", "，", "但", "利润", "下滑"]] * 3
    first, second = scorer.score(terms), LexiconScorer().score(terms)
    assert first[0].equals(second[0])
    assert first[1].equals(second[1])


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("公司三季度亏损扩大，债券违约。", "公司三季度扭亏为盈，订单大增。"),
        ("这只股票天天跌，我又被套牢了。", "涨停了，恭喜各位，继续拿住。"),
        ("一味照搬旧办法，只会陷入新的困局。", "新办法打破了僵局，为小店带来了机会。"),
        ("产品卡顿、发热，售后还推诿。", "产品流畅、耐用，售后很贴心。"),
        ("政策朝令夕改，企业无所适从。", "政策稳定透明，企业信心增强。"),
        ("看似热闹，实则一地鸡毛。", "看似平淡，实则厚积薄发。"),
        ("库存高企，现金流恶化。", "库存下降，现金流改善。"),
        ("用户大量流失，口碑崩塌。", "用户持续增长，口碑极佳。"),
    ],
)
def test_pairs_of_many_kinds(scorer, bad, good):
    """Of two sentences on the same matter the favourable one scores above nought and the critical one below."""
    scores, _ = scorer.score(Segmenter().cut_all([bad, good]))
    assert scores["tone"][0] < 0 < scores["tone"][1]


def test_a_longer_word_takes_the_tone_of_its_end():
    """流量红利 is a 红利; a word whose head denies or counts its end is not."""
    words = compile_vocabulary({"明智": 1.0, "多元": 0.5})
    assert words.tone[words.number("更明智")] == 1
    assert words.number("不明智") == words.number("一千多元") == 0
