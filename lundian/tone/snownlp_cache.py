"""The tables of SnowNLP's model in a file of this user's cache, from where they are mapped.

The file's name carries the hash of snownlp's files, and its end a checksum of name and contents; a file that does not match
is built again. All are read whole and hashed at each load: that takes some 30 ms, so there is no need for a rule by which to
trust them unread. It is NumPy's own format, an array of one record, and holds numbers only, nothing that runs.
"""

import hashlib
import hmac
import io
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from lundian import paths
from lundian.errors import LundianError
from lundian.files import write_whole
from lundian.tone.snownlp_tables import Tables, build

FORMAT = 4  # of the file and of what `build` returns: count it up with either
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
    with suppress(OSError, ValueError):
        return _open(_file(sources))
    tables = build(*sources)
    with suppress(OSError):  # where nothing can be written, the next process builds again
        _save(_file(sources), tables)
    return tables


def state() -> tuple[Path, str]:
    """Return the cache's file, and how it is: "absent", "sound" or "damaged or made from other files"."""
    file = _file(_read_sources())
    if not file.exists():
        return file, "absent"
    with suppress(OSError, ValueError):
        _open(file)
        return file, "sound"
    return file, "damaged or made from other files"


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


def _file(sources: list[bytes]) -> Path:
    """Return the file of the tables that these sources give."""
    hashes = [hashlib.sha256(source).hexdigest() for source in sources]
    return paths.cache(f"snownlp-{hashlib.sha256(repr((FORMAT, hashes)).encode()).hexdigest()}.npy")


def _save(file: Path, tables: Tables) -> None:
    dtype = np.dtype([(name, table.dtype, table.shape) for name, table in tables.items()], align=True)
    buffer = io.BytesIO()
    np.save(buffer, np.array(tuple(tables.values()), dtype), allow_pickle=False)
    content = buffer.getvalue()
    write_whole(file, content + hmac.digest(file.name.encode(), content, "sha256"))


def _open(file: Path) -> Tables:
    """Map a file; ValueError if it is damaged or was made from other files or by another version."""
    content = np.memmap(file, np.uint8, "r")
    if hmac.digest(file.name.encode(), content[:-32], "sha256") != content[-32:].tobytes():
        raise ValueError("damaged or made from other files")
    record = np.asarray(np.load(file, mmap_mode="r"))
    return {name: record[name] for name in record.dtype.names}
