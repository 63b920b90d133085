"""Where files lie: in a folder, in an archive, compressed; each a `Source` that can be opened as often as needed."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO

import zstandard

from lundian import paths
from lundian.errors import LundianError

Refuse = Callable[[str, str], None]  # takes the place of what is left out, and the reason in one sentence

BLOCK = 1 << 20  # bytes that are read and counted together
_EXPLAIN = ("index.csv", "readme.md")  # files that explain the others
_LEFT_BY_SYSTEMS = ("thumbs.db", "desktop.ini", "__macosx")


@dataclass(frozen=True)
class Source:
    """A file that may hold articles.

    Attributes
    ----------
    name : str
        What it is called in a sentence: the file's name; in an archive, the archive's name and the path in it.
    place : str
        Where it lies, in full.
    topic : str
        The topic of its articles, empty where unknown.
    open : callable
        Opens its bytes anew.
    """

    name: str
    place: str
    topic: str
    open: Callable[[], BinaryIO]

    def plain(self) -> BinaryIO:
        """Open its bytes, decompressed where the name ends in .gz or .zst."""
        return COMPRESSIONS.get(PurePath(self.name).suffix.lower(), lambda stream: stream)(self.open())


def counted(found: Iterable[Source], told: Callable[[int], None]) -> Iterator[Source]:
    """Yield files so that `told` hears of each byte once, however often it is read.

    Of bytes that nobody read it hears when the next file is asked for.
    """
    for source in found:
        file = Path(source.place)
        tally = _Tally(file.stat().st_size if file.exists() else 0, told)
        opened = lambda source=source, tally=tally: io.BufferedReader(_Counted(source.open(), tally), BLOCK)
        yield replace(source, open=opened)
        tally.read(0, tally.size)


class _Tally:
    """Tells of the bytes of a file that are read, by the block, each once."""

    def __init__(self, size: int, told: Callable[[int], None]) -> None:
        self.size, self._told, self._seen = size, told, set()

    def read(self, start: int, end: int) -> None:
        new = set(range(start // BLOCK, -(-min(end, self.size) // BLOCK))) - self._seen
        self._seen |= new
        self._told(sum(min(BLOCK, self.size - block * BLOCK) for block in new))


class _Counted(io.RawIOBase):
    """A stream that tells how many bytes are read of it."""

    def __init__(self, stream: BinaryIO, tally: _Tally) -> None:
        self._stream, self._tally = stream, tally

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:
        start = self._stream.tell()
        n = self._stream.readinto(buffer)
        self._tally.read(start, start + n)
        return n

    def close(self) -> None:
        self._stream.close()
        super().close()


def _gzip(stream: BinaryIO) -> BinaryIO:
    reader = gzip.GzipFile(fileobj=stream)
    reader.myfileobj = stream  # closed with the reader
    return reader


def _zstandard(stream: BinaryIO) -> BinaryIO:
    reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True, closefd=True)
    return io.BufferedReader(reader)


COMPRESSIONS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": _gzip,
    ".zst": _zstandard,
}
# What opening or reading bytes may raise.
DAMAGED = (EOFError, OSError, NotImplementedError, zipfile.BadZipFile, zlib.error, zstandard.ZstdError)


def sources(path: Path, topic: str = "") -> Iterator[Source]:
    """Return the sources in a file or a folder, in a fixed order.

    The topic is the one given, or the first folder below data/articles/ or below the folder read.

    Raises
    ------
    LundianError
        The path does not exist.
    """
    if path.is_file():
        return iter([_source(path, topic or _topic_folder(path.resolve(), path.resolve().parent))])
    if path.is_dir():
        return (_source(file, topic or _topic_folder(file, path)) for file in article_files(path))
    raise LundianError(f"{path}: there is no such file or folder; check the spelling.")


def size_of(path: Path) -> int:
    """Return the bytes of the files that may hold articles in a folder, or of one file."""
    files = article_files(path) if path.is_dir() else [path] if path.is_file() else []
    return sum(file.stat().st_size for file in files)


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be articles, in a fixed order."""
    return sorted(path for path in folder.rglob("*") if may_hold_articles(path.relative_to(folder)) and path.is_file())


def may_hold_articles(path: PurePath) -> bool:
    """Say whether a file may be an article: hidden files, those that explain and what systems leave behind are not.

    >>> [may_hold_articles(PurePath(name)) for name in ("rents/a.txt", "README.md", "__MACOSX/a.txt", "~$a.docx")]
    [True, False, False, False]
    """
    if path.name.startswith((".", "~$")) or path.name.lower() in _EXPLAIN:
        return False
    return not any(part.lower() in _LEFT_BY_SYSTEMS for part in path.parts)


def _source(path: Path, topic: str) -> Source:
    return Source(path.name, str(path), topic, lambda: path.open("rb"))


def _topic_folder(file: Path, top: Path) -> str:
    """Return the topic by the folder that a file lies in: the first one below data/articles/ or the folder read."""
    base = paths.articles() if file.is_relative_to(paths.articles()) else top
    folders = file.relative_to(base).parts[:-1]
    return folders[0] if folders else ""
