"""What every figure asks of its table and its options, refused in one sentence."""

from collections.abc import Iterable

import pandas as pd

from lundian.errors import LundianError


def need(table: pd.DataFrame, columns: Iterable[str], figure: str) -> pd.DataFrame:
    """Return the table's rows that have a value in each of `columns`; a column that isn't there is an error.

    >>> need(pd.DataFrame({"term": ["平台"]}), ["term", "n"], "plot_top_terms")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: plot_top_terms needs the columns term, n; the table has no n.
    """
    columns = list(columns)
    if gone := [name for name in columns if name not in table.columns]:
        raise LundianError(f"{figure} needs the columns {', '.join(columns)}; the table has no {', '.join(gone)}.")
    return table.dropna(subset=columns).reset_index(drop=True)


def check_language(language: str) -> str:
    """Return `language` if figures can be had in it.

    >>> check_language("fr")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: There is no language 'fr'; choose one of en, zh.
    """
    if language not in ("en", "zh"):
        raise LundianError(f"There is no language {language!r}; choose one of en, zh.")
    return language
