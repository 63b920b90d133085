"""Lines of a PDF file to paragraphs: where one begins is told by its indentation, or by the short line before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lundian.text.formats.pdf_lines import LARGER, Line, body_size
from lundian.text.structure import LONGEST_TITLE, Block, as_blocks, ends_sentence, is_heading_like

SHORT = 2.5  # a line that ends this many letters before the margin is the last one of its paragraph


@dataclass(frozen=True)
class _Layout:
    """How the body is set: size and font of its letters, its margins, whether paragraphs are indented, and the line feed."""

    size: float
    font: str
    left: float
    right: float
    indented: bool
    feed: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Layout":
        size = body_size(lines)
        body = [line for line in lines if abs(line.size - size) < 0.2] or list(lines)
        left = Counter(round(line.x) for line in body).most_common(1)[0][0]
        rights = sorted(line.right for line in body)
        indents = sum(1 for line in body if 1.2 < (line.x - left) / size < 4)
        feeds = Counter(round(a.y - b.y) for a, b in pairwise(body) if a.page == b.page and a.y > b.y)
        fonts = Counter(font for line in body for font in [line.font] * len(line.text))
        return cls(
            size,
            fonts.most_common(1)[0][0],
            left,
            rights[int(0.9 * (len(rights) - 1))],
            indents > max(1, 0.03 * len(body)),
            feeds.most_common(1)[0][0] if feeds else 0,
        )

    def is_heading(self, line: Line) -> bool:
        """Say whether a line is set as a heading: larger than the body, or in another font and short."""
        if line.size > LARGER * self.size:
            return True
        return line.font != self.font and line.right < self.right - self.size and is_heading_like(line.text)

    def begins(self, line: Line, last: Line) -> bool:
        """Say whether a paragraph begins at a line, `last` being the one before it."""
        if self.is_heading(line) or self.is_heading(last):
            return not (self.is_heading(line) and self.is_heading(last) and abs(line.size - last.size) < 0.2)
        if self.indented and line.x - self.left > 1.2 * self.size:
            return True
        is_gap = line.page == last.page and self.feed and last.y - line.y > 1.4 * self.feed
        is_short = last.right < self.right - SHORT * self.size
        return bool(is_gap) or (is_short and (ends_sentence(last.text) or is_heading_like(last.text)))


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
