"""The feature store: folders of Parquet tables, each written whole or not at all.

data/features/ is one such folder, without text. data/local/features/ holds one per batch of the reader's own articles, named
by its content, so that two processes that extract the same articles write the same folder. Headings stand in a file of their
own, sorted by themselves: in the order of the text, one after the other, they would quote the article.
"""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pandas as pd

from lundian.errors import LundianError, tell

_SECTION = ["article", "section"]
_ROW_GROUP = (
    1 << 16
)  # rows that are read or passed over together: some articles of many are found without reading the rest
PARQUET = {"index": False, "compression": "zstd", "row_group_size": _ROW_GROUP}
_MOST_LOOSE = 8  # folders that may be small, or hold what is no longer wanted, before they are put together
_YOUNG = 600  # seconds in which a folder is left alone, because another process may be at work with it


def write(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables into a folder that takes the place of the one before; nothing half-written is ever seen under its name."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for name, table in split(tables).items():
            table.to_parquet(new / f"{name}.parquet", **PARQUET)
        new.chmod(0o755)
        _take_place(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def split(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables with the headings of the paragraphs in a table of their own."""
    paragraphs = tables["paragraphs"]
    sections = paragraphs[[*_SECTION, "section_title"]].drop_duplicates(_SECTION)
    sections = sections.sort_values(["section_title", *_SECTION], ignore_index=True)
    return {**tables, "paragraphs": paragraphs.drop(columns="section_title"), "sections": sections}


def _take_place(new: Path, folder: Path) -> None:
    """Put a folder in the place of another, which can't be done in one step, while other processes may do the same."""
    while True:
        with suppress(OSError):
            new.replace(folder)
            return
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=folder.parent))
        with suppress(FileNotFoundError):
            folder.replace(old / "was")
        shutil.rmtree(old, ignore_errors=True)


def read(
    folder: Path, name: str, articles: Collection[str] | None = None, columns: list[str] | None = None
) -> pd.DataFrame:
    """Return one table of a folder, of all articles or of those named; all its columns or some.

    Raises
    ------
    LundianError
        The file is missing or damaged.
    """
    path = folder / f"{name}.parquet"
    try:
        chosen = None if articles is None else [("article", "in", list(articles))]
        table = pd.read_parquet(path, filters=chosen, columns=columns)
        return with_headings(table, pd.read_parquet(folder / "sections.parquet")) if name == "paragraphs" else table
    except (OSError, ValueError) as error:
        raise LundianError(
            f"{path.name} in {folder.name}: can't be read ({type(error).__name__}); delete that folder and load again."
        ) from None


def with_headings(paragraphs: pd.DataFrame, sections: pd.DataFrame) -> pd.DataFrame:
    """Return paragraphs with the headings of their sections."""
    made = paragraphs.merge(sections, on=_SECTION, how="left", validate="many_to_one")
    made.insert(made.columns.get_loc("section") + 1, "section_title", made.pop("section_title"))
    return made


def folders(store: Path) -> list[Path]:
    """Return the folders of features in a store, in a fixed order, without those that are not finished."""
    return sorted(path.parent for path in store.glob("*/articles.parquet") if not path.parent.name.startswith("."))


def forget(store: Path, articles: Collection[str]) -> None:
    """Drop what a store holds of some articles; a folder that holds nothing else goes."""
    for folder in folders(store):
        with suppress(LundianError):  # what is damaged holds nothing that could be used
            _forget(folder, articles)


def _forget(folder: Path, articles: Collection[str]) -> None:
    held = read(folder, "articles")["article"]
    kept = held[~held.isin(articles)].tolist()
    if not kept:
        shutil.rmtree(folder)
    elif len(kept) < len(held):
        names = {path.stem for path in folder.glob("*.parquet")} - {"sections"}
        write(folder, {name: read(folder, name, kept) for name in sorted(names)})


def catalogue(places: Sequence[Path], columns: Sequence[str] = ()) -> pd.DataFrame:
    """Return what features there are: the articles tables of all places, each row with its place.

    A place that can't be read is told and left out.
    """
    columns = list(columns)
    found = [pd.DataFrame(columns=[*(columns or ["article"]), "place"], dtype="str")]
    for place in places:
        try:
            found.append(read(place, "articles", columns=columns or None).assign(place=str(place)))
        except LundianError as error:
            tell(f"Left out: {error}")
    return pd.concat(found[1:] or found, ignore_index=True)


def tidy(store: Path, wanted: pd.DataFrame, size: int) -> None:
    """Put small folders together, and drop what is no longer wanted.

    Parameters
    ----------
    wanted
        The articles to keep, by the columns that tell features apart.
    size
        Characters that a folder should hold; one with less than half of it is small.
    """
    key = list(wanted)
    held = catalogue([place for place in folders(store) if _is_old(place)], [*key, "n_chars"])
    held = held.merge(wanted.drop_duplicates().assign(kept=True), on=key, how="left")
    held["kept"] = held["kept"].notna() & ~held[key].duplicated()
    loose = held.groupby("place").filter(lambda own: not own["kept"].all() or own["n_chars"].sum() < size / 2)
    if loose["place"].nunique() > _MOST_LOOSE:
        put = set()
        for rows in _together(loose[loose["kept"]], size):
            put.add(place := store / name_of(rows[key]))
            write(place, _joined(rows.groupby("place")["article"].agg(list)))
        for place in set(map(Path, loose["place"])) - put:
            shutil.rmtree(place, ignore_errors=True)
    for left in (path for path in store.glob(".*-*") if path.is_dir() and _is_old(path)):
        shutil.rmtree(left, ignore_errors=True)


def name_of(keys: pd.DataFrame) -> str:
    """Return the name of a folder by what it holds."""
    return hashlib.sha256(keys.to_csv(index=False).encode()).hexdigest()[:16]


def _is_old(place: Path) -> bool:
    with suppress(FileNotFoundError):
        return time.time() - place.stat().st_mtime > _YOUNG
    return False


def _together(rows: pd.DataFrame, size: int) -> Iterator[pd.DataFrame]:
    number = (rows["n_chars"].cumsum() - 1) // size
    return (own for _, own in rows.groupby(number))


def _joined(places: pd.Series) -> dict[str, pd.DataFrame]:
    """Return the tables of some articles of several places: place → its articles."""
    names = {path.stem for path in Path(places.index[0]).glob("*.parquet")} - {"sections"}
    parts = {name: [read(Path(place), name, own) for place, own in places.items()] for name in sorted(names)}
    return {name: by_article(tables) for name, tables in parts.items()}


def by_article(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return tables that share no article as one, sorted by their keys as each of them is."""
    whole = pd.concat(parts, ignore_index=True)
    place = pd.factorize(whole["article"], sort=True)[0]
    return whole if (place[1:] >= place[:-1]).all() else whole.take(place.argsort(kind="stable")).reset_index(drop=True)
