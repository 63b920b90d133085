"""Notebooks are executed in place, whole or not at all, and a rerun changes nothing."""

import nbformat
import pytest

from lundian.errors import LundianError
from lundian.run import execute, notebooks


def write(folder, name: str, *cells: str):
    """Write a notebook of code cells and return its path."""
    folder.mkdir(exist_ok=True)
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)])
    nbformat.write(made, folder / name)
    return folder / name


def test_a_rerun_changes_nothing(tmp_path):
    """The executed notebook holds its outputs, and the same bytes when it is executed again."""
    path = write(tmp_path, "01_a.ipynb", "1 + 1", "print('平台')")
    progress = []
    execute(path, lambda done, of: progress.append((done, of)))
    first = path.read_bytes()
    execute(path)
    assert path.read_bytes() == first
    assert "平台".encode() in first
    assert progress == [(1, 2), (2, 2)]


def test_a_cell_that_fails_is_one_sentence(tmp_path):
    """The sentence names the notebook and the error, and the notebook stays as it was."""
    path = write(tmp_path, "01_a.ipynb", "1 + 1", "raise ValueError('no such column')")
    before = path.read_bytes()
    with pytest.raises(LundianError, match=r"01_a\.ipynb.*ValueError.*no such column"):
        execute(path)
    assert path.read_bytes() == before


def test_notebooks_are_found_by_number_or_topic(tmp_path, monkeypatch):
    """A notebook is known by its file, its number or its topic; an unknown name lists the known ones."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    for name in ("02_b.ipynb", "01_a_c.ipynb", "explore.ipynb"):
        write(tmp_path / "notebooks", name)
    assert [path.stem for path in notebooks()] == ["01_a_c", "02_b"]
    for name in ("01", "a_c", "01_a_c", "01_a_c.ipynb"):
        assert [path.stem for path in notebooks((name,))] == ["01_a_c"]
    with pytest.raises(LundianError, match="there are 01_a_c, 02_b"):
        notebooks(("d",))
