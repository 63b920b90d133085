"""Markdown: its headings and paragraphs, without the marks of emphasis, links and pictures."""

from lundian.text.decode import decode
from lundian.text.formats.document import Document
from lundian.text.formats.plain import split_front_matter
from lundian.text.structure import Block


def read_markdown(raw: bytes, name: str) -> Document:
    """Read Markdown, with YAML front matter if it has any."""
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
