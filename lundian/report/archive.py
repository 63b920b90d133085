"""Office files are archives: written so that the same content is the same bytes."""

import io
import zipfile
from collections.abc import Callable, Mapping

_WHEN = (1980, 1, 1, 0, 0, 0)  # the beginning of an archive's time


def repack(content: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """Return an archive without times, its members in order; `changes` maps names of members to what changes them.

    >>> twice = [repack(repack(_sample())) for _ in range(2)]
    >>> twice[0] == twice[1]
    True
    """
    changed, made = changes or {}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, changed.get(name, bytes)(old.read(name)))
    return made.getvalue()


def _sample() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    return made.getvalue()
