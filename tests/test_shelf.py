"""Articles come to the shelf as copies, and are listed, moved and removed with nothing half-done."""

import gzip
from pathlib import Path

import pytest

import lundian as ld
from lundian import paths, store
from lundian.arrival import arrive

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。\n\n信任不是补贴换来的，而是一顿一顿做出来的。"


@pytest.fixture
def article(project, tmp_path) -> Path:
    """Return a file of a reader's, outside the project folder's data."""
    file = tmp_path / "mine" / "canteen.txt"
    file.parent.mkdir()
    file.write_text("食堂的账\n\n" + BODY, encoding="gb18030")
    return file


def on_disk() -> set[str]:
    """Return the files in data/articles/, hidden ones too."""
    return {path.relative_to(paths.articles()).as_posix() for path in paths.articles().rglob("*") if path.is_file()}


def test_a_copy_is_stored_and_the_file_is_left_alone(article, capsys):
    """The stored bytes are the file's, the table says what was understood, one sentence says where it went."""
    before = (article.read_bytes(), article.stat().st_mtime_ns)
    added = ld.add_article(article, topic="meals")
    row = added.iloc[0]
    assert (row["article"], row["title"], row["topics"]) == ("canteen", "食堂的账", "meals")
    assert (row["n_paragraphs"], row["n_sentences"], row["n_sections"]) == (2, 3, 0)
    assert row["n_chars"] == len(BODY.replace("\n", ""))
    assert (paths.articles("meals", "canteen.txt")).read_bytes() == before[0]
    assert (article.read_bytes(), article.stat().st_mtime_ns) == before
    assert capsys.readouterr().err.startswith("Stored canteen as data/articles/meals/canteen.txt")
    assert ld.load_corpus("meals").articles["article"].tolist() == ["canteen"]


def test_a_mistyped_topic_is_told_with_the_one_that_is_there(project):
    """A new topic may be meant; one that is like another names the other, and how to get there."""
    assert "`lundian move ARTICLE --topic consumption_equality`" in arrive(BODY, "consumption_equalty").store()
    assert "If you meant" not in arrive(BODY + "完。", "meals").store()


def test_a_text_is_stored_with_its_title(project):
    """A text becomes a file named after its title, which front matter keeps."""
    added = ld.add_article(BODY, topic="meals", title="一顿饭：账怎么算")
    assert added[["article", "title", "n_paragraphs"]].iloc[0].tolist() == ["一顿饭_账怎么算", "一顿饭：账怎么算", 2]
    assert ld.load_corpus("meals").articles["title"].tolist() == ["一顿饭：账怎么算"]


def test_a_title_for_a_file_goes_into_the_copy(article):
    """The copy of a text file has the title given, and what the file's own front matter said."""
    article.write_text("---\nauthor: 甲\ntitle: 旧题\n---\n" + BODY, encoding="utf-8")
    added = ld.add_article(article, topic="meals", title="新题")
    assert added[["title", "author"]].iloc[0].tolist() == ["新题", "甲"]
    assert "旧题" in article.read_text(encoding="utf-8")


def test_the_same_text_is_not_stored_twice(article):
    """A copy under another name and topic is refused, with the name of the one that is there."""
    ld.add_article(article, topic="meals")
    twin = article.with_name("twin.txt")
    twin.write_text("食堂的账\n\n" + BODY, encoding="utf-8")
    with pytest.raises(ld.LundianError, match=r"twin\.txt.*stored already, as canteen in data/articles/meals"):
        ld.add_article(twin, topic="other")
    assert on_disk() == {"index.csv", "meals/canteen.txt"}


def test_a_name_that_is_taken_gets_a_number(article):
    """Another text under the same name is stored beside the first, in any topic; a shipped article's name is taken too."""
    ld.add_article(article, topic="meals")
    article.write_text(BODY + "完。", encoding="utf-8")
    assert ld.add_article(article, topic="other")["article"].tolist() == ["canteen_2"]
    shipped = article.with_name("ali_pinduoduo.txt")
    shipped.write_text(BODY + "真的完了。", encoding="utf-8")
    assert ld.add_article(shipped, topic="other")["article"].tolist() == ["ali_pinduoduo_2"]
    assert set(ld.load_corpus("other").articles["article"]) == {"canteen_2", "ali_pinduoduo_2"}


