"""A figure's table as CSV and as a workbook: for people, and nothing in it that a spreadsheet would run."""

import io
import zipfile

import pandas as pd
from lxml import etree

from lundian.plot.sheets import csv_bytes, xlsx_bytes

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLE = pd.DataFrame({"term": ["=A1", "茶"], "n": [-1, 2], "share": [1 / 3, float("nan")], "section_title": ["x", "y"]})


def _sheet(content: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return etree.fromstring(book.read(f"xl/{name}.xml"))


def test_csv_runs_no_formula():
    """Text that a spreadsheet would run stands behind a quotation mark; numbers stay."""
    text = csv_bytes(pd.DataFrame({"term": ["=A1", "-", "茶"], "n": [-1, 2, 3]})).decode("utf-8-sig")
    assert text.splitlines()[1:] == ["'=A1,-1", "-,2", "茶,3"]


def test_workbook_has_numbers_and_text():
    """Numbers are numbers of ten digits, text is text, nothing is empty; headings of the article are left out."""
    sheet = _sheet(xlsx_bytes(TABLE, {}), "worksheets/sheet1")
    cells = {cell.get("r"): (cell.get("t"), cell.findtext(f"{S}v")) for cell in sheet.iter(f"{S}c")}
    words = [item.findtext(f"{S}t") for item in _sheet(xlsx_bytes(TABLE, {}), "sharedStrings").iter(f"{S}si")]
    assert set(cells) == {"A1", "B1", "C1", "A2", "B2", "C2", "A3", "B3"}
    assert cells["B2"] == (None, "-1")
    assert cells["C2"] == (None, "0.3333333333")
    assert words[int(cells["A2"][1])] == "=A1"
    assert not list(sheet.iter(f"{S}f"))
    assert "section_title" not in words


def test_workbook_keeps_its_head_and_says_what_it_is():
    """The first row stays in sight, and the second sheet holds the caption."""
    content = xlsx_bytes(TABLE, {"caption": "Two terms.", "seed": 0})
    pane = next(_sheet(content, "worksheets/sheet1").iter(f"{S}pane"))
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    words = [item.findtext(f"{S}t") for item in _sheet(content, "sharedStrings").iter(f"{S}si")]
    assert {"caption", "Two terms.", "seed", "0"} <= set(words)


def test_workbook_is_the_same_bytes():
    """Two workbooks of one table are one, and a table without columns is a workbook too."""
    assert xlsx_bytes(TABLE, {"a": 1}) == xlsx_bytes(TABLE, {"a": 1})
    assert xlsx_bytes(pd.DataFrame(), {})[:2] == b"PK"
