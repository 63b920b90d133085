"""A report as Markdown, beside the figures: for a wiki, a repository or a writer's own tools."""

import os
from pathlib import Path

from lundian.report.document import Document, Figure
from lundian.report.pandoc import attributes, inlines, node, write
from lundian.report.tree import Tree


class _Plain(Tree):
    """Figures as pictures with a line below, without anything that Markdown lacks."""

    def figure(self, figure: Figure) -> list[dict]:
        image = node("Image", [attributes(), inlines(figure.alt), [self.pictures[figure.name], ""]])
        return [node("Para", [image]), node("Para", [node("Emph", inlines(self.caption(figure)))])]

    def table(self, table: object) -> list[dict]:
        (made,) = super().table(table)
        name, (_, caption), *rest = made["c"]
        return [node("Para", caption[0]["c"]), node("Table", [name, [None, []], *rest])]

    def styled(self, style: str, blocks: list[dict]) -> list[dict]:
        return [node("BlockQuote", blocks)] if style == "Answer" else blocks

    def blocks(self) -> list[dict]:
        """Return the blocks with title, articles and day before them; the notebook's questions one level down."""
        head = [self.header(self.spans(self.document.title), "", 1)]
        cover = [node("Para", inlines(line)) for line in (*self.document.articles, self.document.day.isoformat())]
        below = [
            {**block, "c": [block["c"][0] + 1, *block["c"][1:]]} if block["t"] == "Header" else block
            for block in super().blocks()
        ]
        return [*head, *cover, *below]


def write_md(document: Document, folder: Path) -> bytes:
    """Return a document as Markdown that lies in `folder`; its pictures stay where they are."""
    pictured = {figure.name: _way(folder, figure) for figure in document.figures()}
    options = ["--wrap=none", "--markdown-headings=atx"]
    return write(_Plain(document, pictured).blocks(), {}, "gfm", document.day, *options)


def _way(folder: Path, figure: Figure) -> str:
    """Return the way from a folder to a figure's picture, as an address."""
    file = figure.file("svg") or figure.file("png")
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive of a Windows machine
        return file.as_uri()
