"""The lines of a PDF file's pages, with their place and size, and those among them that are the article's."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lundian.text.formats.pdf_letters import mended, width

if TYPE_CHECKING:
    from pypdf import PageObject

EDGE = 3  # lines at the top and at the bottom of a page that may be running heads or feet
LONGEST_HEAD = 0.85  # times the longest line of the page: a longer one is text
APART = 1.5  # times the line feed: lines farther from the text than this stand apart
LARGER = 1.1  # times the size of the body: a heading's letters
SMALL = 0.87  # times the size of the body: smaller letters below the body are footnotes

_PAGE_NUMBER = re.compile(
    r"[\s\-—–·.]*(?:第|page|p\.?)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[页頁]?"
    r"(?:\s*(?:[/，,共]|of)+\s*\d{1,4}\s*[页頁]?)?[\s\-—–·.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """A line: its page from 0, the place where it begins in points from the lower left, size and font of its letters."""

    page: int
    x: float
    y: float
    size: float
    font: str
    text: str

    @property
    def right(self) -> float:
        """About where it ends: Han characters are as wide as they are high, others half as wide."""
        return self.x + self.size * width(self.text)


def page_lines(page: "PageObject", number: int) -> list[Line]:
    """Return the lines of a page in the order in which they are written."""
    pieces: list[Line] = []

    def take(text: str, cm: list[float], tm: list[float], font: dict | None, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] * cm[3] or tm[1] * cm[2])) or size
        parts = filter(None, text.split("\n"))
        pieces.extend(Line(number, x, y, height, str((font or {}).get("/BaseFont", "")), part) for part in parts)

    page.extract_text(visitor_text=take)
    return [line for line in map(_tight, _joined(pieces)) if line.text]


def _joined(pieces: Iterable[Line]) -> list[Line]:
    """Join what is written at one height; a small raised number, which calls a footnote, is left out."""
    lines: list[Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is None or abs(piece.y - last.y) > 0.6 * max(piece.size, last.size):
            lines.append(piece)
        elif piece.size > 0.75 * last.size or not piece.text.strip().isdigit():
            lines[-1] = replace(
                last if last.text.strip() else replace(piece, text=last.text), text=last.text + piece.text
            )
    return lines


def _tight(line: Line) -> Line:
    """Return a line with the characters that its letters stand for; full-width blanks before it are its indentation."""
    blanks = len(line.text) - len(line.text.lstrip("\u3000"))
    return replace(line, x=line.x + blanks * line.size, text=mended(line.text))


def article_lines(pages: list[list[Line]]) -> list[Line]:
    """Return the lines of all pages without running heads and feet, page numbers and footnotes."""
    body = body_size(line for page in pages for line in page)
    running = _running(pages) | _set_apart(pages) | _above_title(pages[0], body)
    return [line for page in pages for line in _without_footnotes([line for line in page if line not in running], body)]


def body_size(lines: Iterable[Line]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _running(pages: list[list[Line]]) -> set[Line]:
    """Return the lines at the edges of pages that come back on others, digits aside, and page numbers."""
    edges = [_edges(page) for page in pages]
    times = Counter(pattern for lines in edges for pattern in {_pattern(line) for line in lines})
    found = (line for lines in edges for line in lines)
    return {line for line in found if times[_pattern(line)] > 1 or _is_page_number(line, pages[line.page])}


def _set_apart(pages: list[list[Line]]) -> set[Line]:
    """Return heads and feet that differ from page to page: on all pages at one height, farther from the text than lines are."""
    sorted_pages = [sorted(page, key=lambda line: -line.y) for page in pages if len(page) > EDGE]
    if len(sorted_pages) < 2:
        return set()
    feeds = Counter(round(a.y - b.y) for page in sorted_pages for a, b in pairwise(page) if a.y - b.y > 1)
    far = APART * feeds.most_common(1)[0][0] if feeds else 0
    ends = ([(page[at], abs(page[at].y - page[then].y)) for page in sorted_pages] for at, then in ((0, 1), (-1, -2)))
    return {
        line for end in ends if all(gap > far and abs(line.y - end[0][0].y) < 2 for line, gap in end) for line, _ in end
    }


def _above_title(page: list[Line], body: float) -> set[Line]:
    """Return the first page's lines above its title, which is larger than the body: a running head that nothing repeats."""
    top = sorted(page, key=lambda line: -line.y)[:EDGE]
    title = next((at for at, line in enumerate(top) if line.size > LARGER * body), 0)
    return set(top[:title])


def _edges(page: list[Line]) -> set[Line]:
    """Return the lines at the top and at the bottom of a page, but for those as long as its text's, and ends of sentences."""
    by_height = sorted(page, key=lambda line: -line.y)
    longest = max((line.right - line.x for line in page), default=0)
    edges = (line for line in {*by_height[:EDGE], *by_height[-EDGE:]} if not line.text.endswith(tuple("。！？…”")))
    return {line for line in edges if line.right - line.x < LONGEST_HEAD * longest}


def _pattern(line: Line) -> tuple[str, int]:
    """Return what stays the same of a running head: its words, and about how high it stands."""
    return re.sub(r"[\d零〇一二三四五六七八九十百]+", "#", line.text), round(line.y / 5)


def _is_page_number(line: Line, page: list[Line]) -> bool:
    heights = [other.y for other in page]
    return line.y in (min(heights), max(heights)) and bool(_PAGE_NUMBER.fullmatch(line.text))


def _without_footnotes(page: list[Line], body: float) -> list[Line]:
    lowest = min((line.y for line in page if line.size >= SMALL * body), default=0.0)
    return [line for line in page if line.size >= SMALL * body or line.y > lowest]
