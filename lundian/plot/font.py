"""The one font of every figure, Noto Sans SC from a pinned package, so that no machine shows boxes.

It is registered under a name of our own: a font of the same name that the machine happens to have can't take its place.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

FAMILY = "Lundian Noto Sans SC"
PUBLIC_FAMILY = "Noto Sans SC"
STAND_IN = "〓"  # the printer's mark for a character that the type case lacks

_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_OPEN, _CLOSE = "“‘（《「『〈【([", "”’）》」』〉】)]，。、；：！？…,.;:!?%"
_UNIT = re.compile(rf"\n|[^\S\n]+|[{re.escape(_OPEN)}]*(?:[{_CJK}]|[^\s{_CJK}]+|$)[{re.escape(_CLOSE)}]*")
_RUN = re.compile(rf"\n|[^\S\n]+|[{re.escape(_OPEN)}]*(?:[{_CJK}]{{1,8}}|[^\s{_CJK}]+|$)[{re.escape(_CLOSE)}]*")


def path() -> str:
    """Return where the font file is.

    >>> path().endswith("NotoSansSC-Regular.otf")
    True
    """
    from pylopdf_fonts_zh_cn import sans_path

    return str(sans_path())


def register() -> str:
    """Make the font known to matplotlib under `FAMILY`, once, and return that name."""
    from dataclasses import replace

    from matplotlib.font_manager import fontManager

    if not any(entry.name == FAMILY for entry in fontManager.ttflist):
        before = len(fontManager.ttflist)
        fontManager.addfont(path())
        fontManager.ttflist[before:] = [replace(fontManager.ttflist[before], name=FAMILY)]
    return FAMILY


@lru_cache(maxsize=1)
def _face() -> object:
    from matplotlib.ft2font import FT2Font

    return FT2Font(path())


@lru_cache(maxsize=20_000)
def _advance(char: str) -> float:
    """Return a character's width in em; 0.0 for one that the font lacks or that takes no room."""
    from matplotlib.ft2font import LoadFlags

    index = _face().get_char_index(ord(char))
    return _face().load_glyph(index, flags=LoadFlags.NO_SCALE).horiAdvance / _face().units_per_EM if index else 0.0


def missing(texts: str | Iterable[str]) -> list[str]:
    """Return the characters that the font lacks, sorted; white space counts as known.

    >>> missing(["平台 platform", "好😀"])
    ['😀']
    """
    chars = set(texts) if isinstance(texts, str) else set().union(*texts)
    return sorted(c for c in chars if not c.isspace() and not _face().get_char_index(ord(c)))


def drawable(text: str) -> str:
    """Return a reader's text as it can be drawn on one line: what the font lacks stands as 〓.

    >>> drawable("好😀\\n平台")
    '好〓 平台'
    """
    gone = missing(text)
    return "".join(STAND_IN if c in gone else " " if c.isspace() else c for c in text)


def width(text: str, size: float) -> float:
    """Return the width in points of `text` set on one line at `size` points.

    >>> width("平台", 10)
    20.0
    """
    return sum(_advance(c) for c in text) * size


def wrap(text: str, size: float, room: float, lines: int | None = None) -> str:
    """Break `text` into lines of at most `room` points; no line begins with closing punctuation.

    Chinese breaks between any two characters, English at spaces; a Chinese term in an English sentence stays whole. With
    `lines`, what goes beyond that many lines is left out and the last one ends in "…".

    >>> wrap("平台，流量", 10, 30)
    '平台，\\n流量'
    """
    done = [""]
    for unit in _units(text):
        if unit == "\n" or width(done[-1] + unit.rstrip(), size) > room:
            done[-1] = done[-1].rstrip()
            done.append("")
        if unit.strip() and not done[-1] and width(unit, size) > room:
            done[-1:] = _split(unit, size, room)
        elif done[-1] or unit.strip():
            done[-1] += unit
    done = [line.rstrip() for line in done if line.strip()]
    if lines is not None and len(done) > lines:
        done = [*done[: lines - 1], shorten("".join(done[lines - 1 :]), size, room)]
    return "\n".join(done)


def _units(text: str) -> list[str]:
    chinese = len(re.findall(rf"[{_CJK}]", text))
    return (_UNIT if chinese * 2 > len(text) else _RUN).findall(text)


def _split(unit: str, size: float, room: float) -> list[str]:
    """Cut a unit that is wider than a line wherever it has to be."""
    pieces = [""]
    for char in unit:
        if pieces[-1] and width(pieces[-1] + char, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces


def shorten(text: str, size: float, room: float) -> str:
    """Return `text`, cut with "…" when it is wider than `room` points.

    >>> shorten("消费平权消费平权", 10, 50)
    '消费平权…'
    """
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1]
    return text + "…"
