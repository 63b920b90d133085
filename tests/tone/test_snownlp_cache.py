"""The cache of SnowNLP's tables: built once, and never trusted unless it is whole and of this model."""

from pathlib import Path

import numpy as np
import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.tone import snownlp_cache, snownlp_tables

TINY = {"numbers": np.arange(5, dtype=np.int32), "logs": np.array([[0.5, -np.inf], [1.0, 2.0]]), "none": np.zeros(0)}


@pytest.fixture
def cached(tmp_path, monkeypatch):
    """Point the cache to an empty folder and the model to three small files; return the folder and the builds made."""
    builds = []
    monkeypatch.setattr(paths, "cache", lambda *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr(snownlp_cache, "_read_sources", lambda: [b"one", b"two", b"three"])
    monkeypatch.setattr(snownlp_cache, "build", lambda *sources: builds.append(sources) or dict(TINY))
    return tmp_path, builds


def load() -> dict[str, np.ndarray]:
    """Load as a new process does, and hold what comes against what was built."""
    loaded = snownlp_cache.load.__wrapped__()
    assert list(loaded) == list(TINY)
    assert all(np.array_equal(loaded[name], TINY[name]) and loaded[name].dtype == TINY[name].dtype for name in TINY)
    return loaded


def test_built_once(cached):
    """The second process maps what the first one wrote: one file, nothing half-written beside it."""
    folder, builds = cached
    load()
    mapped = load()
    assert len(builds) == 1
    assert len(list(folder.iterdir())) == 1
    assert not mapped["logs"].flags.writeable


@pytest.mark.parametrize("at", [0, 70, 200, -40, -1])
def test_a_changed_byte_is_noticed(cached, at):
    """Wherever a byte of the file changes, in header, arrays or checksum, it is built again, and then is whole."""
    folder, builds = cached
    load()
    (file,) = folder.iterdir()
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    load()
    load()
    assert len(builds) == 2


@pytest.mark.parametrize("content", [b"", b"x", b"0" * 64, b"\xff" * 5000])
def test_a_foreign_file_is_not_trusted(cached, content):
    """A file under the right name with other contents is replaced."""
    folder, builds = cached
    load()
    (file,) = folder.iterdir()
    file.write_bytes(content)
    load()
    load()
    assert len(builds) == 2


def test_a_whole_file_of_another_model_is_not_trusted(cached, monkeypatch):
    """A file with a right checksum but made from other sources is replaced."""
    folder, builds = cached
    load()
    (file,) = folder.iterdir()
    monkeypatch.setattr(snownlp_cache, "_read_sources", lambda: [b"one", b"two", b"four"])
    load()
    (other,) = set(folder.iterdir()) - {file}
    file.replace(other)
    load()
    assert len(builds) == 3


def test_another_version_builds_its_own(cached, monkeypatch):
    """The format's number is part of the key."""
    folder, builds = cached
    load()
    monkeypatch.setattr(snownlp_cache, "FORMAT", snownlp_cache.FORMAT + 1)
    load()
    assert len(builds) == 2
    assert len(list(folder.iterdir())) == 2


def test_no_place_to_write(cached, monkeypatch):
    """Where the cache can't be written the tables are built in memory, and no part of a file stays."""
    folder, builds = cached
    monkeypatch.setattr(Path, "replace", lambda self, other: (_ for _ in ()).throw(PermissionError(13, "no")))
    load()
    load()
    assert len(builds) == 2
    assert list(folder.iterdir()) == []


def test_no_snownlp(monkeypatch):
    """Without snownlp there is one clear sentence."""
    monkeypatch.setattr(snownlp_cache, "find_spec", lambda name: None)
    with pytest.raises(LundianError, match="snownlp is not installed"):
        snownlp_cache._read_sources()


def test_cache_holds_what_the_files_give():
    """The tables in use are those that building them now would give."""
    built, loaded = snownlp_tables.build(*snownlp_cache._read_sources()), snownlp_cache.load()
    assert list(built) == list(loaded)
    assert all(np.array_equal(built[name], loaded[name]) for name in built)
    assert sum(table.nbytes for table in loaded.values()) < 90e6
