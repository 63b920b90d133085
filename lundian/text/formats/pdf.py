"""PDF files with a text layer: lines put together to paragraphs, without what is printed on every page."""

import io
from collections import Counter
from typing import TYPE_CHECKING

from lundian.errors import LundianError
from lundian.text.formats.document import Document, opens_with_title, somebody
from lundian.text.formats.pdf_lines import Line, article_lines, page_lines
from lundian.text.formats.pdf_paragraphs import paragraphs

if TYPE_CHECKING:
    from pypdf import PdfReader

FEWEST = 20  # characters a page on average; fewer, and the pages are pictures
UNKNOWN = 0.05  # up to this share of letters may be unknown
ONE_LETTER = 0.3  # no text has one letter this often; a font that calls all its letters by one name does


def read_pdf(raw: bytes, name: str) -> Document:
    """Read a PDF file. Footnotes, running heads and feet, and page numbers are left out."""
    from pypdf.errors import PyPdfError

    try:
        reader = _open(raw, name)
        pages = [page_lines(page, number) for number, page in enumerate(reader.pages)]
        said = reader.metadata or {}
    except (PyPdfError, *_BROKEN) as error:
        if isinstance(error, LundianError):
            raise
        raise LundianError(f"{name}: is damaged or is no PDF file ({error}); open it and save it again.") from None
    _check_text(pages, name)
    blocks = paragraphs(article_lines(pages))
    meta = {
        "title": "" if opens_with_title(blocks) else _title(said),
        "author": somebody(str(said.get("/Author") or "")),
    }
    return Document(blocks, meta)


# What pypdf raises on a damaged file, besides its own errors.
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError, NotImplementedError)


def _open(raw: bytes, name: str) -> "PdfReader":
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it reports each flaw that it mends
    reader = PdfReader(io.BytesIO(raw))
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise LundianError(
            f"{name}: is protected by a password; open it, print it into a new PDF file, and use that one."
        )
    return reader


def _check_text(pages: list[list[Line]], name: str) -> None:
    text = "".join(line.text for page in pages for line in page)
    if len(text) < FEWEST * max(len(pages), 1):
        raise LundianError(
            f"{name}: has no text layer, its pages are pictures; have a program recognise the text (OCR), and check it."
        )
    if text.count("\ufffd") > UNKNOWN * len(text) or Counter(text).most_common(1)[0][1] > ONE_LETTER * len(text):
        raise LundianError(
            f"{name}: its fonts do not say which characters they draw, so the text can't be taken out; look for another copy."
        )


def _title(said: dict) -> str:
    """Return the title in the properties, unless a program made it of a file's name."""
    title = str(said.get("/Title") or "").strip()
    return "" if title.lower().startswith(("microsoft", "untitled", "无标题", "幻灯片")) or "." in title[-6:] else title
