"""Measures on tables in parts: Dask DataFrames whose partitions never split an article, as `load_features` makes them.

A measure of each article is the same on each part as on the whole (`each`). A measure over all articles is put together from
what the parts say, a few at a time, so that no machine holds more than a few parts (`fold`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace

import pandas as pd

_WIDTH = 8  # parts that are put together at once


def in_parts(table: object) -> bool:
    """Say whether a table is a Dask DataFrame."""
    return type(table).__module__.startswith("dask")


def each(measure: Callable[..., pd.DataFrame], *tables: object, **shared: object) -> object:
    """Return a measure of each part, as a Dask DataFrame; its rows come part by part.

    The tables have the same articles in the same parts; what is `shared` goes to each part as it is.
    """
    import dask.dataframe as dd

    like = measure(*(table._meta for table in tables), **shared)  # noqa: SLF001 - Dask has no other name for it
    return dd.from_delayed(_delayed(measure, tables, shared), meta=like, verify_meta=False)


def each_corpus(measure: Callable[[object], pd.DataFrame], corpus: object, names: Sequence[str]) -> object:
    """Return a measure of the part of a corpus that each part of its tables is; `names` are the tables that it uses."""
    of_part = partial(_of_part, measure, names, corpus.topics)
    return each(of_part, *(getattr(corpus, name) for name in names))


def _of_part(measure: Callable, names: Sequence[str], topics: object, *tables: pd.DataFrame) -> pd.DataFrame:
    return measure(SimpleNamespace(topics=topics, **dict(zip(names, tables, strict=True))))


def fold(
    measure: Callable[..., pd.DataFrame],
    combine: Callable[[pd.DataFrame], pd.DataFrame],
    *tables: object,
    **shared: object,
) -> pd.DataFrame:
    """Return what a measure says of all parts together.

    Parameters
    ----------
    measure
        From a part of each table to what it adds.
    combine
        From what several parts add, one below the other, to what they add together; it may be applied again and again.
    """
    import dask

    join = dask.delayed(partial(_joined, combine))
    added = _delayed(measure, tables, shared)
    while len(added) > 1:
        added = [join(added[start : start + _WIDTH]) for start in range(0, len(added), _WIDTH)]
    return combine(added[0].compute())


def _delayed(measure: Callable, tables: Sequence[object], shared: dict[str, object]) -> list:
    """Return the measure of each part, to be worked out later."""
    import dask

    shared = {name: dask.delayed(value) for name, value in shared.items()}
    rows = zip(*(table.to_delayed() for table in tables), strict=True)
    return [dask.delayed(measure)(*parts, **shared) for parts in rows]


def _joined(combine: Callable[[pd.DataFrame], pd.DataFrame], added: Sequence[pd.DataFrame]) -> pd.DataFrame:
    return combine(pd.concat(added, ignore_index=True))
