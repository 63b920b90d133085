"""What the files of data/articles/ held when they were last read, so that a file that has not changed is not read again.

Of each file the store keeps its size, its time of change and the rows of its articles without their text. A file counts as
unchanged where size and time are the same; one that was changed just before it was read may change again within the same
tick of the clock, so it is read once more. Everything is read anew when data/articles/index.csv or this package changes.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.files import write_whole
from lundian.text.articles import iter_articles
from lundian.text.rows import say_left_out, unique
from lundian.text.source import article_files

_TICK = 2_000_000_000  # nanoseconds: the coarsest clock of a file system in use


class Seen:
    """The files of data/articles/ and their articles.

    Parameters
    ----------
    needs_text
        Tells of a row whether its text is needed, so that its file is read though it has not changed.

    Attributes
    ----------
    refused : list of (str, str)
        Place and reason of what could not be read.
    """

    def __init__(self, needs_text: Callable[[dict], bool] = lambda row: False) -> None:
        self._needs_text = needs_text
        self._file = paths.local("features", "files.json")
        self._state = _state()
        self._known = self._saved = self._load()
        self._now: dict[str, dict] = {}
        self._there: set[str] = set()
        self._again: tuple[str, Iterator[dict]] = ("", iter(()))
        self.refused: list[tuple[str, str]] = []

    def rows(self) -> Iterator[dict]:
        """Yield one row per article in data/articles/; those of files that had to be read hold their text.

        What is known of the files is saved at the end, and where the reading is broken off.
        """
        try:
            yield from unique(self._each(), self._refuse)
            self._known = {place: self._known[place] for place in self._known if place in self._there}
        finally:
            self._save()

    def text(self, row: dict) -> str:
        """Return the text of an article whose file was not read; those of a file in their order take one reading of it."""
        if self._again[0] != row["path"]:
            self._again = row["path"], iter_articles(row["path"], on_refused=lambda place, reason: None)
        return next((own["text"] for own in self._again[1] if own["text_sha256"] == row["text_sha256"]), "")

    def _each(self) -> Iterator[dict]:
        for path in article_files(paths.articles()) if paths.articles().is_dir() else []:
            place = path.relative_to(paths.articles()).as_posix()
            self._there.add(place)
            found = self._known.get(place)
            if found and found["changed"] == _changed(path) and not any(map(self._needs_text, found["rows"])):
                for refusal in found["refused"]:
                    self._refuse(*refusal)
                yield from ({**row, "path": str(path)} for row in found["rows"])
            else:
                yield from self._read(path, place)

    def _read(self, path: Path, place: str) -> Iterator[dict]:
        before, changed = time.time_ns(), _changed(path)
        rows, refused = [], []

        def refuse(where: str, reason: str) -> None:
            refused.append((where, reason))
            self._refuse(where, reason)

        try:
            for row in iter_articles(path, on_refused=refuse):
                rows.append({name: value for name, value in row.items() if name != "text"})
                yield {**row, "path": str(path)}
        except (LundianError, OSError) as error:
            refuse(str(path), str(error))
        # A file of which nothing could be read is tried again: the reason may lie outside of it.
        if rows and changed[1] < before - _TICK:
            self._now[place] = {"changed": changed, "rows": rows, "refused": refused}

    def _refuse(self, place: str, reason: str) -> None:
        self.refused.append((place, reason))
        say_left_out(place, reason)

    def _load(self) -> dict[str, dict]:
        try:
            saved = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return saved["files"] if saved.get("state") == self._state else {}

    def _save(self) -> None:
        files = self._known | self._now
        if files != self._saved:
            write_whole(self._file, json.dumps({"state": self._state, "files": files}, ensure_ascii=False))


def _changed(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _state() -> str:
    """Return the name of what decides, besides a file's bytes, which articles it holds."""
    index = paths.articles("index.csv")
    return f"{version('lundian')} {hashlib.sha256(index.read_bytes() if index.is_file() else b'').hexdigest()[:16]}"
