"""A report as a Word file: real headings, captions that Word numbers, styles to change, pictures of 300 dots to the inch."""

import io
import tempfile
from pathlib import Path

from lundian.plot import font
from lundian.report import pictures
from lundian.report.archive import repack
from lundian.report.document import Document, Table
from lundian.report.docx_style import restyle, set_page
from lundian.report.pandoc import inlines, node, run, write
from lundian.report.tree import PAGE, Tree, led, share_out

_ALTERNATIVE = "Microsoft YaHei"  # what Word takes where the package's font is not installed
_FONT = f'<w:font w:name="{font.PUBLIC_FAMILY}"><w:altName w:val="{_ALTERNATIVE}"/><w:charset w:val="86"/></w:font></w:fonts>'


class _Word(Tree):
    """Captions numbered by fields, so that Word counts on, and columns as wide as their words."""

    def label(self, what: str, number: int) -> list[dict]:
        name = what.capitalize()
        field = f'<w:fldSimple w:instr=" SEQ {name} \\* ARABIC "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>'
        lead = f'<w:r><w:t xml:space="preserve">{self.words[what]}</w:t></w:r>{field}'
        return [node("RawInline", ["openxml", lead]), *led(self.words["colon"])]

    def lead(self, blocks: list[dict]) -> list[dict]:
        return self.styled("Lead", blocks)

    def table(self, table: Table) -> list[dict]:
        return [share_out(made, table, PAGE[0] * 72) for made in super().table(table)]

    def blocks(self) -> list[dict]:
        """Return the blocks, with the articles and the day before them."""
        lines = [node("Para", inlines(line)) for line in self.document.articles]
        day = self.styled("Date", [node("Para", inlines(self.document.day.isoformat()))])
        return [*self.styled("Articles", lines), *day, *super().blocks()]


def write_docx(document: Document) -> bytes:
    """Return a document as a Word file."""
    import docx

    with tempfile.TemporaryDirectory() as folder:
        pictured = {figure.name: f"{figure.name}.png" for figure in document.figures()}
        for figure in document.figures():
            Path(folder, pictured[figure.name]).write_bytes(pictures.png(figure))
        tree = _Word(document, pictured)
        meta = {"title": tree.spans(document.title), "lang": tree.words["lang"]}
        Path(folder, "page.docx").write_bytes(_page())
        made = write(tree.blocks(), meta, "docx", document.day, "--reference-doc", "page.docx", folder=folder)
        word = docx.Document(io.BytesIO(made))
    restyle(word, document.language)
    made = io.BytesIO()
    word.save(made)
    return repack(made.getvalue(), {"word/fontTable.xml": lambda old: old.replace(b"</w:fonts>", _FONT.encode())})


def _page() -> bytes:
    """Return pandoc's own Word file with our page, so that pictures are as wide as it."""
    import docx

    word, made = docx.Document(io.BytesIO(run(["--print-default-data-file", "reference.docx"], b""))), io.BytesIO()
    set_page(word.sections[0])
    word.save(made)
    return made.getvalue()
