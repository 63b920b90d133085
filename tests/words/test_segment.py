"""Terms come out whole, in any order, and nothing is lost."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.words.fastcut import dictionary_file
from lundian.words.segment import Segmenter, default_segmenter

NESTED = [
    "平权",
    "消费平权",
    "互联网化",
    "去互联网化",
    "平台化",
    "去平台化",
    "中心化",
    "去中心化",
    "供给侧",
    "供给侧改革",
]
PLAIN = ["下沉市场", "产业互联网", "移动互联网", "一二线城市", "B端", "S2B", "B2B", "C++", "AT&T", "to-B"]
APART = ["马克·扎克伯格", "machine learning", "γ射线"]
TERMS = NESTED + PLAIN + APART


@pytest.fixture(scope="module")
def segmenter():
    return Segmenter(TERMS)


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("context", ["{}", "他们谈到{}的时候", "，{}。", "（{}）"])
def test_term_comes_out_as_one(segmenter, term, context):
    """A term is one word, alone and among others, nested in another term or made of odd characters."""
    assert term in segmenter.cut(context.format(term))


def test_nothing_is_left_unjoined(segmenter):
    """None of these terms is reported."""
    assert segmenter.unjoined == ()


def test_term_that_falls_apart_is_reported():
    """A·不 loses its end to 不是, as jieba cuts; A·在 keeps it."""
    assert Segmenter(["A·不", "A·在"]).unjoined == ("A·不",)


def test_order_changes_nothing(segmenter):
    """The same terms in another order give the same frequencies, the same fingerprint and the same words."""
    other = Segmenter(reversed(TERMS))
    assert other.dictionary == segmenter.dictionary
    assert other.fingerprint == segmenter.fingerprint


def test_fingerprint_tells_dictionaries_apart(segmenter):
    """One term more is another dictionary; a term given twice, or with a file's leavings around it, is not."""
    assert Segmenter([*TERMS, "\ufeffB端\r\n"]).fingerprint == segmenter.fingerprint
    assert Segmenter([*TERMS, "新词"]).fingerprint != segmenter.fingerprint
    assert len(segmenter.fingerprint) == 64


def test_longer_term_wins():
    """Where one term holds another, the longer one is taken, the shorter one still elsewhere."""
    assert Segmenter(["甲·乙", "甲·乙·丙"]).cut("甲·乙·丙，甲·乙") == ["甲·乙·丙", "，", "甲·乙"]


def test_joined_only_between_words():
    """A term that jieba takes apart is not joined out of the middle of other words."""
    assert Segmenter(["b·c"]).cut("ab·cd") == ["ab", "·", "cd"]


def test_case_is_kept():
    """As in jieba, a term is found as it is written."""
    assert Segmenter(["B端"]).cut("b端") == ["b", "端"]


@given(st.text())
def test_nothing_is_lost(text):
    """The words of any text, joined, are the text: surrogates, controls and separators too."""
    assert "".join(default_segmenter(tuple(TERMS)).cut(text)) == text


@given(st.lists(st.text(alphabet="消费平权B2·马克扎克伯格 \n\r\x1e\x1f\ufffd\ud800𠮷", max_size=12), max_size=6))
def test_many_at_once_are_as_one_by_one(texts):
    """A text's words do not depend on the texts around it."""
    segmenter = default_segmenter(tuple(TERMS))
    assert segmenter.cut_all(texts) == [segmenter.cut(text) for text in texts]


def test_tags_do_not_change_words(segmenter):
    """The terms of a tagged text are its words; a user's term is a noun, a verb is a verb."""
    text = "马克·扎克伯格在2020年做B2B，发展很快。"
    tagged = segmenter.tag(text)
    assert [term for term, _ in tagged] == segmenter.cut(text)
    tags = dict(tagged)
    assert (tags["马克·扎克伯格"], tags["B2B"], tags["发展"], tags["，"]) == ("n", "n", "vn", "x")


def test_made_once():
    """The same dictionary is loaded once in a process, and comes out of a pickle as itself."""
    segmenter = default_segmenter(("数字乡村",))
    assert default_segmenter(("数字乡村",)) is segmenter
    assert pickle.loads(pickle.dumps(segmenter)) is segmenter


def test_jieba_is_not_imported():
    """The dictionary is named without importing jieba, whose import sets up a logger and costs a second."""
    assert dictionary_file().is_file()


@pytest.mark.parametrize("term", ["", " ", "\ufeff", "新\n词", "新\x00词"])
def test_refuses_terms_that_are_none(term):
    """A blank term, or one with a control character, is refused by its name."""
    with pytest.raises(LundianError, match="blank or has an unprintable"):
        Segmenter(["好", term])


def test_refuses_what_is_no_text(segmenter):
    """Bytes, None, or one text where a list is asked for are refused in one sentence."""
    with pytest.raises(LundianError, match="bytes"):
        segmenter.cut("好".encode())
    with pytest.raises(LundianError, match="NoneType"):
        segmenter.cut_all(["好", None])
    with pytest.raises(LundianError, match="list of texts"):
        segmenter.cut_all("好")
