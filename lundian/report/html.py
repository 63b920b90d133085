"""A report as one page that needs nothing else: drawings inside, readable on a phone and on paper."""

import base64
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from lundian.report import pictures
from lundian.report.document import Document, Figure, Table
from lundian.report.pandoc import attributes, inlines, mark_han, node, write
from lundian.report.tree import Tree
from lundian.report.webfont import web_font

LARGEST = 3_000_000  # bytes of a page that can be sent by mail
_REST = 100_000  # bytes for everything that is no picture

STYLE = """
@font-face { font-family: "Report"; src: url(FONT) format("woff"); }
:root { --ink: #1a1a1a; --grey: #595959; --pale: #d9d9d9; --blue: #00588a; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: #fff; color: var(--ink);
  font: 1.0625rem/1.6 "Report", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  overflow-wrap: break-word; font-synthesis: none; }
:lang(zh) { line-break: strict; }
h1, h2, h3 { line-height: 1.3; font-weight: normal; color: var(--blue); text-wrap: balance; }
h1 { font-size: 1.8rem; margin: 0 0 .75rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--pale); }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
a { color: var(--blue); } em { font-style: normal; color: var(--grey); }
code { font-family: ui-monospace, Consolas, Report, monospace; font-size: .9em; }
.cover p { margin: .15rem 0; color: var(--grey); }
nav ol { padding-left: 1.4rem; } nav ul { list-style: none; padding: 0; } nav li { margin: .2rem 0; }
.answer { font-size: 1.15rem; border-left: 4px solid var(--blue); padding-left: 1rem; }
.limit, figcaption, caption, .footnotes { color: var(--grey); font-size: .9375rem; }
figure { margin: 1.5rem 0; } figure img { display: block; width: 100%; height: auto; }
figcaption { margin-top: .5rem; } caption { text-align: left; padding-bottom: .4rem; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.35; min-width: 60%; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--pale); }
thead th { font-weight: normal; color: var(--grey); border-bottom: 2px solid var(--grey); }
th, td { overflow-wrap: normal; word-break: keep-all; }
@media (max-width: 30rem) { body { padding: 1.25rem 1rem 3rem; font-size: 1rem; } h1 { font-size: 1.45rem; }
  figure { overflow-x: auto; } figure img { width: 34rem; }
  figcaption { position: sticky; left: 0; max-width: calc(100vw - 2rem); } }
@media print { @page { margin: 2cm; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  figure, tr { break-inside: avoid; } figure img { max-height: 22cm; width: auto; max-width: 100%; }
  h2, h3 { break-after: avoid; } a { color: inherit; text-decoration: none; } }
"""

TEMPLATE = """<!DOCTYPE html>
<html lang="$lang$">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="lundian">
<title>$pagetitle$</title>
<style>$style$</style>
</head>
<body>
<header class="cover">
<h1>$title$</h1>
$for(article)$<p>$article$</p>
$endfor$<p><time datetime="$date$">$date$</time></p>
</header>
<nav aria-label="$contents$">
$toc$
</nav>
<main>
$body$
</main>
</body>
</html>
"""


class _Page(Tree):
    """Figures and tables that can be moved sideways where the screen is narrow."""

    def figure(self, figure: Figure) -> list[dict]:
        (made,) = super().figure(figure)
        made["c"][0] = attributes(f"figure-{figure.number}", tabindex="0")
        image = made["c"][2][0]["c"][0]
        image["c"][0] = attributes()
        return [made]

    def table(self, table: Table) -> list[dict]:
        return [node("Div", [attributes("", "table", tabindex="0"), super().table(table)])]


def write_html(document: Document) -> bytes:
    """Return a document as one HTML page."""
    tree = _Page(document, _embedded(document.figures()))
    chinese = (lambda nodes: nodes) if document.language == "zh" else mark_han
    blocks = chinese(tree.blocks())
    title = chinese(tree.spans(document.title))
    meta = {"title": title, "pagetitle": tree.plain(document.title), "date": document.day.isoformat()}
    meta |= {"lang": tree.words["lang"], "contents": tree.words["contents"]}
    meta["article"] = [chinese(inlines(line)) for line in document.articles]
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "page.html")
        template.write_text(TEMPLATE.replace("$style$", STYLE.replace("FONT", _font(meta, blocks))), encoding="utf-8")
        options = [
            "--template",
            str(template),
            "--toc",
            "--toc-depth=2",
            "--shift-heading-level-by=1",
            "--wrap=preserve",
        ]
        return write(blocks, meta, "html5", document.day, *options)


def _font(*trees: object) -> str:
    """Return the font of a page that holds these trees."""
    written = json.dumps(trees, ensure_ascii=False)
    return web_font("".join(sorted({*map(chr, range(32, 127)), *(one for one in written if one.isprintable())})))


def _embedded(figures: Iterable[Figure]) -> dict[str, str]:
    """Return figures as addresses that hold them: drawings, the largest as dots where the page would get too large."""
    held = {figure.name: (figure, _uri(figure, "svg")) for figure in figures}
    for name in sorted(held, key=lambda name: -len(held[name][1])):
        if sum(len(uri) for _, uri in held.values()) <= LARGEST - _REST:
            break
        held[name] = (held[name][0], _uri(held[name][0], "png"))
    return {name: uri for name, (_, uri) in held.items()}


def _uri(figure: Figure, kind: str) -> str:
    if kind == "svg" and figure.file("svg"):
        kind, content = "svg+xml", pictures.svg(figure)
    else:
        kind, content = "png", pictures.png(figure, dpi=150)
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
