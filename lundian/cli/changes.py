"""Say what changed since the run before."""

from typing import Annotated

import typer


def diff(
    topic: Annotated[
        list[str] | None,
        typer.Argument(help="Topics, as the folders of figures/; all that changed where none is named."),
    ] = None,
    language: Annotated[str, typer.Option(help="en or zh.")] = "en",
) -> None:
    """Say which findings moved since the run before, by how much, and why."""
    from lundian.changes import changed_topics, changes
    from lundian.say.changes import say_changes, say_nothing

    told = {one: say_changes(changes(one), language) for one in topic or changed_topics()}
    for one, sentence in told.items():
        print(f"{one}: {sentence}")
    if not told:
        print(say_nothing(language))
