"""The doctor says what is well, and of what is not how to mend it; a check that fails does not stop the others."""

import io
import sys

import numpy as np
import pytest

import lundian as ld
from lundian import cli, paths
from lundian.doctor import environment, project
from lundian.doctor.check import check
from lundian.tone import snownlp_cache

BODY = "食堂的账不难算。难的是让人愿意再来一次。\n\n信任不是补贴换来的，而是一顿一顿做出来的。"


@pytest.fixture
def home(project, monkeypatch):
    """Return a project folder of a test's own, with a cache of its own."""
    folder = project / "cache"
    folder.mkdir()
    monkeypatch.setattr(paths, "cache", lambda *parts: folder.joinpath(*parts))
    return project


def run(monkeypatch) -> int:
    """Run the command and return its exit status."""
    monkeypatch.setattr(sys, "argv", ["lundian", "doctor"])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return stopped.value.code


def test_every_check_has_a_word_to_say(home):
    """A row for each check; what is not well has a mend, what is well has none."""
    table = ld.doctor()
    assert list(table) == ["check", "well", "found", "mend"]
    assert table["check"].is_unique
    assert (table["well"] == (table["mend"] == "")).all()
    assert table["found"].str.len().gt(0).all()


def test_the_command_ends_with_1_where_something_needs_mending(home, monkeypatch, capsys):
    """The line begins with MEND, and the next one says how."""
    (home / "requirements.txt").write_text("numpy==0.0.1\n", encoding="utf-8")
    assert run(monkeypatch) == 1
    out = capsys.readouterr().out
    assert "MEND  packages: numpy" in out
    assert "python -m pip install -r requirements.txt" in out


def test_packages_are_compared_with_the_lock(home):
    """Only what this Python takes is compared; without the file there is nothing to compare."""
    assert environment.packages().well
    (home / "requirements.txt").write_text("numpy==0 ; python_version < '3'\n# a==1\n-e .\n", encoding="utf-8")
    assert environment.packages().well
    (home / "requirements.txt").write_text("no-such-package==1\n", encoding="utf-8")
    assert "no-such-package missing (not 1)" in environment.packages().found


@pytest.mark.parametrize(("encoding", "well"), [("utf-8", True), ("gbk", True), ("ascii", False), ("cp1252", False)])
def test_a_console_without_chinese_is_told(monkeypatch, encoding, well):
    """GBK shows Chinese, ASCII and Latin do not."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert environment.console().well == well


def test_a_kernel_of_another_environment_is_told(monkeypatch, tmp_path):
    """A kernelspec that runs another Python is not this environment's."""
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

    assert environment.kernel().well
    other = KernelSpec(argv=[str(tmp_path / "bin" / "python")])
    monkeypatch.setattr(KernelSpecManager, "get_kernel_spec", lambda self, name: other)
    assert not environment.kernel().well


def test_the_font_has_every_character_of_topics(home):
    """A term with a character that no font draws is told with the character."""
    assert project.font().well
    (home / "data" / "topics" / "odd.yaml").write_text("dictionary:\n  \U0010ffff平台: ''\n", encoding="utf-8")
    assert "\U0010ffff" in project.font().found


def test_the_cache_is_absent_sound_damaged_or_made_from_other_files(home, monkeypatch):
    """Only a file that is damaged or foreign needs mending, and the mend names it."""
    assert project.cache().found.startswith("nothing kept yet")
    monkeypatch.setattr(snownlp_cache, "_read_sources", lambda: [b"a"])
    file, state = snownlp_cache.state()
    assert state == "absent"
    file.write_bytes(b"no tables")
    assert not project.cache().well
    assert str(file) in project.cache().mend
    other, tables = snownlp_cache._file([b"b"]), {"numbers": np.arange(3)}
    snownlp_cache._save(other, tables)
    other.replace(file)
    assert "made from other files" in project.cache().found
    snownlp_cache._save(file, tables)
    assert project.cache().well


def test_damaged_features_are_told(home):
    """A stored table that can't be read needs mending."""
    ld.add_article(BODY, topic="meals", title="a")
    ld.load_corpus("meals")
    assert project.stored().well
    next((home / "data/local/features").glob("*/counts.parquet")).write_bytes(b"x")
    assert "can't be read" in project.stored().found


def test_features_of_another_version_are_told(home, monkeypatch):
    """Another version of the extraction needs new features; other topics of the reader's own do not."""
    (home / "data/topics/mine.yaml").write_text("dictionary:\n  社区食堂: canteen\n", encoding="utf-8")
    shipped = int(ld.load_corpus("platform_critique").articles["extractor"].iloc[0].split("-")[0])
    monkeypatch.setattr(sys.modules["lundian.extract"], "VERSION", shipped)
    assert project.features().well
    assert "changed here" in project.features().found
    monkeypatch.setattr(sys.modules["lundian.extract"], "VERSION", shipped + 1)
    assert not project.features().well


def test_another_text_under_a_shipped_name_is_told(home, source_file):
    """The source file is the text of the features; a changed one is not."""
    copy = home / "data/articles" / source_file.name
    copy.write_bytes(source_file.read_bytes())
    assert project.texts().well
    copy.write_text(source_file.read_text(encoding="utf-8") + "\n还有一句。\n", encoding="utf-8")
    assert not project.texts().well


def test_a_folder_that_cannot_be_written_is_told(home, monkeypatch):
    """The folder is named."""

    def closed(*parts: str):
        raise PermissionError

    closed.__name__ = "cache"
    assert project.folders().well
    monkeypatch.setattr(paths, "cache", closed)
    assert "can't write to cache" in project.folders().found


def test_what_a_check_raises_is_a_finding():
    """An unexpected error is told with its kind, an error meant for a reader with its own mend."""

    def broken():
        raise OSError("gone")

    def wrong():
        raise ld.LundianError("a.yaml: line 3 is not YAML; mend it.")

    assert check("a")(broken)().found == "OSError: gone"
    assert check("a")(wrong)().mend.startswith("a.yaml: line 3")


def test_this_environment_is_well():
    """Here, where the tests run, Python, kernel and reports are as they should be."""
    assert all(look().well for look in (environment.python, environment.kernel, environment.reports, project.models))
