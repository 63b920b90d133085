"""Lines to blocks: title, section headings and body paragraphs, with paragraphs that a page break cut made whole.

An article's canonical text has one block a line with an empty line between: "## " marks a heading, every other line is a
body paragraph. `to_text` writes it and `from_text` reads it back; `read_lines` makes blocks of text as people store it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

LONGEST_HEADING = 30
LONGEST_TITLE = 60
MOST_HEADINGS_IN_A_ROW = 2

_FINISHED = re.compile(r"[。！？!?…；;：:.][”’」』）)\]】》〉\"'\s]*$")
_OPEN_END = "，、,；;：:—-（(《“‘"
_MARKED = re.compile(r"#{1,6}\s+(.*?)\s*#*$")


@dataclass(frozen=True)
class Block:
    """One heading or one body paragraph. `stitched` counts the page or line breaks that were taken out of it."""

    kind: Literal["heading", "paragraph"]
    text: str
    stitched: int = 0


def to_text(blocks: Iterable[Block]) -> str:
    """Return the canonical text of blocks."""
    return "\n\n".join(f"## {b.text}" if b.kind == "heading" else _escaped(b.text) for b in blocks)


def from_text(text: str) -> list[Block]:
    """Return the blocks of canonical text; every line is a block.

    >>> from_text("## 平台\\n\\n平台是什么？")
    [Block(kind='heading', text='平台', stitched=0), Block(kind='paragraph', text='平台是什么？', stitched=0)]
    """
    lines = (line.strip() for line in text.split("\n"))
    return [
        Block("heading", line[3:].strip()) if line.startswith("## ") else Block("paragraph", line.removeprefix("\\"))
        for line in lines
        if line
    ]


def read_lines(text: str) -> list[Block]:
    """Return the blocks of text as people store it.

    Headings are the lines that "#" marks; where none does, the short lines without a full stop. A line that stops without
    an end mark and is too long for a heading is half a paragraph: it is joined to the line after it, nothing in between.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    marked = [Block("heading", found[1]) if (found := _MARKED.match(line)) else None for line in lines]
    if any(marked):
        kinds = [block or Block("paragraph", line) for block, line in zip(marked, lines, strict=True)]
    else:
        kinds = guess_headings(lines)
    return stitch(kinds)


def is_heading_like(line: str, longest: int = LONGEST_HEADING) -> bool:
    """Say whether a line could be a heading: short, and neither finished like a sentence nor broken off."""
    return 0 < len(line) <= longest and not ends_sentence(line) and line[-1] not in _OPEN_END and "。" not in line


def ends_sentence(line: str) -> bool:
    """Say whether a line ends as a sentence does, or with a colon or semicolon."""
    return bool(_FINISHED.search(line))


def _escaped(paragraph: str) -> str:
    return "\\" + paragraph if paragraph.startswith(("## ", "\\")) else paragraph


def as_blocks(pieces: Sequence[tuple[str, str]]) -> list[Block]:
    """Return (role, text) pieces as blocks; where none but a title is a heading by its role, short lines are, but no "item".

    >>> [block.kind for block in as_blocks([("item", "米"), ("paragraph", "米价"), ("paragraph", "米价涨了。")])]
    ['paragraph', 'heading', 'paragraph']
    """
    if any(role == "heading" for role, _ in pieces[1:]):
        return [Block("heading" if role == "heading" else "paragraph", text) for role, text in pieces]
    kinds = {"heading": "heading", "item": "paragraph"}
    guessed = guess_headings([text for _, text in pieces])
    return [Block(kinds.get(role, block.kind), block.text) for (role, _), block in zip(pieces, guessed, strict=True)]


def guess_headings(lines: Sequence[str]) -> list[Block]:
    """Return lines as blocks where nothing marks headings.

    Short unfinished lines are headings, but not the tail of a cut paragraph, a list, or an article's last line. The first
    line may be longer than another heading, and may be a question: it is the title where a longer line follows.
    """
    short = [is_heading_like(line) for line in lines]
    if len(lines) > 1 and len(lines[0]) < len(lines[1]):
        short[0] = is_heading_like(lines[0].rstrip("？！?!"), LONGEST_TITLE)
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        after_break = bool(blocks) and blocks[-1].kind == "paragraph" and _breaks_off(blocks[-1].text)
        lonely = _run_length(short, at) <= MOST_HEADINGS_IN_A_ROW and not all(short[at:])
        blocks.append(Block("heading" if short[at] and lonely and not after_break else "paragraph", line))
    return blocks


def _run_length(flags: Sequence[bool], at: int) -> int:
    """Return how many flags in a row around `at` are set."""
    first = at
    while first > 0 and flags[first - 1]:
        first -= 1
    last = at
    while last + 1 < len(flags) and flags[last + 1]:
        last += 1
    return last - first + 1


def _breaks_off(paragraph: str) -> bool:
    return not ends_sentence(paragraph) and (len(paragraph) > LONGEST_HEADING or paragraph[-1] in _OPEN_END)


def stitch(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks with the halves of paragraphs that a line or page break cut joined, nothing in between."""
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if last and last.kind == block.kind == "paragraph" and _breaks_off(last.text):
            gap = " " if last.text[-1].isascii() and block.text[0].isascii() else ""
            whole[-1] = Block("paragraph", last.text + gap + block.text, last.stitched + block.stitched + 1)
        else:
            whole.append(block)
    return whole
