"""The tables that pass between the modules: their columns, their types and their keys.

`check(table, name)` is called wherever a table changes hands. It names the table, the column and the first bad row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from lundian.errors import LundianError

MAX_TERM = 12
KINDS = ("concept", "tone", "role", "hedge", "booster", "pair")

KEY_ARTICLE = ("article",)
KEY_PARAGRAPH = ("article", "paragraph")
KEY_SENTENCE = ("article", "paragraph", "sentence")


@dataclass(frozen=True)
class Schema:
    """What a table must look like: its columns with their types, its key, and columns that may be there besides.

    A type is "str", "int", "float" or "bool". `open` holds prefixes of columns that each scorer adds.
    """

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    unique: bool = True
    optional: Mapping[str, str] = field(default_factory=dict)
    open: tuple[str, ...] = ()

    def empty(self) -> pd.DataFrame:
        """Return the table without rows, with the right columns and types."""
        return pd.DataFrame({name: pd.Series(dtype=DTYPES[kind]) for name, kind in self.columns.items()})


DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "bool"}

SCHEMAS = {
    schema.name: schema
    for schema in (
        Schema(
            "articles",
            {
                "article": "str",
                "title": "str",
                "author": "str",
                "date": "str",
                "source": "str",
                "topics": "str",
                "n_paragraphs": "int",
                "n_chars": "int",
                "n_terms": "int",
                "mattr": "float",
                "file_sha256": "str",
                "text_sha256": "str",
                "dictionary": "str",
                "extractor": "str",
                "has_text": "bool",
            },
            KEY_ARTICLE,
            optional={"text": "str"},
        ),
        Schema(
            "paragraphs",
            {
                "article": "str",
                "paragraph": "int",
                "section": "int",
                "section_title": "str",
                "n_chars": "int",
                "n_sentences": "int",
                "n_terms": "int",
            },
            KEY_PARAGRAPH,
            optional={"text": "str"},
            open=("n_known_", "tone_"),
        ),
        Schema(
            "sentences",
            {
                "article": "str",
                "paragraph": "int",
                "sentence": "int",
                "n_chars": "int",
                "n_terms": "int",
                "role": "str",
            },
            KEY_SENTENCE,
            optional={"text": "str"},
            open=("tone_",),
        ),
        Schema("counts", {"article": "str", "paragraph": "int", "term": "str", "n": "int"}, (*KEY_PARAGRAPH, "term")),
        Schema(
            "marks",
            {
                "article": "str",
                "paragraph": "int",
                "sentence": "int",
                "start": "int",
                "end": "int",
                "kind": "str",
                "term": "str",
                "label": "str",
                "polarity": "float",
                "value": "float",
            },
            (*KEY_SENTENCE, "start", "end", "kind", "label"),
            unique=False,
        ),
        Schema(
            "tokens",
            {"article": "str", "paragraph": "int", "sentence": "int", "position": "int", "term": "str", "pos": "str"},
            (*KEY_SENTENCE, "position"),
        ),
    )
}

_IS_KIND = {
    "str": pd.api.types.is_string_dtype,
    "int": pd.api.types.is_integer_dtype,
    "float": pd.api.types.is_float_dtype,
    "bool": pd.api.types.is_bool_dtype,
}


def empty(name: str) -> pd.DataFrame:
    """Return the named table without rows.

    >>> list(empty("counts").columns)
    ['article', 'paragraph', 'term', 'n']
    """
    return SCHEMAS[name].empty()


def check(table: pd.DataFrame, name: str, *, keys: bool = True) -> pd.DataFrame:
    """Return `table` unchanged if it is a good table of that name; without `keys`, its columns and types alone are looked at.

    Raises
    ------
    LundianError
        A column is missing, unknown or of the wrong type, a key is missing or stands twice, or a value can't be; the
        sentence names the table, the column and the first bad row.

    Examples
    --------
    >>> check(empty("counts").drop(columns="n"), "counts")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: Table counts has no column n; its columns are article, paragraph, term, n.
    """
    schema = SCHEMAS[name]
    _check_columns(table, schema)
    _check_types(table, schema)
    if not keys:
        return table
    _check_key(table, schema)
    if name == "marks":
        _check_marks(table)
    return table


def _check_columns(table: pd.DataFrame, schema: Schema) -> None:
    known = {**schema.columns, **schema.optional}
    for column in schema.columns:
        if column not in table.columns:
            msg = f"Table {schema.name} has no column {column}; its columns are {', '.join(schema.columns)}."
            raise LundianError(msg)
    for column in table.columns:
        if column not in known and not str(column).startswith(schema.open or ("\0",)):
            msg = f"Table {schema.name} has a column {column} that it should not have."
            raise LundianError(msg)


def _check_types(table: pd.DataFrame, schema: Schema) -> None:
    for column, kind in {**schema.columns, **schema.optional}.items():
        if column in table.columns and len(table) and not _IS_KIND[kind](table[column].dtype):
            msg = f"Column {column} of table {schema.name} should hold {kind} and holds {table[column].dtype}."
            raise LundianError(msg)


def _check_key(table: pd.DataFrame, schema: Schema) -> None:
    keys = table[list(schema.key)]
    if keys.isna().to_numpy().any():
        row = int(keys.isna().to_numpy().any(axis=1).argmax())
        column = keys.columns[keys.iloc[row].isna()][0]
        raise LundianError(f"Column {column} of table {schema.name} has no value in row {row}.")
    if schema.unique and (doubled := keys.duplicated().to_numpy()).any():
        row = int(doubled.argmax())
        place = ", ".join(f"{name} {value}" for name, value in keys.iloc[row].items())
        raise LundianError(f"Table {schema.name} holds {place} twice, the second time in row {row}.")


def _check_marks(marks: pd.DataFrame) -> None:
    wrong = {
        "kind": ~marks["kind"].isin(KINDS).to_numpy(),
        "term": (marks["term"].str.len() > MAX_TERM).to_numpy(dtype=bool),
        "end": (marks["end"] <= marks["start"]).to_numpy(dtype=bool),
    }
    for column, bad in wrong.items():
        if bad.any():
            row = int(bad.argmax())
            raise LundianError(f"Column {column} of table marks can't be {marks[column].iloc[row]!r} (row {row}).")
