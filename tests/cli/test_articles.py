"""`lundian add`, `list`, `remove` and `move`: what is shown, what is asked, and how they end."""

import io
import sys

import pytest

from lundian import cli, paths

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。\n\n信任不是补贴换来的，而是一顿一顿做出来的。"


class Terminal(io.StringIO):
    """A keyboard at which a person sits."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def lundian(project, monkeypatch, capsys):
    """Return a function that runs the command line and returns exit status, output and errors."""

    def run(*arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["lundian", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO() if typed is None else Terminal(typed))
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return stopped.value.code, *capsys.readouterr()

    return run


@pytest.fixture
def article(tmp_path):
    """Return a file with an article."""
    (tmp_path / "canteen.txt").write_text("食堂的账\n\n" + BODY, encoding="utf-16")
    return str(tmp_path / "canteen.txt")


def test_it_shows_what_it_understood_and_stores(lundian, article):
    """Title, sizes and encoding are shown; the sentence says where it went."""
    status, out, _ = lundian("add", article, "--topic", "meals", "--yes")
    assert status == 0
    for shown in ("食堂的账", "paragraphs", "utf-16 (confidence 100%)", "Stored canteen as data/articles/meals"):
        assert shown in out
    assert paths.articles("meals", "canteen.txt").is_file()


@pytest.mark.parametrize(("typed", "stored"), [("y\n", True), ("n\n", False), (None, False)])
def test_it_asks_who_is_there(lundian, article, typed, stored):
    """A person decides; without a terminal and without --yes nothing is stored, and the status says so."""
    status, _, err = lundian("add", article, "--topic", "meals", typed=typed)
    assert paths.articles("meals", "canteen.txt").is_file() == stored
    assert status == (0 if stored else 1)
    assert ("--yes" in err) == (typed is None)


def test_a_bad_file_is_named_and_the_others_go_on(lundian, article, tmp_path):
    """Each bad file has its sentence, the good one is stored, and the status is 1."""
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00\xd8")
    status, _, err = lundian("add", str(tmp_path / "bad.txt"), "nowhere.txt", article, "--topic", "meals", "--yes")
    assert status == 1
    assert "not stored: bad.txt, nowhere.txt" in err
    assert paths.articles("meals", "canteen.txt").is_file()


def test_list_move_and_remove(lundian, article):
    """The three see the same article; removing asks."""
    lundian("add", article, "--topic", "meals", "--yes")
    assert "data/articles" in lundian("list", "--topic", "meals")[1]
    assert lundian("move", "canteen", "--topic", "other")[0] == 0
    assert lundian("remove", "canteen", typed="n\n")[0] == 1
    assert paths.articles("other", "canteen.txt").is_file()
    assert lundian("remove", "canteen", typed="y\n")[0] == 0
    assert not paths.articles("other", "canteen.txt").exists()
    assert "no article of topic other" in lundian("list", "--topic", "other")[1]


@pytest.mark.parametrize("encoding", ["ascii", "cp936", "cp1252"])
def test_a_console_without_the_characters_shows_the_rest(lundian, article, monkeypatch, encoding):
    """On a GBK or ASCII console nothing fails; what can't be shown becomes a question mark."""
    raw = io.BytesIO()
    console = io.TextIOWrapper(raw, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", console)
    assert lundian("list")[0] == 0
    console.flush()
    assert "farewell_internet" in raw.getvalue().decode(encoding)


def test_add_shows_what_to_look_at(lundian, article):
    """Before it asks, add says what may have been misunderstood."""
    status, shown, _ = lundian("add", article, "--topic", "meals", "--yes")
    assert status == 0
    assert shown.index("canteen: The article has only") < shown.index("Stored canteen")


def test_a_folder_is_its_files(lundian, article, tmp_path):
    """Each file of a folder is added by itself."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(BODY + name, encoding="utf-8")
    assert lundian("add", str(folder), "--topic", "meals", "--yes")[0] == 0
    assert sorted(path.name for path in paths.articles("meals").iterdir()) == ["a.txt", "b.txt"]


def test_what_the_system_refuses_is_one_sentence(lundian, article, monkeypatch):
    """A file that can't be written or moved is told without a traceback."""

    def held(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied", "canteen.txt")

    lundian("add", article, "--topic", "meals", "--yes")
    monkeypatch.setattr("pathlib.Path.rename", held)
    status, _, err = lundian("move", "canteen", "--topic", "other")
    assert status == 1
    assert err.count("\n") == 1
    assert "canteen.txt" in err
    assert paths.articles("meals", "canteen.txt").is_file()
