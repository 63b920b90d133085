"""What a reader understood of a file: the document that every format becomes."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from lundian.text.decode import clean
from lundian.text.structure import Block, is_heading_like, stitch

META = ("title", "author", "date", "source", "topics")

_DATE = re.compile(r"\D{0,8}?((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
# Authors that programs put into files by themselves.
_NOBODY = re.compile(
    r"(?:python-docx|admin(?:istrator)?|users?|owner|author|microsoft.*|windows.*|微软用户|用户|作者|lenovo|hp|dell|asus|acer)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Document:
    """What a reader understood of a file: what it says of itself, its blocks, and how it was read."""

    blocks: list[Block]
    meta: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    confidence: float = 1.0


def tidy(document: Document, name: str) -> Document:
    """Return the document with its blocks and what it says of itself cleaned as text files are; none has a line break.

    Raises
    ------
    LundianError
        It holds a character that can't be part of a text.
    """
    blocks = [part for block in document.blocks for part in _lines(block, name)]
    meta = {key: " ".join(clean(value, name).split()) for key, value in document.meta.items()}
    return replace(document, blocks=blocks, meta={key: value for key, value in meta.items() if value})


def _lines(block: Block, name: str) -> list[Block]:
    text = clean(block.text, name).strip()
    if "\n" not in text:
        return [replace(block, text=text)] if text else []
    lines = (line.strip() for line in text.split("\n"))
    return stitch(replace(block, text=line) for line in lines if line)


def with_title(document: Document, fallback: str) -> Document:
    """Return the document with a title: its own, the heading or short line that it opens with, or else the fallback."""
    first = document.blocks[0] if document.blocks else Block("paragraph", "")
    title = document.meta.get("title") or (first.text if opens_with_title(document.blocks) else fallback)
    blocks = document.blocks[1:] if first.text == title else document.blocks
    return replace(document, blocks=blocks, meta={**document.meta, "title": title})


def opens_with_title(blocks: list[Block]) -> bool:
    """Say whether the first block is a title."""
    return bool(blocks) and (blocks[0].kind == "heading" or (len(blocks) > 1 and is_heading_like(blocks[0].text)))


def as_meta(value: object) -> str:
    """Return a value of front matter or of a table as text on one line: a list with ; in between, a date as YYYY-MM-DD."""
    if isinstance(value, list | tuple):
        return ";".join(map(as_meta, value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return " ".join(str(value).split())


def as_date(said: str) -> str:
    """Return a date as YYYY-MM-DD where one can be told, and else what is said.

    >>> as_date("2026年3月2日 08:30"), as_date("2026/3/2"), as_date("2026-03-02T08:30:00+08:00"), as_date("last spring")
    ('2026-03-02', '2026-03-02', '2026-03-02', 'last spring')
    """
    if found := _DATE.match(said):
        year, month, day = map(int, found.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year}-{month:02d}-{day:02d}"
    return said


def somebody(author: str) -> str:
    """Return an author as a file's properties name them, or nothing where a program did.

    >>> somebody("林向晚"), somebody("Microsoft Office User")
    ('林向晚', '')
    """
    return "" if _NOBODY.fullmatch(author.strip()) else author.strip()
