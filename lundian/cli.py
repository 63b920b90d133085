"""The command line: `lundian …`. An error meant for a reader is one sentence and exit status 1, never a traceback."""

import sys
from typing import Annotated

import typer

from lundian import paths
from lundian.errors import LundianError, tell

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Chinese commentary, measured paragraph by paragraph.",
)


@app.callback()
def _lundian() -> None:
    """Keep `run` a command of its own."""


@app.command()
def run(
    topic: Annotated[
        list[str] | None, typer.Argument(help="Notebooks, by file, number or topic; all where none is named.")
    ] = None,
) -> None:
    """Execute notebooks in place and leave their figures in figures/."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from lundian.run import execute, notebooks

    chosen = notebooks(tuple(topic or ()))
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total} cells"),
        TimeElapsedColumn(),
    )
    with Progress(*columns) as progress:
        for path in chosen:
            task = progress.add_task(path.stem, total=None)
            execute(path, lambda done, of, task=task: progress.update(task, completed=done, total=of))
    made = sorted({file.parent for file in paths.figures().rglob("*.png")})
    print(f"Executed {len(chosen)} notebook{'s' * (len(chosen) != 1)} in {paths.notebooks()}. The figures are in:")
    for folder in made:
        print(f"  {folder}: {len(list(folder.glob('*.png')))} figures")


@app.command()
def ship() -> None:
    """Extract the articles that the project ships features of anew, from data/articles/ to data/features/."""
    from lundian.corpus import ship as ship_features

    print(f"{ship_features()!r} → {paths.features()}")


def main() -> None:
    """Run the command line."""
    try:
        app(standalone_mode=True)
    except LundianError as error:
        tell(f"lundian: {error}")
        sys.exit(1)
