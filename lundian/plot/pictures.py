"""A figure as a file: picture, drawing or PDF page, without a date, the same bytes each time."""

import io
import re
from hashlib import sha256
from xml.sax.saxutils import escape

from lundian.plot import font
from lundian.plot.style import style

_HASHED = re.compile(r'id="([a-z][0-9a-f]{10})"')


def drawn(kind: str, figure: object, name: str, title: str, alt: str, language: str, text: str, dpi: int) -> bytes:
    """Return a figure as "png", "svg" or "pdf"."""
    if kind == "svg":
        return describe(_svg(figure, f"lundian/{name}", text), name.rpartition("/")[2], title, alt, language)
    return _png(figure, dpi) if kind == "png" else _pdf(figure, title, alt)


def _png(figure: object, dpi: int) -> bytes:
    buffer = io.BytesIO()
    with style():
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()


def _pdf(figure: object, title: str, alt: str) -> bytes:
    """Return a page of the figure's size; its letters are letters, of the part of the font that it needs."""
    buffer = io.BytesIO()
    about = {"Title": title, "Subject": alt, "CreationDate": None, "Creator": None, "Producer": None}
    with style():
        figure.savefig(buffer, format="pdf", metadata=about)
    return buffer.getvalue()


def _svg(figure: object, salt: str, text: str) -> str:
    import matplotlib as mpl

    buffer = io.BytesIO()
    kind = "path" if text == "paths" else "none"
    with style(), mpl.rc_context({"svg.hashsalt": salt, "svg.fonttype": kind}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    families = f"'{font.PUBLIC_FAMILY}', 'PingFang SC', 'Microsoft YaHei', sans-serif"
    drawing = buffer.getvalue().decode("utf-8")
    drawing = drawing.replace(f"&quot;{font.FAMILY}&quot;", families).replace(f"'{font.FAMILY}'", families)
    return with_steady_ids(drawing, salt)


def with_steady_ids(drawing: str, salt: str) -> str:
    """Return an SVG whose clips and markers are numbered; matplotlib hashes their places, whose last bits may differ.

    >>> once, again = ('<clipPath id="p%s"/><g clip-path="url(#p%s)"/>' % (10 * x, 10 * x) for x in "af")
    >>> with_steady_ids(once, "x") == with_steady_ids(again, "x") != with_steady_ids(again, "y")
    True
    """
    found = dict.fromkeys(_HASHED.findall(drawing))
    steady = {old: old[0] + sha256(f"{salt}/{n}".encode()).hexdigest()[:10] for n, old in enumerate(found)}
    return re.sub(r"\b[a-z][0-9a-f]{10}\b", lambda match: steady.get(match[0], match[0]), drawing)


def describe(svg: str, name: str, title: str, alt: str, language: str) -> bytes:
    """Return the SVG with the title, description and role that a screen reader reads.

    >>> describe("<svg a='b'><g/></svg>", "x", "T", "D", "en").decode()
    '<svg role="img" xml:lang="en" aria-labelledby="x-title x-desc" a=\\'b\\'><title id="x-title">T</title>...'
    """
    head, rest = svg.split("<svg", 1)
    attributes, body = rest.split(">", 1)
    role = f' role="img" xml:lang="{language}" aria-labelledby="{name}-title {name}-desc"'
    words = f'<title id="{name}-title">{_clean(title)}</title><desc id="{name}-desc">{_clean(alt)}</desc>'
    return f"{head}<svg{role}{attributes}>{words}{body}".encode()


def _clean(text: str) -> str:
    """Return text that can stand in XML: escaped, without control characters."""
    return escape("".join(c if c.isprintable() else " " for c in text))
