"""Bytes are counted as they are read, each once."""

import io
import zipfile

import pandas as pd
import pytest

from lundian.text import source
from lundian.text.articles import iter_articles

ROWS = pd.DataFrame(
    {"title": [f"题{n}" for n in range(300)], "text": "平台撮合供需，食堂的账不难算。", "other": range(300)}
)


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl.gz", "a.parquet", "a.zip", "a.xyz", "folder"])
def test_every_byte_is_counted_once(tmp_path, monkeypatch, name):
    """Whatever is read twice, from the end or not at all, the count rises to the size and no further."""
    monkeypatch.setattr(source, "BLOCK", 512)
    csv = ROWS.to_csv(index=False).encode()
    file = tmp_path / name
    if name == "a.parquet":
        ROWS.to_parquet(file)
    elif name == "a.jsonl.gz":
        ROWS.to_json(file, orient="records", lines=True, force_ascii=True)
    elif name == "a.zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("in/a.csv", csv)
    elif name == "folder":
        file.mkdir()
        (file / "a.txt").write_text("食堂的账不难算。", encoding="utf-8")
        (file / "b.csv").write_bytes(csv)
        (file / "c.xyz").write_bytes(csv)
    else:
        file.write_bytes(csv)
    heard = []
    rows = iter_articles(tmp_path, on_refused=lambda *_: None, on_read=heard.append)
    n = sum(1 for _ in rows)
    assert n == {"a.xyz": 0, "folder": 301}.get(name, 300)
    assert sum(heard) == source.size_of(tmp_path)
    assert min(heard) >= 0


def test_a_second_reading_is_not_heard():
    """A stream that is wound back is counted where it is new."""
    heard = []
    tally = source._Tally(3 * source.BLOCK // 2, heard.append)
    stream = source._Counted(io.BytesIO(bytes(3 * source.BLOCK // 2)), tally)
    stream.read()
    stream.seek(0)
    stream.read()
    assert sum(heard) == tally.size
