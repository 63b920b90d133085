"""Readers' labels of tone: those that the project ships, and a file for a reader's own."""

from pathlib import Path

import numpy as np
import pandas as pd

from lundian import paths
from lundian.errors import LundianError

KEYS = ["article", "paragraph"]
UNITS = ("paragraph", "sentence")


def label_template(corpus: object, n: int = 20, seed: int = 0, name: str = "my_labels") -> Path:
    """Write a file for labels of some paragraphs, drawn at random, and return where it is.

    Open it in a spreadsheet and fill the column tone: -2 clearly critical, -1 critical, 0 neither, 1 favourable, 2 clearly
    favourable. Label before you look at a score. A file that is there already is left as it is.

    Parameters
    ----------
    corpus
        Its paragraphs are used, with their text where it is at hand.
    n
        How many paragraphs at most.
    seed
        Of the draw.
    name
        The file is data/local/labels/<name>.csv.

    Returns
    -------
    pathlib.Path
        A CSV file with the columns article, paragraph, tone (empty), text.

    Raises
    ------
    LundianError
        The name is no plain file name, `n` is less than 1, or the corpus has no paragraph.
    """
    path = paths.local("labels", f"{name}.csv")
    if not name or path.parent != paths.local("labels") or name.startswith("."):
        raise LundianError(
            f"label_template needs a plain name for its file, such as 'my_labels'; it was given {name!r}."
        )
    if n < 1:
        raise LundianError(f"label_template needs at least one paragraph; n is {n}.")
    if not len(corpus.paragraphs):
        raise LundianError("label_template found no paragraph in this corpus; load one that has an article.")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _drawn(corpus.paragraphs, n, seed).to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
    return path


def _drawn(paragraphs: pd.DataFrame, n: int, seed: int) -> pd.DataFrame:
    """Return some paragraphs with an empty tone, in the order of the text."""
    ordered = paragraphs.sort_values(KEYS, ignore_index=True)
    chosen = np.random.default_rng(seed).choice(len(ordered), min(n, len(ordered)), replace=False)
    text = ordered["text"] if "text" in ordered.columns else ""
    return ordered[KEYS].assign(tone="", text=text).iloc[np.sort(chosen)].fillna("")


def read_labels(path: str | Path) -> pd.DataFrame:
    """Read labels that a reader filled in.

    Parameters
    ----------
    path
        A CSV file, as `label_template` writes it; columns beyond article, paragraph, sentence and tone are left out.

    Returns
    -------
    pandas.DataFrame
        One row per line of the file: article, paragraph, (sentence,) label (-2 to 2, NaN where none was filled in).

    Raises
    ------
    LundianError
        The file is not there or can't be read, a column is missing, a tone is no number from -2 to 2, a paragraph is no whole
        number, or a place has two labels.
    """
    from lundian.text.decode import decode

    path = Path(path)
    if not path.is_file():
        raise LundianError(f"There is no file {path.name} with labels; make one by label_template(corpus).")
    return _read(decode(path.read_bytes(), path.name).text, path.name)


def shipped_labels(name: str = "ali_pinduoduo", by: str = "paragraph") -> pd.DataFrame:
    """Return the labels that the project ships of its first article; data/labels/README.md says what they are.

    Returns
    -------
    pandas.DataFrame
        article, paragraph, (sentence,) label (-2 to 2, mean of three readings).

    Raises
    ------
    LundianError
        There are no such labels.

    Examples
    --------
    >>> len(shipped_labels("ali_pinduoduo")), len(shipped_labels("ali_pinduoduo", by="sentence"))
    (21, 65)
    """
    if by not in UNITS:
        raise LundianError(f"Labels are by {' or '.join(UNITS)}, not by {by!r}.")
    path = paths.data("labels", f"{name}_{by}s.csv")
    known = sorted(file.name.removesuffix("_paragraphs.csv") for file in path.parent.glob("*_paragraphs.csv"))
    if name not in known or not path.is_file():
        raise LundianError(f"There are no labels of {name!r} by {by}; there are {', '.join(known) or 'none'}.")
    return read_labels(path)


def written_labels() -> pd.DataFrame:
    """Return the texts written for this project, with their labels; data/labels/README.md says who wrote and read them.

    Returns
    -------
    pandas.DataFrame
        text, label (-2 to 2, one reading), kind (essay, technology, …; essays, news and posts are another writer's), group (what
        was written in one piece), half ("read": looked at while the scorer was made; "unread": only scored; "" where the texts
        were not divided).

    Examples
    --------
    >>> written_labels()["half"].unique().tolist()
    ['', 'read', 'unread']
    """
    first, second = (pd.read_csv(paths.data("labels", f"written_{name}.csv")) for name in ("sentences", "texts"))
    table = pd.concat([first.rename(columns={"sentence": "text"}), second], ignore_index=True)
    return table.rename(columns={"tone": "label"}).fillna({"half": ""})[["text", "label", "kind", "group", "half"]]


def _read(text: str, name: str) -> pd.DataFrame:
    from io import StringIO

    try:
        table = pd.read_csv(StringIO(text), dtype="str", keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError):
        raise LundianError(f"{name} is no table with commas; save it from the spreadsheet as CSV.") from None
    if gone := [column for column in (*KEYS, "tone") if column not in table.columns]:
        raise LundianError(f"{name} needs the columns article, paragraph, tone; it has no {gone[0]}.")
    keys = [*KEYS, "sentence"] if "sentence" in table.columns else KEYS
    made = table[["article"]].assign(**{key: _whole(table[key], key, name) for key in keys[1:]})
    made["label"] = _tones(table["tone"], name)
    if len(twice := made[made.duplicated(keys)]):
        place = " ".join(str(value) for value in twice[keys].iloc[0])
        raise LundianError(f"{name}: {place} stands there twice; leave one label for each {keys[-1]}.")
    return made


def _whole(values: pd.Series, column: str, name: str) -> pd.Series:
    fits = values.str.strip().str.fullmatch(r"[0-9]+")
    if not fits.all():
        line, value = _first(values, ~fits)
        raise LundianError(f"{name}, line {line}: the {column} is {value!r}; write a whole number.")
    return values.str.strip().astype("int64")


def _tones(values: pd.Series, name: str) -> pd.Series:
    plain = values.str.strip().str.replace("−", "-")
    number = pd.to_numeric(plain, errors="coerce")
    wrong = (plain != "") & ~number.between(-2, 2)
    if wrong.any():
        line, value = _first(values, wrong)
        raise LundianError(
            f"{name}, line {line}: the tone is {value!r}; write a number from -2 to 2, or leave it empty."
        )
    return number.astype("float64")


def _first(values: pd.Series, wrong: pd.Series) -> tuple[int, str]:
    """Return line and value of the first wrong one; line 1 holds the column names."""
    place = int(np.argmax(wrong.to_numpy()))
    return place + 2, values.iloc[place]
