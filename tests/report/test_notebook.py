"""A notebook's cells become questions, findings, limits, captions; what stands in a markdown cell is told apart."""

from pathlib import Path

import nbformat
import pandas as pd

from lundian.report.document import Finding, Limit, Prose, Table
from lundian.report.find import Executed
from lundian.report.make import report
from lundian.report.notebook import read_document
from tests.report.conftest import code, said, shown


def read(tmp_path, *cells, language: str = "en"):
    """Return the document of a notebook with these cells."""
    path = tmp_path / "01_x.ipynb"
    path.write_text("")
    cells = [nbformat.v4.new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    return read_document(Executed(path, nbformat.v4.new_notebook(cells=cells), "", {}))


def test_what_a_cell_holds_is_told_apart(tmp_path):
    """Of one cell the limit belongs to the question before, the heading opens the next, and prose is prose."""
    document = read(
        tmp_path, "# Why?", "## One?", code(1, said("F.")), "*图不能说明：*原因。\n\n## Two?\n\nSo *it* is.\n\n- a\n- b"
    )
    one, two = document.sections
    assert document.title == "Why?"
    assert (one.title, two.title) == ("One?", "Two?")
    assert one.blocks == (Finding("F."), Limit("原因。"))
    assert two.blocks == (Prose("So *it* is."), Prose("- a\n- b"))


def test_the_first_finding_is_the_answer(tmp_path):
    """What is found before the first question is the answer; what else stands there opens the report."""
    document = read(tmp_path, "# Why?", code(1, said("Because.")), "How.", code(2, said("Too few.")))
    assert document.answer == "Because."
    assert Prose("How.") in document.opening.blocks
    assert Finding("Too few.") in document.opening.blocks


def test_a_line_that_leads_to_a_table_is_its_caption(tmp_path):
    """A line with a colon becomes the caption; without one it is the question."""
    table = lambda number: code(number, shown(pd.DataFrame({"n": [1]})))
    document = read(tmp_path, "# Why?", "## How often?\n\nBy month:", table(1), table(2))
    first, second = document.sections[0].blocks
    assert isinstance(first, Table)
    assert (first.caption, second.caption) == ("By month", "How often?")
    assert (first.number, second.number) == (1, 2)


def test_a_limit_that_is_a_list_and_an_answer_of_several_lines(home, language):
    """Whatever Markdown stands behind the words "What it cannot show:" reaches the report."""
    path = home / "notebooks" / "01_tea.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].outputs[0]["data"]["text/markdown"] = "One.\n\n- two"
    place = next(i for i, cell in enumerate(notebook.cells) if cell.source.startswith("*What it cannot show"))
    notebook.cells[place].source = "*What it cannot show:* - this\n\n## Next?"
    nbformat.write(notebook, path)
    text = Path(report("tea", "md", language)).read_text(encoding="utf-8")
    assert "this" in text
    assert "two" in text
