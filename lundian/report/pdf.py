"""A report as PDF, set by typst in the package's font: drawings as drawings, tags and alt text for who reads by ear."""

import json
import tempfile
from pathlib import Path

from lundian.report import pictures
from lundian.report.document import Document, Figure
from lundian.report.pandoc import inlines, mark_han, node, seconds, write
from lundian.report.tree import Tree

# The font has no bold and no italics: what stands out does so by size and colour.
TEMPLATE = """
#let ink = rgb("#1a1a1a")
#let grey = rgb("#595959")
#let blue = rgb("#00588a")
#set document(title: [$title$], author: (), date: none)
#set page(paper: "a4", margin: (x: 2.25cm, top: 2.4cm, bottom: 2.4cm), numbering: "1",
  footer: context text(8pt, fill: grey)[#h(1fr) #counter(page).display() / #counter(page).final().first()])
#set text(font: "Noto Sans SC", size: 10pt, fill: ink, lang: "$lang$"$if(region)$, region: "$region$"$endif$)
#set par(leading: 0.75em, spacing: 1.1em, justify: false, linebreaks: "optimized")
#set smartquote(enabled: false)
#show raw: set text(font: ("DejaVu Sans Mono", "Noto Sans SC"), size: 8.5pt)
#show emph: it => text(fill: grey, it.body)
#show strong: it => text(fill: blue, it.body)
#show link: set text(fill: blue)
#show heading: set text(weight: "regular", fill: blue)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 1): set block(above: 2.2em, below: 0.9em)
#show heading.where(level: 2): set text(12pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show title: set text(24pt, weight: "regular", fill: blue)
#set figure(numbering: none, supplement: none, gap: 0.8em)
#show figure: set block(above: 1.4em, below: 1.4em)
#show figure.caption: it => block(width: 100%, sticky: it.kind == table, align(left, text(8.5pt, fill: grey, it.body)))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set align(left)
#let center = left  // pandoc puts tables into the middle
#set table(stroke: none, inset: (left: 0pt, right: 9pt, y: 3.5pt))
#show table: set text(8.5pt)
#show table: set par(leading: 0.5em)
#show table.cell.where(y: 0): set text(fill: grey)
#set footnote.entry(gap: 0.6em)
#show footnote.entry: set text(8pt, fill: grey)
#let horizontalrule = line(length: 100%, stroke: 0.5pt + grey)
#let answer(body) = block(inset: (left: 1em, y: 0.3em), stroke: (left: 2.5pt + blue), text(12pt, body))
#let finding(body) = body
#let limit(body) = text(9pt, fill: grey, body)

#v(5cm)
#title[$title$]
#v(1em)
$for(article)$
#text(11pt, fill: grey)[$article$]

$endfor$
#text(11pt, fill: grey)[$date$]
#v(1.5cm)

$body$
"""


class _Sheet(Tree):
    """Figures with alt text, and styles as functions of the template."""

    def styled(self, style: str, blocks: list[dict]) -> list[dict]:
        return [_raw(f"#{style.lower()}["), *blocks, _raw("]")]

    def lead(self, blocks: list[dict]) -> list[dict]:
        """Return prose that stays on the page of the figure that follows it."""
        return [_raw("#block(sticky: true)["), *blocks, _raw("]")]

    def figure(self, figure: Figure) -> list[dict]:
        wide = f"{self.width(figure):.2f}in"
        image = f"image({_text(self.pictures[figure.name])}, width: {wide}, alt: {_text(figure.alt)})"
        caption = _text(self.caption(figure))
        return [_raw(f"#figure({image}, caption: {caption})")]

    def blocks(self) -> list[dict]:
        """Return the blocks, with a new page after the cover, which holds the answer."""
        made = super().blocks()
        place = next(i for i, block in enumerate(made) if block["t"] == "Header" and block["c"][1][0] != "answer")
        return [*made[:place], _raw("#pagebreak(weak: true)"), *made[place:]]


def _raw(code: str) -> dict:
    return node("RawBlock", ["typst", code])


def _han(text: str) -> list[dict]:
    return [node("RawInline", ["typst", '#text(lang: "zh")[']), node("Str", text), node("RawInline", ["typst", "]"])]


def _text(text: str) -> str:
    """Return text as a string of typst's."""
    return json.dumps(text, ensure_ascii=False)


def write_pdf(document: Document) -> bytes:
    """Return a document as PDF."""
    import typst

    from lundian.plot import font

    with tempfile.TemporaryDirectory() as folder:
        for figure in document.figures():
            if figure.file("svg"):
                Path(folder, f"{figure.name}.svg").write_bytes(pictures.svg(figure))
            else:
                Path(folder, f"{figure.name}.png").write_bytes(pictures.png(figure))
        source = Path(folder, "report.typ")
        source.write_bytes(_source(document, Path(folder)))
        return typst.compile(
            str(source),
            format="pdf",
            font_paths=[str(Path(font.path()).parent)],
            ignore_system_fonts=True,
            timestamp=seconds(document.day),
            pdf_standards=["ua-1"],
        )


def _source(document: Document, folder: Path) -> bytes:
    pictured = {f.name: f"{f.name}.{'svg' if f.file('svg') else 'png'}" for f in document.figures()}
    tree = _Sheet(document, pictured)
    chinese = (lambda nodes: nodes) if document.language == "zh" else lambda nodes: mark_han(nodes, _han)
    lang, _, region = tree.words["lang"].partition("-")
    meta = {"title": chinese(tree.spans(document.title)), "lang": lang, "region": region}
    meta |= {"date": document.day.isoformat(), "article": [chinese(inlines(line)) for line in document.articles]}
    template = folder / "template.typ"
    template.write_text(TEMPLATE, encoding="utf-8")
    blocks = chinese(tree.blocks())
    return write(blocks, meta, "typst", document.day, "--template", str(template), "--wrap=preserve")
