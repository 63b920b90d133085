"""What is new is extracted, the rest is loaded, and a reader's use changes no tracked file."""

import hashlib
import shutil

import pandas as pd
import pytest

import lundian as ld
from lundian import own, paths
from lundian.extract import TABLES, Reading
from lundian.load import load_corpus, ship

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。\n\n信任不是补贴换来的，而是一顿一顿做出来的。"


def tracked(folder) -> dict:
    """Return the content of every file that a clone has."""
    files = [
        path
        for part in ("topics", "lexicons", "features")
        for path in (folder / "data" / part).rglob("*")
        if path.is_file()
    ]
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in [*files, folder / "data/articles/index.csv"]
    }


def add(project, topic: str, name: str, text: str = BODY) -> None:
    """Put an article into data/articles/<topic>/."""
    folder = project / "data" / "articles" / topic
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_clone_has_features_and_no_text(project):
    """The shipped features load without text, with every table, for each topic."""
    corpus = load_corpus("platform_critique")
    assert (len(corpus.articles), len(corpus.paragraphs), len(corpus.sentences)) == (2, 39, 130)
    assert not corpus.has_text
    assert "text" not in corpus.sentences
    assert corpus.tokens.empty
    assert load_corpus("industrial_internet").articles["article"].tolist() == ["farewell_internet"]


def test_shipped_features_fit_dictionary_and_extractor():
    """The features in the project are those that the present dictionary and lexicons make; if not, ship them anew."""
    articles = pd.read_parquet(paths.features("articles.parquet"))
    assert set(articles["dictionary"]) == {Reading().dictionary}
    assert set(articles["extractor"]) == {Reading().extractor}


def test_with_the_source_file_the_numbers_are_the_same(project, source_file):
    """With the text at hand every number is that of the shipped features, and the text columns are there."""
    without = load_corpus("platform_critique")
    shutil.copy(source_file, project / "data" / "articles")
    with_text = load_corpus("platform_critique")
    assert with_text.has_text
    for column in ("file_sha256", "text_sha256", "dictionary", "extractor"):
        assert with_text.articles[column].tolist() == without.articles[column].tolist()
    for name in TABLES[1:]:
        table = getattr(with_text, name).drop(columns="text", errors="ignore")
        pd.testing.assert_frame_equal(table, getattr(without, name), rtol=1e-9)
    assert with_text.sentences["text"].str.len().tolist() == without.sentences["n_chars"].tolist()


def test_shipping_again_changes_nothing(project, source_file):
    """Shipped features made anew from the source file are the same bytes."""
    before = tracked(project)
    shutil.copy(source_file, project / "data" / "articles")
    ship()
    assert tracked(project) == before


def test_shipping_needs_the_text(project):
    """Without the source file nothing is shipped, and the sentence says what is missing."""
    with pytest.raises(ld.LundianError, match="ali_pinduoduo, farewell_internet is not in data/articles/"):
        ship()


def test_a_readers_article_joins(project):
    """A file in data/articles/<topic>/ joins the topic at the next call, and no tracked file changes."""
    before = tracked(project)
    add(project, "consumption_equality", "canteen.txt")
    corpus = load_corpus("consumption_equality")
    assert corpus.articles["article"].tolist() == ["ali_pinduoduo", "canteen"]
    assert corpus.articles["has_text"].tolist() == [False, True]
    assert corpus.sentences.query("article == 'canteen'")["text"].str.len().gt(0).all()
    assert tracked(project) == before


def test_a_project_without_shipped_features_loads(project):
    """A folder of one's own articles is enough."""
    shutil.rmtree(project / "data" / "features")
    (project / "data" / "articles" / "own").mkdir()
    (project / "data" / "articles" / "own" / "a.txt").write_text("平台是什么？平台是撮合。\n", encoding="utf-8")
    assert load_corpus("own").articles["article"].tolist() == ["a"]


def test_only_what_is_new_is_extracted(project, monkeypatch):
    """A second call extracts nothing, a changed article is extracted alone, and a new title alone extracts nothing old."""
    seen = []
    true = own.tables
    monkeypatch.setattr(
        own,
        "tables",
        lambda articles, reading: seen.append(articles["article"].tolist()) or true(articles, reading),
    )
    add(project, "meals", "a.txt")
    add(project, "meals", "b.txt", BODY + "完。")
    load_corpus("meals")
    load_corpus("meals")
    add(project, "meals", "b.txt", BODY + "真的完了。")
    changed = load_corpus("meals")
    assert seen == [["a", "b"], ["b"]]
    assert changed.sentences.query("article == 'b'")["text"].iloc[-1].endswith("真的完了。")
    assert changed.sentences.equals(load_corpus("meals").sentences)


def test_a_bad_file_is_named_and_the_rest_go_on(project, capsys):
    """A file that can't be read is told with its reason and is listed; the others load."""
    add(project, "meals", "a.txt")
    (project / "data" / "articles" / "meals" / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8")
    corpus = load_corpus("meals")
    assert corpus.articles["article"].tolist() == ["a"]
    assert corpus.refused[0][0].endswith("bad.txt")
    assert "bad.txt" in capsys.readouterr().err


def test_features_with_another_dictionary_load_and_say_so(project, capsys):
    """Where the text is absent, features made with another dictionary load as they are, with one sentence."""
    topic = project / "data" / "topics" / "industrial_internet.yaml"
    topic.write_text(topic.read_text(encoding="utf-8") + "  全新词语: new word\n", encoding="utf-8")
    assert len(load_corpus("industrial_internet").paragraphs) == 18
    assert capsys.readouterr().err.count("features stay as they were made") == 1


def test_damaged_features_are_told_and_made_again(project, capsys):
    """A stored table that is damaged is told, and the article is extracted again."""
    add(project, "meals", "a.txt")
    first = load_corpus("meals")
    for file in (project / "data" / "local" / "features").glob("*/articles.parquet"):
        file.write_bytes(b"no parquet")
    assert load_corpus("meals").counts.equals(first.counts)
    assert "articles.parquet" in capsys.readouterr().err


def test_an_unknown_topic_lists_the_known(project):
    """A topic that is not there is told with those that are."""
    with pytest.raises(ld.LundianError, match="industrial_internet"):
        load_corpus("industry")


def test_an_empty_topic_says_what_to_do(project):
    """A topic whose folder is empty says where a file goes."""
    (project / "data" / "articles" / "rents").mkdir()
    with pytest.raises(ld.LundianError, match="data/articles/rents/"):
        load_corpus("rents")


def test_one_article_of_a_corpus(project):
    """`only` keeps the rows of the articles named, and refuses an unknown one."""
    corpus = load_corpus("platform_critique")
    assert set(corpus.only("farewell_internet").counts["article"]) == {"farewell_internet"}
    with pytest.raises(ld.LundianError, match="ali_pinduoduo"):
        corpus.only("nobody")
