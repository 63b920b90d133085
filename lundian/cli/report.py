"""Make reports."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    topic: Annotated[str, typer.Argument(help="A topic, an article of yours (local/NAME), or a notebook's number.")],
    to: Annotated[str, typer.Option(help="html, docx, pptx, pdf or md.")] = "html",
    language: Annotated[str, typer.Option(help="en or zh: that in which the notebook was run.")] = "en",
    out: Annotated[Path | None, typer.Option(help="Where to write it; reports/TOPIC.FORMAT when left out.")] = None,
) -> None:
    """Write an executed notebook, with its figures, as a report."""
    from lundian.report.make import report as make

    print(f"The report is in {make(topic, to, language, out)}")
