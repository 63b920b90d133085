"""A new topic has a file to fill in and a notebook that runs while it is empty."""

import re
import shutil

import nbformat
import pytest

import lundian as ld
from lundian import paths
from lundian.run import execute, notebooks
from lundian.words.topics import load_topics, read_topic
from tests.conftest import ROOT

BODY = "房租的账不难算。难的是让人愿意住下去。\n\n信任不是减租换来的，而是一天一天住出来的。"


@pytest.fixture
def home(project):
    """Return a project folder with the notebook that a topic's is made from."""
    (project / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "04_your_article.ipynb", project / "notebooks")
    return project


def test_topic_and_notebook_are_made(home):
    """The topic is known and empty, changes no dictionary, and the notebook has no cell of the template's own."""
    before = ld.load_corpus("platform_critique").articles
    assert ld.new_topic("rents").startswith("Made data/topics/rents.yaml")
    topic = load_topics()["rents"]
    assert (topic.concepts, topic.contrasts, topic.dictionary) == ({}, (), {})
    assert topic.title == {"en": "Rents", "zh": "rents"}
    made = nbformat.read(paths.notebooks("rents.ipynb"), as_version=4)
    nbformat.validate(made)
    assert 'topic = "rents"' in made.cells[1].source
    assert not [cell for cell in made.cells if "open_article" in cell.source or cell.get("outputs")]
    assert len({cell.id for cell in made.cells}) == len(made.cells)
    assert ld.load_corpus("platform_critique").articles.equals(before)


def test_the_example_in_the_file_can_be_used(home):
    """With its # taken out, the example is two concepts, a contrast and a word."""
    ld.new_topic("rents")
    file = paths.topics("rents.yaml")
    lines = [re.sub("^#(  )", r"\1", line) for line in file.read_text(encoding="utf-8").splitlines()]
    file.write_text("\n".join(lines), encoding="utf-8")
    topic = read_topic(file)
    assert topic.contrasts == (("luxury", "fair_price"),)
    assert topic.concepts["fair_price"].terms == {"平价": "low price", "性价比": "value for money"}
    assert topic.dictionary == {"社区食堂": "community canteen"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("platform_critique", "already"),
        ("your_article", "already"),
        ("local", "already"),
        ("My Topic", "write my_topic"),
        ("../x", "write x"),
        ("05_rents", "write rents"),
        ("", "write"),
    ],
)
def test_a_name_that_will_not_do(home, name, sentence):
    """A name that is taken or can't be a file's is told, and nothing is written."""
    before = sorted(home.rglob("*"))
    with pytest.raises(ld.LundianError, match=sentence):
        ld.new_topic(name)
    assert sorted(home.rglob("*")) == before


def test_it_runs_empty_and_in_chinese(home):
    """`lundian run` finds the notebook, says in one sentence that there is no article, and runs once there is one."""
    ld.new_topic("住房")
    (notebook,) = notebooks(("住房",))
    with pytest.raises(ld.LundianError, match=r"^住房\.ipynb: Topic 住房 has no article yet"):
        execute(notebook)
    ld.add_article(BODY, topic="住房", title="租金的账")
    ran = nbformat.read(execute(notebook, language="zh"), as_version=4)
    said = [
        "".join(o.data.get("text/markdown", "")) for cell in ran.cells for o in cell.get("outputs", ()) if "data" in o
    ]
    assert sum(text.startswith("从略") for text in said) >= 4
    assert not [cell for cell in ran.cells if "{topic}" in cell.source]
    assert all(cell.source != "" for cell in ran.cells)
