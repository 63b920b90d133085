"""A table that a notebook shows, as rows of text."""

import re
from collections.abc import Sequence

from lundian import glossary
from lundian.plot import font
from lundian.report.document import Table
from lundian.report.names import column, value

_NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?%?")
_CELL, _GAP = 9.0, 16.0  # points: size of type in a table, and what lies between two columns
_EMPTY = ("NaN", "None", "NaT", "<NA>", "nan")


def read_table(html: str, language: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return header and rows of a data frame's HTML; an index that only counts is left out.

    >>> head = "<thead><tr><th></th><th>n_chars</th></tr></thead>"
    >>> read_table(f"<table>{head}<tbody><tr><th>0</th><td>-1.5</td></tr></tbody></table>", "en")
    (('characters',), (('−1.5',),))
    """
    from lxml.html import fromstring

    table = fromstring(html).find(".//table") if not html.lstrip().startswith("<table") else fromstring(html)
    names = _names([[cell.text_content().strip() for cell in row] for row in table.findall("./thead/tr")])
    cells = [[cell.text_content().strip() for cell in row] for row in table.findall("./tbody/tr")]
    if names and not names[0] and all(row[0].isdigit() for row in cells):
        names, cells = names[1:], [row[1:] for row in cells]
    rows = tuple(tuple(_cell(cell, name, language) for cell, name in zip(row, names, strict=True)) for row in cells)
    return tuple(column(name, language) for name in names), rows


def _names(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return one name a column, of a header of several lines the last that has one."""
    return [next((name for name in reversed(names) if name), "") for names in zip(*lines, strict=True)]


def _cell(text: str, name: str, language: str) -> str:
    if text in _EMPTY:
        return ""
    if name == "concept":
        return glossary.concept_name(text, language)
    if is_number(text):
        return text.replace("-", "−")
    return value(text, name, language)


def is_number(text: str) -> bool:
    """Return whether a cell holds a number.

    >>> is_number("−0.2"), is_number("2 of 9")
    (True, False)
    """
    return bool(_NUMBER.fullmatch(text.replace("−", "-")))


def shares(table: Table, page: float) -> list[float]:
    """Return each column's share of a page of so many points: what its cells need; where that is too much, the wide ones less."""
    got, columns = {}, enumerate(zip(table.header, *table.rows, strict=True))
    wanted = {place: _wanted(name, *cells) for place, (name, *cells) in columns}
    for given, place in enumerate(sorted(wanted, key=wanted.get)):
        got[place] = min(wanted[place] / page, (1 - sum(got.values())) / (len(wanted) - given))
    return [got[place] for place in sorted(got)]


def _wanted(name: str, *cells: str) -> float:
    """Return the points that a column takes: its longest cell on one line, its heading's longest word."""
    return max(font.width(words, _CELL) for words in (*cells, *name.split(), "")) + _GAP
