"""The tables of SnowNLP's model in a file of this user's cache, from where they are mapped.

The file carries the SHA-256 of snownlp's files and of its own bytes, and one that does not match is built again. Both are
read whole and hashed at each load: that takes some 50 ms, so there is no need for a rule by which to trust them unread.
It holds numbers and text only, nothing that runs.
"""

import hashlib
import json
import math
import sys
import tempfile
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.snownlp_tables import Tables, build

FORMAT = 3  # of the file and of what `build` returns: count it up with either
SOURCES = ("seg/seg.marshal.3", "sentiment/sentiment.marshal.3", "normal/stopwords.txt")


@cache
def load() -> Tables:
    """Return the model's tables, from the cache where that holds exactly what snownlp's files give.

    Returns
    -------
    dict of str to numpy.ndarray
        See `snownlp_tables.build` for the names. Views of the mapped file, or arrays in memory where they have just been built.

    Raises
    ------
    LundianError
        If snownlp or one of its model files is not there.
    """
    sources = _read_sources()
    name, key = _named(sources)
    with suppress(OSError, ValueError):
        return _open(paths.cache(name), key)
    tables = build(*sources)
    with suppress(OSError):  # where nothing can be written, the next process builds again
        _save(paths.cache(name), key, tables)
    return tables


def state() -> tuple[Path, str]:
    """Return the cache's file, and how it is: "absent", "sound", "damaged" or "made from other files"."""
    name, key = _named(_read_sources())
    file = paths.cache(name)
    try:
        _open(file, key)
    except FileNotFoundError:
        return file, "absent"
    except (OSError, ValueError) as error:
        return file, str(error) if type(error) is ValueError else "damaged"
    return file, "sound"


def _named(sources: list[bytes]) -> tuple[str, str]:
    """Return the name of the file of the tables that these sources give, and the key that it must carry."""
    key = hashlib.sha256(repr((FORMAT, sys.byteorder, [_digest(s) for s in sources])).encode()).hexdigest()
    return f"snownlp-{key[:16]}.tables", key


def _read_sources() -> list[bytes]:
    """Read the files of snownlp's model without importing snownlp, which takes seconds."""
    spec = find_spec("snownlp")
    if spec is None:
        raise LundianError("snownlp is not installed, so its model can't be read: pip install snownlp")
    folder = Path(spec.submodule_search_locations[0])
    try:
        return [(folder / name).read_bytes() for name in SOURCES]
    except OSError as error:
        raise LundianError(f"{error.filename} of snownlp's model can't be read: install snownlp again") from error


def _digest(content: bytes | np.ndarray) -> str:
    return hashlib.sha256(content).hexdigest()


def _save(file: Path, key: str, tables: Tables) -> None:
    """Write checksum, key, contents and arrays to a file that appears under its name only when it is whole."""
    contents = {name: (table.dtype.str, table.shape) for name, table in tables.items()}
    header = key.encode() + json.dumps(contents).encode() + b"\n"
    parts = [header, *(np.ascontiguousarray(table).tobytes() for table in tables.values())]
    body = b"".join(part.ljust(-len(part) % 64 + len(part)) for part in parts)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=file.name, delete=False) as part:
        try:
            part.write(_digest(body).encode() + body)
            part.close()
            Path(part.name).replace(file)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise


def _open(file: Path, key: str) -> Tables:
    """Map a cache file; ValueError if it is damaged or was made from other files or by another version."""
    mapped = np.asarray(np.memmap(file, np.uint8, "r"))
    if bytes(mapped[:64]).decode("ascii", "replace") != _digest(mapped[64:]):
        raise ValueError("damaged")
    header = bytes(mapped[64:4096]).split(b"\n")[0] + b"\n"
    if header[:64] != key.encode():
        raise ValueError("made from other files")
    tables, at = {}, 64 - (-len(header) // 64) * 64
    for name, (dtype, shape) in json.loads(header[64:]).items():
        size = math.prod(shape) * np.dtype(dtype).itemsize
        tables[name] = mapped[at : at + size].view(dtype).reshape(shape)
        at -= (-size // 64) * 64
    return tables
