"""Keep a figure: picture, drawing, the table behind it, and an entry that says what it is. Whole or not at all."""

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from lundian import paths
from lundian.errors import LundianError
from lundian.plot.check import check_language
from lundian.plot.files import read_index, replace_all
from lundian.plot.frame import head_of, relayout, title_of
from lundian.plot.pictures import drawn
from lundian.plot.sheets import csv_bytes, xlsx_bytes
from lundian.plot.style import DPI
from lundian.plot.wanted import PICTURES, check, wanted
from lundian.provenance import made_from, table_of, versions
from lundian.records import remember
from lundian.say import describe as describe_table

TEXTS = ("paths", "editable")


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
    width: str | None = None,
    formats: Sequence[str] | None = None,
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
        "page" (6.5 inches), "column" (3.5 inches, same size of type) or "slide" (the page's figure with more pixels); what
        `save_as` says when left out, "page" without it.
    formats
        Any of "png", "svg", "pdf" and "xlsx", the table as a workbook; what `save_as` says, else png and svg.
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
    now = wanted()
    width, formats = width or now.width, tuple(formats) if formats is not None else now.formats
    own = describe_table(name, data, language, **(about or {})) if caption is None or alt is None else ("", "")
    caption, alt = (given if given is not None else known for given, known in zip((caption, alt), own, strict=True))
    _check(topic, name, caption, alt, text, language)
    check(width, formats)
    topic = paths.figures_of(topic, language, now.under)
    folder = paths.figures(*topic.split("/"))
    index = read_index(folder / "index.json")
    relayout(ax.figure, width)
    told = {"title": title_of(ax), "caption": caption, "alt": alt, "language": language, "width": width}
    told |= {"head": head_of(ax.figure), "text": text}
    made = {"versions": versions(), "provenance": {**made_from(corpus, data), **(provenance or {})}}
    files = _files(ax.figure, f"{topic}/{name}", table_of(data), formats, told, made)
    before = index.get(name)
    counted = {"rows": len(table_of(data)), "data_sha256": sha256(files[f"{name}.csv"]).hexdigest()}
    index[name] = {"files": sorted(files), **told, **counted, **made}
    files["index.json"] = _json(index)
    remember(topic, name, before, json.loads(files["index.json"])[name])
    replace_all(folder, files)
    return f"figures/{topic}/{name}.{next(kind for kind in formats if kind in PICTURES)}"


def _files(
    figure: object,
    place: str,
    table: object,
    formats: Sequence[str],
    told: Mapping[str, object],
    made: Mapping[str, Mapping[str, object]],
) -> dict[str, bytes]:
    """Return a figure's files by name: its pictures, and its table as CSV and, if asked, as a workbook."""
    name = place.rpartition("/")[2]
    words = (place, *(told[key] for key in ("title", "alt", "language", "text")), DPI[told["width"]])
    files = {f"{name}.{kind}": drawn(kind, figure, *words) for kind in PICTURES if kind in formats}
    files[f"{name}.csv"] = csv_bytes(table)
    if "xlsx" in formats:
        about = {"figure": place, **{key: told[key] for key in ("title", "caption", "alt")}, "rows": len(table)}
        origin = {key: _plain(value) for part in ("provenance", "versions") for key, value in made[part].items()}
        files[f"{name}.xlsx"] = xlsx_bytes(table, about | origin)
    return files


def _check(topic: str, name: str, caption: str, alt: str, text: str, language: str) -> None:
    for what, value, pattern in (("topic", topic, r"[\w-]+(/[\w-]+)*"), ("name", name, r"[\w-]+")):
        if not re.fullmatch(pattern, str(value)):
            raise LundianError(f"A figure's {what} can't be {value!r}; use letters, digits, - and _.")
    for what, value in (("caption", caption), ("alt", alt)):
        if not str(value).strip():
            raise LundianError(
                f"Figure {name} has no {what} text; pass {what}=, for example from {what}_<figure>(table)."
            )
    check_language(language)
    if text not in TEXTS:
        raise LundianError(f"There is no text={text!r}; choose one of {', '.join(TEXTS)}.")


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def _json(index: Mapping[str, object]) -> bytes:
    def plain(value: object) -> object:
        return value.item() if hasattr(value, "item") else str(value)

    return (json.dumps(index, ensure_ascii=False, indent=2, sort_keys=True, default=plain) + "\n").encode("utf-8")
