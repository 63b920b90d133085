"""The shelf: a reader's own articles in data/articles/<topic>/, put there, listed, moved to another topic, taken away.

The file that a reader names is only read: what lies on the shelf is a copy.
"""

from pathlib import Path

import pandas as pd

from lundian import paths, store
from lundian.corpus import Corpus, extract
from lundian.errors import LundianError, few
from lundian.load import load_corpus
from lundian.seen import Seen
from lundian.text.articles import read_articles
from lundian.text.formats import stem_of
from lundian.text.rows import slug, typed

LISTED = 12  # articles that a sentence names
COLUMNS = ("article", "title", "author", "date", "topics", "kind", "file")


def shelved(*, texts: bool = False) -> pd.DataFrame:
    """Return the articles in data/articles/, as `read_articles` does, each with the path of its file; bad files are told.

    Without texts, only files that changed are read.
    """
    rows = list(Seen(lambda row: texts).rows())
    table = typed(rows).assign(path=pd.array([row["path"] for row in rows], dtype="str"))
    return table if texts else table.drop(columns="text")


def open_article(article: str) -> Corpus:
    """Return the corpus of one article, wherever it is.

    Parameters
    ----------
    article
        The path of a file or a folder, from here or from the project folder on; or the name of an article, as
        `list_articles` gives it.

    Raises
    ------
    LundianError
        There is no such file and no such article; the sentence lists the articles that there are.

    Examples
    --------
    >>> open_article("data/samples/community_canteen.md")
    Corpus of 1 article, 10 paragraphs, 28 sentences (with text)
    """
    for place in (Path(article).expanduser(), paths.home() / article):
        if article and place.exists():
            return extract(read_articles(place))
    shelf = shelved()
    for found in shelf[shelf["article"] == article].itertuples():
        inside = read_articles(found.path)
        return extract(inside[inside["text_sha256"] == found.text_sha256].head(1).assign(article=article))
    if article in set(shipped()["article"]):
        return load_corpus().only(article)
    known = few(sorted({*shelf["article"], *shipped()["article"]}), LISTED)
    raise LundianError(f"There is no file {article!r} and no article of that name; the articles are {known}.")


def list_articles(topic: str | None = None) -> pd.DataFrame:
    """Return the articles that there are: those on the shelf, and those that the project ships features of.

    Returns
    -------
    pandas.DataFrame
        One row per article: article, title, author, date, topics, kind ("yours", or "shipped": features without text) and
        file (from the project folder on; empty where there is none).
    """
    shelf = shelved()
    shelf = shelf.assign(kind="yours", file=[shown(Path(path)) for path in shelf["path"]])
    rest = shipped()
    rest = rest[~rest["article"].isin(shelf["article"])].assign(kind="shipped", file="")
    table = pd.concat([part.reindex(columns=COLUMNS) for part in (shelf, rest) if len(part)] or [shelf])
    if topic is not None:
        table = table[[topic in topics.split(";") for topics in table["topics"]]]
    return table.reindex(columns=COLUMNS).sort_values("article", ignore_index=True)


def remove_article(*articles: str) -> str:
    """Delete articles from the shelf, with the features that are stored of them, and return the sentence that says so.

    Raises
    ------
    LundianError
        There is no such article, it is one that the project ships, or its file holds others that are not named. Nothing is
        deleted then.
    """
    files = on_shelf(articles)
    for path, names in files.items():
        store.forget(paths.local("features"), names)  # before the file, which would make them anew
        Path(path).unlink()
        _clear(Path(path).parent)
    return f"Removed {', '.join(name for names in files.values() for name in names)}."


def move_article(article: str, *, topic: str) -> str:
    """Move an article on the shelf to another topic, and return the sentence that says so.

    Raises
    ------
    LundianError
        There is no such article, the index gives its topics, its file holds others too, or the topic can't be a folder's name.
    """
    check_topic(topic)
    ((path, _),) = on_shelf((article,)).items()
    old = Path(path)
    if article in shipped()["article"].tolist():
        raise LundianError(f"{article}: data/articles/index.csv says which topics it belongs to; change them there.")
    if old.parent == paths.articles(topic):
        raise LundianError(f"{article} is in {topic} already.")
    new = free_place(paths.articles(topic, old.name), set())
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)
    _clear(old.parent)
    return f"Moved {article} to {shown(new)}."


def on_shelf(articles: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the files that hold exactly the articles named: path → its articles."""
    shelf = shelved()
    for name in articles:
        if name not in shelf["article"].tolist():
            raise LundianError(_not_there(name, shelf))
    files = shelf[shelf["path"].isin(shelf.loc[shelf["article"].isin(articles), "path"])].groupby("path", sort=True)
    found = {path: rows["article"].tolist() for path, rows in files}
    for path, names in found.items():
        if others := sorted(set(names) - set(articles)):
            raise LundianError(
                f"{shown(Path(path))} holds {', '.join(others)} as well; name all its articles, or change the file."
            )
    return found


def check_topic(topic: str) -> str:
    """Return the name of a topic if it can be that of a folder and a file.

    >>> check_topic("rents and wages")
    Traceback (most recent call last):
        ...
    lundian.errors.LundianError: A topic can't be called 'rents and wages'; write rents_and_wages.
    """
    if topic != slug(topic) or topic[:1].isdigit():
        better = slug(topic).lstrip("0123456789_") or "my_topic"
        raise LundianError(f"A topic can't be called {topic!r}; write {better}.")
    return topic


def shown(path: Path) -> str:
    """Return a path as a sentence names it: from the project folder on, with forward slashes."""
    return path.relative_to(paths.home()).as_posix() if path.is_relative_to(paths.home()) else str(path)


def shipped() -> pd.DataFrame:
    """Return the articles that the project ships features of."""
    return store.catalogue([paths.features()] if paths.features("articles.parquet").is_file() else [])


def free_place(target: Path, taken: set[str]) -> Path:
    """Return the target, with a number behind its name where a file or an article of that name is there already."""
    place, number, stem = target, 1, stem_of(target.name)
    while place.exists() or slug(stem_of(place.name)) in taken:
        number += 1
        place = target.with_name(f"{stem}_{number}{target.name.removeprefix(stem)}")
    return place


def _clear(folder: Path) -> None:
    """Take away the folder of a topic that has no article left: while it is there, it counts as a topic."""
    if folder != paths.articles() and not any(folder.iterdir()):
        folder.rmdir()


def _not_there(name: str, shelf: pd.DataFrame) -> str:
    if name in shipped()["article"].tolist():
        return f"{name} is one of the articles that the project ships, as features without text; there is no file of it here."
    known = few(sorted(shelf["article"]), LISTED) or "none: nothing was added yet"
    return f"There is no article {name!r}; yours are {known}."
