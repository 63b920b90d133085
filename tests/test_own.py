"""The reader's own articles: nothing is done twice, nothing half-done counts, and no folder is left over."""

import os
import signal
import subprocess
import sys
import time

import pandas as pd
import pyarrow.parquet as pq
import pytest

from lundian import own, paths, seen, store
from lundian.extract import TABLES
from lundian.load import load_corpus
from tests.conftest import ROOT

BODY = "社区食堂的账不难算。难的是让人愿意再来一次。\n\n信任不是补贴换来的，而是一顿一顿做出来的。"
LOAD = "import lundian.own as own; own.BATCH = 60; import lundian as ld; ld.load_corpus('meals')"
HEAVY = ("jieba", "rjieba", "snownlp", "opencc", "scipy", "charset_normalizer", "dask", "matplotlib")


@pytest.fixture
def meals(project):
    """Return a topic of twelve articles that were there before."""
    folder = project / "data" / "articles" / "meals"
    folder.mkdir()
    for number in range(12):
        add(folder, f"a{number:02}.txt", BODY + f"第{number}天。")
    return folder


def add(folder, name: str, text: str) -> None:
    """Put down a file that is an hour old."""
    (folder / name).write_text(text, encoding="utf-8")
    os.utime(folder / name, (time.time() - 3600,) * 2)


def python(code: str) -> subprocess.Popen:
    """Start a process that runs code in this project."""
    return subprocess.Popen([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)})


def places() -> list:
    """Return the folders of the store."""
    return store.folders(paths.local("features"))


def same(corpus, other) -> None:
    """Compare two corpora, table by table."""
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(corpus, name), getattr(other, name))


def test_an_unchanged_collection_is_not_read(meals):
    """A second load opens no article; a touched file is read, and found to be the same; a changed one alone is extracted."""
    first = load_corpus("meals")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "iter_articles", None)
        same(load_corpus("meals"), first)
    os.utime(meals / "a03.txt", (time.time() - 1800,) * 2)
    same(load_corpus("meals"), first)
    assert len(places()) == 1
    add(meals, "a03.txt", BODY)
    changed = load_corpus("meals")
    assert store.catalogue(places(), ["article"])["article"].value_counts()["a03"] == 2
    assert changed.sentences.query("article == 'a03'").shape[0] == 3


def test_an_unchanged_collection_touches_no_language_library(meals):
    """What cuts and scores words is not even imported."""
    load_corpus("meals")
    told = f"import sys, lundian as ld; ld.load_corpus('meals'); print([m for m in {HEAVY} if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", told], env=environment, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_file_that_was_just_written_is_read_again(meals, monkeypatch):
    """Within a tick of the clock a file may change twice, so its time proves nothing yet."""
    (meals / "new.txt").write_text(BODY, encoding="utf-8")
    load_corpus("meals")
    read = []
    true = seen.iter_articles
    monkeypatch.setattr(seen, "iter_articles", lambda path, **options: read.append(path.name) or true(path, **options))
    load_corpus("meals")
    assert read == ["new.txt"]


def test_articles_with_other_keys_take_one_reading(meals, monkeypatch):
    """Where a table is gone whose rows had the same keys as another's, the other is read once for all of its texts."""
    rows = "".join(f"r{n},{BODY.split()[0]}第{n}行。\n" for n in range(5))
    add(meals, "b1.csv", "article,text\n" + rows)
    add(meals, "b2.csv", "article,text\n" + rows.replace("第", "又"))
    load_corpus("meals")
    (meals / "b1.csv").unlink()
    read, true = [], seen.iter_articles
    monkeypatch.setattr(seen, "iter_articles", lambda path, **options: read.append(path) or true(path, **options))
    corpus = load_corpus("meals")
    assert [str(path) for path in read] == [str(meals / "b2.csv")]
    assert corpus.paragraphs["text"].str.contains("又").sum() == 5


def test_removed_articles_disappear(meals):
    """A file that is gone leaves nothing in the corpus."""
    load_corpus("meals")
    (meals / "a05.txt").unlink()
    corpus = load_corpus("meals")
    assert "a05" not in set(corpus.articles["article"]) | set(corpus.counts["article"])
    assert len(corpus.articles) == 11


def test_killed_and_started_twice(meals):
    """After a kill -9 the finished batches are kept, two processes at once finish the rest, and the answer is the same."""
    broken = python(LOAD)
    while not places() and broken.poll() is None:
        time.sleep(0.01)
    broken.send_signal(signal.SIGKILL)
    broken.wait()
    kept = {place.name: (place / "counts.parquet").stat().st_mtime_ns for place in places()}
    assert kept
    both = [python(LOAD), python(LOAD)]
    assert [process.wait() for process in both] == [0, 0]
    after = {place.name: (place / "counts.parquet").stat().st_mtime_ns for place in places()}
    assert kept.items() <= after.items()
    resumed = load_corpus("meals")
    for place in places():
        store.forget(paths.local("features"), store.catalogue([place], ["article"])["article"].tolist())
    same(resumed, load_corpus("meals"))


def test_small_folders_are_put_together(meals, monkeypatch):
    """Loads of one new article each do not leave a folder each for ever, and what is no longer there goes."""
    monkeypatch.setattr(store, "_MOST_LOOSE", 2)
    for number in range(3):
        add(meals, f"b{number}.txt", BODY + f"又是第{number}天。")
        load_corpus("meals")
    assert len(places()) == 3
    (meals / "b2.txt").unlink()
    monkeypatch.setattr(store, "_YOUNG", -1)
    add(meals, "c.txt", BODY)
    corpus = load_corpus("meals")
    assert len(places()) == 1
    assert "b2" not in store.catalogue(places(), ["article"])["article"].tolist()
    assert len(corpus.articles) == 15
    same(corpus, load_corpus("meals"))


def test_choosing_some_articles_reads_some_rows(meals, monkeypatch):
    """Tables are stored in row groups that know which articles they hold."""
    monkeypatch.setitem(store.PARQUET, "row_group_size", 20)
    load_corpus("meals")
    file = pq.ParquetFile(places()[0] / "counts.parquet")
    first = [file.metadata.row_group(group).column(0).statistics for group in range(file.num_row_groups)]
    assert len(first) > 5
    assert first[0].max < first[-1].min
    assert set(store.read(places()[0], "counts", ["a07"])["article"]) == {"a07"}


def test_another_topic_is_left_for_later(meals, project):
    """A topic's load extracts its own articles; the other topic's follow when asked for."""
    other = project / "data" / "articles" / "rents"
    other.mkdir()
    add(other, "r.txt", BODY + "房租。")
    load_corpus("meals")
    assert "r" not in store.catalogue(places(), ["article"])["article"].tolist()
    assert load_corpus("rents").articles["article"].tolist() == ["r"]


def test_a_table_of_records_with_a_bad_row(meals, capsys):
    """A row that can't be read is named at each load, also where the file is not read again."""
    add(meals, "rows.csv", "title,text\n茶,茶不贵。水也不贵。\n空,\n")
    for _ in range(2):
        corpus = load_corpus("meals")
        assert len(corpus.articles) == 13
        assert "rows.csv" in corpus.refused[0][0]
        assert capsys.readouterr().err.count("rows.csv") == 1
    assert own.own_articles(own.Reading()).attrs["refused"]
