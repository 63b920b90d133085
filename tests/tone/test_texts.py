"""Any texts to their tone."""

import numpy as np
import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.texts import score_tone


class Letters:
    """Cuts into letters: a segmenter that needs no dictionary."""

    def cut_all(self, texts):
        """Return letters."""
        return [list(text) for text in texts]


def test_one_row_a_text_in_order():
    """Texts with and without tone, an empty one and one of blanks keep their places."""
    made = score_tone(["这是陷阱。", "", "今天是星期三。", "这是机会。", " "])
    assert list(made) == ["tone", "low", "high", "n_evidence"]
    assert made["tone"][0] < 0 < made["tone"][3]
    assert made["tone"][[1, 2, 4]].isna().all()
    assert made["n_evidence"].tolist() == [1, 0, 0, 1, 0]
    assert ((made["low"] <= made["tone"]) | made["tone"].isna()).all()


def test_a_text_is_scored_on_its_own():
    """The company that a text is in changes nothing."""
    texts = ["利润大幅下滑，债务违约。股东减持。", "新品大卖，订单饱满。", "天气不错。"]
    alone = [score_tone([text]).iloc[0] for text in texts]
    together = score_tone(texts)
    for row, (_, other) in zip(alone, together.iterrows(), strict=True):
        np.testing.assert_allclose(row, other)


def test_a_text_repeated_scores_the_same():
    """Ten times the same text is no brighter than once."""
    once, ten = score_tone(["服务周到。价格偏贵。", "服务周到。价格偏贵。" * 10])["tone"]
    assert ten == pytest.approx(once)


def test_the_segmenter_is_an_argument():
    """Terms are put together from whatever pieces they are cut into."""
    assert score_tone(["这是陷阱。"], segmenter=Letters())["tone"][0] < 0


def test_no_texts():
    """An empty list gives an empty table."""
    assert list(score_tone([])) == ["tone", "low", "high", "n_evidence"]
    assert len(score_tone([])) == 0


def test_snownlp_beside_it():
    """SnowNLP's probability is put on the same scale, its log-odds are left as they are; neither has an interval."""
    plain = score_tone(["这本书很好，推荐。", "。"], scorer="snownlp")
    odds = score_tone(["这本书很好，推荐。"], scorer="snownlp_logodds")
    assert 0 < plain["tone"][0] <= 1
    assert plain["tone"].isna()[1]
    assert odds["tone"][0] > 0
    assert plain["low"].isna().all()


def test_wrong_arguments(tmp_path, monkeypatch):
    """A single string, something that is no string, and a scorer that is none are told in one sentence."""
    monkeypatch.setattr(paths, "local", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(LundianError, match="a list of strings"):
        score_tone("这是机会。")
    with pytest.raises(LundianError, match="a list of strings"):
        score_tone(["这是机会。", None])
    with pytest.raises(LundianError, match="choose one of lexicon, snownlp, snownlp_logodds"):
        score_tone(["这是机会。"], scorer="hownet")


def test_a_readers_lexicon_by_name(tmp_path, monkeypatch):
    """A lexicon in data/local/lexicons/ is a scorer by its name."""
    monkeypatch.setattr(paths, "local", lambda *parts: tmp_path.joinpath(*parts))
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "food.csv").write_text("term,polarity\n土豆,2\n", encoding="utf-8")
    assert score_tone(["我爱吃土豆。"], scorer="food")["tone"][0] > 0
