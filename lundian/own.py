"""The reader's own articles: what is new is extracted into the store, in one pass over data/articles/, and the rest is found.

Finished batches stay where the work is broken off. A batch is stored whole or not at all, and two processes that extract the
same do no harm: of an article that stands twice, one counts.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

from lundian import paths, store
from lundian.extract import Reading, tables
from lundian.seen import Seen
from lundian.text.rows import typed

BATCH = 1_000_000  # characters of text that are extracted and stored at a time
FEATURE_KEY = ["article", "text_sha256", "dictionary", "extractor"]


def batches(rows: Iterable[dict], size: int | None = None) -> Iterator[list[dict]]:
    """Yield articles in lists of about `size` characters (BATCH where none is given), as they come.

    >>> [len(batch) for batch in batches([{"text": "茶"}, {"text": "水水"}, {"text": "杯"}], size=3)]
    [2, 1]
    """
    size, batch, n = size or BATCH, [], 0
    for row in rows:
        batch.append(row)
        n += len(row["text"])
        if n >= size:
            yield batch
            batch, n = [], 0
    if batch:
        yield batch


def own_articles(reading: Reading, topic: str | None = None) -> pd.DataFrame:
    """Return the articles in data/articles/ without their text, having extracted those of the topic that are new.

    Returns
    -------
    pandas.DataFrame
        What their files say of them, and dictionary and extractor; `attrs["refused"]` lists what could not be read.
    """
    made_with = {"dictionary": reading.dictionary, "extractor": reading.extractor}
    stored = store.catalogue(store.folders(paths.local("features")), FEATURE_KEY)
    mine = stored[(stored[list(made_with)] == pd.Series(made_with)).all(axis=1)]
    have, texts = set(zip(mine["article"], mine["text_sha256"], strict=True)), set(mine["text_sha256"])
    seen = Seen(lambda row: of_topic(row["topics"], topic) and row["text_sha256"] not in texts)
    told: list[dict] = []

    def new() -> Iterator[dict]:
        for row in seen.rows():
            told.append({name: value for name, value in row.items() if name != "text"})
            if of_topic(row["topics"], topic) and (row["article"], row["text_sha256"]) not in have:
                yield row if "text" in row else row | {"text": seen.text(row)}

    grown = False
    for batch in batches(new()):
        _store(tables(typed(batch), reading))
        grown = True
    articles = typed(told).drop(columns="text").assign(**made_with)
    if grown:
        store.tidy(paths.local("features"), articles[FEATURE_KEY], BATCH)
    articles.attrs["refused"] = seen.refused
    return articles


def of_topic(topics: str, topic: str | None) -> bool:
    """Say whether an article of these topics belongs to the topic."""
    return topic is None or topic in topics.split(";")


def _store(made: dict[str, pd.DataFrame]) -> None:
    store.write(paths.local("features", store.name_of(made["articles"][FEATURE_KEY])), made)
