"""Word documents: the text as it reads with all changes accepted, without footnotes, comments, heads and feet of pages."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from lundian.errors import LundianError
from lundian.text.bounds import check_size
from lundian.text.formats.document import Document, opens_with_title, somebody
from lundian.text.formats.docx_parts import Part, parts
from lundian.text.structure import LONGEST_HEADING, LONGEST_TITLE, Block, as_blocks, is_heading_like, stitch

if TYPE_CHECKING:
    from docx.document import Document as Opened

OLE = b"\xd0\xcf\x11\xe0"  # how files of the old format and files with a password begin


def read_docx(raw: bytes, name: str) -> Document:
    """Read a Word document (.docx)."""
    document = _open(raw, name)
    found = list(parts(document))
    title = next((part.text for part in found if part.role == "title"), "")
    blocks = _blocks([part for part in found if part.role != "title"])
    said = document.core_properties
    meta = {"title": title if title or opens_with_title(blocks) else said.title}
    if somebody(said.author):
        meta |= {"author": said.author, "date": said.created.date().isoformat() if said.created else ""}
    return Document(blocks, meta)


def _open(raw: bytes, name: str) -> "Opened":
    if raw.startswith(OLE):
        raise LundianError(
            f"{name}: has a password or Word's old format; open it in Word, take the password off, and save it as .docx."
        )
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as inside:
            for info in inside.infolist():
                check_size(info, name)
        return docx.Document(io.BytesIO(raw))
    except (OpcError, XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, OSError) as error:
        raise LundianError(
            f"{name}: is damaged or is no Word document ({error}); open it in Word and save it again as .docx."
        ) from None
    except ValueError as error:
        if isinstance(error, LundianError):
            raise
        raise LundianError(
            f"{name}: is no Word document but another of Office's files; save its text as .docx."
        ) from None


def _blocks(found: list[Part]) -> list[Block]:
    """Return parts as blocks; halves of running paragraphs are joined."""
    blocks = as_blocks(
        [("heading" if _is_heading(part, at) else part.role, part.text) for at, part in enumerate(found)]
    )
    return list(_stitched(zip(found, blocks, strict=True)))


def _is_heading(part: Part, at: int) -> bool:
    """Say whether a part is a heading by its style, or a line in bold that is as short as one."""
    longest = LONGEST_HEADING if at else LONGEST_TITLE
    return part.role == "heading" or (part.bold and is_heading_like(part.text.rstrip("？！?!"), longest))


def _stitched(pairs: Iterable[tuple[Part, Block]]) -> Iterator[Block]:
    for is_item, group in groupby(pairs, key=lambda pair: pair[0].role == "item"):
        blocks = (block for _, block in group)
        yield from blocks if is_item else stitch(blocks)
