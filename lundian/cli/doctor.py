"""Look whether all is well."""

import typer


def doctor() -> None:
    """Say what is well and what is not, each with its mend; the status is 1 where something needs mending."""
    from lundian.doctor import examine
    from lundian.doctor.check import lines

    found = examine()
    print("\n".join(lines(found)))
    if any(not one.well for one in found):
        raise typer.Exit(1)
