"""An executed notebook to a document: questions, findings, tables and limits from its cells, figures from their index."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.report.document import Block, Document, Figure, Finding, Limit, Prose, Section, Table
from lundian.report.find import Executed, command, saved_figure
from lundian.report.names import column
from lundian.report.provenance import provenance
from lundian.report.tables import read_table
from lundian.report.words import WORDS

HOW_TO = "how-to"  # the tag of a cell that tells who has the notebook before them what to do
_LIMIT = re.compile(r"\*[^*]+[:：]\*\s*")  # a paragraph that opens with a few words in italics and a colon


def read_document(run: Executed) -> Document:
    """Return an executed notebook as a document.

    Raises
    ------
    LundianError
        A figure that the notebook saved is not there any more.
    """
    reader = _Reader(run)
    title, (first, *sections) = reader.sections()
    answer = next((block for block in first.blocks if isinstance(block, Finding)), None)
    rest = tuple(block for block in first.blocks if block is not answer)
    return Document(
        title,
        answer.markdown if answer else "",
        run.language,
        _articles(rest, run.language),
        day_of(run.path),
        Section(WORDS[run.language]["data"], rest),
        tuple(sections),
        provenance(run, reader.tables),
    )


def day_of(path: Path) -> date:
    """Return the day of a run: that of SOURCE_DATE_EPOCH where it is set, else that on which the notebook was written."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() else path.stat().st_mtime
    return datetime.fromtimestamp(seconds, UTC).date()


def _pieces(run: Executed) -> Iterator[tuple[str, str]]:
    """Yield what a notebook holds for a report: (kind, content), from top to bottom."""
    for cell in run.notebook.cells:
        if cell.cell_type == "markdown" and HOW_TO not in cell.metadata.get("tags", ()):
            yield from _markdown(cell.source)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if saved := saved_figure(output):
                yield "figure", saved[1]
            elif "text/markdown" in data:
                yield "finding", data["text/markdown"]
            elif "<table" in data.get("text/html", ""):
                yield "table", data["text/html"]


def _markdown(source: str) -> Iterator[tuple[str, str]]:
    from markdown_it import MarkdownIt

    lines = source.split("\n")
    for token in MarkdownIt("commonmark").parse(source):
        if token.level or not token.map or token.nesting < 0:
            continue
        block = "\n".join(lines[slice(*token.map)]).strip()
        if token.type == "heading_open" and token.tag in ("h1", "h2"):
            yield ("title" if token.tag == "h1" else "section"), block.lstrip("#").strip()
        elif _LIMIT.match(block):
            yield "limit", _LIMIT.sub("", block, count=1)
        else:
            yield "prose", block


class _Reader:
    """Makes blocks of pieces, and counts the figures and tables."""

    def __init__(self, run: Executed) -> None:
        self.run, self.figures, self.tables = run, 0, 0

    def sections(self) -> tuple[str, list[Section]]:
        """Return the notebook's title, and its sections; the first is what stands before any question."""
        title, sections = "", [Section("")]
        for kind, content in _pieces(self.run):
            if kind == "title":
                title = content
            elif kind == "section":
                sections.append(Section(content))
            else:
                question = sections[-1].title
                sections[-1] = Section(question, self.add(sections[-1].blocks, kind, content, question))
        return title, sections

    def add(self, blocks: tuple[Block, ...], kind: str, content: str, question: str) -> tuple[Block, ...]:
        """Return the blocks with one more of this kind."""
        if kind == "table":
            return self._table(blocks, content, question)
        plain = {"prose": Prose, "finding": Finding, "limit": Limit}
        return (*blocks, plain[kind](content) if kind in plain else self._figure(content))

    def _figure(self, name: str) -> Figure:
        entry, folder = self.run.index.get(name), paths.figures(*self.run.folder.split("/"))
        files = tuple(folder / file for file in entry["files"]) if entry else ()
        if not files or (gone := [file for file in files if not file.exists()]):
            what = gone[0].name if files else f"{name} in index.json"
            raise LundianError(f"figures/{self.run.folder} has no {what}; run: {command(self.run, self.run.language)}")
        if not any(file.suffix in (".svg", ".png") for file in files):
            raise LundianError(f"{name} was saved neither as svg nor as png; a report needs one of them.")
        self.figures += 1
        words = (entry[part] for part in ("title", "caption", "alt"))
        return Figure(self.figures, name, *words, files, entry.get("head", 0.0))

    def _table(self, blocks: tuple[Block, ...], html: str, question: str) -> tuple[Block, ...]:
        """Return the blocks with a table; a line that leads to it ("…:") becomes its caption."""
        self.tables += 1
        last = blocks[-1].markdown if blocks and isinstance(blocks[-1], Prose) else ""
        leads = last.rstrip().endswith((":", "："))
        caption = last.rstrip()[:-1] if leads else question or WORDS[self.run.language]["articles"]
        table = Table(self.tables, caption, *read_table(html, self.run.language))
        return (*(blocks[:-1] if leads else blocks), table)


def _articles(blocks: tuple[Block, ...], language: str) -> tuple[str, ...]:
    """Return a line for each article of the first table: its title, author and date."""
    table = next((block for block in blocks if isinstance(block, Table)), None)
    if table is None:
        return ()
    wanted = [column(name, language) for name in ("title", "author", "date")]
    places = [table.header.index(name) for name in wanted if name in table.header]
    lines = [WORDS[language]["by"].join(row[place] for place in places if row[place]) for row in table.rows]
    return tuple(line for line in lines if line)
