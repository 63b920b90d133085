"""Features of an archive on disk: FEATURES/<table>/part-00000.parquet, …, each part the same articles in every table.

A part's articles table is written last, so that a part without one does not count. Each file is written whole or not at all,
sorted by its keys, in row groups with statistics: pandas, Dask, DuckDB and Spark read the folder of a table as that table.
"""

import io
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from lundian import store
from lundian.errors import LundianError
from lundian.files import write_whole

TABLES = ("paragraphs", "sections", "sentences", "counts", "counts_plain", "marks", "articles")


def without_text(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables without text: counts, scores, positions and single terms."""
    made = {name: table.drop(columns="text", errors="ignore") for name, table in tables.items()}
    return made | {"articles": made["articles"].assign(has_text=False)}


def part_bytes(tables: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Return the files of a part, by table."""
    return {name: _parquet(table) for name, table in store.split(tables).items()}


def _parquet(table: pd.DataFrame) -> bytes:
    stream = io.BytesIO()
    table.to_parquet(stream, **store.PARQUET)
    return stream.getvalue()


def write_part(features: Path, part: str, files: Mapping[str, bytes]) -> None:
    """Write the files of a part, the articles table last."""
    for name in TABLES:
        write_whole(_file(features, name, part), files[name])


def names(features: Path) -> list[str]:
    """Return the names of the parts that are complete, in order."""
    return sorted(path.stem for path in (features / "articles").glob("part-*.parquet"))


def read_part(part: str, features: Path, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    """Return one table of a part.

    Raises
    ------
    LundianError
        The file is missing or damaged.
    """
    file = _file(features, name, part)
    try:
        table = pd.read_parquet(file, columns=columns)
        return store.with_headings(table, read_part(part, features, "sections")) if name == "paragraphs" else table
    except (OSError, ValueError) as error:
        raise LundianError(
            f"{file}: can't be read ({type(error).__name__}); delete articles/{part}.parquet there and extract again."
        ) from None


def drop(features: Path, part: str, stale: Collection[str]) -> None:
    """Take articles out of a part; a part that holds nothing else goes."""
    articles = read_part(part, features, "articles")
    kept = articles[~articles["article"].isin(stale)]
    if kept.empty:
        for name in reversed(TABLES):
            _file(features, name, part).unlink(missing_ok=True)
        return
    tables = {name: read_part(part, features, name) for name in TABLES if name != "sections"}
    write_part(features, part, part_bytes({k: t[t["article"].isin(kept["article"])] for k, t in tables.items()}))


def _file(features: Path, name: str, part: str) -> Path:
    return features / name / f"{part}.parquet"
