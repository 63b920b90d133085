"""An archive is extracted in parts, by any number of processes to the same rows, and measured in parts to the same answers."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import dask
import pandas as pd
import pyarrow.parquet as pq
import pytest

import lundian as ld
from lundian import cli, own, parts, workers
from lundian.corpus import extract
from lundian.extract import TABLES
from lundian.text.articles import read_articles
from tests.conftest import ROOT

SAID = (
    "平台撮合供需",
    "食堂的账不难算",
    "流量红利见顶",
    "他们摆脱了困境",
    "信任不是补贴换来的",
    "这是机会",
    "菜价下降",
    "也许会变",
)


def prose(seed: int) -> str:
    """Return a few paragraphs that nobody wrote before."""
    draw = random.Random(seed)
    return "\n\n".join("。".join(draw.choices(SAID, k=draw.randint(1, 6))) + "。" for _ in range(draw.randint(1, 5)))


def write(file, numbers) -> None:
    """Write articles a row."""
    rows = [
        {"article": f"a{n:02}", "title": f"题{n}", "date": f"2024-{1 + n % 5:02}-01", "text": prose(n)} for n in numbers
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """Return a file of forty articles, which are extracted in a few parts."""
    monkeypatch.setattr(own, "BATCH", 600)
    monkeypatch.setattr(workers, "CONNECT", 1)
    write(tmp_path / "archive.jsonl", range(40))
    return tmp_path / "archive.jsonl"


@pytest.fixture
def features(archive, tmp_path):
    """Return the folder with the archive's features."""
    ld.extract_features(archive, tmp_path / "features", topic="platform_critique")
    return tmp_path / "features"


def same(made, whole, keys=()) -> None:
    """Compare an answer from parts with that of the whole, whatever the order of the parts."""
    made = made.compute() if hasattr(made, "compute") else made
    keys = list(keys) or list(whole)
    order = lambda table: table.sort_values(keys, ignore_index=True)
    pd.testing.assert_frame_equal(order(made), order(whole), rtol=1e-9, atol=1e-9, check_dtype=False)


def test_the_features_are_those_of_the_articles(features, archive):
    """Parts together are what `extract` gives for all articles at once, without the text."""
    whole, made = extract(read_articles(archive, "platform_critique")), ld.load_features(features)
    assert len(parts.names(features)) > 3
    for name in TABLES:
        plain = getattr(whole, name).drop(columns="text", errors="ignore")
        plain = plain.assign(has_text=False) if name == "articles" else plain
        pd.testing.assert_frame_equal(getattr(made, name), plain)
    assert repr(made) == "Corpus of 40 articles, " + repr(whole).split(", ", 1)[1].replace("with text", "features only")


def test_other_programs_read_them(features):
    """The folder of a table is that table, with statistics that find an article without reading all."""
    counts = pd.read_parquet(features / "counts")
    assert len(counts) == len(ld.load_features(features).counts)
    statistics = pq.ParquetFile(features / "counts" / "part-00002.parquet").metadata.row_group(0).column(0).statistics
    assert statistics.has_min_max
    assert statistics.min < statistics.max


def test_text_is_kept_where_asked_for(archive, tmp_path):
    """With keep_text the tables hold the text."""
    ld.extract_features(archive, tmp_path / "f", keep_text=True)
    corpus = ld.load_features(tmp_path / "f")
    assert corpus.has_text
    assert corpus.paragraphs["text"].str.len().sum() == corpus.articles["n_chars"].sum()


def test_a_second_run_does_what_is_new(features, archive, tmp_path):
    """Nothing is done twice; what changed is replaced; what is gone goes, and a part of nothing else with it."""
    again = ld.extract_features(archive, features, topic="platform_critique")
    assert (again.n_new, again.n_known, again.n_gone) == (0, 40, 0)
    write(archive, range(5, 42))
    changed = ld.extract_features(archive, features, topic="platform_critique")
    assert (changed.n_new, changed.n_known, changed.n_gone) == (2, 35, 5)
    ld.extract_features(archive, tmp_path / "anew", topic="platform_critique")
    renewed, anew = ld.load_features(features), ld.load_features(tmp_path / "anew")
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(renewed, name), getattr(anew, name))


def test_a_killed_run_goes_on(archive, tmp_path):
    """After a kill -9 the parts that were done are kept."""
    code = "import lundian.own as own; own.BATCH = 100; import lundian as ld; ld.extract_features({!r}, {!r})"
    command = [sys.executable, "-c", code.format(str(archive), str(tmp_path / "f"))]
    run = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)})
    while not parts.names(tmp_path / "f") and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait()
    report = ld.extract_features(archive, tmp_path / "f")
    assert report.n_known > 0
    assert report.n_new + report.n_known == 40
    assert len(ld.load_features(tmp_path / "f").articles) == 40


def test_what_cannot_be_read_is_listed(archive, tmp_path):
    """Each bad row is in refused.csv with its place and reason; the others are extracted."""
    with archive.open("a", encoding="utf-8") as file:
        file.write('{"text": ""}\n')
    report = ld.extract_features(archive, tmp_path / "f")
    assert report.n_new == 40
    listed = pd.read_csv(tmp_path / "f" / "refused.csv")
    assert listed["place"].tolist() == [f"{archive}, row 41"]


