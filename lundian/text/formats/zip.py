"""Zip archives: the files in them, read where they lie; nothing is unpacked to disk."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from lundian.errors import LundianError
from lundian.text.bounds import check_size
from lundian.text.source import Refuse, Source, may_hold_articles

_UTF8, _LOCKED = 0x800, 0x1  # flags of an entry


def read_zip(source: Source, refuse: Refuse) -> Iterator[Source]:
    """Yield the files in an archive that may hold articles, in the order of their names.

    The topic is the archive's own, or the first folder in it. What can't be read safely is handed to `refuse`, by its name.

    Raises
    ------
    LundianError
        The archive is damaged.
    """
    with source.open() as stream, _opened(stream, source.name) as archive:
        for name, info in sorted(((_name(info), info) for info in archive.infolist()), key=lambda entry: entry[0]):
            if info.is_dir() or not may_hold_articles(PurePosixPath(name)):
                continue
            try:
                _check(info, name, f"{source.name}/{name}")
            except LundianError as error:
                refuse(f"{source.place}/{name}", str(error))
            else:
                yield _member(archive, info, name, source)


def _opened(stream: object, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise LundianError(f"{name}: is damaged or is no zip archive; make it again.") from None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, source: Source) -> Source:
    folders = PurePosixPath(name).parts[:-1]
    topic = source.topic or (folders[0] if folders else "")
    return Source(f"{source.name}/{name}", f"{source.place}/{name}", topic, lambda: archive.open(info))


def _name(info: zipfile.ZipInfo) -> str:
    """Return the path of an entry; where it is not said to be UTF-8, Windows wrote it in GBK.

    >>> info = zipfile.ZipInfo("食堂/账.txt".encode("gbk").decode("cp437"))
    >>> _name(info)
    '食堂/账.txt'
    """
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        raw = name.encode("cp437", "replace")
        name = next((told for encoding in ("utf-8", "gb18030") if (told := _decoded(raw, encoding))), name)
    return name.replace("\\", "/")


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _check(info: zipfile.ZipInfo, name: str, shown: str) -> None:
    """Refuse an entry that is no plain file of a size that an article has."""
    windows = PureWindowsPath(name)
    if ".." in windows.parts or windows.drive or windows.root:
        raise LundianError(
            f"{shown}: has a path that leads out of the archive, so it was not read; make the archive again."
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise LundianError(
            f"{shown}: is a link to another file, so it was not read; put the file itself into the archive."
        )
    if info.flag_bits & _LOCKED:
        raise LundianError(f"{shown}: has a password, so it was not read; make the archive again without one.")
    if name.lower().endswith(".zip"):
        raise LundianError(f"{shown}: is an archive in an archive, so it was not read; unpack it first.")
    check_size(info, shown)
