"""A document as pandoc's tree: what all formats of running text share. Slides have their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lundian.report.document import Block, Document, Figure, Finding, Limit, Prose, Table
from lundian.report.pandoc import attributes, inlines, node, read_markdown
from lundian.report.pictures import size
from lundian.report.tables import is_number, shares
from lundian.report.words import WORDS

PAGE = 6.5, 8.0  # inches that a picture may take on a page


@dataclass
class Tree:
    """Turns a document into pandoc's blocks.

    `pictures` says where each figure's picture lies. A format changes what it has its own way for: `styled` marks blocks that
    are more than running text, `label` makes the words before a caption, `lead` keeps prose with the figure after it.
    """

    document: Document
    pictures: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        texts = _texts(self.document)
        read = zip(texts, read_markdown(texts), strict=True)
        self._read = {text: [_raised(block) for block in blocks] for text, blocks in read}
        self.words = WORDS[self.document.language]

    def blocks(self) -> list[dict]:
        """Return answer, data, questions and provenance."""
        document, made = self.document, []
        if document.answer:
            made += [self.header(inlines(self.words["answer"]), "answer"), *self.styled("Answer", self._answer())]
        for place, section in enumerate([document.opening, *document.sections, document.provenance]):
            if section.blocks:
                made += [self.header(self.spans(section.title), f"s{place}"), *self._all(section.blocks)]
        return made

    def spans(self, markdown: str) -> list[dict]:
        """Return the nodes of one paragraph of Markdown."""
        blocks = self.markdown(markdown)
        return blocks[0]["c"] if blocks else []

    def plain(self, markdown: str) -> str:
        """Return one paragraph of Markdown as text."""
        return "".join(_text(one) for one in self.spans(markdown))

    def markdown(self, text: str) -> list[dict]:
        """Return the blocks of Markdown that the document holds."""
        return self._read[text]

    def header(self, title: list[dict], name: str, level: int = 1) -> dict:
        """Return a heading."""
        return node("Header", [level, attributes(name), title])

    def styled(self, style: str, blocks: list[dict]) -> list[dict]:
        """Return blocks in a paragraph style of their own, by class for a page and by name for a Word file."""
        return [node("Div", [attributes("", style.lower(), custom_style=style), blocks])]

    def label(self, what: str, number: int) -> list[dict]:
        """Return the words before a caption."""
        return led(f"{self.words[what]}{number}{self.words['colon']}")

    def caption(self, figure: Figure) -> str:
        """Return the line under a figure as text."""
        return f"{self.words['figure']}{figure.number}{self.words['colon']}{figure.caption}"

    def _answer(self) -> list[dict]:
        note = node("Note", [node("Para", inlines(self.words["method"]))])
        *first, last = self.markdown(self.document.answer)
        if last["t"] != "Para":
            return [*first, last, node("Para", [note])]
        return [*first, {**last, "c": [*last["c"], note]}]

    def _all(self, blocks: Sequence[Block]) -> list[dict]:
        makers = {
            Prose: self._prose,
            Finding: self._finding,
            Limit: self._limit,
            Figure: self.figure,
            Table: self.table,
        }
        made = []
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            leads = isinstance(block, Prose) and isinstance(following, (Figure, Table))
            made += self.lead(self._prose(block)) if leads else makers[type(block)](block)
        return made

    def lead(self, blocks: list[dict]) -> list[dict]:
        """Return prose that should stay on the page of the figure or table that follows it."""
        return blocks

    def _prose(self, block: Prose) -> list[dict]:
        return self.markdown(block.markdown)

    def _finding(self, block: Finding) -> list[dict]:
        return self.styled("Finding", self.markdown(block.markdown))

    def _limit(self, block: Limit) -> list[dict]:
        words = inlines(self.words["cannot"])
        plain = self.document.language == "zh"  # Chinese has no italics
        lead = [*words, node("Str", "：")] if plain else [node("Emph", words), node("Str", ":"), node("Space")]
        first, *rest = self.markdown(block.markdown)
        if first["t"] != "Para":
            return self.styled("Limit", [node("Para", lead), first, *rest])
        return self.styled("Limit", [{**first, "c": [*lead, *first["c"]]}, *rest])

    def figure(self, figure: Figure) -> list[dict]:
        """Return a figure with its number, caption and alt text."""
        attrs = attributes(width=f"{self.width(figure):.2f}in")
        image = node("Image", [attrs, inlines(figure.alt), [self.pictures[figure.name], ""]])
        caption = [node("Plain", [*self.label("figure", figure.number), *inlines(figure.caption)])]
        return [node("Figure", [attributes(f"figure-{figure.number}"), [None, caption], [node("Plain", [image])]])]

    def width(self, figure: Figure) -> float:
        """Return a figure's width in inches: that of the page, unless it would be too high for it."""
        wide, high = size(figure)
        return min(PAGE[0], wide, PAGE[1] * wide / high)

    def table(self, table: Table) -> list[dict]:
        """Return a numbered table; columns of numbers stand to the right."""
        caption = [node("Plain", [*self.label("table", table.number), *self.spans(table.caption)])]
        columns = list(zip(*table.rows, strict=True)) or [() for _ in table.header]
        right = [any(column) and all(is_number(cell) for cell in column if cell) for column in columns]
        specs = [[node("AlignRight" if one else "AlignLeft"), node("ColWidthDefault")] for one in right]
        head = [attributes(), [_row(table.header)]]
        body = [attributes(), 0, [], [_row(row) for row in table.rows]]
        name = attributes(f"table-{table.number}")
        return [node("Table", [name, [None, caption], specs, head, [body], [attributes(), []]])]


def share_out(made: dict, table: Table, page: float) -> dict:
    """Return a table's node with columns as wide as their words, for formats that would make all of them equal."""
    widths = [node("ColWidth", share) for share in shares(table, page)]
    name, caption, specs, *rest = made["c"]
    return {**made, "c": [name, caption, [[align, one] for (align, _), one in zip(specs, widths, strict=True)], *rest]}


def led(words: str) -> list[dict]:
    """Return words that lead to others, with the space behind them, if there is one."""
    return [node("Str", words.rstrip()), *([node("Space")] if words.endswith(" ") else [])]


def _raised(block: dict) -> dict:
    """Return a heading of a notebook's third level as one of the second: the notebook's title is the report's."""
    return {**block, "c": [block["c"][0] - 1, *block["c"][1:]]} if block["t"] == "Header" else block


def _text(one: dict) -> str:
    if one["t"] in ("Str", "Code"):
        return one["c"] if one["t"] == "Str" else one["c"][1]
    content = one.get("c", [])
    return "".join(_text(child) for child in (content[-1] if one["t"] == "Link" else content)) if content else " "


def _row(cells: Sequence[str]) -> list:
    return [
        attributes(),
        [[attributes(), node("AlignDefault"), 1, 1, [node("Plain", inlines(cell))]] for cell in cells],
    ]


def _texts(document: Document) -> list[str]:
    """Return each piece of Markdown in a document once."""
    sections = [document.opening, *document.sections, document.provenance]
    texts = [document.title, document.answer, *(section.title for section in sections)]
    blocks = [block for section in sections for block in section.blocks]
    texts += [block.caption if isinstance(block, Table) else getattr(block, "markdown", "") for block in blocks]
    return list(dict.fromkeys(texts))
