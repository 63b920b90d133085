"""The samples: every format that is read has one, each is read whole, and those that a script makes are what it makes."""

import importlib.util
from pathlib import Path

import pytest

from lundian import paths
from lundian.text.articles import read_articles
from lundian.text.formats import ARCHIVES, READERS, RECORDS
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text, to_text

SAMPLES = {  # file → title, author, date, headings
    "community_canteen.md": ("社区食堂：一顿饭能否撑起一门生意", "lundian", "2026-03-12", 3),
    "night_bus.txt": ("夜班公交：没有人坐的车为什么还要开", "", "", 2),
    "wechat_repair_stall.html": ("修理铺回来了：一门慢生意的新账本", "林向晚", "2026-04-20", 2),
    "news_village_parcels.html": ("村口快递站：最后三公里的账该谁来付", "周未白", "2026-05-18", 2),
    "study_room.docx": ("付费自习室：人们买的不是座位", "何以宁", "2026-06-08", 3),
    "small_orders.pdf": ("小单时代：一家八人工厂的排产表", "沈一舟", "", 3),
}


@pytest.fixture(scope="module")
def script():
    """Return the script that makes samples, as a module."""
    spec = importlib.util.spec_from_file_location("make_samples", paths.samples("make_samples.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SAMPLES)
def test_each_is_understood(name):
    """Title, author, date and headings are those that were written, and the article has 400 characters or more."""
    title, author, date, n_headings = SAMPLES[name]
    row = read_articles(paths.samples(name)).iloc[0]
    blocks = from_text(row["text"])
    assert row[["title", "author", "date"]].tolist() == [title, author, date]
    assert sum(block.kind == "heading" for block in blocks) == n_headings
    assert sum(len(block.text) for block in blocks) > 400


@pytest.mark.parametrize("name", SAMPLES)
def test_canonical_text_goes_there_and_back(name):
    """The text of every format is canonical: read as blocks and written again it is the same, sentences lose nothing."""
    text = read_articles(paths.samples(name))["text"][0]
    assert to_text(from_text(text)) == text
    for block in from_text(text):
        assert "".join(split_sentences(block.text)) == block.text


def test_every_format_has_a_sample():
    """No format is without one; .htm is .html, .mhtml holds it, .markdown is .md, .tsv is like .csv, .ndjson is .jsonl."""
    there = {path.suffix for path in paths.samples().iterdir()}
    alike = {".htm", ".mhtml", ".markdown", ".tsv", ".ndjson"}
    assert {*READERS, *RECORDS, *ARCHIVES} - alike <= there


@pytest.mark.parametrize(("name", "article"), [("study_room.docx", "STUDY_ROOM"), ("small_orders.pdf", "SMALL_ORDERS")])
def test_word_and_pdf_hold_what_was_written(script, name, article):
    """Headings and paragraphs of the file are those of the article that the script wrote into it, to the character."""
    read = [block.text for block in from_text(read_articles(paths.samples(name))["text"][0])]
    assert read == [text for kind, text in script.blocks(getattr(script, article)) if kind != "title"]


def test_a_page_break_cuts_a_word_of_the_pdf():
    """The sample shows what it says: one paragraph goes on over the page."""
    assert read_articles(paths.samples("small_orders.pdf"))["n_stitched"].tolist() == [1]


def test_the_three_tables_hold_the_same():
    """CSV, JSON lines and Parquet give the same six articles, a month apart."""
    tables = [read_articles(paths.samples(f"market_notes.{kind}")) for kind in ("csv", "jsonl", "parquet")]
    columns = ["article", "title", "author", "date", "source", "topics", "text_sha256"]
    assert all(table[columns].equals(tables[0][columns]) for table in tables)
    assert tables[0]["date"].str[:7].tolist() == [f"2026-0{month}" for month in range(1, 7)]


def test_the_archive_holds_the_articles_beside_it():
    """An article in the archive is the same as the file that it was made of, and its topic is its folder."""
    inside = read_articles(paths.samples("street_notes.zip")).set_index("article")
    beside = read_articles(paths.samples("night_bus.txt")).iloc[0]
    assert inside.loc["night_bus", "text_sha256"] == beside["text_sha256"]
    assert inside["topics"].to_dict() == {
        "canteen": "community_canteen;services",
        "night_bus": "transport",
        "parcels": "transport",
    }


def test_the_script_makes_them(script, tmp_path):
    """Made again, the articles are the same; made twice, the bytes are."""
    (tmp_path / "again").mkdir()
    script.main(tmp_path)
    script.main(tmp_path / "again")
    made = sorted(path for path in tmp_path.iterdir() if path.is_file())
    assert len(made) == 5
    for path in made:
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()
        there = read_articles(Path(paths.samples(path.name)))
        assert read_articles(path)["text_sha256"].tolist() == there["text_sha256"].tolist()