@pytest.mark.parametrize(
    ("prepare", "options", "sentence"),
    [
        (lambda to: (to / "x").mkdir(parents=True), {}, "holds other things"),
        (lambda to: (to / "x").parent.mkdir(), {"scheduler": "tcp://127.0.0.1:1"}, "no Dask scheduler answers"),
        (lambda to: None, {"workers": 0}, "give 1 or more"),
        (lambda to: to.write_text(""), {}, "f: is a file; name a folder"),
    ],
)
def test_a_wrong_call_is_one_sentence(archive, tmp_path, prepare, options, sentence):
    """What can't be done says why."""
    prepare(tmp_path / "f")
    with pytest.raises(ld.LundianError, match=sentence):
        ld.extract_features(archive, tmp_path / "f", **options)


def test_another_source_is_refused(features, tmp_path):
    """A folder mirrors one source."""
    write(tmp_path / "other.jsonl", range(3))
    with pytest.raises(ld.LundianError, match="holds the features of"):
        ld.extract_features(tmp_path / "other.jsonl", features)


def test_a_folder_without_features_says_how_to_make_them(tmp_path):
    """The command is in the sentence."""
    with pytest.raises(ld.LundianError, match="lundian extract SOURCE"):
        ld.load_features(tmp_path)


def test_the_command_line_says_what_it_did(archive, tmp_path, monkeypatch, capsys):
    """A summary in one line, refused articles told in it, exit status 0; an archive without any article is an error."""
    with archive.open("a", encoding="utf-8") as file:
        file.write('{"text": ""}\n')
    monkeypatch.setattr(sys, "argv", ["lundian", "extract", str(archive), "--to", str(tmp_path / "f")])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    told = capsys.readouterr().out
    assert stopped.value.code == 0
    assert told.startswith(f"Extracted 40 articles to {tmp_path / 'f'}. 1 could not be read: ")
    archive.write_text('{"text": ""}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 1
    assert "holds no article that can be read" in capsys.readouterr().err


@contextmanager
def killing(client):
    """Kill one of the workers as soon as it is at work, while what stands in the block runs in a thread."""
    pids = client.run(os.getpid)
    with ThreadPoolExecutor(1) as thread:
        yield thread
        while not (busy := [worker for worker, tasks in client.processing().items() if tasks]):
            time.sleep(0.002)
        os.kill(pids[busy[0]], signal.SIGKILL)
    client.wait_for_workers(2)
    assert set(client.run(os.getpid).values()) != set(pids.values())


def test_a_cluster_gives_the_same_though_workers_die(features, archive, tmp_path):
    """On two worker processes, one killed on the way: extraction's rows and every measure equal those of one table."""
    from distributed import Client, LocalCluster

    whole, apart = ld.load_features(features), ld.load_features(features, partitioned=True)
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with LocalCluster(**options) as workers, Client(workers) as client:
        with killing(client) as thread:
            address = {"scheduler": workers.scheduler_address}
            made = thread.submit(ld.extract_features, archive, tmp_path / "f", "platform_critique", **address)
        made.result()
        for name in TABLES:
            pd.testing.assert_frame_equal(getattr(ld.load_features(tmp_path / "f"), name), getattr(whole, name))
        with killing(client) as thread:
            made = thread.submit(ld.keyness, apart.counts, whole.counts_plain)
        same(made.result(), ld.keyness(whole.counts, whole.counts_plain))
        same(ld.tone_by_month(apart), ld.tone_by_month(whole))
        same(ld.concepts(apart, "platform_critique"), ld.concepts(whole, "platform_critique"))


def test_workers_on_this_machine_give_the_same(features, archive, tmp_path):
    """Two processes make the parts that one makes, byte by byte, and every byte of the source is told of once."""
    told = []
    ld.extract_features(archive, tmp_path / "f", "platform_critique", workers=2, on_read=told.append)
    assert sum(told) == archive.stat().st_size
    files = [
        {path.relative_to(to): path.read_bytes() for path in to.rglob("*.parquet")} for to in (features, tmp_path / "f")
    ]
    assert files[0] == files[1]


def test_measures_in_parts_give_the_answers_of_the_whole(features):
    """Every measure that takes tables in parts says of them what it says of one table."""
    whole, apart = ld.load_features(features), ld.load_features(features, partitioned=True)
    assert apart.counts.npartitions > 3
    assert repr(apart).endswith("parts (features only)")
    with dask.config.set(scheduler="synchronous"):
        for by in (None, "article", "paragraph"):
            same(ld.term_frequency(apart.counts, by=by), ld.term_frequency(whole.counts, by=by))
        sections = [ld.with_sections(corpus.counts, corpus.paragraphs) for corpus in (apart, whole)]
        same(ld.tf_idf(sections[0], by="section"), ld.tf_idf(sections[1], by="section"))
        same(ld.tf_idf(apart.counts), ld.tf_idf(whole.counts))
        for by in (None, "article"):
            same(ld.dispersion(apart.counts, by=by), ld.dispersion(whole.counts, by=by))
        same(ld.keyness(apart.counts, apart.counts_plain), ld.keyness(whole.counts, whole.counts_plain))
        same(ld.concepts(apart, "platform_critique"), ld.concepts(whole, "platform_critique"))
        for scorer in ("lexicon", "snownlp"):
            for by in ("article", "section", "paragraph", "sentence"):
                same(ld.tone(apart, scorer, by), ld.tone(whole, scorer, by))
        same(ld.tone_by_month(apart), ld.tone_by_month(whole))
        same(ld.terms_by_month(apart, ["平台", "困境"]), ld.terms_by_month(whole, ["平台", "困境"]))
