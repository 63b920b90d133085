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
    from lundian.changes import changes, drawn_topics
    from lundian.say.changes import say_changes, say_nothing

    tables = {one: changes(one) for one in drawn_topics(topic or ())}
    told = [f"{one}: {say_changes(table, language)}" for one, table in tables.items() if topic or len(table)]
    print("\n".join(told or [say_nothing(language)]))
