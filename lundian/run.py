"""Notebooks, executed: each in its own kernel, with nothing in them that changes from run to run."""

from collections.abc import Callable, Sequence
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.files import write_whole
from lundian.plot.wanted import FORMATS, check
from lundian.variant import copies, variant

# What a rerun would change and no reader needs: the interpreter's version, the time of each cell.
_KEPT = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_WIDGET = "application/vnd.jupyter.widget-view+json"
TIMEOUT = 1200  # seconds a cell may take; only a hung kernel does


def notebooks(names: tuple[str, ...] = (), language: str | None = None) -> list[Path]:
    """Return the numbered notebooks of the project, or those named by file, by number or by topic.

    Also known are the copies in notebooks/local/ that were made for an article, as local/NAME; of two in different languages,
    the one in the language asked for.

    Raises
    ------
    LundianError
        A name fits no notebook.
    """
    known, chosen = sorted(paths.notebooks().glob("*.ipynb")), []
    own = {path.stem: path for path in copies(language) if path.stem not in {path.stem for path in known}}
    for name in names:
        wanted = Path(name).name.removesuffix(".ipynb")
        fits = [path for path in known if wanted in (path.stem, *path.stem.split("_", 1))]
        fits = fits or [path for stem, path in own.items() if stem == wanted]
        if not fits:
            listed = ", ".join([*(path.stem for path in known), *(f"local/{stem}" for stem in sorted(own))])
            raise LundianError(f"There is no notebook {name!r}; there are {listed}.")
        chosen += fits
    return chosen or [path for path in known if path.stem[:1].isdigit()]


def execute(
    path: Path,
    on_cell: Callable[[int, int], None] = lambda done, of: None,
    *,
    article: str | None = None,
    language: str | None = None,
) -> Path:
    """Execute a notebook; what comes of it is written only when every cell ran.

    With the notebook's own parameters it is executed in place; with others a copy goes to notebooks/local/, beside it.

    Parameters
    ----------
    path
        The notebook.
    on_cell
        Called after each code cell with the number of the cell, and how many cells there are.
    article, language
        Other values for these parameters; with another language the notebook's prose is translated too.

    Returns
    -------
    pathlib.Path
        Where the executed notebook is.

    Raises
    ------
    LundianError
        A cell failed, or the notebook has no such parameter; the sentence names the notebook and what is wrong.
    """
    import nbformat

    notebook, target = variant(nbformat.read(path, as_version=4), path, article, language)
    _run(notebook, path, on_cell)
    notebook.metadata = nbformat.from_dict(_KEPT)
    _strip_widgets(notebook)
    write_whole(target, nbformat.writes(notebook) + "\n")
    return target


def redraw(
    path: Path,
    on_cell: Callable[[int, int], None] = lambda done, of: None,
    *,
    width: str = "page",
    formats: Sequence[str] = FORMATS,
    article: str | None = None,
    language: str | None = None,
) -> list[Path]:
    """Execute a notebook for its figures alone, in another width or other formats; the notebook stays as it is.

    Parameters
    ----------
    path, on_cell, article, language
        As `execute` takes them.
    width, formats
        As `save_as` takes them.

    Returns
    -------
    list of pathlib.Path
        The folders of the figures, below figures/local/<width>/.

    Raises
    ------
    LundianError
        There is no such width, format or parameter, or a cell failed.
    """
    import nbformat

    check(width, formats)
    notebook, _ = variant(nbformat.read(path, as_version=4), path, article, language)
    place = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    line = f"import lundian as ld; ld.save_as({width!r}, {tuple(formats)!r}, under={width!r})"
    notebook.cells.insert(place, nbformat.v4.new_code_cell(line))
    _run(notebook, path, on_cell)
    return _folders(notebook)


def _run(notebook: object, path: Path, on_cell: Callable[[int, int], None]) -> None:
    """Run a notebook's cells in a kernel of their own."""
    from asyncio import CancelledError

    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError

    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_executed=lambda cell, cell_index, execute_reply: on_cell(cell_index + 1, len(notebook.cells)),
    )
    try:
        client.execute()
    except CellExecutionError as error:
        what = error.evalue if error.ename == "LundianError" else f"a cell failed with {error.ename}: {error.evalue}"
        raise LundianError(f"{path.name}: {what}") from None
    except DeadKernelError as error:
        raise _stopped(client) or LundianError(f"{path.name}: the kernel died, perhaps for want of memory.") from error
    except (Exception, CancelledError) as error:
        raise _stopped(client) or error from None


def _stopped(client: object) -> KeyboardInterrupt | None:
    """Return the reader's Ctrl-C, if the client took it for itself: it then fails in one of many ways in its own cleaning up."""
    return KeyboardInterrupt() if getattr(client, "_async_cleanup_kernel_future", None) else None


def _strip_widgets(notebook: object) -> None:
    """Take out the widgets: without their kernel they are a line of text that says that something is missing."""
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if _WIDGET not in output.get("data", {})]


def figure_folders(path: Path) -> list[Path]:
    """Return the folders that an executed notebook says it saved figures in."""
    import nbformat

    return _folders(nbformat.read(path, as_version=4))


def _folders(notebook: object) -> list[Path]:
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    said = ["".join(output.get("data", {}).get("text/plain", "")) for output in outputs]
    return sorted(
        {paths.home().joinpath(*place.strip("'").split("/")).parent for place in said if place.startswith("'figures/")}
    )
