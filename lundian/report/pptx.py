"""A report as slides: pandoc's own master with this package's fonts, sizes and places, alt text on every picture."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from lundian.plot import font
from lundian.report import pictures
from lundian.report.archive import repack
from lundian.report.document import Document
from lundian.report.docx_style import BLUE, INK, LATIN
from lundian.report.pandoc import inlines, node, run, write
from lundian.report.slides import Slides

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_INCH = 914_400
_TITLE = (0.4, 0.22, 9.2, 0.9)  # inches: left, top, width, height, on a slide of 10 by 5.625
_SIZES = ((20, 2), (16, 3), (13, 4), (11, 5))  # of a title in points, and how many lines of it fit
_PLACES = {  # layout → placeholder → place
    "slideLayout1": {"ctrTitle": (0.6, 1.2, 8.8, 1.5), "1": (0.6, 2.9, 8.8, 1.6)},
    "slideLayout2": {"1": (0.4, 1.2, 9.2, 4.1)},
    "slideLayout4": {"1": (0.3, 1.15, 6.5, 4.3), "2": (6.95, 1.15, 2.75, 4.3)},
}
_TEXT = {"slideLayout1": 16, "slideLayout2": 14, "slideLayout4": 11}  # points
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


def write_pptx(document: Document) -> bytes:
    """Return a document as slides."""
    with tempfile.TemporaryDirectory() as folder:
        pictured = {figure.name: f"{figure.name}.png" for figure in document.figures()}
        for figure in document.figures():
            Path(folder, pictured[figure.name]).write_bytes(pictures.png(figure, title=not figure.head))
        Path(folder, "reference.pptx").write_bytes(_reference())
        tree = Slides(document, pictured)
        under = [inlines(line) for line in (*document.articles, document.day.isoformat())]
        lines = [one for line in under for one in (*line, node("LineBreak"))][:-1]
        meta = {"title": tree.spans(document.title), "subtitle": lines, "lang": tree.words["lang"]}
        meta["notes-title"] = tree.words["how"]
        options = ["--slide-level=1", "--reference-doc", "reference.pptx"]
        made = write(tree.blocks(), meta, "pptx", document.day, *options, folder=folder)
    alt = {pictured[figure.name]: figure.alt for figure in document.figures()}
    return repack(made, _each(made, r"ppt/(slides|notesSlides)/\w+\.xml", lambda root, _: _finish(root, alt)))


def _reference() -> bytes:
    """Return pandoc's master with our fonts, sizes and places."""
    plain = run(["--print-default-data-file", "reference.pptx"], b"")
    changes = _each(plain, r"ppt/theme/theme1\.xml", lambda root, _: _fonts(root))
    changes |= _each(plain, r"ppt/slideMasters/slideMaster1\.xml", lambda root, _: _master(root))
    return repack(plain, changes | _each(plain, r"ppt/slideLayouts/slideLayout[124]\.xml", _layout))


def _each(archive: bytes, pattern: str, change: Callable[[object, str], None]) -> dict[str, Callable[[bytes], bytes]]:
    """Return a change of the tree of each member whose name fits."""
    from lxml import etree

    def changed(name: str, content: bytes) -> bytes:
        root = etree.fromstring(content)
        change(root, Path(name).stem)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    names = [name for name in zipfile.ZipFile(io.BytesIO(archive)).namelist() if re.fullmatch(pattern, name)]
    return {name: lambda content, name=name: changed(name, content) for name in names}


def _fonts(root: object) -> None:
    for kind in ("majorFont", "minorFont"):
        fonts = root.find(f".//{_A}{kind}")
        fonts.find(f"{_A}latin").set("typeface", LATIN)
        fonts.find(f"{_A}ea").set("typeface", font.PUBLIC_FAMILY)
        for one in fonts.findall(f"{_A}font"):
            if one.get("script") in ("Hans", "Hant"):
                one.set("typeface", "Microsoft YaHei")


def _master(root: object) -> None:
    """Put the title to the left, in blue; what is smaller than a heading is smaller here."""
    style = root.find(f".//{_P}titleStyle/{_A}lvl1pPr")
    style.set("algn", "l")
    words = style.find(f"{_A}defRPr")
    words.set("sz", str(_SIZES[0][0] * 100))
    _colour(words, BLUE)
    _colour(root.find(f".//{_P}bodyStyle/{_A}lvl1pPr/{_A}defRPr"), INK)
    for shape in root.iter(f"{_P}sp"):
        if shape.find(f".//{_P}ph").get("type") == "title":
            _place(shape, _TITLE)


def _colour(words: object, colour: str) -> None:
    from lxml import etree

    fill = words.find(f"{_A}solidFill")
    for child in list(fill):
        fill.remove(child)
    etree.SubElement(fill, f"{_A}srgbClr", val=colour)


def _layout(root: object, name: str) -> None:
    for shape in root.iter(f"{_P}sp"):
        holder = shape.find(f".//{_P}ph")
        key = holder.get("idx", holder.get("type"))
        if key in _PLACES[name] and holder.get("type") not in ("dt", "ftr", "sldNum"):
            _place(shape, _PLACES[name][key])
            _size(shape, _TEXT[name] if key != "ctrTitle" else 28)


def _place(shape: object, place: tuple[float, float, float, float]) -> None:
    from lxml import etree

    properties = shape.find(f"{_P}spPr")
    if (old := properties.find(f"{_A}xfrm")) is not None:
        properties.remove(old)
    frame = etree.Element(f"{_A}xfrm")
    properties.insert(0, frame)
    x, y, wide, high = (str(round(inch * _INCH)) for inch in place)
    etree.SubElement(frame, f"{_A}off", x=x, y=y)
    etree.SubElement(frame, f"{_A}ext", cx=wide, cy=high)


def _size(shape: object, points: float) -> None:
    from lxml import etree

    style = shape.find(f".//{_A}lstStyle")
    level = style.find(f"{_A}lvl1pPr")
    level = etree.SubElement(style, f"{_A}lvl1pPr") if level is None else level
    words = level.find(f"{_A}defRPr")
    words = etree.SubElement(level, f"{_A}defRPr") if words is None else words
    words.set("sz", str(round(points * 100)))
    level.set("algn", "l")


def _finish(root: object, alt: dict[str, str]) -> None:
    """Give pictures their alt text, titles a size at which they fit, and words their language."""
    for picture in root.iter(f"{_P}pic"):
        named = picture.find(f".//{_P}cNvPr")
        named.set("descr", alt.get(named.get("descr"), named.get("descr", "")))
    for shape in root.iter(f"{_P}sp"):
        holder = shape.find(f".//{_P}ph")
        if holder is not None and holder.get("type") == "title":
            _fit_title(shape)
    for words in root.iter(f"{_A}r"):
        text = words.findtext(f"{_A}t") or ""
        words.find(f"{_A}rPr").set("lang", "zh-CN" if _HAN.search(text) else "en-US")
    for cell in root.iter(f"{_A}tc"):
        for style in cell.iter(f"{_A}rPr"):
            style.set("sz", "900")


def _fit_title(shape: object) -> None:
    text = "".join(shape.itertext()).strip()
    fits = [size for size, lines in _SIZES if len(font.wrap(text, size, _TITLE[2] * 72 - 20).split("\n")) <= lines]
    for style in shape.iter(f"{_A}rPr"):
        style.set("sz", str((fits or [_SIZES[-1][0]])[0] * 100))
