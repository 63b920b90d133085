"""Lexicons from CSV files: term and polarity, whoever wrote them, with one clear sentence where a file is no lexicon."""

import csv
import io
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError

_CODINGS = ("utf-8-sig", "gb18030")


def find_lexicon(name: str) -> Path:
    """Return the file of a lexicon: a reader's own in data/local/lexicons/ before the project's in data/lexicons/.

    Raises
    ------
    LundianError
        There is no lexicon of that name.
    """
    places = [paths.local("lexicons"), paths.lexicons()]
    if not name or Path(name).name != name:
        raise LundianError(f"A lexicon is named without folder or ending, as tone; {name!r} is no such name.")
    for place in places:
        if (file := place / f"{name}.csv").is_file():
            return file
    own = sorted(file.stem for file in places[0].glob("*.csv"))
    raise LundianError(
        f"There is no lexicon {name!r}; there are {', '.join(['tone', *own])}. "
        f"Put your own as data/local/lexicons/{name}.csv, with the columns term and polarity."
    )


def load_lexicon(name: str) -> dict[str, float]:
    """Return the terms of a lexicon with their polarities, scaled to -2…2 where a file's own scale is wider.

    Raises
    ------
    LundianError
        There is no such lexicon, its file has no columns term and polarity, or a polarity is no number.

    Examples
    --------
    >>> load_lexicon("tone")["双赢"] > 0
    True
    """
    return polarities(find_lexicon(name))


def polarities(file: Path) -> dict[str, float]:
    """Return term → polarity of a CSV file; a term given twice counts as its mean."""
    given: dict[str, list[float]] = {}
    for number, row in read_rows(file, ("term", "polarity")):
        if row["term"]:
            given.setdefault(row["term"], []).append(_number(file, number, row["polarity"]))
    if not given:
        raise LundianError(f"{file.name} holds no term; write one a line below the heading term,polarity.")
    means = {term: sum(of) / len(of) for term, of in given.items()}
    most = max(map(abs, means.values()))
    scale = 2 / most if most > 2 else 1.0
    return {term: value * scale for term, value in means.items()}


def read_rows(file: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a CSV file with their line numbers; UTF-8 with or without BOM, or GB18030; any line ends.

    Raises
    ------
    LundianError
        The file is not text, or lacks one of the columns.
    """
    reader = csv.DictReader(io.StringIO(_decode(file), newline=""))
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or []]
        if missing := [name for name in columns if name not in names]:
            raise LundianError(f"{file.name} has no column {missing[0]}; its first line should be {','.join(columns)}.")
        reader.fieldnames = names
        return [
            (reader.line_num, {name: (row[name] or "").strip(" \t\u3000\ufeff") for name in columns}) for row in reader
        ]
    except csv.Error as error:
        raise LundianError(f"{file.name} is not a CSV file: {error}; save it as CSV with commas.") from None


def _decode(file: Path) -> str:
    content = file.read_bytes()
    for coding in _CODINGS:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise LundianError(f"{file.name} is neither UTF-8 nor GB18030 text; save it as CSV in UTF-8.")


def _number(file: Path, line: int, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if abs(value) < float("inf"):
        return value
    raise LundianError(f"Polarity {text!r} in line {line} of {file.name} is no number; give one, as -1.5.")
