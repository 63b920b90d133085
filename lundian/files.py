"""Files written whole: under their name is what was there before, or all of what is new."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is there whole or as it was before; text is written as UTF-8 with \\n line ends.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "a.txt"), "平台")
    ...     Path(folder, "a.txt").read_text(encoding="utf-8")
    '平台'
    """
    raw = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, new = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        Path(new).chmod(0o644)
        Path(new).replace(path)
    finally:
        Path(new).unlink(missing_ok=True)
