"""Records in text: CSV, TSV and JSON lines, in any encoding that is read. A bad byte spoils its row only."""

import csv
import json
from collections.abc import Iterator
from itertools import count

from lundian.errors import LundianError
from lundian.text.formats.records import Rows
from lundian.text.lines import Lines
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
    lines = Lines(source)
    return Rows(_objects(lines, source.name), lines)


def _read_table(source: Source, delimiters: str) -> Rows:
    lines = Lines(source)
    text = iter(lines)
    header = next(text, "")
    delimiter = max(delimiters, key=header.count)
    columns = next(csv.reader([header], delimiter=delimiter), [])
    return Rows(_table_rows(text, columns, delimiter, source.name), lines)


def _table_rows(text: Iterator[str], columns: list[str], delimiter: str, name: str) -> Iterator:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    for number in count(2):
        try:
            yield number, dict(zip(columns, next(reader), strict=False))
        except StopIteration:
            return
        except csv.Error as error:
            yield number, LundianError(f"{name}, row {number}: is not CSV ({error}); mend its quotation marks.")


def _objects(lines: Lines, name: str) -> Iterator:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _object(line, f"{name}, row {number}")


def _object(line: str, place: str) -> dict | LundianError:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return LundianError(f"{place}: is not JSON; write one object a line.")
    return said if isinstance(said, dict) else LundianError(f"{place}: is JSON but no object; write one object a line.")
