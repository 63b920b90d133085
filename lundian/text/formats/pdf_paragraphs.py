"""Lines of a PDF file to paragraphs: where one begins is told by its indentation, or by the short line before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lundian.text.formats.pdf_lines import LARGER, Line, body_size
from lundian.text.structure import LONGEST_TITLE, Block, as_blocks, ends_sentence, is_heading_like

WIDEST_INDENT = 5  # letters; where lines begin farther to the right, it is another column
SHORT = 2.5  # a line that ends this many letters before the margin is the last one of its paragraph


@dataclass(frozen=True)
class _Layout:
    """How the body is set: size and font of its letters, its columns, whether paragraphs are indented, and the line feed."""

    size: float
    font: str
    columns: tuple[tuple[float, float], ...]  # left and right margin of each
    indented: bool
    feed: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Layout":
        size = body_size(lines)
        body = [line for line in lines if abs(line.size - size) < 0.2] or list(lines)
        columns = tuple(_columns(body, size))
        indents = sum(1 for line in body if 1.2 < (line.x - _column(columns, line)[0]) / size < 4)
        feeds = Counter(round(a.y - b.y) for a, b in pairwise(body) if a.page == b.page and a.y > b.y)
        fonts = Counter(font for line in body for font in [line.font] * len(line.text))
        feed = feeds.most_common(1)[0][0] if feeds else 0
        return cls(size, fonts.most_common(1)[0][0], columns, indents > max(1, 0.03 * len(body)), feed)

    def is_heading(self, line: Line) -> bool:
        """Say whether a line is set as a heading: larger than the body, or in another font and short."""
        if line.size > LARGER * self.size:
            return True
        return line.font != self.font and self.missing(line) > 1 and is_heading_like(line.text)

    def begins(self, line: Line, last: Line) -> bool:
        """Say whether a paragraph begins at a line, `last` being the one before it."""
        if self.is_heading(line) or self.is_heading(last):
            return not (self.is_heading(line) and self.is_heading(last) and abs(line.size - last.size) < 0.2)
        if self.indented and line.x - _column(self.columns, line)[0] > 1.2 * self.size:
            return True
        if self.is_short(line) and is_heading_like(line.text) and ends_sentence(last.text):
            return True
        is_gap = line.page == last.page and self.feed and last.y - line.y > 1.4 * self.feed
        return bool(is_gap) or (self.is_short(last) and (ends_sentence(last.text) or is_heading_like(last.text)))

    def is_short(self, line: Line) -> bool:
        """Say whether a line ends before the margin."""
        return self.missing(line) > SHORT

    def missing(self, line: Line) -> float:
        """Return how many letters a line ends before the margin."""
        return (_column(self.columns, line)[1] - line.right) / self.size


def _columns(body: Sequence[Line], size: float) -> Iterator[tuple[float, float]]:
    """Yield the margins of each column: where many lines begin, and where nearly all have ended."""
    starts = Counter(round(line.x) for line in body)
    lefts: list[int] = []
    for x in sorted(x for x, n in starts.items() if n >= 0.1 * len(body)) or [min(starts)]:
        if not lefts or x - lefts[-1] > WIDEST_INDENT * size:
            lefts.append(x)
    for left, following in zip(lefts, [*lefts[1:], None], strict=True):
        inside = [line for line in body if line.x >= left - 1 and (following is None or line.x < following - 1)]
        rights = sorted(line.right for line in inside)
        yield left, rights[int(0.9 * (len(rights) - 1))]


def _column(columns: Sequence[tuple[float, float]], line: Line) -> tuple[float, float]:
    """Return the margins of the column that a line stands in."""
    return next((column for column in reversed(columns) if column[0] <= line.x + 1), columns[0])


def paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Return lines as headings and paragraphs; `stitched` counts the breaks between pages in a paragraph."""
    if not lines:
        return []
    layout = _Layout.of(lines)
    groups = list(_groups(lines, layout))
    blocks = as_blocks([(_role(group, layout), _join(group)) for group in groups])
    breaks = [sum(a.page != b.page for a, b in pairwise(group)) for group in groups]
    return [Block(block.kind, block.text, n) for block, n in zip(blocks, breaks, strict=True)]


def _groups(lines: Sequence[Line], layout: _Layout) -> Iterator[list[Line]]:
    group = [lines[0]]
    for last, line in pairwise(lines):
        if layout.begins(line, last):
            yield group
            group = []
        group.append(line)
    yield group


def _role(group: Sequence[Line], layout: _Layout) -> str:
    heading = layout.is_heading(group[0]) and len(_join(group)) <= LONGEST_TITLE
    return "heading" if heading else "paragraph"


def _join(group: Sequence[Line]) -> str:
    """Join lines: nothing between Han characters, a blank between Latin words, a hyphenated word made whole."""
    text = group[0].text
    for line in group[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text += (" " if text[-1].isascii() and line.text[0].isascii() else "") + line.text
    return text
