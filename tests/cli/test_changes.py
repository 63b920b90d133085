"""`lundian diff`: what it prints, and how it ends."""

import sys

import pandas as pd
import pytest

from lundian import cli, records
from lundian.plot.save import save_figure
from lundian.plot.top_terms import plot_top_terms

TERMS = pd.DataFrame({"term": ["茶馆", "集市"], "n": [9, 4]})


@pytest.fixture(autouse=True)
def _own_project(project, monkeypatch):
    """Work in a project of the test's own, where nothing was saved yet."""
    monkeypatch.setattr(records, "_saved", set())


def _save(table: pd.DataFrame) -> None:
    records._saved.clear()
    save_figure(plot_top_terms(table), "tea", "01_top_terms", data=table, caption="Terms.", alt="Bars.")


def _diff(monkeypatch, capsys, *arguments: str) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["lundian", "diff", *arguments])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return stopped.value.code, *capsys.readouterr()


def test_nothing_changed_is_one_sentence(monkeypatch, capsys):
    """Without a record, and after a run that changed nothing, that is what is said."""
    assert _diff(monkeypatch, capsys)[:2] == (
        0,
        "Nothing changed since the run before (a first run has none to compare with).\n",
    )
    _save(TERMS)
    _save(TERMS)
    assert _diff(monkeypatch, capsys, "tea")[1].startswith("tea: Nothing changed")


def test_what_moved_is_told_by_topic(monkeypatch, capsys):
    """The topic that changed is found by itself, in the language asked for."""
    _save(TERMS)
    _save(TERMS.assign(n=[9, 12]))
    assert "1 of 1 figure moved" in _diff(monkeypatch, capsys)[1]
    code, told, _ = _diff(monkeypatch, capsys, "--language", "zh")
    assert code == 0
    assert "变动最大的是“集市”，次数由4变为12" in told


@pytest.mark.parametrize(
    ("arguments", "message"), [(["coffee"], "no figures of 'coffee'"), (["tea", "--language", "fr"], "en, zh")]
)
def test_an_error_is_one_sentence(monkeypatch, capsys, arguments, message):
    """A topic or a language that is not there is told with those there are."""
    _save(TERMS)
    code, _, told = _diff(monkeypatch, capsys, *arguments)
    assert code == 1
    assert message in told
    assert told.count("\n") == 1
