"""Files to articles: one row an article, from a file, a folder, a table or an archive, all at once or one at a time."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

import pandas as pd

from lundian.errors import LundianError
from lundian.text.decode import clean
from lundian.text.formats import ARCHIVES, RECORDS, format_of, read_document, stem_of
from lundian.text.formats.document import Document, with_title
from lundian.text.formats.records import Record, read_records
from lundian.text.listed import divide, listed
from lundian.text.rows import article_row, say_left_out, slug, typed, unique
from lundian.text.source import DAMAGED, Refuse, Source, counted, sources
from lundian.text.structure import read_lines


def read_articles(path: str | Path, topic: str = "") -> pd.DataFrame:
    """Read the articles in a file, a folder or an archive.

    A file that data/articles/index.csv lists is divided into the articles listed; a table of records has an article a row;
    every other file is one article.

    Parameters
    ----------
    path
        A file: text (.txt, .md), a saved web page (.html, .htm, .mhtml), .docx, .pdf with a text layer; a table with an
        article a row (.csv, .tsv, .jsonl, .parquet; .csv and .jsonl also as .gz or .zst), whose columns are text and, if
        there are any, title, author, date, source, topics and article or id, by these or their Chinese names; a .zip of
        any of these, or a folder (folders in it included).
    topic
        The topic that the articles belong to besides those that they name themselves; the name of the folder that they
        lie in where none is given.

    Returns
    -------
    pandas.DataFrame
        One row per article: article (a slug), title, author, date, source, topics (separated by ;), file, encoding,
        confidence (in the encoding, 0 to 1), n_stitched (breaks taken out of paragraphs), file_sha256 (empty for a row of a
        table), text_sha256 and text (headings marked with "## ", one block a line). `attrs["refused"]` lists (place, reason)
        of the files and rows that could not be read; each is also said in one sentence.

    Raises
    ------
    LundianError
        The path does not exist, or it is one file and can't be read.

    Examples
    --------
    >>> from lundian import paths
    >>> articles = read_articles(paths.samples("community_canteen.md"))
    >>> articles["article"].tolist()
    ['community_canteen']
    """
    refused = []

    def refuse(place: str, reason: str) -> None:
        refused.append((place, reason))
        say_left_out(place, reason)

    table = typed(list(iter_articles(path, topic, on_refused=refuse)))
    table.attrs["refused"] = refused
    return table


def iter_articles(
    path: str | Path,
    topic: str = "",
    *,
    on_refused: Refuse | None = None,
    on_read: Callable[[int], None] | None = None,
) -> Iterator[dict]:
    """Yield the articles in a file, a folder or an archive one at a time, so that memory does not grow with the collection.

    Parameters
    ----------
    path, topic
        As for `read_articles`.
    on_refused
        Called with the place (file, row) and the reason (a sentence) of whatever can't be read, while the rest go on.
        Where none is given, the reason is said beside the output.
    on_read
        Called with the number of bytes, whenever some are read for the first time or a file is left with some unread.

    Yields
    ------
    dict
        One row of the table that `read_articles` returns. Keys are unique: where a second article has the same, it gets
        the beginning of its text's hash; a third one that is the same text as well is refused.

    Raises
    ------
    LundianError
        The path does not exist, or it is one file and can't be read.

    Examples
    --------
    >>> from lundian import paths
    >>> next(iter_articles(paths.samples("community_canteen.md")))["title"]
    '社区食堂：一顿饭能否撑起一门生意'
    """
    path = Path(path).expanduser()
    refuse = on_refused or say_left_out
    found = sources(path, topic)
    if on_read:
        found = counted(found, on_read)
    return unique(_read_each(found, refuse, goes_on=not path.is_file()), refuse)


def _read_each(found: Iterable[Source], refuse: Refuse, *, goes_on: bool) -> Iterator[dict]:
    """Read each of the sources; where it goes on, name those that can't be read."""
    for source in found:
        try:
            yield from _read(source, refuse)
        except LundianError as error:
            if not goes_on:
                raise
            refuse(source.place, str(error))


def _read(source: Source, refuse: Refuse) -> Iterator[dict]:
    """Yield one row per article of a source."""
    kind = format_of(source.name)
    try:
        if kind in ARCHIVES:
            yield from _read_each(ARCHIVES[kind](source, refuse), refuse, goes_on=True)
        elif kind in RECORDS:
            yield from _record_rows(source, kind, refuse)
        else:
            yield from _document_rows(source)
    except DAMAGED as error:
        raise LundianError(
            f"{source.name}: can't be read to its end ({error}); check that it is whole and that no other program holds it."
        ) from None


def _document_rows(source: Source) -> list[dict]:
    with source.open() as stream:
        raw = stream.read()
    document = read_document(raw, source.name)
    sha256 = hashlib.sha256(raw).hexdigest()
    rows = listed(PurePath(source.name).name, sha256)
    if len(rows):
        parts = divide(document, rows, source.name)
        return [article_row(part, {**meta, "file": source.name}, sha256) for part, meta in parts]
    stem = stem_of(source.name)
    whole = with_title(document, stem)
    _check_paragraphs(whole, source.name)
    told = {"article": slug(stem), "topics": _topics(whole.meta, source.topic), "file": source.name}
    return [article_row(whole, {**whole.meta, **told}, sha256)]


def _check_paragraphs(document: Document, place: str) -> None:
    if not any(block.kind == "paragraph" for block in document.blocks):
        raise LundianError(f"{place}: holds no paragraph, so there is nothing to read; check that it is the right one.")


def _record_rows(source: Source, kind: str, refuse: Refuse) -> Iterator[dict]:
    for record in read_records(source, RECORDS[kind], refuse):
        try:
            yield _record_row(record, source)
        except LundianError as error:
            refuse(f"{source.place}, row {record.row}", str(error))


def _record_row(record: Record, source: Source) -> dict:
    """Return the row of a record. It has no hash of its file, which is known only when all rows are read and changes with any."""
    stem, place = stem_of(source.name), f"{source.name}, row {record.row}"
    told = {name: clean(value, place) for name, value in record.told.items()}
    key = told.get("article") or told.get("title") or str(record.row)
    key = f"{stem} {key}" if key.isdigit() else key
    read = Document(
        read_lines(told.pop("text", "")), {"title": told.get("title", "")}, record.encoding, record.confidence
    )
    whole = with_title(read, key)
    _check_paragraphs(whole, place)
    told |= {"title": whole.meta["title"], "article": slug(key), "topics": _topics(told, source.topic)}
    return article_row(whole, {**told, "file": source.name})


def _topics(told: dict[str, str], topic: str) -> str:
    return ";".join(dict.fromkeys(filter(None, [*told.get("topics", "").split(";"), topic])))
