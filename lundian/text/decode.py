"""Bytes to text: which encoding it is, how sure that is, and no character replaced."""

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lundian.errors import LundianError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch, CharsetMatches

# The encodings in which Chinese text comes; GB18030 holds GBK and GB2312.
_GUESSED = ("gb18030", "big5", "utf_16_le", "utf_16_be")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SURE = 0.5  # up to this confidence a guess is refused: a wrong encoding gives fluent nonsense
SHORTEST = 40  # fewer bytes than this are as likely to be fluent nonsense in another encoding
CLOSE = 0.02  # two readings whose disorder differs by less than this are equally good
FLAWS = 0.1  # up to this share of wrong characters beyond ASCII, bytes are UTF-8 that is damaged here and there

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\u200b": "", "\ufeff": "", "\u00ad": ""}
)
_ANY_BLANK = re.compile(f"[{''.join(map(chr, _BLANKS))}]")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Decoded:
    """A decoded file: its text with \\n line ends, the encoding, and the confidence in it from 0 to 1."""

    text: str
    encoding: str
    confidence: float


def decode(raw: bytes, name: str) -> Decoded:
    """Return the text of a file called `name`.

    Raises
    ------
    LundianError
        The bytes are no text in any encoding in use for Chinese, or hold a character that can't stand in a table.

    Examples
    --------
    >>> decode("平台".encode("utf-16"), "a.txt")
    Decoded(text='平台', encoding='utf-16', confidence=1.0)
    """
    text, encoding, confidence = _decoded(raw, name)
    return Decoded(clean(text, name), encoding, confidence)


def encoding_of(piece: bytes, name: str) -> tuple[str, float] | None:
    """Return the encoding told by whole lines of a file and the confidence in it; None where they are ASCII.

    Raises
    ------
    LundianError
        The piece is no text in any encoding in use for Chinese.
    """
    if bom := next((encoding for bom, encoding in _BOMS if piece.startswith(bom)), None):
        return bom, 1.0
    if piece.isascii():
        return None
    if is_utf8_with_flaws(piece):
        return "utf-8", 1.0
    return _decoded(piece, name)[1:]


def is_utf8_with_flaws(raw: bytes) -> bool:
    """Say whether bytes are UTF-8 but for a few; of text in another encoding, most characters beyond ASCII are wrong."""
    text = raw.decode("utf-8", "replace")
    return text.count("\ufffd") <= FLAWS * (len(text) - len(text.encode("ascii", "ignore")))


def clean(text: str, name: str) -> str:
    """Return text with \\n line ends and plain blanks; refuse what can't stand in a table, with its place.

    Non-breaking blanks and tabs become blanks; zero-width blanks, soft hyphens and byte-order marks go. Full-width blanks stay.
    """
    text = _LINE_ENDS.sub("\n", text)
    if bad := _IMPOSSIBLE.search(text):
        line = text.count("\n", 0, bad.start()) + 1
        column = bad.start() - text.rfind("\n", 0, bad.start())
        raise LundianError(
            f"{name}: the character U+{ord(bad[0]):04X} in line {line}, column {column} can't be part of a text; "
            "remove it and load the file again."
        )
    return text.translate(_BLANKS) if _ANY_BLANK.search(text) else text


def _decoded(raw: bytes, name: str) -> tuple[str, str, float]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict(raw, encoding, name), encoding.removesuffix("-sig"), 1.0
    try:
        return raw.decode("utf-8"), "utf-8", 1.0
    except UnicodeDecodeError:
        return _guessed(raw, name)


def _strict(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise LundianError(
            f"{name}: begins as {encoding} but byte {error.start} does not belong to it; save the file as UTF-8 and try again."
        ) from None


def _guessed(raw: bytes, name: str) -> tuple[str, str, float]:
    from charset_normalizer import from_bytes

    matches = from_bytes(raw, cp_isolation=list(_GUESSED), preemptive_behaviour=False)
    best = matches.best()
    confidence = _confidence(best, matches) if best else 0.0
    if confidence <= SURE or len(raw) < SHORTEST:
        why = (
            "could be text in several encodings"
            if best
            else "is not text in UTF-8, UTF-16, GB18030 (GBK, GB2312) or Big5"
        )
        raise LundianError(f"{name}: {why}, so it was not read; save it as UTF-8 and try again.")
    return str(best), best.encoding.replace("_", "-"), confidence


def _confidence(best: "CharsetMatch", matches: "CharsetMatches") -> float:
    """Return how free of disorder the best reading is, divided by the number of readings that are about as good."""
    rivals = [other for other in matches if str(other) != str(best) and other.chaos - best.chaos < CLOSE]
    return round((1 - best.chaos) / (1 + len(rivals)), 3)
