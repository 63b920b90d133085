"""The features of a whole archive as a Corpus: in memory, or in parts that Dask reads when they are needed."""

from functools import partial
from pathlib import Path

import pandas as pd

from lundian import parts, schema
from lundian.corpus import Corpus
from lundian.errors import LundianError
from lundian.extract import TABLES
from lundian.store import by_article
from lundian.words.topics import load_topics


def load_features(path: str | Path, *, partitioned: bool = False) -> Corpus:
    """Return the corpus of the features that `lundian extract SOURCE --to FEATURES` wrote.

    Parameters
    ----------
    path
        The folder FEATURES.
    partitioned
        Leave the tables on disk, as Dask DataFrames whose partitions never split an article; only `articles` is in memory.
        `term_frequency`, `tf_idf`, `keyness`, `dispersion`, `concepts`, `tone`, `terms_by_month` and `tone_by_month` take such
        tables as they take others.

    Raises
    ------
    LundianError
        The folder holds no features, a file is damaged, or the extraction was broken off while an article was replaced.
    """
    path = Path(path).expanduser()
    names = parts.names(path)
    if not names:
        raise LundianError(f"{path}: holds no features; make them with lundian extract SOURCE --to {path}.")
    articles = _whole(path, names, "articles")
    if (doubled := articles["article"].duplicated()).any():
        raise LundianError(
            f"{path}: holds {articles['article'][doubled.argmax()]} twice; run lundian extract again to its end."
        )
    table = _partitioned if partitioned else _whole
    made = {name: table(path, names, name) for name in TABLES if name != "articles"}
    return Corpus(articles, **made, topics=load_topics())


def _whole(path: Path, names: list[str], name: str) -> pd.DataFrame:
    return schema.check(
        by_article([parts.read_part(part, path, name) for part in names]), name.removesuffix("_plain"), keys=False
    )


def _partitioned(path: Path, names: list[str], name: str) -> object:
    """Return a table as a Dask DataFrame with a partition for each part, the same articles in each table's."""
    import dask.dataframe as dd

    read = partial(parts.read_part, features=path, name=name)
    return dd.from_map(read, names, meta=read(names[0]).iloc[:0], enforce_metadata=False)
