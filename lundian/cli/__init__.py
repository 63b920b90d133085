"""The command line: `lundian …`. An error meant for a reader is one sentence and exit status 1, never a traceback.

Each module of this folder holds the commands of one subject as plain functions; here they get their names.
"""

import sys

import typer

from lundian.cli.articles import add, list_, move, remove
from lundian.cli.changes import diff
from lundian.cli.doctor import doctor
from lundian.cli.explore import explore
from lundian.cli.features import extract, ship
from lundian.cli.notebooks import figures, run
from lundian.cli.report import report
from lundian.cli.topics import app as topics
from lundian.errors import LundianError, tell

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Chinese commentary, measured paragraph by paragraph.",
)
for command in (add, diff, doctor, explore, extract, figures, list_, move, remove, report, run, ship):
    app.command(command.__name__.rstrip("_").replace("_", "-"))(command)

app.add_typer(topics, name="topic")


def main() -> None:
    """Run the command line; a character that the console can't show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app(standalone_mode=True)
    except LundianError as error:
        tell(f"lundian: {error}")
        sys.exit(1)
    except OSError as error:
        tell(f"lundian: {error}; check that you may read and write there, and that no other program holds it.")
        sys.exit(1)
