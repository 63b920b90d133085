"""The command line does its work, and an error meant for a reader is one sentence."""

import sys

import pytest

from lundian import cli


@pytest.mark.parametrize("arguments", [["run", "no_such_topic"], ["ship"], ["explore"]])
def test_an_error_is_one_sentence(project, monkeypatch, capsys, arguments):
    """Exit status 1, one line on the error stream, no traceback."""
    (project / "notebooks").mkdir()
    monkeypatch.setattr(sys, "argv", ["lundian", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    told = capsys.readouterr().err
    assert stopped.value.code == 1
    assert told.startswith("lundian: ")
    assert told.count("\n") == 1
