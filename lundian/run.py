"""Notebooks, executed: each in its own kernel, in place, with nothing in them that changes from run to run."""

from collections.abc import Callable
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.files import write_whole

# What a rerun would change and no reader needs: the interpreter's version, the time of each cell.
_KEPT = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
TIMEOUT = 1200  # seconds a cell may take; only a hung kernel does


def notebooks(names: tuple[str, ...] = ()) -> list[Path]:
    """Return the notebooks of the project, or those named by file, by number or by topic.

    Raises
    ------
    LundianError
        A name fits no notebook.
    """
    known = [path for path in sorted(paths.notebooks().glob("*.ipynb")) if path.stem[:1].isdigit()]
    chosen = []
    for name in names:
        wanted = name.removesuffix(".ipynb")
        fits = [path for path in known if wanted in (path.stem, *path.stem.split("_", 1))]
        if not fits:
            raise LundianError(f"There is no notebook {name!r}; there are {', '.join(path.stem for path in known)}.")
        chosen += fits
    return chosen or known


def execute(path: Path, on_cell: Callable[[int, int], None] = lambda done, of: None) -> None:
    """Execute a notebook in place; it is written only when every cell ran.

    Parameters
    ----------
    path
        The notebook.
    on_cell
        Called after each cell with how many are done, and of how many.

    Raises
    ------
    LundianError
        A cell failed; the sentence names the notebook, the cell and the error.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_executed=lambda cell, cell_index, execute_reply: on_cell(cell_index + 1, len(notebook.cells)),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        raise LundianError(f"{path.name}: a cell failed with {error.ename}: {error.evalue}") from None
    notebook.metadata = nbformat.from_dict(_KEPT)
    write_whole(path, nbformat.writes(notebook) + "\n")
