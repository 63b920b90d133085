"""Records: tables with one article a row, read a row at a time, so that memory does not grow with the file.

Every format of records is a function from a source to numbered rows; this module finds the columns and refuses what is no
article, by file and row, while the rest go on.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from lundian.errors import LundianError
from lundian.text.formats.document import as_date, as_meta
from lundian.text.lines import Lines
from lundian.text.source import Refuse, Source

# What a column may be called, in order of preference.
COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "正文", "内容", "content", "body", "全文", "文本"),
    "title": ("title", "标题", "题目", "headline"),
    "author": ("author", "作者", "authors"),
    "date": ("date", "日期", "发布时间", "发布日期", "发表时间", "publish_time", "published", "时间"),
    "source": ("source", "来源", "媒体"),
    "topics": ("topics", "topic", "主题", "话题"),
    "article": ("article", "id", "编号"),
}
PEEKED = 100  # rows in which a column text is looked for


@dataclass(frozen=True)
class Rows:
    """The rows of a file: each with its number as a reader would count it, and an error in place of a bad row.

    Where they are read of lines, these know the encoding once it is told.
    """

    rows: Iterator[tuple[int, Mapping[str, object] | LundianError]]
    lines: Lines | None = None

    @property
    def encoding(self) -> tuple[str, float]:
        """The encoding as far as it is known, and the confidence in it."""
        return (self.lines.encoding, self.lines.confidence) if self.lines else ("utf-8", 1.0)


RecordReader = Callable[[Source], Rows]


@dataclass(frozen=True)
class Record:
    """What a row says of an article, by the names of COLUMN_NAMES; absent where the row is silent."""

    row: int
    told: dict[str, str]
    encoding: str
    confidence: float


def read_records(source: Source, reader: RecordReader, refuse: Refuse) -> Iterator[Record]:
    """Yield the records of a source; hand every row that is none to `refuse` with its number and the reason.

    Raises
    ------
    LundianError
        The file is damaged, or none of its first rows has a column text.
    """
    read = reader(source)
    for number, row in _with_text_column(read.rows, source.name):
        if isinstance(row, LundianError):
            refuse(f"{source.place}, row {number}", str(row))
        else:
            yield Record(number, _told(row), *read.encoding)


def understood(columns: list[str]) -> list[str]:
    """Return the columns whose names are understood; all of them where none holds the text."""
    places = _places(columns)
    return list(places.values()) if "text" in places else columns


def _with_text_column(rows: Iterator, name: str) -> Iterator:
    first = list(islice(rows, PEEKED))
    if not first:
        raise LundianError(f"{name}: holds no row, so there is nothing to read; check that it is the right file.")
    columns = list(dict.fromkeys(str(column) for _, row in first if isinstance(row, Mapping) for column in row))
    if columns and "text" not in _places(columns):
        raise LundianError(
            f"{name}: has no column text (or 正文, 内容, content, body); its columns are {', '.join(columns[:20])}. "
            "Rename the column that holds the articles."
        )
    return chain(first, rows)


def _places(columns: list[str]) -> dict[str, str]:
    """Return which column holds what: name here → name in the file."""
    known = {column.strip().lower(): column for column in reversed(columns)}
    found = {ours: next((known[name] for name in names if name in known), None) for ours, names in COLUMN_NAMES.items()}
    return {ours: column for ours, column in found.items() if column is not None}


def _told(row: Mapping[str, object]) -> dict[str, str]:
    places = _places([str(column) for column in row if column is not None])
    filled = {ours: row[column] for ours, column in places.items() if _is_filled(row[column])}
    told = {ours: as_meta(value) for ours, value in filled.items() if ours != "text"}
    if "date" in told:
        told["date"] = as_date(told["date"])
    return told | ({"text": _as_text(filled["text"])} if "text" in filled else {})


def _is_filled(value: object) -> bool:
    return value is not None and value == value and value != ""  # NaN is no value


def _as_text(value: object) -> str:
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
