"""What a report is made of, before it has a format: sections of prose, findings, limits, figures and tables."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Prose:
    """Markdown that a notebook holds: questions and method."""

    markdown: str


@dataclass(frozen=True)
class Finding:
    """A sentence that was computed, as Markdown."""

    markdown: str


@dataclass(frozen=True)
class Limit:
    """What the figure before it cannot show, as Markdown."""

    markdown: str


@dataclass(frozen=True)
class Figure:
    """A saved figure: its drawing, and what stands under it and for it.

    `head` is the share of the picture's height that its title takes.
    """

    number: int
    name: str
    title: str
    caption: str
    alt: str
    files: tuple[Path, ...]
    head: float = 0.0

    def file(self, kind: str) -> Path | None:
        """Return the figure's file of this kind ("svg", "png"), if it was saved."""
        return next((file for file in self.files if file.suffix == f".{kind}"), None)


@dataclass(frozen=True)
class Table:
    """A table that a notebook shows; all cells are text."""

    number: int
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Prose | Finding | Limit | Figure | Table


@dataclass(frozen=True)
class Section:
    """A question and what answers it."""

    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Document:
    """A report without a format.

    Attributes
    ----------
    title, answer : str
        The notebook's question and its answer, as Markdown.
    language : str
        "en" or "zh".
    articles : tuple of str
        A line for each article: title, author, date, as far as they are known.
    day : datetime.date
        The day of the run.
    opening : Section
        What stands between the answer and the first question.
    sections : tuple of Section
        Questions; the last of them are the limits.
    provenance : Section
        Versions and hashes.
    """

    title: str
    answer: str
    language: str
    articles: tuple[str, ...]
    day: date
    opening: Section
    sections: tuple[Section, ...] = ()
    provenance: Section = field(default_factory=lambda: Section(""))

    def figures(self) -> list[Figure]:
        """Return the figures in their order."""
        return [block for section in self.sections for block in section.blocks if isinstance(block, Figure)]
