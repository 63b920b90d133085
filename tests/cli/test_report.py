"""`lundian report` and `lundian figures`: what they print, and one sentence where they can't."""

import sys

import pytest

from lundian import cli
from tests.report.conftest import write_notebook


def run(monkeypatch, capsys, *arguments: str) -> tuple[int, str, str]:
    """Return exit status, output and errors of a command."""
    monkeypatch.setattr(sys, "argv", ["lundian", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return stopped.value.code, *capsys.readouterr()


def test_the_place_of_the_report_is_said(project, monkeypatch, capsys):
    """The command says where the report is, and it is there."""
    write_notebook(project, "en")
    place = project / "sent" / "tea.md"
    code, out, _ = run(monkeypatch, capsys, "report", "tea", "--to", "md", "--out", str(place))
    assert (code, out) == (0, f"The report is in {place}\n")
    assert place.read_text(encoding="utf-8").startswith("# Who drinks")


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "coffee"],
        ["report", "tea", "--to", "odt"],
        ["figures", "tea", "--formats", "gif"],
        ["figures", "tea", "--width", "wall"],
        ["figures", "coffee"],
    ],
)
def test_an_error_is_one_sentence(project, monkeypatch, capsys, arguments):
    """Exit status 1 and one sentence, without a traceback."""
    write_notebook(project, "en")
    code, _, told = run(monkeypatch, capsys, *arguments)
    assert code == 1
    assert told.startswith("lundian: ")
    assert "Traceback" not in told
