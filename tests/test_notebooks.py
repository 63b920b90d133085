"""The committed notebooks are executed, hold no helper, and keep to their form."""

import ast

import nbformat
import pytest

from lundian.say.changes import say_nothing
from tests.conftest import ROOT

NOTEBOOKS = sorted(ROOT.glob("notebooks/[0-9]*.ipynb"))
LONGEST_CELL = 6


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    """Return each committed notebook."""
    return nbformat.read(request.param, as_version=4)


def code(notebook) -> list:
    """Return the code cells."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    """The three topics and the template are there."""
    assert {"01", "02", "03", "04"} <= {path.name[:2] for path in NOTEBOOKS}


def test_every_cell_was_executed_in_order(notebook):
    """Restart and Run All was the last thing done, and nothing went wrong."""
    assert [cell.execution_count for cell in code(notebook)] == list(range(1, len(code(notebook)) + 1))
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


def test_cells_are_short_and_define_nothing(notebook):
    """A cell has at most six lines, and no function or class is defined in a notebook."""
    for cell in code(notebook):
        assert len(cell.source.splitlines()) <= LONGEST_CELL, cell.source
        assert not [
            node
            for node in ast.walk(ast.parse(cell.source))
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)
        ]


def test_it_opens_with_a_question_and_has_parameters(notebook):
    """The title is a question, and one cell holds the parameters."""
    assert notebook.cells[0].source.startswith("# ")
    assert "?" in notebook.cells[0].source.splitlines()[0]
    assert sum("parameters" in cell.metadata.get("tags", ()) for cell in notebook.cells) == 1


def test_figures_are_there(notebook):
    """At least five figures were drawn."""
    assert sum("image/png" in output.get("data", {}) for cell in code(notebook) for output in cell.outputs) >= 5


def test_nothing_changes_from_run_to_run(notebook):
    """No timing, no progress bar, no widget, no interpreter version is kept."""
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.language_info == {"name": "python"}
    for cell in notebook.cells:
        assert "execution" not in cell.metadata
        for output in cell.get("outputs", ()):
            assert "application/vnd.jupyter.widget-view+json" not in output.get("data", {})


def test_the_explore_page_is_one_short_cell():
    """Its notebook holds nothing but the call, and no output."""
    notebook = nbformat.read(ROOT / "notebooks" / "explore.ipynb", as_version=4)
    assert [cell.source.splitlines()[-1] for cell in notebook.cells] == ["ld.explore()"]
    assert [cell.outputs for cell in notebook.cells] == [[]]
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_a_second_run_changed_nothing(notebook):
    """What is committed is a run after which nothing changed, so that a fresh copy's first run gives the same."""
    said = [output.data for cell in code(notebook) if "say_changes(" in cell.source for output in cell.outputs]
    assert all(say_nothing() in data["text/plain"] for data in said)
    assert said or "say_changes(" not in "".join(cell.source for cell in code(notebook))
