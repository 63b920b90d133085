"""The table behind a figure as a file for people: CSV, and a workbook that a spreadsheet opens as it is."""

import io
import math
import re
from collections.abc import Mapping
from datetime import datetime

import pandas as pd

_FORMULA = re.compile(r"[=+\-@\t\r].")  # what a spreadsheet would run instead of showing
_WIDEST = 48  # characters


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


def xlsx_bytes(table: pd.DataFrame, about: Mapping[str, object]) -> bytes:
    """Return a table as an Excel workbook: numbers as numbers, a head that stays, and on a second sheet what it is.

    Parameters
    ----------
    table
        The table; as in the CSV, headings are left out and numbers have ten significant digits.
    about
        What the second sheet says, a line each.
    """
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": str(about.get("title", "")), "created": datetime(1980, 1, 1)})  # noqa: DTZ001
        _table(book, table.drop(columns="section_title", errors="ignore"))
        _about(book, about)
    return made.getvalue()


def _table(book: object, table: pd.DataFrame) -> None:
    sheet, head = book.add_worksheet("data"), book.add_format({"bold": True, "bottom": 1})
    sheet.freeze_panes(1, 0)
    for place, name in enumerate(table.columns):
        cells = [_cell(value) for value in table[name].tolist()]
        sheet.write_string(0, place, str(name), head)
        for row, cell in enumerate(cells, 1):
            if cell is not None:
                sheet.write(row, place, cell)
        sheet.set_column(place, place, min(max(map(_width, [name, *cells])) + 2, _WIDEST))
    if len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _cell(value: object) -> object:
    """Return a value as a workbook has it; None for nothing.

    >>> _cell(1 / 3), _cell(float("nan")), _cell(float("inf")), _cell("=A1"), _cell(pd.Timestamp("2025-01-02"))
    (0.3333333333, None, '∞', '=A1', '2025-01-02 00:00:00')
    """
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, float):
        return float(f"{value:.10g}") if math.isfinite(value) else "∞" if value > 0 else "−∞"
    return value if isinstance(value, (bool, int)) else str(value)


def _width(cell: object) -> int:
    """Return how many columns of the screen a cell takes: a Han character two."""
    text = "" if cell is None else str(cell)
    return len(text) + sum("\u2e80" <= char <= "\uffef" for char in text)


def _about(book: object, about: Mapping[str, object]) -> None:
    sheet = book.add_worksheet("about")
    words = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 18, words)
    sheet.set_column(1, 1, 100, words)
    for row, (name, value) in enumerate(about.items()):
        sheet.write_string(row, 0, str(name), words)
        sheet.write_string(row, 1, str(value), words)
