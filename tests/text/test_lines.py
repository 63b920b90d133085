"""Lines are decoded in one pass, in the encoding that the first piece beyond ASCII tells."""

import io
from itertools import product

import pytest

import lundian as ld
from lundian.text import lines
from lundian.text.lines import Lines
from lundian.text.source import Source

TEXT = "食堂的账不难算，难的是有人来吃。\r\n菜价下降，人却没有多起来。\n也许明年会变\r没有换行的末尾"


def read(raw: bytes) -> tuple[list[str], str, list[int]]:
    """Return the lines of these bytes, their encoding, and how often they were opened."""
    opened = []

    def stream() -> io.BytesIO:
        opened.append(1)
        return io.BytesIO(raw)

    found = Lines(Source("a.csv", "a.csv", "", stream))
    return list(found), found.encoding, opened


@pytest.mark.parametrize(
    ("encoding", "piece"),
    [*product(["utf-8", "utf-8-sig", "utf-16"], [1, 7, 1 << 17]), ("gb18030", 200), ("gb18030", 1 << 17)],
)
def test_lines_are_those_of_the_text(monkeypatch, encoding, piece):
    """Wherever a piece ends, the lines are whole, each with its own end, and the source is opened once."""
    monkeypatch.setattr(lines, "PIECE", piece)
    found, told, opened = read((TEXT * 20).encode(encoding))
    assert found == list(io.StringIO(TEXT * 20, newline=""))
    assert told == encoding.removesuffix("-sig")
    assert opened == [1]


def test_ascii_before_does_not_hide_the_encoding(monkeypatch):
    """A long beginning that is ASCII is read in passing; the encoding is known with the first piece that is not."""
    monkeypatch.setattr(lines, "PIECE", 100)
    found, told, opened = read(("a,b\n" * 1000 + TEXT).encode("gb18030"))
    assert found[:1000] == ["a,b\n"] * 1000
    assert found[1000:] == list(io.StringIO(TEXT, newline=""))
    assert (told, opened) == ("gb18030", [1])


def test_a_bad_byte_spoils_its_line_only():
    """It becomes a character that no text may hold; at the end of the file as well."""
    found, _, _ = read(f"{TEXT}\n".encode() + b"\xff\n" + TEXT.encode()[:-1])
    whole = list(io.StringIO(TEXT, newline=""))
    assert found[:-1] == [*whole[:-1], f"{whole[-1]}\n", "\udcff\n", *whole[:-1]]
    assert found[-1][:-2] == whole[-1][:-1]
    assert all("\udc80" <= character <= "\udcff" for character in found[-1][-2:])


def test_no_text_is_refused_by_name_wherever_it_begins(monkeypatch):
    """What begins as ASCII and goes on as something else is refused when it is met."""
    monkeypatch.setattr(lines, "PIECE", 10)
    with pytest.raises(ld.LundianError, match=r"a\.csv: "):
        read(b"a,b\n" * 100 + bytes(range(128, 256)) * 3)
