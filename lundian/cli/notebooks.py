"""Execute notebooks."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer


def run(
    topic: Annotated[
        list[str] | None,
        typer.Argument(
            help="Notebooks, by file, number or topic (local/NAME of your article NAME); all numbered ones where none is named."
        ),
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

    names, article = _asked(topic, article)
    executed = _each(
        notebooks(names, language), lambda path, told: execute(path, told, article=article, language=language)
    )
    print(f"Executed {len(executed)} notebook{'s' * (len(executed) != 1)}:")
    for path in executed:
        print(f"  {path}")
    _say_folders({folder for path in executed for folder in figure_folders(path)})


def figures(
    topic: Annotated[list[str] | None, typer.Argument(help="Notebooks, as run takes them.")] = None,
    width: Annotated[
        str, typer.Option(help="page (6.5 inches), column (3.5 inches) or slide (page, more pixels).")
    ] = "page",
    formats: Annotated[str, typer.Option(help="Of png, svg, pdf, xlsx (the table), with commas.")] = "png,svg,pdf,xlsx",
    article: Annotated[str | None, typer.Option(help="A file, or an article that you added.")] = None,
    language: Annotated[str | None, typer.Option(help="Of titles and labels: en or zh.")] = None,
) -> None:
    """Draw a notebook's figures again in another width or other formats, below figures/local/."""
    from lundian.run import notebooks, redraw

    names, article = _asked(topic, article)
    wanted = {"width": width, "formats": tuple(part.strip() for part in formats.split(",")), "article": article}
    drawn = _each(notebooks(names, language), lambda path, told: redraw(path, told, language=language, **wanted))
    _say_folders({folder for folders in drawn for folder in folders})


def _asked(topic: list[str] | None, article: str | None) -> tuple[tuple[str, ...], str | None]:
    """Return the notebooks and the article that a reader asked for; a file as from where it was typed."""
    if article and (file := Path(article).expanduser()).exists():
        article = str(file.resolve())
    return tuple(topic or (["04_your_article"] if article else ())), article


def _each(chosen: Iterable[Path], work: Callable[[Path, Callable[[int, int], None]], object]) -> list:
    """Return what `work` makes of each notebook, with a bar for each that says how far it is."""
    made = []
    with _progress() as progress:
        for path in chosen:
            task = progress.add_task(path.stem, total=None)
            told = lambda done, of, task=task: progress.update(task, completed=done, total=of)
            made.append(work(path, told))
            progress.update(task, completed=progress.tasks[task].total)
    return made


def _say_folders(folders: Iterable[Path]) -> None:
    print("The figures are in:")
    for folder in sorted(folders):
        print(f"  {folder}: {len(list(folder.glob('*.csv')))} figures")


def _progress() -> object:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    done = MofNCompleteColumn()  # "0/?" until the first cell is done
    return Progress(TextColumn("{task.description}"), BarColumn(), done, TextColumn("cells"), TimeElapsedColumn())
