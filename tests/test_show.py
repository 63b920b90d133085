"""A figure that an article does not support is left out, and one sentence says what it would take."""

import pandas as pd
import pytest

import lundian as ld
from lundian.say.support import NEEDS, why_not
from tests.conftest import ROOT


def tone(n: int) -> pd.DataFrame:
    """Return a tone table of n paragraphs, and one more without evidence."""
    return pd.DataFrame(
        {"article": "a", "paragraph": range(1, n + 2), "tone": [*[0.1] * n, None], "section": 0, "section_title": ""}
    )


@pytest.mark.parametrize(("n", "said"), [(0, "there is none"), (1, "there is 1"), (3, "there are 3"), (4, None)])
def test_the_sentence_says_what_it_takes_and_what_is_there(n, said):
    """Paragraphs without evidence do not count; four are enough."""
    reason = why_not("tone_arc", tone(n))
    assert (reason == "") if said is None else reason.endswith(f"and here {said}.")


def test_it_is_said_in_chinese():
    """The Chinese sentence holds the same two numbers."""
    assert why_not("tone_arc", tone(3), "zh") == "从略：至少需要4个有语气词的段落，这里只有3个。"
    assert why_not("tone_arc", tone(0), "zh").endswith("这里没有。")


def test_every_need_is_of_a_figure():
    """Each kind can be drawn and said, and an empty table supports none of them."""
    for kind in NEEDS:
        assert callable(getattr(ld, f"plot_{kind}"))
        assert why_not(kind, pd.DataFrame())
    assert why_not("a_kind_without_needs", pd.DataFrame()) == ""


def test_what_is_left_out_is_neither_drawn_nor_said(project):
    """No file is written, no finding is shown, and the answer says why there is none."""
    table = tone(2)
    assert ld.show_figure("03_tone_arc", table, None, "local/a").startswith("Left out")
    assert ld.show_finding("03_tone_arc", table) is None
    assert ld.show_answer("en", tone_arc=table).startswith("Left out")
    assert not (project / "figures").exists()


def test_what_is_supported_is_drawn_and_said(project):
    """The picture is kept under its number and kind, and finding and answer are those of its kind."""
    table = tone(6)
    assert ld.show_figure("03_tone_arc", table, None, "local/a") == "figures/local/a/03_tone_arc.png"
    assert (project / "figures/local/a/03_tone_arc.svg").is_file()
    assert ld.show_finding("03_tone_arc", table) == ld.say_tone_arc(table)
    assert ld.show_answer("zh", tone_arc=table) == ld.answer(ld.title_tone_arc(table, "zh"), language="zh")


def test_an_article_is_opened_wherever_it_is(project, tmp_path, monkeypatch):
    """By its path from here, by its path in the project, by its name, or as shipped features; else the names are listed."""
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path / "mine")
    (tmp_path / "mine" / "a.txt").write_text("平台是什么？平台是撮合。", encoding="utf-8")
    assert ld.open_article("a.txt").has_text
    assert ld.open_article("data/samples/community_canteen.md").articles["n_paragraphs"].tolist() == [10]
    ld.add_article("a.txt", topic="platform_critique")
    stored = ld.open_article("a")
    assert (stored.articles["article"].tolist(), stored.topic.name) == (["a"], "platform_critique")
    assert not ld.open_article("ali_pinduoduo").has_text
    with pytest.raises(ld.LundianError, match="articles are a, ali_pinduoduo, farewell_internet"):
        ld.open_article("b.txt")


def test_an_article_without_a_topic_has_an_empty_one(monkeypatch):
    """Its concepts are none, and every measure of concepts gives an empty table."""
    monkeypatch.chdir(ROOT)
    corpus = ld.open_article("data/samples/community_canteen.md")
    assert not corpus.topic.concepts
    for table in (
        ld.concepts(corpus, corpus.topic),
        ld.contrast_pairs(corpus, corpus.topic),
        ld.stance(corpus, corpus.topic),
    ):
        assert table.empty
