"""Execute notebooks."""

from typing import Annotated

import typer

from lundian import paths


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
            progress.update(task, completed=progress.tasks[task].total)
    made = sorted({file.parent for file in paths.figures().rglob("*.png")})
    print(f"Executed {len(chosen)} notebook{'s' * (len(chosen) != 1)} in {paths.notebooks()}. The figures are in:")
    for folder in made:
        print(f"  {folder}: {len(list(folder.glob('*.png')))} figures")
