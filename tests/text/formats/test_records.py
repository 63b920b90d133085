"""Tables of records become an article a row, in any encoding and compression, with memory that does not grow."""

import contextlib
import gzip
import json
import random
import tracemalloc

import pandas as pd
import pytest
import zstandard

from lundian import paths
from lundian.errors import LundianError
from lundian.text.articles import iter_articles, read_articles

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。"
ROWS = [
    {
        "title": "一顿饭",
        "author": "某人",
        "date": "2026年3月2日",
        "source": "某刊",
        "text": f"{BODY}\n\n小标题\n\n{BODY * 2}",
    },
    {"title": "两顿饭", "author": "别人", "date": "2026/4/12", "source": "某刊", "text": BODY * 3},
]
TABLE = pd.DataFrame(ROWS)
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)

WRITERS = {
    "news.csv": lambda path: TABLE.to_csv(path, index=False),
    "excel.csv": lambda path: TABLE.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n", sep=";"),
    "gbk.csv": lambda path: TABLE.to_csv(path, index=False, encoding="gb18030"),
    "news.tsv": lambda path: TABLE.to_csv(path, index=False, sep="\t"),
    "utf16.tsv": lambda path: TABLE.to_csv(path, index=False, sep="\t", encoding="utf-16"),
    "news.csv.gz": lambda path: TABLE.to_csv(path, index=False),
    "news.jsonl": lambda path: path.write_text(LINES, encoding="utf-8"),
    "news.jsonl.gz": lambda path: path.write_bytes(gzip.compress(LINES.encode())),
    "news.JSONL.zst": lambda path: path.write_bytes(zstandard.compress(LINES.encode())),
    "news.parquet": lambda path: TABLE.to_parquet(path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_holds_the_same_articles(tmp_path, name):
    """The same rows come out of every format, encoding and compression, with dates as YYYY-MM-DD."""
    WRITERS[name](tmp_path / name)
    articles = read_articles(tmp_path / name, topic="meals")
    assert articles["article"].tolist() == ["一顿饭", "两顿饭"]
    assert articles["date"].tolist() == ["2026-03-02", "2026-04-12"]
    assert articles["author"].tolist() == ["某人", "别人"]
    assert articles["topics"].tolist() == ["meals", "meals"]
    assert articles["text"][0] == f"{BODY}\n\n## 小标题\n\n{BODY * 2}"
    assert not articles.attrs["refused"]


def test_chinese_column_names(tmp_path):
    """Columns are known by their Chinese names too, in any order; what is not known is left alone."""
    columns = {"title": "标题", "author": "作者", "date": "发布时间", "source": "来源", "text": "正文"}
    TABLE.rename(columns=columns).assign(阅读量=7)[["阅读量", *reversed(columns.values())]].to_csv(
        tmp_path / "a.csv", index=False
    )
    row = read_articles(tmp_path / "a.csv").iloc[1]
    assert row[["title", "author", "date", "source"]].tolist() == ["两顿饭", "别人", "2026-04-12", "某刊"]


def test_dates_of_parquet_and_lists_are_understood(tmp_path):
    """Timestamps become dates, a list of topics is joined by ;, a number as key gets the file's name before it."""
    table = pd.DataFrame(
        {"id": [7], "date": [pd.Timestamp("2026-05-06 07:08")], "topics": [["a", "b"]], "text": [BODY]}
    )
    table.to_parquet(tmp_path / "press.parquet")
    row = read_articles(tmp_path / "press.parquet").iloc[0]
    assert row[["article", "date", "topics"]].tolist() == ["press_7", "2026-05-06", "a;b"]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.parquet"])
def test_without_a_text_column_the_columns_are_listed(tmp_path, name):
    """A table without text is refused in one sentence that lists its columns."""
    table = TABLE.rename(columns={"text": "words"})
    write = {"a.csv": table.to_csv, "a.jsonl": table.to_json, "a.parquet": table.to_parquet}[name]
    write(tmp_path / name, **({"orient": "records", "lines": True} if name == "a.jsonl" else {"index": False}))
    with pytest.raises(LundianError, match=rf"{name}: has no column text.*title, author, date, source, words"):
        read_articles(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("a.csv", f'title,text\n甲,{BODY}\n乙,\n丙,"{BODY}"x\n丁,{BODY}\n'.encode(), [3, 4]),
        ("a.csv", f"title,text\n甲,{BODY}\n乙,{BODY}".encode() + b"\xff" + f"\n丁,{BODY}\n".encode(), [3]),
        ("a.csv", f"title,text\n甲,{BODY}\n丁,{BODY}\n戊,\x00{BODY}\n".encode(), [4]),
        ("a.csv", f'title,text\n甲,{BODY}\n丁,{BODY}\n戊,"{BODY}\n'.encode(), [4]),
        (
            "a.jsonl",
            f'{{"title": "甲", "text": "{BODY}"}}\n\n[1]\n{{"x\n{{"title": "丁", "text": "{BODY}"}}'.encode(),
            [3, 4],
        ),
        (
            "a.jsonl",
            f'{{"title": "甲", "text": "{BODY}"}}\n{{"text": 1}}\n{{"title": "丁", "text": "{BODY}"}}'.encode(),
            [],
        ),
        (
            "a.jsonl",
            f'{{"title": "甲", "text": "{BODY}"}}\n{{"y": 1}}\n{{"title": "丁", "text": "{BODY}"}}'.encode(),
            [2],
        ),
    ],
)
def test_a_bad_row_is_named_and_the_rest_go_on(tmp_path, name, content, refused):
    """A row that is no article is refused with file and number; those before and behind it are read."""
    (tmp_path / name).write_bytes(content)
    told = []
    articles = list(iter_articles(tmp_path / name, on_refused=lambda place, reason: told.append((place, reason))))
    assert [row["title"] for row in articles if row["title"] in "甲丁"] == ["甲", "丁"]
    assert [place for place, _ in told] == [f"{tmp_path / name}, row {number}" for number in refused]
    assert all(reason.startswith(f"{name}, row ") for _, reason in told)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.jsonl", b"\n"),
        ("a.parquet", b"no parquet"),
        ("a.jsonl.gz", gzip.compress(LINES.encode())[:-20]),
        ("a.jsonl.zst", b"no zstandard"),
    ],
)
def test_a_damaged_file_is_one_sentence(tmp_path, name, content):
    """An empty or damaged file is refused by its name; in a folder the others go on."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LundianError, match=rf"^{name}: "):
        read_articles(tmp_path / name)
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    assert read_articles(tmp_path)["article"].tolist()[-1:] == ["b"]


def test_rows_stream(tmp_path):
    """Memory does not grow with the file: 6 MB of rows pass through less than 2 MB."""
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8", compresslevel=1) as file:
        for number in range(300):
            file.write(json.dumps({"id": number, "text": BODY * 300}, ensure_ascii=False) + "\n")
    rows = iter_articles(tmp_path / "a.jsonl.gz")
    next(rows)
    tracemalloc.start()
    n = sum(1 for _ in rows)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (n, peak < 2e6) == (299, True)


def test_the_same_article_three_times_is_said(tmp_path, capsys):
    """Keys are unique; a third row of one title and text is refused by name."""
    pd.DataFrame([ROWS[1]] * 3).to_csv(tmp_path / "a.csv", index=False)
    names = read_articles(tmp_path / "a.csv")["article"].tolist()
    assert names[0] == "两顿饭"
    assert names[1].startswith("两顿饭_")
    assert len(names) == 2
    assert "there twice already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["market_notes.csv", "market_notes.parquet", "study_room.docx", "small_orders.pdf", "street_notes.zip"]
)
def test_whatever_happened_to_a_file_is_a_sentence(tmp_path, name, capsys):
    """A file with bytes changed or cut off is read or refused in a sentence; nothing else is raised."""
    raw, dice = paths.samples(name).read_bytes(), random.Random(0)
    for _ in range(20):
        spoilt = bytearray(raw[: dice.randrange(len(raw))] if dice.random() < 0.3 else raw)
        for _ in range(dice.choice([1, 5, 40])):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        (tmp_path / name).write_bytes(spoilt)
        with contextlib.suppress(LundianError):
            read_articles(tmp_path / name)
