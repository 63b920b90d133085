"""Files and folders become one table of articles; what can't be read is named and the rest go on."""

import pandas as pd
import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.text.articles import read_articles
from lundian.text.prepare import prepare
from lundian.text.rows import slug, text_hash
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。"


def paragraphs(text: str) -> list[str]:
    """Return the body paragraphs of canonical text."""
    return [block.text for block in from_text(text) if block.kind == "paragraph"]


def test_the_source_file_holds_two_articles(source_file):
    """The real file: two articles of 65 sentences, 21 and 18 paragraphs, 2 and 3 headings, 5 page breaks taken out."""
    articles = read_articles(source_file)
    assert articles["article"].tolist() == ["ali_pinduoduo", "farewell_internet"]
    blocks = [from_text(text) for text in articles["text"]]
    assert [sum(block.kind == "paragraph" for block in of) for of in blocks] == [21, 18]
    assert [sum(block.kind == "heading" for block in of) for of in blocks] == [2, 3]
    assert [sum(len(split_sentences(p)) for p in paragraphs(text)) for text in articles["text"]] == [65, 65]
    assert articles["n_stitched"].sum() == 5


def test_the_source_file_is_the_one_that_is_listed(source_file):
    """The hashes in index.csv are those of the file and of its texts."""
    listed = pd.read_csv(paths.articles("index.csv"))
    articles = read_articles(source_file)
    for column in ("article", "file_sha256", "text_sha256", "title", "topics"):
        assert listed[column].tolist() == articles[column].tolist()


def test_nothing_of_the_source_file_is_lost(source_file):
    """Titles, headings and paragraphs joined hold every character of the file but line breaks."""
    articles = read_articles(source_file)
    read = "".join(row.title + "".join(block.text for block in from_text(row.text)) for row in articles.itertuples())
    assert read == "".join(source_file.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", f"---\ntitle: 题目\nauthor: 某人\n---\n{BODY}", "题目"),
        ("a.md", f"# 题目\n\n{BODY}", "题目"),
        ("a.txt", f"题目\n\n{BODY}", "题目"),
        ("题目.txt", BODY, "题目"),
        ("a.md", f"---\ntitle: 题目\n---\n\n# 题目\n\n{BODY}", "题目"),
    ],
)
def test_where_a_title_comes_from(tmp_path, name, content, title):
    """From front matter, the first heading, the first line or the file's name; it is no part of the body."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    row = read_articles(tmp_path / name).iloc[0]
    assert (row["title"], paragraphs(row["text"])) == (title, [BODY])


def test_front_matter_is_told(tmp_path):
    """Author, date, source and topics come from front matter, a date as YYYY-MM-DD, several topics separated by ;."""
    (tmp_path / "a.md").write_text(
        f"---\nauthor: 某人\ndate: 2026-01-31\ntopics: [x, y]\nsource: 某刊\n---\n{BODY}", encoding="utf-8"
    )
    row = read_articles(tmp_path / "a.md").iloc[0]
    assert row[["author", "date", "source", "topics"]].tolist() == ["某人", "2026-01-31", "某刊", "x;y"]


def test_markdown_marks_are_no_text(tmp_path):
    """Emphasis, links and line breaks of Markdown leave the words that a reader sees."""
    (tmp_path / "a.md").write_text(
        "# 题\n\n食堂**不是**[慈善](http://example.org)，\n而是`生意`。\n\n- 甲店\n- 乙店\n", encoding="utf-8"
    )
    assert paragraphs(read_articles(tmp_path / "a.md")["text"][0]) == ["食堂不是慈善，而是生意。", "甲店", "乙店"]


def test_a_bad_file_is_named_and_the_rest_go_on(tmp_path, capsys):
    """In a folder each bad file is told with its reason, once; the others are there."""
    (tmp_path / "good.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8")
    (tmp_path / "nul.txt").write_text("甲\x00乙。", encoding="utf-8")
    (tmp_path / "blank.txt").write_text("\n\n", encoding="utf-8")
    (tmp_path / "sheet.xls").write_bytes(b"")
    articles = read_articles(tmp_path)
    told = capsys.readouterr().err
    assert articles["article"].tolist() == ["good"]
    assert len(articles.attrs["refused"]) == 4
    for name in ("bad.txt", "nul.txt", "blank.txt", "sheet.xls"):
        assert told.count(name) == 1


def test_the_topic_is_the_folder(tmp_path):
    """An article's topic is the folder that it lies in; one beside the folders has none."""
    (tmp_path / "rents").mkdir()
    (tmp_path / "rents" / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    assert read_articles(tmp_path).set_index("article")["topics"].to_dict() == {"a": "rents", "b": ""}


def test_two_files_of_one_name_are_both_kept(tmp_path):
    """The second article of a slug gets a name of its own."""
    for folder, text in (("x", BODY), ("y", BODY + "完。")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    names = read_articles(tmp_path)["article"].tolist()
    assert names[0] == "a"
    assert names[1].startswith("a_")


def test_a_missing_path_is_one_sentence():
    """A path that is not there is told with its name."""
    with pytest.raises(LundianError, match=r"nowhere\.txt: there is no such file"):
        read_articles("nowhere.txt")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encoding_and_line_ends_do_not_change_the_text(tmp_path, encoding):
    """The same article has the same text hash however it is stored."""
    text = f"题目\r\n\r\n{BODY * 3}\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_articles(tmp_path / "a.txt")["text_sha256"][0] == text_hash("题目", BODY * 3)


def test_any_table_with_a_text_column_will_do():
    """A table made by hand gets what it lacks; one without text is refused."""
    made = prepare(pd.DataFrame({"title": ["甲", "乙"], "text": [BODY, BODY], "date": ["2026-01-01", None]}))
    assert made["article"].tolist() == ["甲", "乙"]
    assert made["date"].tolist() == ["2026-01-01", ""]
    with pytest.raises(LundianError, match="no column text"):
        prepare(pd.DataFrame({"title": ["甲"]}))


def test_slugs_are_safe():
    """A slug has no character that a file system minds, and is never empty."""
    assert slug("../a b/c:*?") == "a_b_c"
    assert slug("！？") == "article"
