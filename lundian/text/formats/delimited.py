"""Records in text: CSV, TSV and JSON lines, in any encoding that is read, decoded as they stream.

A byte that does not belong to the encoding spoils its row only: it becomes a character that no text may hold.
"""

import csv
import io
import json
from collections.abc import Iterator
from typing import TextIO

from lundian.errors import LundianError
from lundian.text.decode import encoding_of
from lundian.text.formats.records import Rows
from lundian.text.source import Source

LONGEST_CELL = 30_000_000  # characters; more is a quotation mark that is never closed


def read_csv(source: Source) -> Rows:
    """Read comma-separated values; row 1 is the header, as a spreadsheet shows it. Tabs and semicolons are recognised."""
    return _read_table(source, ",;\t")


def read_tsv(source: Source) -> Rows:
    """Read tab-separated values; row 1 is the header."""
    return _read_table(source, "\t")


def read_json_lines(source: Source) -> Rows:
    """Read one JSON object a line; a row's number is its line."""
    text, encoding, confidence = _open_text(source)
    return Rows(_objects(text, source.name), encoding, confidence)


def _open_text(source: Source) -> tuple[TextIO, str, float]:
    with source.plain() as stream:
        encoding, confidence = encoding_of(stream, source.name)
    text = io.TextIOWrapper(source.plain(), encoding, errors="surrogateescape", newline="")
    return text, encoding.removesuffix("-sig"), confidence


def _read_table(source: Source, delimiters: str) -> Rows:
    text, encoding, confidence = _open_text(source)
    header = text.readline()
    delimiter = max(delimiters, key=header.count)
    columns = next(csv.reader([header], delimiter=delimiter), [])
    return Rows(_table_rows(text, columns, delimiter, source.name), encoding, confidence)


def _table_rows(text: TextIO, columns: list[str], delimiter: str, name: str) -> Iterator:
    csv.field_size_limit(LONGEST_CELL)
    with text:
        reader = csv.reader(text, delimiter=delimiter, strict=True)
        number = 1
        while True:
            number += 1
            try:
                yield number, dict(zip(columns, next(reader), strict=False))
            except StopIteration:
                return
            except csv.Error as error:
                yield number, LundianError(f"{name}, row {number}: is not CSV ({error}); mend its quotation marks.")


def _objects(text: TextIO, name: str) -> Iterator:
    with text:
        for number, line in enumerate(text, start=1):
            if line.strip():
                yield number, _object(line, f"{name}, row {number}")


def _object(line: str, place: str) -> dict | LundianError:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return LundianError(f"{place}: is not JSON; write one object a line.")
    return said if isinstance(said, dict) else LundianError(f"{place}: is JSON but no object; write one object a line.")
