"""The feature store: folders of Parquet tables, each written whole or not at all.

data/features/ is one such folder, without text. data/local/features/ holds one per batch of the reader's own articles, named
by its content, so that two processes that extract the same articles write the same folder. Headings stand in a file of their
own, sorted by themselves: in the order of the text, one after the other, they would quote the article.
"""

import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from lundian.errors import LundianError, tell

_SECTION = ["article", "section"]


def write(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables into a folder that takes the place of the one before; nothing half-written is ever seen under its name."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, table in _split(tables).items():
            table.to_parquet(new / f"{name}.parquet", index=False, compression="zstd")
        new.chmod(0o755)
        _take_place(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _split(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables with the headings of the paragraphs in a table of their own."""
    paragraphs = tables["paragraphs"]
    sections = paragraphs[[*_SECTION, "section_title"]].drop_duplicates(_SECTION)
    sections = sections.sort_values(["section_title", *_SECTION], ignore_index=True)
    return {**tables, "paragraphs": paragraphs.drop(columns="section_title"), "sections": sections}


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
        table = pd.read_parquet(path, filters=chosen)
        return _with_headings(table, folder) if name == "paragraphs" else table
    except (OSError, ValueError) as error:
        raise LundianError(
            f"{path.name} in {folder.name}: can't be read ({type(error).__name__}); delete that folder and load again."
        ) from None


def _with_headings(paragraphs: pd.DataFrame, folder: Path) -> pd.DataFrame:
    made = paragraphs.merge(
        pd.read_parquet(folder / "sections.parquet"), on=_SECTION, how="left", validate="many_to_one"
    )
    made.insert(made.columns.get_loc("section") + 1, "section_title", made.pop("section_title"))
    return made


def folders(store: Path) -> list[Path]:
    """Return the folders of features in a store, in a fixed order, without those that are not finished."""
    return sorted(path.parent for path in store.glob("*/articles.parquet") if not path.parent.name.startswith("."))


def forget(store: Path, articles: Collection[str]) -> None:
    """Drop what a store holds of some articles; a folder that holds nothing else goes."""
    for folder in folders(store):
        held = pd.read_parquet(folder / "articles.parquet", columns=["article"])["article"]
        kept = held[~held.isin(articles)].tolist()
        if not kept:
            shutil.rmtree(folder)
        elif len(kept) < len(held):
            names = {path.stem for path in folder.glob("*.parquet")} - {"sections"}
            write(folder, {name: read(folder, name, kept) for name in sorted(names)})


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
