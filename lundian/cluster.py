"""A whole archive to features on disk: read as a stream, extracted in parts, here or by many workers.

Whoever extracts a part, it is the same code and the same rows, and parts are numbered in the order of the articles. A run
that was broken off goes on where it stopped; a run on an archive that has changed does what is new and takes out what is
gone. Of each article nothing but its key is held in memory.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pandas as pd

from lundian import parts
from lundian.done import Done
from lundian.errors import LundianError
from lundian.extract import Reading, tables
from lundian.files import write_whole
from lundian.own import FEATURE_KEY, batches
from lundian.text.articles import iter_articles
from lundian.text.rows import typed
from lundian.words.topics import Topic
from lundian.workers import mapping


@dataclass
class Report:
    """What a run has done so far.

    Attributes
    ----------
    n_new, n_known, n_gone : int
        Articles extracted, articles whose features were there already, and features taken out because the source no longer
        has that text.
    refused : list of (str, str)
        Place and reason of what could not be read.
    """

    n_new: int = 0
    n_known: int = 0
    n_gone: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)


def extract_features(
    source: str | Path,
    to: str | Path,
    topic: str = "",
    *,
    workers: int = 1,
    scheduler: str | None = None,
    keep_text: bool = False,
    on_read: Callable[[int], None] | None = None,
    on_part: Callable[[Report], None] | None = None,
) -> Report:
    """Extract the features of an archive into a folder of partitioned Parquet tables.

    Parameters
    ----------
    source
        A folder, or a file with many articles: whatever `iter_articles` reads.
    to
        The folder for the features. It mirrors one source: a second run extracts what is new or changed, and takes out what
        the source no longer has.
    topic
        The topic of the articles besides those that they name.
    workers
        Processes on this machine.
    scheduler
        The address of a Dask cluster to use instead, as "tcp://10.0.0.1:8786". Its workers need this package with the same
        lexicons; the files are read and written here.
    keep_text
        Whether the tables hold the text as well. Without it they hold counts, scores, positions and single terms.
    on_read, on_part
        Called with the number of bytes of the source whenever some are done, and with the report after each part.

    Returns
    -------
    Report
        What was done. What was refused stands in refused.csv in the folder, too.

    Raises
    ------
    LundianError
        The source can't be read or holds no article, the folder holds the features of another source, the cluster can't be
        used, or workers died.
    """
    source, to = Path(source).expanduser().resolve(), Path(to).expanduser()
    reading, report = Reading(), Report()
    _claim(to, source)
    known = _known(to)
    now = _made_with(known, reading, keep_text)
    left = dict(zip(zip(known["article"][now], known["text_sha256"][now], strict=True), known.index[now], strict=True))
    done = Done(on_read or (lambda _: None))
    rows = iter_articles(source, topic, on_refused=lambda *place: report.refused.append(place), on_read=done.read)
    make = partial(extract_part, reading.topics, (reading.dictionary, reading.extractor), keep_text)
    with mapping(workers, scheduler) as run:
        new = _new(rows, left, report, done)
        made = run(make, map(typed, done.handed_out(batches(new))))
        for number, (n, files) in enumerate(made, _next(known)):
            parts.write_part(to, f"part-{number:05}", files)
            report.n_new += n
            done.made(n)
            if on_part:
                on_part(report)
    done.end()
    _drop(to, known[~now | known.index.isin(left.values())], report)
    _write_refused(to, report.refused)
    if not report.n_new + report.n_known:
        raise LundianError(f"{source}: holds no article that can be read; {to / 'refused.csv'} says why.")
    return report


def extract_part(
    topics: Mapping[str, Topic], made_with: tuple[str, str], keep_text: bool, articles: pd.DataFrame
) -> tuple[int, dict[str, bytes]]:
    """Return how many articles a part has, and its files: what each worker does.

    Raises
    ------
    LundianError
        The lexicons here are not those that the run began with.
    """
    reading = Reading(topics)
    if (reading.dictionary, reading.extractor) != made_with:
        raise LundianError(
            "The lexicons are not those that the run began with: they were changed meanwhile, or a worker of the cluster has "
            "others or another version of this package. What is done is kept; mend that and run again."
        )
    made = tables(articles, reading)
    return len(articles), parts.part_bytes(made if keep_text else parts.without_text(made))


def _claim(to: Path, source: Path) -> None:
    """Note whose features the folder holds; refuse one that holds another source's."""
    if to.is_file():
        raise LundianError(f"{to}: is a file; name a folder for the features.")
    about = to / "about.json"
    if about.is_file():
        held = json.loads(about.read_text(encoding="utf-8"))["source"]
        if held != str(source):
            raise LundianError(
                f"{to} holds the features of {held}; choose another folder, or delete {about} if that source has only moved."
            )
    elif to.is_dir() and any(to.iterdir()):
        raise LundianError(f"{to} holds other things already; choose a new folder for the features.")
    write_whole(about, json.dumps({"source": str(source)}, ensure_ascii=False) + "\n")


def _known(to: Path) -> pd.DataFrame:
    """Return the articles that the folder has features of, with their parts."""
    columns = [*FEATURE_KEY, "has_text"]
    found = [parts.read_part(part, to, "articles", columns).assign(part=part) for part in parts.names(to)]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=[*columns, "part"])


def _made_with(known: pd.DataFrame, reading: Reading, keep_text: bool) -> pd.Series:
    """Return which features are as they would be made now."""
    same = (known["dictionary"] == reading.dictionary) & (known["extractor"] == reading.extractor)
    return same & (known["has_text"] == keep_text) & ~known.duplicated(FEATURE_KEY)


def _new(rows: Iterable[dict], left: dict[tuple[str, str], int], report: Report, done: Done) -> Iterator[dict]:
    """Yield the articles that have no features; what has is taken off the list of what is left."""
    for row in rows:
        if left.pop((row["article"], row["text_sha256"]), None) is None:
            done.begun()
            yield row
        else:
            report.n_known += 1
            done.known()


def _next(known: pd.DataFrame) -> int:
    return 1 + max((int(part.removeprefix("part-")) for part in known["part"].unique()), default=-1)


def _drop(to: Path, gone: pd.DataFrame, report: Report) -> None:
    for part, rows in gone.groupby("part"):
        parts.drop(to, part, rows["article"])
    report.n_gone = len(gone)


def _write_refused(to: Path, refused: list[tuple[str, str]]) -> None:
    file = to / "refused.csv"
    file.unlink(missing_ok=True)
    if refused:
        table = pd.DataFrame(refused, columns=["place", "reason"])
        write_whole(file, table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig"))
