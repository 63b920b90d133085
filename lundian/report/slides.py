"""A document as slides: one finding a slide, with its figure, how to read it, and the rest in the speaker's notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from lundian.report.document import Block, Figure, Limit, Section, Table
from lundian.report.pandoc import attributes, inlines, node
from lundian.report.tree import Tree, share_out

PICTURE, WORDS = 0.68, 0.32  # shares of a slide's width
ROWS, WIDE = 10, 650.0  # of a table, as many as can be read on a slide, and its points from left to right


class Slides(Tree):
    """Turns a document into slides; each begins with a heading of level 1."""

    def blocks(self) -> list[dict]:
        """Return the answer's slide, one for each figure or section without figure, and one for what all was made of."""
        made = []
        if self.document.answer:
            made += [self.header(inlines(self.words["answer"]), "answer"), *self._answer()]
        for place, section in enumerate([self.document.opening, *self.document.sections]):
            figures = any(isinstance(block, Figure) for block in section.blocks)
            made += self._figures(section.blocks) if figures else self._plain(section, f"s{place}")
        return made + self._made()

    def _figures(self, blocks: Sequence[Block]) -> list[dict]:
        return [made for figure, rest in _groups(blocks) for made in self._slide(figure, rest)]

    def _slide(self, figure: Figure, rest: Sequence[Block]) -> list[dict]:
        """Return a slide, figure at the left, how to read it and its limits at the right, the finding in full in the notes."""
        image = node("Image", [attributes(), [], [self.pictures[figure.name], ""]])
        left = node("Div", [attributes("", "column", width=f"{PICTURE:.0%}"), [node("Para", [image])]])
        side = [self._lead("read"), node("Para", inlines(figure.caption))]
        for limit in (block for block in rest if isinstance(block, Limit)):
            side += [self._lead("cannot"), *self.markdown(limit.markdown)]
        right = node("Div", [attributes("", "column", width=f"{WORDS:.0%}"), side])
        title = self.header(inlines(figure.title), f"figure-{figure.number}")
        said = [block for block in rest if not isinstance(block, Table)]
        notes = _notes([*self._all(said), node("Para", inlines(self.caption(figure)))])
        tables = [self._sheet(self.spans(table.caption), table) for table in rest if isinstance(table, Table)]
        return [title, node("Div", [attributes("", "columns"), [left, right]]), notes, *chain(*tables)]

    def _lead(self, word: str) -> dict:
        return node("Para", [node("Strong", inlines(self.words[word]))])

    def _sheet(self, title: list[dict], table: Table) -> list[dict]:
        """Return a slide with a table, or with as much of it as a slide holds."""
        name = f"table-{table.number}"
        return [self.header(title, f"slide-{name}"), *self.table(replace(table, rows=table.rows[:ROWS]))]

    def _plain(self, section: Section, name: str) -> list[dict]:
        """Return a slide of words; where there is a table, it gets the slide and the words go to the notes."""
        words = self._all([block for block in section.blocks if not isinstance(block, Table)])
        tables = [block for block in section.blocks if isinstance(block, Table)]
        sheets = [made for table in tables for made in self._sheet(self.spans(section.title), table)]
        if not tables:
            return [self.header(self.spans(section.title), name), *words] if words else []
        return [*sheets, _notes(words)] if words else sheets

    def _made(self) -> list[dict]:
        """Return the slide of versions and hashes; what belongs to single figures is in the notes."""
        section = self.document.provenance
        made, figures = (block for block in section.blocks if isinstance(block, Table))
        lines = [node("Para", inlines(" · ".join(" ".join(row) for row in made.rows)))]
        notes = [node("Para", inlines(" · ".join(row))) for row in figures.rows]
        return [self.header(self.spans(section.title), "provenance"), *lines, _notes(notes)]

    def table(self, table: Table) -> list[dict]:
        """Return a table without caption: the slide's title stands over it."""
        (made,) = super().table(table)
        name, _, *rest = made["c"]
        return [share_out({**made, "c": [name, [None, []], *rest]}, table, WIDE)]

    def styled(self, style: str, blocks: list[dict]) -> list[dict]:  # noqa: ARG002 (slides have no styles)
        """Return blocks as they are."""
        return blocks


def _notes(blocks: list[dict]) -> dict:
    return node("Div", [attributes("", "notes"), blocks])


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Figure, list[Block]]]:
    """Yield each figure with what stands between it and the next, the first also with what stands before it."""
    places = [place for place, block in enumerate(blocks) if isinstance(block, Figure)]
    for place, start, end in zip(places, [0, *places[1:]], [*places[1:], len(blocks)], strict=True):
        yield blocks[place], [block for block in blocks[start:end] if block is not blocks[place]]
