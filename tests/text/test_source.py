"""Files are opened once; bytes are read once, and counted as they are."""

import gzip
import io
import random
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import zstandard

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


class Watched(io.FileIO):
    """A file that notes how many bytes are taken of it."""

    def __init__(self, path: str, taken: dict[str, list[int]]) -> None:
        super().__init__(path)
        taken.setdefault(Path(path).name, []).append(0)
        self._told = taken[Path(path).name]

    def readinto(self, buffer: memoryview) -> int:
        """Read as files do, and note how much."""
        n = super().readinto(buffer)
        self._told[-1] += n
        return n

    def readall(self) -> bytes:
        """Read the rest as files do, and note how much."""
        raw = super().readall()
        self._told[-1] += len(raw)
        return raw


def forms(folder: Path) -> None:
    """Write articles that don't compress, so that a second reading would be seen, into one file of each kind."""
    draw = random.Random(0)
    rows = [
        {"title": f"题{n}", "text": "".join(map(chr, draw.choices(range(0x4E00, 0x9FA5), k=400)))} for n in range(99)
    ]
    table = pd.DataFrame(rows).assign(text=lambda own: own["text"] + "。")
    csv, lines = table.to_csv(index=False), table.to_json(orient="records", lines=True, force_ascii=False)
    document = "题目\n\n" + "\n\n".join(table["text"])
    made = {
        "a.txt": document.encode(),
        "b.txt": document.encode("utf-16"),
        "c.md": document.encode(),
        "d.html": f"<title>题目</title><p>{'</p><p>'.join(table['text'])}</p>".encode(),
        "e.csv": csv.encode("gb18030"),
        "f.tsv": table.to_csv(index=False, sep="\t").encode(),
        "g.csv.gz": gzip.compress(csv.encode()),
        "h.jsonl": lines.encode(),
        "i.jsonl.zst": zstandard.compress(lines.encode()),
    }
    for name, raw in made.items():
        (folder / name).write_bytes(raw)
    table.to_parquet(folder / "j.parquet")
    with zipfile.ZipFile(folder / "k.zip", "w") as archive:
        archive.writestr("in/a.txt", document)
        archive.writestr("in/b.csv", csv)


@pytest.mark.parametrize("heard", [None, lambda n: None])
def test_every_file_is_read_once(tmp_path, monkeypatch, heard):
    """Whatever its format, a file is opened once and its bytes are taken once: not for a hash, nor for an encoding."""
    forms(tmp_path)
    taken = {}
    true = Path.open
    watch = lambda path, mode="r", *more, **options: (
        io.BufferedReader(Watched(str(path), taken)) if mode == "rb" else true(path, mode, *more, **options)
    )
    monkeypatch.setattr(Path, "open", watch)
    assert sum(1 for _ in iter_articles(tmp_path, on_refused=lambda *_: None, on_read=heard)) > 100
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(taken) == set(sizes)
    for name, told in taken.items():
        assert len(told) == 1, name
        ends = {".parquet": 1 << 16, ".zip": 0}  # bytes that are looked at for what stands at the end of a file
        seeks = ends[end] + 3 * io.DEFAULT_BUFFER_SIZE if (end := Path(name).suffix) in ends else 0
        assert told[0] <= sizes[name] + seeks, name
