"""The parts of a Word document in reading order: paragraphs with their role, table rows, text boxes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from docx.styles.style import BaseStyle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = re.compile(r"(?:title|标题|標題)", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题|標題)\s*[1-9]|(?:subtitle|副标题|副標題)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|目录|目錄)\s*\d", re.IGNORECASE)  # a table of contents says the headings again
_OFF = ("0", "false", "off", "none")
_BODY_LEVEL = 9  # the outline level of running text

# What is no text of the paragraph that it stands in: deletions, the reading aid over a character, text boxes (read after it).
_SKIPPED = {f"{_W}{tag}" for tag in ("del", "moveFrom", "rt", "pPr", "rPr", "txbxContent", "instrText")}
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says the same as what stands before it
)
_WRITTEN = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True)
class Part:
    """A piece of a document; an item (of a list, a row of a table) is never half of a paragraph."""

    role: Literal["title", "heading", "paragraph", "item", "contents"]
    text: str
    bold: bool = False


def parts(document: "Document") -> Iterator[Part]:
    """Yield the parts of a document that hold text."""
    styles = {style.style_id: style for style in document.styles}
    found = _parts(document.element.body, partial(_role, styles))
    return (part for part in found if part.text.strip() and part.role != "contents")


def _parts(element: "Element", role_of: Callable[["Element"], str]) -> Iterator[Part]:
    for child in element:
        if child.tag == f"{_W}p":
            text = "".join(_text(child))
            yield Part(role_of(child), text.strip(), _is_bold(child))
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                    yield from _parts(box, role_of)
        elif child.tag == f"{_W}tr" and _is_data(child):
            yield Part("item", " ".join(filter(None, ("".join(_text(cell)).strip() for cell in child.iter(f"{_W}tc")))))
        elif child.tag not in _SKIPPED:
            yield from _parts(child, role_of)


def _is_data(row: "Element") -> bool:
    """Say whether each cell of a row holds one line, so that the row reads as one."""
    cells = row.findall(f"{_W}tc")
    return len(cells) > 1 and all(len(cell.findall(f".//{_W}p")) == 1 for cell in cells)


def _text(element: "Element") -> Iterator[str]:
    for child in element:
        if child.tag in (f"{_W}t", _FORMULA):
            yield child.text or ""
        elif child.tag in _WRITTEN:
            yield _WRITTEN[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK and not _is_hidden(child):
            yield from _text(child)


def _is_hidden(element: "Element") -> bool:
    return element.tag == f"{_W}r" and element.find(f"{_W}rPr/{_W}vanish") is not None


def _role(styles: "Mapping[str, BaseStyle]", paragraph: "Element") -> str:
    chain = list(_chain(styles.get(paragraph.style)))
    names = [style.name or "" for style in chain]
    if any(_CONTENTS.match(name) for name in names):
        return "contents"
    if any(_TITLE.fullmatch(name) for name in names):
        return "title"
    if (
        any(_HEADING.match(name) for name in names)
        or _level([paragraph, *(style.element for style in chain)]) < _BODY_LEVEL
    ):
        return "heading"
    return "item" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else "paragraph"


def _chain(style: "BaseStyle | None") -> Iterator["BaseStyle"]:
    """Yield a style and those that it builds on."""
    seen = set()
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style
        style = style.base_style


def _level(elements: Iterable["Element"]) -> int:
    """Return the outline level that the first of the elements names."""
    found = (element.find(f"{_W}pPr/{_W}outlineLvl") for element in elements)
    return next((int(level.get(f"{_W}val", _BODY_LEVEL)) for level in found if level is not None), _BODY_LEVEL)


def _is_bold(paragraph: "Element") -> bool:
    """Say whether all letters of a paragraph are set bold."""
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(_text(run)).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(mark is not None and mark.get(f"{_W}val", "1") not in _OFF for mark in marks)
