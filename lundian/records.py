"""What figures were before they last changed: a record of each in data/local/runs/, for whoever asks what moved.

A run is a process: a notebook's kernel. The first time that it saves a figure, the figure on disk is that of the run before; if
the new one differs, the old entry and its table become the record, else there is no record any more. What the same run saves
again is still compared with the run before.
"""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from lundian import paths
from lundian.files import write_whole

TELLING = ("data_sha256", "title", "provenance", "versions")  # what makes an entry another one
_saved: set[Path] = set()  # the figures that this run has saved


def remember(topic: str, name: str, before: Mapping[str, object] | None, after: Mapping[str, object]) -> None:
    """Keep the figure that is about to be replaced, if the new one is another."""
    record, table = _places(topic, name)
    first = record not in _saved
    _saved.add(record)
    old = _drawn(topic, name)
    if before and old.is_file() and _differ(before, after):
        if first or not record.exists():
            write_whole(table, old.read_bytes())
            write_whole(record, json.dumps(before, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    elif first:
        for path in (record, table):
            path.unlink(missing_ok=True)


def recall(topic: str, name: str) -> tuple[dict[str, object], pd.DataFrame, pd.DataFrame] | None:
    """Return the entry before, the table before and the table now of a figure; None where it is as it was."""
    record, table = _places(topic, name)
    if not (record.is_file() and table.is_file() and _drawn(topic, name).is_file()):
        return None
    before, now = (read_table(path.read_bytes()) for path in (table, _drawn(topic, name)))
    return json.loads(record.read_text(encoding="utf-8")), before, now


def read_table(raw: bytes) -> pd.DataFrame:
    """Return a figure's table from its CSV; an empty file is a table without columns.

    >>> read_table("term,n\\n平台,2\\n".encode()).to_dict("records")
    [{'term': '平台', 'n': 2}]
    """
    text = raw.decode("utf-8-sig")
    return pd.read_csv(io.StringIO(text), keep_default_na=False, na_values=[""]) if text.strip() else pd.DataFrame()


def _differ(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    return any(before.get(key) != after.get(key) for key in TELLING)


def _places(topic: str, name: str) -> tuple[Path, Path]:
    folder = paths.local("runs", *topic.split("/"))
    return folder / f"{name}.json", folder / f"{name}.csv"


def _drawn(topic: str, name: str) -> Path:
    return paths.figures(*topic.split("/"), f"{name}.csv")
