"""The feature store: folders of Parquet tables, each written whole or not at all.

data/features/ is one such folder, without text. data/local/features/ holds one per batch of the reader's own articles, named
by its content, so that two processes that extract the same articles write the same folder.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from lundian.errors import LundianError, tell


def write(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables into a folder that takes the place of the one before; nothing half-written is ever seen under its name."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, table in tables.items():
            table.to_parquet(new / f"{name}.parquet", index=False, compression="zstd")
        new.chmod(0o755)
        _take_place(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _take_place(new: Path, folder: Path) -> None:
    try:
        new.replace(folder)
    except OSError:  # a folder that is not empty can't be replaced in one step
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent))
        folder.replace(old / "was")
        new.replace(folder)
        shutil.rmtree(old, ignore_errors=True)


def read(folder: Path, name: str, articles: list[str] | None = None) -> pd.DataFrame:
    """Return one table of a folder, of all articles or of those named.

    Raises
    ------
    LundianError
        The file is missing or damaged.
    """
    path = folder / f"{name}.parquet"
    try:
        chosen = None if articles is None else [("article", "in", articles)]
        return pd.read_parquet(path, filters=chosen)
    except (OSError, ValueError) as error:
        raise LundianError(
            f"{path.name} in {folder.name}: can't be read ({type(error).__name__}); delete that folder and load again."
        ) from None


def folders(store: Path) -> list[Path]:
    """Return the folders of features in a store, in a fixed order, without those that are not finished."""
    return sorted(path.parent for path in store.glob("*/articles.parquet") if not path.parent.name.startswith("."))


def catalogue(places: list[Path]) -> pd.DataFrame:
    """Return what features there are: the articles tables of all places, each row with its place.

    A place that can't be read is told and left out.
    """
    found = []
    for place in places:
        try:
            found.append(read(place, "articles").assign(place=str(place)))
        except LundianError as error:
            tell(f"Left out: {error}")
    return (
        pd.concat(found, ignore_index=True)
        if found
        else pd.DataFrame(columns=["article", "text_sha256", "dictionary", "extractor", "place"])
    )
