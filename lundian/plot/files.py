"""Write several files of one folder as one: all of them, or none."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lundian.errors import LundianError


def read_index(path: Path) -> dict[str, object]:
    """Return a folder's index of figures; {} where there is none yet."""
    if not path.exists():
        return {}
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise LundianError(f"{path.parent.name}/index.json can't be read ({error}); mend or delete it.") from error
    if not isinstance(index, dict):
        raise LundianError(f"{path.parent.name}/index.json holds no figures by name; mend or delete it.")
    return index


def replace_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` (name → content) into `folder`; after an error the folder is as it was.

    New contents are first written beside the old; only when all of them are on disk does each take its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = {name: (folder / name).read_bytes() if (folder / name).exists() else None for name in files}
    fresh = {name: content for name, content in files.items() if content != before[name]}
    mark = f".{os.getpid()}.tmp"
    try:
        for name, content in fresh.items():
            (folder / (name + mark)).write_bytes(content)
        for name in fresh:
            (folder / (name + mark)).replace(folder / name)
    except OSError:
        _undo(folder, {name: before[name] for name in fresh})
        raise
    finally:
        for name in fresh:
            (folder / (name + mark)).unlink(missing_ok=True)


def _undo(folder: Path, before: Mapping[str, bytes | None]) -> None:
    for name, content in before.items():
        path = folder / name
        with suppress(OSError):
            if content is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != content:
                path.write_bytes(content)
