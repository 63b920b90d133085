"""The lines of a file, decoded as they stream, in one pass: the first piece that holds more than ASCII tells the encoding.

A byte that does not belong to the encoding becomes a character that no text may hold.
"""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from lundian.text.decode import encoding_of
from lundian.text.source import Source

PIECE = 1 << 17  # bytes that are decoded together


class Lines:
    """The lines of a source, with their ends.

    Attributes
    ----------
    encoding, confidence : str, float
        The encoding as far as it is known, and the confidence in it; ASCII is called UTF-8.
    """

    def __init__(self, source: Source) -> None:
        self.encoding, self.confidence = "utf-8", 1.0
        self._source = source

    def __iter__(self) -> Iterator[str]:
        rest = ""
        for text in self._decoded():
            *lines, rest = [*io.StringIO(rest + text, newline=""), ""]
            if lines and not lines[-1].endswith("\n"):
                rest = lines.pop()
            yield from lines
        if rest:
            yield rest

    def _decoded(self) -> Iterator[str]:
        """Yield the text in pieces.

        Raises
        ------
        LundianError
            The first piece that holds more than ASCII is no text in any encoding in use for Chinese.
        """
        decoder = codecs.getincrementaldecoder("ascii")()
        known = False
        with self._source.plain() as stream:
            while piece := _up_to_line_end(stream):
                if not known and (told := encoding_of(piece, self._source.name)):
                    decoder, known = codecs.getincrementaldecoder(told[0])("surrogateescape"), True
                    self.encoding, self.confidence = told[0].removesuffix("-sig"), told[1]
                yield decoder.decode(piece)
        yield decoder.decode(b"", final=True)


def _up_to_line_end(stream: BinaryIO) -> bytes:
    """Return the next piece of a stream, whole lines only."""
    return stream.read(PIECE) + stream.readline()
