"""How two tables of the same kind differ: rows that moved, changed sign, came or went."""

from typing import NamedTuple

import numpy as np
import pandas as pd

# What a row is about, in any of the package's tables …
KEYS = (
    "article", "paragraph", "sentence", "end", "concept", "a", "b", "term", "term_a", "term_b", "rule", "part", "metric",
    "scorer", "aspect", "method",
)  # fmt: skip
# … and what it says of it: the first of these that the table has.
VALUES = (
    "difference", "value", "gap", "tone", "shift", "log_ratio", "distance", "share", "npmi", "surplus", "coverage",
    "tone_snownlp", "role", "n", "per_thousand",
)  # fmt: skip
FIRST = 10
TOLERANCE = 1e-6  # relative; between machines the last digits of a number differ


class Comparison(NamedTuple):
    """What changed from one table to another. `where` (column → value) is the row that moved most."""

    column: str = ""
    n_rows: int = 0
    n_moved: int = 0
    n_sign: int = 0
    n_came: int = 0
    n_went: int = 0
    n_first: int = 0
    where: dict[str, object] | None = None
    before: object = None
    after: object = None


def compare(before: pd.DataFrame, after: pd.DataFrame) -> Comparison:
    """Compare two tables row by row, whatever the order of their rows.

    Returns
    -------
    Comparison
        column (whose values are compared), n_rows (in the new table), n_moved (in both, with another value), n_sign (of
        these, from below zero to above or the other way), n_came, n_went (rows of one table only), n_first (rows that came
        into the first ten; 0 for tables in the order of the text), where, before, after (the row that moved most).

    Examples
    --------
    >>> old, new = (pd.DataFrame({"term": ["茶", "水"], "n": n}) for n in ([3, 1], [3, 2]))
    >>> compare(old, new)[:3], compare(old, new).where
    (('n', 2, 1), {'term': '水'})
    """
    keys = [name for name in KEYS if name in before and name in after]
    column = next((name for name in VALUES if name in before and name in after), "")
    if not keys or not column:
        same = before.equals(after)
        return Comparison(column, len(after), 0 if same else len(after))
    both = _joined(before, after, keys, column)
    there = both[both["_merge"] == "both"]
    old, new = there["before"].to_numpy(), there["after"].to_numpy()
    moved, size, sign = _numbers(old, new) if _numeric(both) else _words(old, new)
    most = there.iloc[int(np.argmax(size))] if moved.any() else None
    return Comparison(
        column,
        len(after),
        int(moved.sum()),
        int(sign.sum()),
        int((both["_merge"] == "right_only").sum()),
        int((both["_merge"] == "left_only").sum()),
        _into_first(before, after, keys),
        None if most is None else {key: most[key] for key in keys if key != "article" or len(set(after[key])) > 1},
        None if most is None else most["before"],
        None if most is None else most["after"],
    )


def _joined(before: pd.DataFrame, after: pd.DataFrame, keys: list[str], column: str) -> pd.DataFrame:
    """Return the rows of both tables side by side; rows with the same key are told apart by their order."""
    sides = []
    for name, table in (("before", before), ("after", after)):
        side = table[keys].astype(str).assign(**{name: table[column]})
        sides.append(side.assign(_number=side.groupby(keys).cumcount()))
    return sides[0].merge(sides[1], on=[*keys, "_number"], how="outer", indicator=True)


def _numeric(both: pd.DataFrame) -> bool:
    return all(pd.api.types.is_numeric_dtype(both[side]) for side in ("before", "after"))


def _numbers(old: np.ndarray, new: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return which numbers moved, how far, and which changed sign."""
    old, new = old.astype(float), new.astype(float)
    moved = ~np.isclose(old, new, rtol=TOLERANCE, atol=1e-9, equal_nan=True)
    with np.errstate(invalid="ignore"):
        size = np.where(moved, np.nan_to_num(np.abs(new - old), posinf=np.finfo(float).max), -1)
    return moved, size, moved & (old * new < 0)


def _words(old: np.ndarray, new: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    moved = pd.Series(old).fillna("").to_numpy() != pd.Series(new).fillna("").to_numpy()
    return moved, moved.astype(int), np.zeros(len(moved), dtype=bool)


def _into_first(before: pd.DataFrame, after: pd.DataFrame, keys: list[str]) -> int:
    """Return how many rows are new among the first ten, in tables that are sorted by importance."""
    if "paragraph" in keys:
        return 0
    old, new = (set(table[keys].head(FIRST).itertuples(index=False, name=None)) for table in (before, after))
    return len(new - old)
