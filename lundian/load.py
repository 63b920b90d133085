"""Loading: what is new is extracted, the rest comes from the store, and the corpus of a topic is put together.

Shipped features (data/features/) come without text. A reader's articles (data/articles/<topic>/) are extracted into
data/local/features/, with their text, and again whenever text, dictionary or extractor changed.
"""

from pathlib import Path

import pandas as pd

from lundian import paths, schema, store
from lundian.corpus import Corpus, extract, tables_of
from lundian.errors import LundianError, tell
from lundian.extract import TABLES, Reading
from lundian.own import FEATURE_KEY, of_topic, own_articles
from lundian.parts import without_text
from lundian.text.articles import read_articles
from lundian.text.listed import index
from lundian.text.rows import as_table


def load_corpus(topic: str | None = None) -> Corpus:
    """Return the corpus of a topic: shipped features, and the reader's articles in data/articles/.

    What is new or changed is extracted and stored in data/local/features/; everything else is loaded. A file that can't be
    read is named with its reason, and the rest go on.

    Parameters
    ----------
    topic
        A topic of data/topics/ or a folder of data/articles/; None for every topic.

    Raises
    ------
    LundianError
        There is no such topic, or it has no article.
    """
    reading = Reading()
    at_hand = own_articles(reading, topic)
    shipped = _of_topic(_shipped(at_hand), topic)
    own = _of_topic(at_hand, topic)
    if not len(own) and not len(shipped):
        raise LundianError(_no_articles(topic, reading))
    _say_if_older(shipped, reading)
    refused = tuple(at_hand.attrs["refused"])
    try:
        return _load(own, shipped, reading, refused)
    except LundianError:  # another process has put folders of the store together meanwhile
        return _load(own, shipped, reading, refused)


def ship() -> Corpus:
    """Extract the listed articles anew and write their features, without text, to data/features/.

    Raises
    ------
    LundianError
        The text of a listed article is not in data/articles/.
    """
    reading = Reading()
    at_hand = read_articles(paths.articles()) if paths.articles().is_dir() else as_table([])
    listed = at_hand[at_hand["article"].isin(index()["article"])]
    if missing := sorted(set(index()["article"]) - set(listed["article"])):
        raise LundianError(
            f"The text of {', '.join(missing)} is not in data/articles/; put its file there to ship its features."
        )
    corpus = extract(listed, reading=reading)
    store.write(paths.features(), without_text(tables_of(corpus)))
    return corpus


def _shipped(at_hand: pd.DataFrame) -> pd.DataFrame:
    """Return the shipped features whose text is not at hand."""
    if not paths.features("articles.parquet").is_file():
        return at_hand.iloc[:0]
    table = store.catalogue([paths.features()])
    return table[~table["article"].isin(at_hand["article"])]


def _of_topic(table: pd.DataFrame, topic: str | None) -> pd.DataFrame:
    return table[[of_topic(topics, topic) for topics in table["topics"]]] if len(table) else table


def _no_articles(topic: str | None, reading: Reading) -> str:
    known = sorted({*reading.topics, *(path.name for path in paths.articles().glob("*") if path.is_dir())})
    if topic in known:
        return f"Topic {topic} has no article yet; put a file into data/articles/{topic}/ and load again."
    return f"There is no topic {topic!r}; there are {', '.join(known)}. For a new one, make the folder data/articles/{topic}/."


def _say_if_older(shipped: pd.DataFrame, reading: Reading) -> None:
    older = shipped[(shipped["dictionary"] != reading.dictionary) | (shipped["extractor"] != reading.extractor)]
    for (dictionary, extractor), rows in older.groupby(["dictionary", "extractor"]):
        tell(
            f"{', '.join(rows['article'])}: the text is not at hand, so the features stay as they were made, with dictionary "
            f"{dictionary} and extractor {extractor} (now {reading.dictionary} and {reading.extractor})."
        )


def _load(own: pd.DataFrame, shipped: pd.DataFrame, reading: Reading, refused: tuple) -> Corpus:
    """Return the corpus of the reader's own articles and of shipped ones from the places where their features are."""
    stored = store.catalogue(store.folders(paths.local("features")), FEATURE_KEY)
    found = own[FEATURE_KEY].merge(stored, on=FEATURE_KEY).drop_duplicates("article")
    chosen = pd.concat([table[["article", "place"]] for table in (found, shipped) if len(table)])
    made = {name: _tables_at(chosen, name) for name in TABLES}
    made["articles"] = _as_told(made["articles"], own)
    checked = {name: schema.check(table, name.removesuffix("_plain"), keys=False) for name, table in made.items()}
    return Corpus(**checked, topics=reading.topics, refused=refused)


def _tables_at(chosen: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return one table of the chosen articles, from all places."""
    places = sorted((rows["article"].min(), place, rows["article"]) for place, rows in chosen.groupby("place"))
    return store.by_article([store.read(Path(place), name, articles.tolist()) for _, place, articles in places])


def _as_told(articles: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Return the articles with what their files say of them now, which needs no new features."""
    told = own.set_index("article")[["title", "author", "date", "source", "topics", "file_sha256"]]
    now = articles.set_index("article")
    now.update(told)
    return now.reset_index().reindex(columns=articles.columns).astype(articles.dtypes.to_dict())