@pytest.mark.parametrize(
    ("name", "content", "topic", "sentence"),
    [
        ("a.xyz", b"x", "meals", "a.xyz.*not a format"),
        ("bad.txt", b"\xff\xfe\x00\xd8", "meals", "bad.txt"),
        ("empty.txt", b"", "meals", "empty.txt"),
        ("a.txt", BODY.encode(), "my meals", "write my_meals"),
        ("a.txt", BODY.encode(), "../out", "write out"),
        ("a.txt", BODY.encode(), "2024", "write my_topic"),
    ],
)
def test_what_cannot_be_stored_is_one_sentence(project, tmp_path, name, content, topic, sentence):
    """A bad file or topic is told, and nothing is written."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ld.LundianError, match=sentence):
        ld.add_article(tmp_path / name, topic=topic)
    assert on_disk() == {"index.csv"}


def test_a_file_that_is_not_there(project):
    """A wrong path is named."""
    with pytest.raises(ld.LundianError, match=r"nowhere\.txt.*no such file"):
        ld.add_article("nowhere.txt", topic="meals")


def test_the_list_tells_yours_from_what_is_shipped(article):
    """Shipped articles have no file; a topic narrows the list; an empty one keeps its columns."""
    ld.add_article(article, topic="meals")
    listed = ld.list_articles().set_index("article")
    assert listed["kind"].to_dict() == {"ali_pinduoduo": "shipped", "canteen": "yours", "farewell_internet": "shipped"}
    assert listed.loc["canteen", "file"] == "data/articles/meals/canteen.txt"
    assert ld.list_articles("meals")["article"].tolist() == ["canteen"]
    assert list(ld.list_articles("nothing")) == list(ld.list_articles())


def test_removing_leaves_nothing_behind(article):
    """File and stored features go; the features of other articles stay as they were."""
    ld.add_article(article, topic="meals")
    ld.add_article(BODY + "还有一句。", topic="meals", title="other")
    before = ld.load_corpus("meals").only("other")
    assert ld.remove_article("canteen") == "Removed canteen."
    assert on_disk() == {"index.csv", "meals/other.txt"}
    assert store.catalogue(store.folders(paths.local("features")))["article"].tolist() == ["other"]
    assert ld.load_corpus("meals").counts.equals(before.counts)
    assert ld.load_corpus("meals").paragraphs.equals(before.paragraphs)


def test_what_cannot_be_removed(article):
    """An unknown article is told with the known ones, a shipped one as such, and nothing goes before all is clear."""
    ld.add_article(article, topic="meals")
    with pytest.raises(ld.LundianError, match="yours are canteen"):
        ld.remove_article("canteen", "nobody")
    with pytest.raises(ld.LundianError, match="the project ships"):
        ld.remove_article("ali_pinduoduo")
    assert "meals/canteen.txt" in on_disk()


def test_the_source_file_goes_whole(project, source_file):
    """A file with two articles is removed when both are named; their features are shipped, so they stay known."""
    ld.add_article(source_file, topic="meals")
    assert ld.load_corpus("platform_critique").has_text
    with pytest.raises(ld.LundianError, match="holds farewell_internet as well"):
        ld.remove_article("ali_pinduoduo")
    assert ld.remove_article("ali_pinduoduo", "farewell_internet") == "Removed ali_pinduoduo, farewell_internet."
    assert not ld.load_corpus("platform_critique").has_text
    assert len(ld.list_articles()) == 2


def test_moving_changes_the_topic_alone(article):
    """The file lies in the other topic's folder, and its features need not be made again."""
    ld.add_article(article, topic="meals")
    made = ld.load_corpus("meals").counts
    assert ld.move_article("canteen", topic="other") == "Moved canteen to data/articles/other/canteen.txt."
    assert ld.load_corpus("other").counts.equals(made)
    with pytest.raises(ld.LundianError, match="in other already"):
        ld.move_article("canteen", topic="other")
    assert paths.articles("other", "canteen.txt").read_bytes() == article.read_bytes()
    assert not paths.articles("meals").exists(), "a folder without articles would be listed as a topic"


def test_what_to_look_at_is_said(article, capsys):
    """Whoever adds an article hears, after where it went, what may have been misunderstood."""
    ld.add_article(article, topic="meals")
    assert "canteen: The article has only" in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("name", ["community_canteen.md", "study_room.docx", "small_orders.pdf", "street_notes.zip"])
def test_every_format_can_be_stored(project, name):
    """A stored file of another format is loaded as what was understood of it before."""
    added = ld.add_article(paths.samples(name), topic="meals")
    loaded = ld.load_corpus("meals").articles
    assert sorted(loaded["text_sha256"]) == sorted(added["text_sha256"])
    assert all("meals" in topics for topics in loaded["topics"])


def test_a_second_table_of_a_name_keeps_its_format(project, tmp_path):
    """A number goes before the whole ending, so that a compressed table is still one."""
    for folder, text in (("x", "甲"), ("y", "乙")):
        (tmp_path / folder).mkdir()
        with gzip.open(tmp_path / folder / "news.csv.gz", "wt", encoding="utf-8") as file:
            file.write(f"title,text\n{text},{text}说，食堂的账不难算。\n")
        ld.add_article(tmp_path / folder / "news.csv.gz", topic="meals")
    assert {"meals/news.csv.gz", "meals/news_2.csv.gz"} <= on_disk()
    assert ld.load_corpus("meals").articles["article"].tolist() == ["乙", "甲"]
