"""The article on a web page: which element holds it, and its headings and paragraphs.

Every block inside it is kept, short and repeated ones too: an author who repeats a sentence means it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from lundian.text.formats.html_clutter import ends_article, is_clutter, is_visitors_line, word_set
from lundian.text.structure import Block, as_blocks, is_heading_like, stitch

if TYPE_CHECKING:
    from lxml.html import HtmlElement

WECHAT = "//*[@id='js_content' or contains(concat(' ', @class, ' '), ' rich_media_content ')]"
NAMED = "//article | //*[@itemprop='articleBody']"
MOST = 0.6  # share of the page's prose that the element with the article holds

_BLOCKS = word_set(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
    "hr li main ol p pre section table tbody td tfoot th thead tr ul"
)
_PARTS = word_set("p ul ol dl li blockquote pre")  # what an article is made of, and is never all of
_ITEMS = word_set("li dd dt figcaption caption blockquote")  # never headings, however short
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_SENTENCE = re.compile("[，。；！？,.;!?]")
_SOURCE_BREAK = re.compile(r"(?<=[^\x00-\xff])[ \t]*\n[ \t\n]*(?=[^\x00-\xff])")
_BLANKS = re.compile(r"[ \t\n]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def find_body(page: "HtmlElement") -> "HtmlElement":
    """Return the element that holds the article, with what is no part of the article taken out of it.

    It is the one that WeChat names, or else the innermost element that holds most of the prose: sentences outside of links.
    """
    prose = _prose(page)
    _take_out_clutter(page, prose)
    prose = _prose(page)
    for body in [*page.xpath(WECHAT), *page.xpath(NAMED)]:
        if prose[body] > 0.4 * prose[page]:
            return body
    return _innermost(page, prose)


def _innermost(page: "HtmlElement", prose: dict["HtmlElement", int]) -> "HtmlElement":
    found = page.find("body")
    body = page if found is None else found
    while inside := [child for child in body if _holds_article(child, body, prose)]:
        body = inside[0]
    return body


def _holds_article(child: "HtmlElement", parent: "HtmlElement", prose: dict["HtmlElement", int]) -> bool:
    """Say whether a child holds most of its parent's prose, and not as one paragraph of several."""
    share = prose.get(child, 0) / max(prose[parent], 1)
    own = (element for element in child.iter("*") if prose[element] > sum(prose[inner] for inner in element))
    return share == 1 or (share >= MOST and child.tag not in _PARTS and sum(1 for _ in islice(own, 2)) == 2)


def _prose(page: "HtmlElement") -> dict["HtmlElement", int]:
    """Return how many characters of running text each element holds, links left out."""
    prose: dict[HtmlElement, int] = {}
    for element in reversed(list(page.iter("*"))):  # children come before their parents
        own = [] if element.tag in ("a", "script", "style") else [element.text, *(child.tail for child in element)]
        texts = (text.strip() for text in own if text)
        prose[element] = sum(len(text) for text in texts if _SENTENCE.search(text)) + (
            0 if element.tag == "a" else sum(prose.get(child, 0) for child in element)
        )
    return prose


def _take_out_clutter(page: "HtmlElement", prose: dict["HtmlElement", int]) -> None:
    for element in list(page.iter("*")):
        inside = element.tag not in ("html", "head", "body") and element.getparent() is not None
        if inside and is_clutter(element, prose[element], prose[page]):
            element.drop_tree()


def body_blocks(body: "HtmlElement", title: str) -> list[Block]:
    """Return the headings and paragraphs of an article's element, without its title."""
    lines = [line for line in _article_lines(list(_lines(body))) if line.role != "heading" or line.text != title]
    blocks = as_blocks([(line.role, line.text) for line in lines])
    elements = groupby(zip(lines, blocks, strict=True), key=lambda pair: pair[0].element)
    return [block for _, pairs in elements for block in stitch(block for _, block in pairs)]


@dataclass(frozen=True)
class _Line:
    """A line of an element: an element has several where <br> stands in it."""

    element: int
    role: str
    text: str


def _article_lines(lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines that are the article's: none addressed to a visitor, and none behind the sign that it is over."""
    total, so_far = sum(len(line.text) for line in lines), 0
    for line in lines:
        if ends_article(line.text) and so_far > total / 2:
            return
        so_far += len(line.text)
        if not is_visitors_line(line.text):
            yield line


def _lines(body: "HtmlElement") -> Iterator[_Line]:
    from lxml import etree

    number, parts, headings, items, bold = 0, [], 0, 0, 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_block = element is body or _is_block(element)
        if is_block or element.tag == "br":
            if text := _joined(parts):
                yield _Line(number, _role(parts, text, headings > 0, items > 0), text)
            parts, number = [], number + is_block
        elif element.tag in ("td", "th"):
            parts.append((" ", True))
        step = 1 if event == "start" else -1
        headings += step * (element.tag in _HEADINGS)
        items += step * (element.tag in _ITEMS or _is_data_row(element))
        bold += step * _is_bold(element)
        text = element.text if event == "start" else element.tail if element is not body else ""
        parts.append((text or "", bold > 0))


def _joined(parts: list[tuple[str, bool]]) -> str:
    """Return text on one line; a line break of the page's source between Han characters is nothing."""
    text = _SOURCE_BREAK.sub("", "".join(part for part, _ in parts).strip())
    return _BLANKS.sub(" ", text)


def _role(parts: list[tuple[str, bool]], text: str, in_heading: bool, in_item: bool) -> str:
    """Say what a line is; where all of it is bold and it is as short as a heading, it is one."""
    all_bold = all(bold or not part.strip() for part, bold in parts)
    if in_heading or (all_bold and not in_item and is_heading_like(text.rstrip("？！?!"))):
        return "heading"
    return "item" if in_item else "paragraph"


def _is_bold(element: "HtmlElement") -> bool:
    return element.tag in ("b", "strong") or bool(_BOLD.search(element.get("style", "")))


def _is_block(element: "HtmlElement") -> bool:
    """Say whether an element begins a new line; the cells of a row of data don't."""
    if element.tag in ("td", "th"):
        return not _is_data_row(element.getparent())
    return element.tag in _BLOCKS


def _is_data_row(row: "HtmlElement") -> bool:
    """Say whether a row of a table has several cells without blocks in them: data, and no layout of the page."""
    if row.tag != "tr" or len(row) < 2:
        return False
    return not any(inner.tag in _BLOCKS for cell in row for inner in cell.iterdescendants())
