"""Execute notebooks."""

from pathlib import Path
from typing import Annotated

import typer


def run(
    topic: Annotated[
        list[str] | None,
        typer.Argument(help="Notebooks, by file, number or topic; all numbered ones where none is named."),
    ] = None,
    article: Annotated[
        str | None, typer.Option(help="A file, or an article that you added, for 04_your_article.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Questions, findings and labels in this language: en or zh.")
    ] = None,
) -> None:
    """Execute notebooks and leave their figures in figures/; with other parameters than their own, in copies."""
    from lundian.run import execute, figure_folders, notebooks

    names = tuple(topic or (["04_your_article"] if article else ()))
    if article and (file := Path(article).expanduser()).exists():
        article = str(file.resolve())  # from where the reader typed it
    executed = []
    with _progress() as progress:
        for path in notebooks(names):
            task = progress.add_task(path.stem, total=None)
            told = lambda done, of, task=task: progress.update(task, completed=done, total=of)
            executed.append(execute(path, told, article=article, language=language))
            progress.update(task, completed=progress.tasks[task].total)
    print(f"Executed {len(executed)} notebook{'s' * (len(executed) != 1)}:")
    for path in executed:
        print(f"  {path}")
    print("The figures are in:")
    for folder in sorted({folder for path in executed for folder in figure_folders(path)}):
        print(f"  {folder}: {len(list(folder.glob('*.png')))} figures")


def _progress() -> object:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    cells = TextColumn("{task.completed}/{task.total} cells")
    return Progress(TextColumn("{task.description}"), BarColumn(), cells, TimeElapsedColumn())
