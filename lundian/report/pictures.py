"""Saved figures as a report needs them: smaller drawings, or dots at 300 to the inch, with or without their title."""

import re
import tempfile
from pathlib import Path

from lundian.report.document import Figure

DPI = 300
_BOX = re.compile(r'width="([\d.]+)pt" height="([\d.]+)pt" viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LONG = re.compile(r"(\d+\.\d\d)\d+")
_PATH = re.compile(r'\b(d|points|transform|x|y|width|height|style)="([^"]*)"')


def svg(figure: Figure, *, title: bool = True) -> bytes:
    """Return the drawing with coordinates to a hundredth of a point, and without its title if asked."""
    text = figure.file("svg").read_text(encoding="utf-8")
    text = _PATH.sub(lambda found: f'{found[1]}="{_short(found[1], found[2])}"', text)
    text = re.sub(r">\s+<", "><", re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL))
    return (text if title else _BOX.sub(lambda box: _below(box, figure.head), text, count=1)).encode()


def _short(name: str, value: str) -> str:
    """Return an attribute's value with two decimals; scales keep theirs."""
    value = " ".join(value.split())
    return value if name == "transform" and "scale" in value and "translate" not in value else _LONG.sub(r"\1", value)


def _below(box: re.Match, head: float) -> str:
    """Return the size of the picture below its title."""
    width, height = float(box[3]), float(box[4])
    top = height * head
    return f'width="{width}pt" height="{height - top:.2f}pt" viewBox="0 {top:.2f} {width} {height - top:.2f}"'


def png(figure: Figure, *, title: bool = True, dpi: int = DPI) -> bytes:
    """Return the drawing as dots, `dpi` to the inch; the saved picture where there is no drawing."""
    import typst

    from lundian.plot import font

    if figure.file("svg") is None:
        return figure.file("png").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "f.svg").write_bytes(svg(figure, title=title))
        page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("f.svg")'
        (Path(folder) / "f.typ").write_text(page, encoding="utf-8")
        fonts = [str(Path(font.path()).parent)]
        return typst.compile(
            str(Path(folder) / "f.typ"), format="png", ppi=float(dpi), font_paths=fonts, ignore_system_fonts=True
        )


def size(figure: Figure, *, title: bool = True) -> tuple[float, float]:
    """Return width and height in inches."""
    if file := figure.file("svg"):
        box = _BOX.search(file.read_text(encoding="utf-8"))
        return float(box[3]) / 72, float(box[4]) * (1 - (0 if title else figure.head)) / 72
    from PIL import Image

    with Image.open(figure.file("png")) as picture:
        dpi = picture.info.get("dpi", (DPI, DPI))[0]
        return picture.width / dpi, picture.height / dpi
