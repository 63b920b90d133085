"""What changed since the run before: recorded when figures are saved, compared, and said."""

import json

import pandas as pd
import pytest

from lundian import records
from lundian.changes import changes, drawn_topics
from lundian.corpus import extract
from lundian.errors import LundianError
from lundian.measure.frequency import term_frequency
from lundian.measure.tone import tone
from lundian.plot.save import save_figure
from lundian.plot.tone_arc import plot_tone_arc
from lundian.plot.top_terms import plot_top_terms
from lundian.say.changes import say_changes, say_nothing

BEFORE = "茶馆很好，茶馆很成功。\n\n集市失败了。茶馆也失败了。"
AFTER = "茶馆很好，茶馆很成功。\n\n集市成功了。集市很好。"


@pytest.fixture(autouse=True)
def _own_project(project, monkeypatch):
    """Work in a project of the test's own, where nothing was saved yet."""
    monkeypatch.setattr(records, "_saved", set())


def run(text: str = BEFORE, article: str = "tea", language: str = "en", **options) -> None:
    """Save two figures as a notebook does in a kernel of its own."""
    records._saved.clear()
    save(text, article, language, **options)


def save(text: str = BEFORE, article: str = "tea", language: str = "en", **options) -> None:
    """Save two figures of a text."""
    corpus = extract(pd.DataFrame({"article": [article], "title": ["茶"], "text": [text]}))
    terms, arc = term_frequency(corpus.counts, **options), tone(corpus)
    for name, ax, table in (
        ("01_top_terms", plot_top_terms(terms, language=language), terms),
        ("02_tone_arc", plot_tone_arc(arc, language=language), arc),
    ):
        save_figure(ax, "local/tea", name, data=table, corpus=corpus, language=language)


def test_a_first_run_and_one_that_is_the_same_say_the_same():
    """A fresh copy's first run and each further one say that nothing changed, in the same words."""
    said = []
    for _ in range(3):
        run()
        said.append(say_changes(changes("local/tea")))
    assert said == [say_nothing()] * 3


def test_a_changed_text_is_told_with_what_moved():
    """The text is named as the cause, with the paragraph that moved most and the finding before and after."""
    run()
    run(AFTER)
    table = changes("local/tea").set_index("figure")
    arc = table.loc["02_tone_arc"]
    assert arc["causes"] == {"text": "tea"}
    assert (arc["n_moved"], arc["n_sign"], arc["where"]) == (1, 1, {"paragraph": "2"})
    assert arc["title_before"].startswith("Tone falls")
    said = say_changes(changes("local/tea"))
    assert said.startswith("Since the run before, 2 of 2 figures moved, because of the text (tea).")
    assert "paragraph 2 moved most in tone, from −0." in said
    run(AFTER)
    assert changes("local/tea").empty


def test_saving_again_in_one_run_still_compares_with_the_run_before():
    """A cell that is run twice in one kernel does not make its change disappear."""
    run()
    run(AFTER)
    save(AFTER)
    assert len(changes("local/tea")) == 2
    save(BEFORE)
    assert changes("local/tea").empty


def test_a_parameter_is_a_cause():
    """With other stop words the figure of terms changes because of its parameters; the arc stays."""
    run()
    run(stopwords=["茶馆"])
    table = changes("local/tea")
    assert table["figure"].tolist() == ["01_top_terms"]
    assert table["causes"][0] == {"parameters": "stopwords [] → ['茶馆']"}
    assert "1 of 2 figures moved, because of the parameters (stopwords [] → ['茶馆'])" in say_changes(table)


def test_a_long_parameter_is_only_named():
    """Of a list of stop words the name is told, not its hundreds."""
    run(stopwords=["茶馆"])
    run(stopwords=[f"词{number}" for number in range(20)])
    assert changes("local/tea")["causes"][0] == {"parameters": "stopwords"}


def test_a_cause_without_a_move_is_told():
    """Another version of a library under the same numbers: that no number moved is worth knowing."""
    run()
    index = records.paths.figures("local", "tea", "index.json")
    index.write_text(index.read_text(encoding="utf-8").replace('"jieba": "0.42', '"jieba": "0.41'), encoding="utf-8")
    run()
    said = say_changes(changes("local/tea"))
    assert said.startswith("Since the run before no number moved, though package versions (jieba 0.41")
    assert said.endswith("changed under 2 figures.")


def test_the_last_digits_of_another_machine_are_no_change():
    """A CSV that differs in its tenth digit, as another processor writes it, is no finding."""
    run()
    csv, index = (records.paths.figures("local", "tea", name) for name in ("02_tone_arc.csv", "index.json"))
    table = pd.read_csv(csv)
    table.assign(tone=table["tone"] + 1e-10).to_csv(csv, index=False)
    entries = json.loads(index.read_text(encoding="utf-8"))
    entries["02_tone_arc"]["data_sha256"] = "of another machine"
    index.write_text(json.dumps(entries), encoding="utf-8")
    run()
    assert say_changes(changes("local/tea")) == say_nothing()


def test_figures_of_each_language_have_their_own_run_before():
    """The same tables in Chinese are figures of their own, and no change of the English ones."""
    run()
    run(language="zh")
    run(AFTER, language="zh")
    assert say_changes(changes("local/tea")) == say_nothing()
    assert len(changes("local/tea", "zh")) == 2


def test_another_article_is_not_compared():
    """Numbers of two articles are no before and after."""
    run()
    run(AFTER, article="market")
    said = say_changes(changes("local/tea"))
    assert said.startswith("The figures are of another article than in the run before (tea → market)")


def test_chinese_is_whole():
    """The Chinese text names figure, place and cause, and holds no English word but the figure's name and titles."""
    run(language="zh")
    run(AFTER, language="zh")
    said = say_changes(changes("local/tea", "zh"), "zh")
    assert said.startswith("与前一次运行相比，2幅图中有2幅图的数字变了，起因是文本（tea）。")
    assert "变动最大的是第2段，语气由−0." in said


def test_topics_are_those_with_figures():
    """A misspelt topic is told with those that have figures; before anything is drawn nothing changed."""
    assert say_changes(changes("local/tea")) == say_nothing()
    run()
    assert drawn_topics() == ["local/tea"]
    with pytest.raises(LundianError, match="local/tea"):
        drawn_topics(["local/te"])
