"""data/articles/index.csv: the articles that the project ships features of, and where each starts in its file."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pandas as pd

from lundian import paths
from lundian.errors import LundianError
from lundian.text.formats.document import Document
from lundian.text.structure import Block


def index() -> pd.DataFrame:
    """Return index.csv as a table; an empty one where there is none."""
    path = paths.articles("index.csv")
    return _read(path, path.stat().st_mtime_ns).copy() if path.is_file() else pd.DataFrame(columns=["file"])


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def listed(name: str, sha256: str) -> pd.DataFrame:
    """Return the index's rows for a file, known by its content or by its name."""
    rows = index()
    for column, value in (("file_sha256", sha256), ("file", name)):
        if column in rows and value in rows[column].tolist():
            return rows[rows[column] == value]
    return rows.iloc[:0]


def divide(document: Document, rows: pd.DataFrame, name: str) -> Iterator[tuple[Document, dict[str, str]]]:
    """Yield the part of a file that each listed article is, without its title, and what the index says of it."""
    starts = [_start(document.blocks, title, name) for title in rows["starts_at"]]
    ends = [*starts[1:], len(document.blocks)]
    for meta, start, end in zip(rows.to_dict("records"), starts, ends, strict=True):
        blocks = document.blocks[start + 1 : end]
        yield Document(blocks, encoding=document.encoding, confidence=document.confidence), meta


def _start(blocks: list[Block], title: str, name: str) -> int:
    places = [at for at, block in enumerate(blocks) if block.text == title]
    if not places:
        raise LundianError(
            f"{name}: has no line {title!r}, at which index.csv says that an article starts; mend the index."
        )
    return places[0]
