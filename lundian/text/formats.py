"""The one place where file formats are known: suffix → reader of bytes into a document.

A reader takes the bytes of a file and its name and returns a `Document`. A new format is one function and one entry in READERS.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from lundian.errors import LundianError
from lundian.text.decode import decode
from lundian.text.structure import Block, is_heading_like, read_lines

META = ("title", "author", "date", "source", "topics")


@dataclass(frozen=True)
class Document:
    """What a reader understood of a file: what it says of itself, its blocks, and how it was read."""

    blocks: list[Block]
    meta: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    confidence: float = 1.0


def read_document(raw: bytes, name: str) -> Document:
    """Return the document in a file called `name`.

    Raises
    ------
    LundianError
        The suffix is not a format that is read here, the text can't be decoded, or the front matter is not YAML.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        raise LundianError(
            f"{name}: {suffix or 'a file without suffix'} is not a format that is read; use {', '.join(READERS)}."
        )
    return READERS[suffix](raw, name)


def read_plain(raw: bytes, name: str) -> Document:
    """Read plain text or Markdown, with YAML front matter if it has any."""
    decoded = decode(raw, name)
    meta, body = split_front_matter(decoded.text, name)
    return Document(read_lines(body), meta, decoded.encoding, decoded.confidence)


def read_markdown(raw: bytes, name: str) -> Document:
    """Read Markdown: its headings and paragraphs, without the marks of emphasis, links and pictures."""
    from markdown_it import MarkdownIt

    decoded = decode(raw, name)
    meta, body = split_front_matter(decoded.text, name)
    blocks, kind = [], "paragraph"
    for token in MarkdownIt().parse(body):
        if token.type in ("heading_open", "paragraph_open"):
            kind = token.type.removesuffix("_open")
        elif token.type == "inline" and (
            text := "".join(_inline_text(child) for child in token.children or ()).strip()
        ):
            blocks.append(Block(kind, text))
    return Document(blocks, meta, decoded.encoding, decoded.confidence)


def _inline_text(token: object) -> str:
    """Return the letters that a reader sees; a soft line break between Chinese characters is nothing."""
    return token.content if token.type in ("text", "code_inline") else ""


def split_front_matter(text: str, name: str) -> tuple[dict[str, str], str]:
    """Return what YAML front matter says (the known keys only) and the text behind it.

    >>> split_front_matter("---\\ntitle: 平台\\ntopics: [a, b]\\n---\\n正文。", "x.md")
    ({'title': '平台', 'topics': 'a;b'}, '正文。')
    """
    head, fence, body = text.lstrip("\n").removeprefix("---\n").partition("\n---\n")
    if not text.lstrip("\n").startswith("---\n") or not fence:
        return {}, text
    import yaml

    try:
        said = yaml.safe_load(head)
    except yaml.YAMLError as error:
        where = f" in line {error.problem_mark.line + 2}" if getattr(error, "problem_mark", None) else ""
        raise LundianError(f"{name}: the front matter is not YAML{where}; write one 'key: value' a line.") from None
    if not isinstance(said, dict):
        return {}, text
    return {key: _as_text(said[key]) for key in META if said.get(key) is not None}, body


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return ";".join(map(str, value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value).strip()


def with_title(document: Document, fallback: str) -> Document:
    """Return the document with a title: its own, the heading or short line that it opens with, or else the fallback."""
    first = document.blocks[0] if document.blocks else Block("paragraph", "")
    title = document.meta.get("title") or (first.text if _opens(document.blocks) else fallback)
    blocks = document.blocks[1:] if first.text == title else document.blocks
    return replace(document, blocks=blocks, meta={**document.meta, "title": title})


def _opens(blocks: list[Block]) -> bool:
    """Say whether the first block is a title."""
    return bool(blocks) and (blocks[0].kind == "heading" or (len(blocks) > 1 and is_heading_like(blocks[0].text)))


Reader = Callable[[bytes, str], Document]
READERS: dict[str, Reader] = {".txt": read_plain, ".md": read_markdown, ".markdown": read_markdown}
