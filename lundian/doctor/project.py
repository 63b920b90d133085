"""What the project and its data give: font, models, folders, caches, and features that fit their texts."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from lundian import paths
from lundian.doctor.check import INSTALL, check
from lundian.errors import few

NEW_FEATURES = (
    "Get the present data/features/ (git pull), or put the articles into data/articles/ and run lundian ship."
)


@check("font")
def font() -> tuple[str, str]:
    """Look whether the figures' font is there, and has every character of topics and lexicons."""
    from lundian.plot.font import missing, path

    if not Path(path()).is_file():
        return f"{path()} is not there", INSTALL
    files = [*paths.topics().glob("*.yaml"), *paths.lexicons().glob("*.csv")]
    chars = set().union(*(file.read_text(encoding="utf-8-sig", errors="replace") for file in files))
    if gone := missing("".join(chars)):
        return f"no glyph for {few(gone)}", "Write these words with other characters in data/topics/ or data/lexicons/."
    return f"{Path(path()).name} has all {len(chars)} characters of topics and lexicons", ""


@check("models")
def models() -> tuple[str, str]:
    """Look whether jieba's dictionary and SnowNLP's model can be read."""
    from lundian.tone.snownlp_cache import state
    from lundian.words.fastcut import dictionary_file

    size = dictionary_file().stat().st_size
    state()
    return f"jieba's dictionary ({size:,} bytes) and SnowNLP's model are there", "" if size else INSTALL


@check("folders")
def folders() -> tuple[str, str]:
    """Look whether what a reader's use makes can be written."""
    places = (paths.articles, paths.local, paths.figures, paths.notebooks, paths.topics, paths.cache)
    closed = [place.__name__ for place in places if not _writable(place)]
    if closed:
        return f"can't write to {few(closed)}, in {paths.home()}", "Move the project to a folder that you may write to."
    return f"all can be written, in {paths.home()}", ""


def _writable(place: Callable[[], Path]) -> bool:
    try:
        there = next(folder for folder in (place(), *place().parents) if folder.exists())
        with tempfile.TemporaryFile(dir=there):
            return True
    except OSError:
        return False


@check("cache")
def cache() -> tuple[str, str]:
    """Look whether SnowNLP's tables, which are kept between runs, are whole and made from the model that is installed."""
    from lundian.tone.snownlp_cache import state

    file, found = state()
    told = {"absent": "nothing kept yet; it is made at the first use", "sound": f"{file} is whole"}
    if found in told:
        return told[found], ""
    return f"{file} is {found}", f"Delete {file}; it is made again at the next use."


@check("stored features")
def stored() -> tuple[str, str]:
    """Look whether the features of the reader's own articles can be read."""
    from pyarrow.parquet import read_metadata

    from lundian import store

    places, bad = store.folders(paths.local("features")), []
    for place in places:
        try:
            for file in place.glob("*.parquet"):
                read_metadata(file)
        except (OSError, ValueError):
            bad.append(str(place))
    if bad:
        return f"{few(bad)} can't be read", "Delete it; its articles are read again."
    return f"{len(places)} folders", ""


@check("shipped features")
def features() -> tuple[str, str]:
    """Look whether the shipped features were made as this version makes them."""
    from lundian.extract import VERSION, Reading
    from lundian.shelf import shipped

    table, reading = shipped(), Reading()
    if table.empty:
        return "there are none", NEW_FEATURES
    older = table[table["extractor"].str.partition("-")[0] != str(VERSION)]
    if len(older):
        return f"{few(older['article'].tolist())} made by another version of the package", NEW_FEATURES
    same = set(table["dictionary"]) == {reading.dictionary} and set(table["extractor"]) == {reading.extractor}
    changed = "made before topics or lexicons changed here, so they know nothing of the change"
    return f"{len(table)} articles, {'as this version makes them' if same else changed}", ""


@check("texts")
def texts() -> tuple[str, str]:
    """Look whether the texts at hand are those that the shipped features were made of."""
    from lundian.shelf import shelved, shipped

    shelf, listed = shelved(), shipped()
    both = shelf.merge(listed, on="article", suffixes=("", "_shipped")) if len(shelf) else pd.DataFrame()
    other = both[both["text_sha256"] != both["text_sha256_shipped"]]["article"].tolist() if len(both) else []
    if other:
        return (
            f"{few(other)} is not the text that its features were made of",
            "Put the original file back, or run lundian ship.",
        )
    return f"{len(shelf)} at hand; features of {len(both) or 'no'} shipped articles belong to them", ""
