"""Keep a figure: picture, drawing, the table behind it, and an entry that says what it is. Whole or not at all."""

import io
import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from xml.sax.saxutils import escape

import pandas as pd

from lundian import paths
from lundian.errors import LundianError
from lundian.plot import font
from lundian.plot.check import check_language
from lundian.plot.files import read_index, replace_all
from lundian.plot.frame import head_of, relayout, title_of
from lundian.plot.style import DPI, WIDTHS, style
from lundian.provenance import made_from, table_of, versions
from lundian.records import remember
from lundian.say import describe as describe_table

FORMATS = ("png", "svg")
TEXTS = ("paths", "editable")
_FORMULA = re.compile(r"[=+\-@\t\r].")  # what a spreadsheet would run instead of showing


def save_figure(
    ax: object,
    topic: str,
    name: str,
    *,
    data: object,
    corpus: object = None,
    caption: str | None = None,
    alt: str | None = None,
    language: str = "en",
    width: str = "page",
    formats: Sequence[str] = FORMATS,
    text: str = "paths",
    provenance: Mapping[str, object] | None = None,
    about: Mapping[str, str] | None = None,
) -> str:
    """Write a figure to figures/<topic>/ with its table, caption, alt text and provenance.

    The figures of the project are English; those in another language go to figures/local/<language>/<topic>/, beside them.
    The same call writes the same bytes on one machine. Either all files are written or none is changed.

    Parameters
    ----------
    ax
        Axes from a `plot_` function, or any other of matplotlib.
    topic, name
        Folder and file name: letters, digits, "-" and "_"; a topic may have folders in it ("local/my_topic").
    data
        The table that is drawn; it becomes <name>.csv, UTF-8 with a byte order mark, so that Excel opens it. Of a network
        it is the table of edges.
    caption, alt
        What stands under the figure, and what it shows in words for who can't see it; those of the figure's kind where
        they are left out and the name is a number and the kind, as "03_tone_arc".
    language
        "en" or "zh": the language of title, caption and alt text.
    width
        "page" (6.5 inches), "column" (3.5 inches, same size of type) or "slide" (the page's figure with more pixels).
    formats
        Any of "png", "svg".
    text
        "paths": the letters of the SVG are drawn; "editable": they stay text, and need the font to look the same.
    provenance
        What else should be known of how it was made; it goes before what the table remembers.
    about
        What the two texts of a comparison are called (target, reference), for caption and alt text of the figure's kind.

    Returns
    -------
    str
        Where the first of the pictures is, from the project folder on.

    Raises
    ------
    LundianError
        An option is wrong, a name can't be a file's, caption or alt text is empty, or index.json can't be read.
    """
    own = describe_table(name, data, language, **(about or {})) if caption is None or alt is None else ("", "")
    caption, alt = (given if given is not None else known for given, known in zip((caption, alt), own, strict=True))
    _check(topic, name, caption, alt, formats, text, language, width)
    topic = paths.figures_of(topic, language)
    folder = paths.figures(*topic.split("/"))
    index = read_index(folder / "index.json")
    relayout(ax.figure, width)
    title = title_of(ax)
    salt = f"lundian/{topic}/{name}"
    files = {}
    if "png" in formats:
        files[f"{name}.png"] = _png(ax.figure, DPI[width])
    if "svg" in formats:
        files[f"{name}.svg"] = describe(_svg(ax.figure, salt, text), name, title, alt, language)
    table = csv_bytes(table_of(data))
    files[f"{name}.csv"] = table
    before = index.get(name)
    index[name] = {
        "files": sorted(files),
        "title": title,
        "caption": caption,
        "alt": alt,
        "language": language,
        "width": width,
        "head": head_of(ax.figure),
        "text": text,
        "rows": len(table_of(data)),
        "data_sha256": sha256(table).hexdigest(),
        "versions": versions(),
        "provenance": {**made_from(corpus, data), **(provenance or {})},
    }
    files["index.json"] = _json(index)
    remember(topic, name, before, json.loads(files["index.json"])[name])
    replace_all(folder, files)
    return f"figures/{topic}/{name}.{formats[0]}"


def _check(
    topic: str, name: str, caption: str, alt: str, formats: Sequence[str], text: str, language: str, width: str
) -> None:
    for what, value, pattern in (("topic", topic, r"[\w-]+(/[\w-]+)*"), ("name", name, r"[\w-]+")):
        if not re.fullmatch(pattern, str(value)):
            raise LundianError(f"A figure's {what} can't be {value!r}; use letters, digits, - and _.")
    for what, value in (("caption", caption), ("alt", alt)):
        if not str(value).strip():
            raise LundianError(
                f"Figure {name} has no {what} text; pass {what}=, for example from {what}_<figure>(table)."
            )
    if not formats or (wrong := [one for one in formats if one not in FORMATS]):
        raise LundianError(
            f"Figures can't be saved as {', '.join(wrong) if formats else 'nothing'}; choose of png, svg."
        )
    check_language(language)
    if width not in WIDTHS:
        raise LundianError(f"There is no width {width!r}; choose one of {', '.join(WIDTHS)}.")
    if text not in TEXTS:
        raise LundianError(f"There is no text={text!r}; choose one of {', '.join(TEXTS)}.")


def _png(figure: object, dpi: int) -> bytes:
    buffer = io.BytesIO()
    with style():
        figure.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()


def _svg(figure: object, salt: str, text: str) -> str:
    import matplotlib as mpl

    buffer = io.BytesIO()
    kind = "path" if text == "paths" else "none"
    with style(), mpl.rc_context({"svg.hashsalt": salt, "svg.fonttype": kind}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    families = f"'{font.PUBLIC_FAMILY}', 'PingFang SC', 'Microsoft YaHei', sans-serif"
    drawing = buffer.getvalue().decode("utf-8")
    return drawing.replace(f"&quot;{font.FAMILY}&quot;", families).replace(f"'{font.FAMILY}'", families)


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


def csv_bytes(table: pd.DataFrame) -> bytes:
    """Return a table as CSV for people: UTF-8 with a byte order mark, text that looks like a formula behind a '.

    Headings are left to the figure: one under the other they would quote the article, and `section` has their number.
    Numbers have ten significant digits: the last ones of a double differ from one processor to the next.

    >>> csv_bytes(pd.DataFrame({"term": ["=1+1"]})).decode("utf-8-sig")
    "term\\n'=1+1\\n"
    """
    safe = table.drop(columns="section_title", errors="ignore").copy()
    for column in safe.columns:
        if pd.api.types.is_string_dtype(safe[column].dtype) or safe[column].dtype == object:
            safe[column] = [f"'{x}" if isinstance(x, str) and _FORMULA.match(x) else x for x in safe[column]]
    return safe.to_csv(index=False, lineterminator="\n", float_format="%.10g").encode("utf-8-sig")


def _json(index: Mapping[str, object]) -> bytes:
    def plain(value: object) -> object:
        return value.item() if hasattr(value, "item") else str(value)

    return (json.dumps(index, ensure_ascii=False, indent=2, sort_keys=True, default=plain) + "\n").encode("utf-8")
