"""An article's row: its columns, its key, its hashes, and the table that rows make."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

import pandas as pd

from lundian.errors import tell
from lundian.text.formats.document import Document
from lundian.text.source import Refuse
from lundian.text.structure import to_text

COLUMNS = (
    "article",
    "title",
    "author",
    "date",
    "source",
    "topics",
    "file",
    "encoding",
    "confidence",
    "n_stitched",
    "file_sha256",
    "text_sha256",
    "text",
)
_NOT_IN_SLUG = re.compile(r"[^\w]+")


def say_left_out(_place: str, reason: str) -> None:
    """Say why something was left out."""
    tell(f"Left out: {reason}")


def text_hash(title: str, text: str) -> str:
    """Return the hash by which features know their text: of the title and the canonical text."""
    return hashlib.sha256(f"{title}\n\n{text}".encode()).hexdigest()


def slug(name: str) -> str:
    """Return a name as a key: lower case, words joined by _, nothing that a file system minds.

    >>> slug("2024 平台经济（上）")
    '2024_平台经济_上'
    """
    return _NOT_IN_SLUG.sub("_", unicodedata.normalize("NFKC", name).lower()).strip("_")[:60] or "article"


def as_table(rows: list[dict]) -> pd.DataFrame:
    """Return rows as the articles table, none twice."""
    return typed(list(unique(rows, say_left_out)))


def typed(rows: list[dict]) -> pd.DataFrame:
    """Return rows whose keys are unique as the articles table."""
    text = [name for name in COLUMNS if name not in ("confidence", "n_stitched")]
    types = dict.fromkeys(text, "str") | {"confidence": "float64", "n_stitched": "int64"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def unique(rows: Iterable[dict], refuse: Refuse) -> Iterator[dict]:
    """Yield rows with unique keys; a row whose key and text are both there already is refused."""
    seen = set()
    for row in rows:
        key = row["article"] if row["article"] not in seen else f"{row['article']}_{row['text_sha256'][:8]}"
        if key in seen:
            refuse(row["file"], f"{row['file']}: the article {row['title']} is there twice already.")
        else:
            seen.add(key)
            yield row | {"article": key}


def article_row(document: Document, meta: dict[str, str], file_sha256: str = "") -> dict:
    """Return the row of a document, with the hash of its file if it has one; `meta` has at least title and article."""
    text = to_text(document.blocks)
    title = meta["title"]
    told = {name: meta.get(name, "") for name in ("article", "title", "author", "date", "source", "topics", "file")}
    return told | {
        "encoding": document.encoding,
        "confidence": document.confidence,
        "n_stitched": sum(block.stitched for block in document.blocks),
        "file_sha256": file_sha256,
        "text_sha256": text_hash(title, text),
        "text": text,
    }
