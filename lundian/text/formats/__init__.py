"""The one place where file formats are known: how a name ends → who reads it.

`READERS` read the bytes of a file into one `Document`; `RECORDS` read tables with an article a row, a row at a time;
`ARCHIVES` give the files in them. A new format is one module of this folder and one entry here.
"""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from lundian.errors import LundianError
from lundian.text.formats.delimited import read_csv, read_json_lines, read_tsv
from lundian.text.formats.document import Document, tidy
from lundian.text.formats.docx import read_docx
from lundian.text.formats.html import read_html, read_mhtml
from lundian.text.formats.markdown import read_markdown
from lundian.text.formats.parquet import read_parquet
from lundian.text.formats.pdf import read_pdf
from lundian.text.formats.plain import read_plain
from lundian.text.formats.records import RecordReader
from lundian.text.formats.zip import read_zip
from lundian.text.source import COMPRESSIONS, Refuse, Source

READERS: dict[str, Callable[[bytes, str], Document]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".mhtml": read_mhtml,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
ARCHIVES: dict[str, Callable[[Source, Refuse], Iterator[Source]]] = {".zip": read_zip}
RECORDS: dict[str, RecordReader] = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".parquet": read_parquet,
}

KNOWN = (*READERS, *RECORDS, *ARCHIVES)

# What files of other formats can be saved as.
SAVE_AS = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt", ".pages"), ".docx"),
    **dict.fromkeys((".xls", ".xlsx", ".et", ".numbers"), ".csv"),
    **dict.fromkeys((".json", ".xml"), ".jsonl"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".tgz"), ".zip"),
}


def format_of(name: str) -> str:
    """Return the entry of READERS, RECORDS or ARCHIVES that a file is read by; .gz and .zst around records are looked through.

    Raises
    ------
    LundianError
        The name's end is not a format that is read here.

    Examples
    --------
    >>> format_of("Rents.TXT"), format_of("archive.jsonl.gz")
    ('.txt', '.jsonl')
    """
    path = PurePath(name.lower())
    if path.suffix in COMPRESSIONS and PurePath(path.stem).suffix in RECORDS:
        return PurePath(path.stem).suffix
    if path.suffix in KNOWN:
        return path.suffix
    what = path.suffix or "a file without suffix"
    better = f"save it as {SAVE_AS[path.suffix]}" if path.suffix in SAVE_AS else f"use {', '.join(KNOWN)}"
    raise LundianError(f"{name}: {what} is not a format that is read; {better}.")


def stem_of(name: str) -> str:
    """Return a file's name without the ending that tells its format.

    >>> stem_of("archive.2024.jsonl.gz"), stem_of("rents.txt")
    ('archive.2024', 'rents')
    """
    path = PurePath(name)
    return PurePath(path.stem).stem if path.suffix.lower() in COMPRESSIONS else path.stem


def read_document(raw: bytes, name: str) -> Document:
    """Return the document in a file called `name`, of a format in READERS.

    Raises
    ------
    LundianError
        The file can't be read: no format of READERS, an unknown encoding, a damaged file, a password.
    """
    return tidy(READERS[format_of(name)](raw, name), name)
