"""Make features of articles."""

from pathlib import Path
from typing import Annotated

import typer

from lundian import paths


def ship() -> None:
    """Extract the articles that the project ships features of anew, from data/articles/ to data/features/."""
    from lundian.load import ship as ship_features

    print(f"{ship_features()!r} → {paths.features()}")


def extract(
    source: Annotated[Path, typer.Argument(help="A folder of articles, or a file with one article a row.")],
    to: Annotated[Path, typer.Option(help="The folder for the features; run again, it is brought up to date.")],
    topic: Annotated[str, typer.Option(help="A topic for all articles.")] = "",
    workers: Annotated[int, typer.Option(help="Processes on this machine.")] = 1,
    scheduler: Annotated[str | None, typer.Option(help="A Dask cluster to use instead: its address.")] = None,
    keep_text: Annotated[bool, typer.Option("--keep-text", help="Store the text as well.")] = False,
) -> None:
    """Extract the features of a whole archive into partitioned Parquet tables."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    from lundian.cluster import Report, extract_features
    from lundian.text.source import size_of

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("reading", total=size_of(source))

        def told(report: Report) -> None:
            progress.update(task, description=_articles(report.n_new + report.n_known))

        read = lambda n: progress.advance(task, n)
        read(0)  # the rate counts from here
        report = extract_features(
            source, to, topic, workers=workers, scheduler=scheduler, keep_text=keep_text, on_read=read, on_part=told
        )
    print(_summary(report, to))


def _articles(n: int) -> str:
    return f"{n:,} article{'s' * (n != 1)}"


def _summary(report: object, to: Path) -> str:
    """Return what was done in a sentence or two."""
    also = [f"{report.n_known:,} were there already"] if report.n_known else []
    also += [f"features of {_articles(report.n_gone)} that changed or are gone were taken out"] if report.n_gone else []
    done = f"Extracted {_articles(report.n_new)} to {to}" + (f" ({'; '.join(also)})." if also else ".")
    n = len(report.refused)
    return done + (f" {n:,} could not be read: {to / 'refused.csv'} says which and why." if n else "")
