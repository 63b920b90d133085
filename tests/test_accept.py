"""Accepting new terms: the file, the counts before and after, the figures out of date, and what is refused."""

import pandas as pd
import pytest

from lundian import paths
from lundian.accept import accept_terms
from lundian.arrival import add_article
from lundian.errors import LundianError
from lundian.load import load_corpus
from lundian.measure.frequency import term_frequency
from lundian.new_topic import _topic
from lundian.plot.save import save_figure
from lundian.plot.top_terms import plot_top_terms
from lundian.words.topics import read_topic

TEXT = "社区食堂开了。老人爱去社区食堂，因为社区食堂不贵。\n\n社区里只有一家食堂。"
FILE = "# my topic\ntitle: 食堂  # a working title\n"


@pytest.fixture(autouse=True)
def topic(project):
    """Have a topic without concepts, with one article."""
    paths.topics("canteen.yaml").write_text(FILE, encoding="utf-8")
    add_article(TEXT, topic="canteen", title="食堂")


def _counts() -> pd.Series:
    return load_corpus("canteen").counts.groupby("term")["n"].sum()


def test_a_topic_without_concepts_takes_terms_and_says_which_counts_change():
    """The sentence's counts are those of the corpus before and after; the reader's file keeps every line."""
    before = _counts()
    said = accept_terms({"社区食堂": "community canteen"}, topic="canteen")
    after = _counts()
    assert (before["食堂"], after["食堂"], after["社区食堂"]) == (4, 1, 3)
    assert said.startswith("Added 社区食堂 (community canteen) to the dictionary of canteen. ")
    assert "社区食堂 3 times (before: 0), 社区 1 time (before: 4)" in said
    assert paths.topics("canteen.yaml").read_text(encoding="utf-8").startswith(FILE)
    assert read_topic(paths.topics("canteen.yaml")).dictionary == {"社区食堂": "community canteen"}


def test_a_topic_as_it_is_made_takes_terms():
    """A new topic's file, where everything is still an example behind a #, holds the term and all that stood there."""
    made = _topic("tea")
    paths.topics("tea.yaml").write_text(made, encoding="utf-8")
    accept_terms({"社区食堂": "community canteen"}, topic="tea")
    told = paths.topics("tea.yaml").read_text(encoding="utf-8")
    assert told.replace("dictionary:\n  社区食堂: community canteen\n", "dictionary:\n") == made
    assert list(read_topic(paths.topics("tea.yaml")).dictionary) == ["社区食堂"]


def test_figures_of_the_articles_are_out_of_date():
    """A figure that was drawn from an article whose counts change is named, and none of another article."""
    corpus, table = load_corpus("canteen"), pd.DataFrame({"term": ["茶"], "n": [1]})
    terms = term_frequency(corpus.counts)
    save_figure(plot_top_terms(terms), "canteen", "01_top_terms", data=terms, corpus=corpus)
    save_figure(plot_top_terms(table), "tea", "01_top_terms", data=table)
    said = accept_terms(["社区食堂"], topic="canteen")
    assert said.endswith("Out of date until they are drawn again: 01_top_terms in figures/canteen.")


def test_a_term_that_no_article_holds_changes_nothing():
    """That is said, and no figure is called out of date."""
    corpus = load_corpus("canteen")
    terms = term_frequency(corpus.counts)
    save_figure(plot_top_terms(terms), "canteen", "01_top_terms", data=terms, corpus=corpus)
    assert accept_terms(["共享雨棚"], topic="canteen").endswith("No count changes in the articles at hand.")


def test_nonsense_is_refused_by_one_sentence_each_and_the_rest_go_on(capsys):
    """Blank, too long, no word, no string, and what is there already: each is told, the good term is added."""
    wrong = ["", " ", "、、", "社区食堂" * 4, None, "社\n区", "社区食堂"]
    said = accept_terms(["社区食堂", *wrong], topic="canteen")
    told = capsys.readouterr().err.splitlines()
    assert len(told) == len(wrong)
    assert all(line.startswith("Not added: ") for line in told)
    assert said.startswith("Added 社区食堂 to")
    assert accept_terms(["社区食堂"], topic="canteen") == "No term was added to canteen."
    assert "is in canteen already" in capsys.readouterr().err


def test_a_concept_takes_terms_that_name_it():
    """The term is a mention of the concept from then on; the shipped articles' features stay, which is said."""
    said = accept_terms(["平台型企业"], topic="platform_critique", concept="platform")
    assert "平台型企业" in read_topic(paths.topics("platform_critique.yaml")).concepts["platform"].terms
    assert "to the concept platform of platform_critique" in said
    assert said.endswith(
        "The text of ali_pinduoduo and farewell_internet is not at hand: features stay as they are until it is."
    )


def test_chinese_is_chinese():
    """The sentence can be had in Chinese."""
    said = accept_terms(["社区食堂"], topic="canteen", language="zh")
    assert said.startswith("已把“社区食堂”加入canteen的词典。下次载入起，手头文章中“社区食堂”出现3次（原为0）、")


def test_one_term_may_be_given_as_a_string():
    """A string is one term, not its characters."""
    accept_terms("社区食堂", topic="canteen")
    assert list(read_topic(paths.topics("canteen.yaml")).dictionary) == ["社区食堂"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_file_keeps_its_encoding(encoding):
    """A topic file as Windows writes it stays one."""
    path = paths.topics("canteen.yaml")
    path.write_bytes((FILE.replace("\n", "\r\n") + "question: 食堂靠什么维持下去？\r\n").encode(encoding))
    accept_terms(["社区食堂"], topic="canteen")
    assert "社区食堂" in path.read_bytes().decode(encoding)
    assert list(read_topic(path).dictionary) == ["社区食堂"]


@pytest.mark.parametrize(
    ("options", "message"),
    [({"topic": "cantine"}, "canteen"), ({"topic": "platform_critique", "concept": "platfrom"}, "platform")],
)
def test_unknown_places_are_told_with_those_there_are(options, message):
    """A misspelt topic or concept lists the right ones, and nothing is written."""
    before = {path: path.read_bytes() for path in paths.topics().iterdir()}
    with pytest.raises(LundianError, match=message):
        accept_terms(["社区食堂"], **options)
    assert {path: path.read_bytes() for path in paths.topics().iterdir()} == before
