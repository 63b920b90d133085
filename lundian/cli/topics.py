"""Topics: make a new one."""

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Make a new topic.")


@app.callback()
def topic() -> None:
    """Make a new topic."""


@app.command()
def new(name: Annotated[str, typer.Argument(help="Its name: lower case, words joined by _.")]) -> None:
    """Make a topic file to fill in, or to leave empty, and a notebook."""
    from lundian.new_topic import new_topic

    print(new_topic(name))
