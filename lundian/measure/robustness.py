"""How fragile a finding is: the same measure under other words, without a part of the text, with another stop list."""

import inspect
from collections.abc import Callable, Collection, Iterator

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE
from lundian.provenance import measured

KEY_COLUMNS = (
    "article", "section", "paragraph", "term", "term_a", "term_b", "concept", "concept_a", "concept_b", "collocate", "role",
    "aspect", "a", "b",
)  # fmt: skip
VALUE_COLUMNS = (
    "difference", "log_ratio", "shift", "tf_idf", "npmi", "distance", "share", "tone", "per_thousand", "dp_norm", "n",
)  # fmt: skip
PLAIN, OTHER_STOPS = "plain dictionary", "another stop list"
TABLES = ("paragraphs", "sentences", "counts", "counts_plain", "marks", "tokens")


class _View:
    """A corpus with some of its tables replaced; a measure can't tell."""

    def __init__(self, corpus: object, **tables: pd.DataFrame):
        self._corpus = corpus
        self.__dict__.update(tables)

    def __getattr__(self, name: str) -> object:
        return getattr(self._corpus, name)


@measured
def robustness(
    measure: Callable[..., pd.DataFrame],
    corpus: object,
    *arguments: object,
    value: str | None = None,
    key: str | Collection[str] | None = None,
    top: int = 10,
    other_stopwords: Collection[str] | None = None,
    left_out: int = 100,
    **options: object,
) -> pd.DataFrame:
    """Repeat a measure under other conditions, and mark which rankings and signs flip.

    The conditions: jieba's plain dictionary (counts_plain in place of counts); each paragraph left out in turn (the
    delete-one jackknife: Tukey 1958; in more than `left_out` paragraphs, groups of neighbours); another stop list.

    Parameters
    ----------
    measure
        Any measure. One whose first parameter is called counts is given the corpus's counts, any other the corpus; for two
        texts, write `lambda corpus: keyness(*split_article(corpus.counts, "…"))`.
    corpus
        The corpus.
    value
        The column that ranks; None takes the first there is of difference, log_ratio, shift, tf_idf, npmi, distance, share,
        tone, per_thousand, dp_norm, n. Rows are ranked by its size, whatever its
        sign, and within their article where the table has articles.
    key
        The columns that tell rows apart; None takes those whose names say so (article, paragraph, term, concept, …).
    top
        How many first ranks matter.
    other_stopwords
        A second stop list, for measures that take stopwords; None leaves that condition out.
    left_out
        Leave out at most this many parts of the text in turn.
    *arguments, **options
        What the measure itself takes.

    Returns
    -------
    pandas.DataFrame
        One row per row of the measure that ranks in the top under some condition, by rank: the key columns, value (as it is),
        rank, low, high (smallest and largest value under any condition), best, worst (rank; NaN where it vanishes),
        n_conditions, n_gone (conditions without it), flips_sign, flips_top (it enters or leaves the top; a term that the plain
        dictionary cuts up is gone there, not flipped), flipped_by (the first conditions that do it, comma-separated).

    Raises
    ------
    LundianError
        The measure's table has no column to rank by, or none to tell rows apart by.
    """
    names = inspect.signature(measure).parameters
    takes_counts = next(iter(names), "") == "counts"

    def run(view: object, **changed: object) -> pd.DataFrame:
        return measure(view.counts if takes_counts else view, *arguments, **options, **changed)

    base = run(corpus)
    value, key = _column(base, value), _keys(base, key)
    runs = {name: run(view) for name, view in _views(corpus, left_out)}
    if other_stopwords is not None and "stopwords" in names:
        runs[OTHER_STOPS] = measure(
            corpus.counts if takes_counts else corpus, *arguments, **{**options, "stopwords": other_stopwords}
        )
    return _compared(_ranked(base, key, value), {name: _ranked(t, key, value) for name, t in runs.items()}, top)


def _views(corpus: object, left_out: int) -> Iterator[tuple[str, object]]:
    if getattr(corpus, "counts_plain", None) is not None and len(corpus.counts_plain):
        yield PLAIN, _View(corpus, counts=corpus.counts_plain)
    places = corpus.paragraphs[PLACE].drop_duplicates().sort_values(PLACE, ignore_index=True)
    tables = {
        name: getattr(corpus, name) for name in TABLES if set(PLACE) <= set(getattr(corpus, name, places[[]]).columns)
    }
    index = pd.MultiIndex.from_frame(places)
    part_of = {name: index.get_indexer(pd.MultiIndex.from_frame(table[PLACE])) for name, table in tables.items()}
    for part in np.array_split(np.arange(len(places)), min(len(places), max(left_out, 1))):
        gone = places.iloc[part]
        kept = {
            name: table[(part_of[name] < part[0]) | (part_of[name] > part[-1])].reset_index(drop=True)
            for name, table in tables.items()
        }
        yield f"without {_named(gone)}", _View(corpus, **kept)


def _named(places: pd.DataFrame) -> str:
    first, last = (f"{row.article} {row.paragraph}" for row in (places.iloc[0], places.iloc[-1]))
    return first if first == last else f"{first} to {last}"


def _column(table: pd.DataFrame, value: str | None) -> str:
    known = [name for name in VALUE_COLUMNS if name in table.columns]
    if value is None and known:
        return known[0]
    if value not in table.columns:
        numbers = ", ".join(table.select_dtypes("number").columns) or "none"
        raise LundianError(f"robustness can't rank by {value!r}; the measure's columns of numbers are {numbers}.")
    return value


def _keys(table: pd.DataFrame, key: str | Collection[str] | None) -> list[str]:
    keys = [key] if isinstance(key, str) else list(key or [name for name in table.columns if name in KEY_COLUMNS])
    if not keys or not set(keys) <= set(table.columns):
        raise LundianError(
            f"robustness needs columns that tell rows apart (key); choose of {', '.join(table.columns)}."
        )
    if table.duplicated(keys).any():
        raise LundianError(
            f"robustness: {', '.join(keys)} do not tell the measure's rows apart; give more columns as key."
        )
    return keys


def _ranked(table: pd.DataFrame, key: list[str], value: str) -> pd.DataFrame:
    table = table[[*key, value]].dropna(subset=[value]).rename(columns={value: "value"})
    size = table["value"].abs()
    size = size.groupby(table["article"]) if "article" in key else size
    return table.assign(rank=size.rank(method="min", ascending=False)).set_index(key)


def _compared(base: pd.DataFrame, runs: dict[str, pd.DataFrame], top: int) -> pd.DataFrame:
    ever = [run.index[run["rank"] <= top] for run in (base, *runs.values())]
    index = base.index
    for one in ever:
        index = index.union(one, sort=False)
    chosen = index[np.logical_or.reduce([index.isin(one) for one in ever])] if len(index) else index
    values, ranks = (pd.DataFrame({n: r[c].reindex(chosen) for n, r in runs.items()}) for c in ("value", "rank"))
    start = base.reindex(chosen)
    signs = np.sign(values).mul(np.sign(start["value"]), axis=0) < 0
    # A row that a condition takes away altogether has left the top; one that it brings has entered it.
    tops = (ranks <= top).ne(start["rank"] <= top, axis=0)
    if PLAIN in tops:
        # A term that the plain dictionary cuts up isn't ranked lower there: there it can't be ranked.
        tops[PLAIN] &= values[PLAIN].notna()
    everything = pd.concat([start["value"], values], axis=1)
    flips = signs | tops
    by = [", ".join(list(flips.columns[row])[:3]) for row in flips.to_numpy()]
    table = start.assign(
        low=everything.min(axis=1), high=everything.max(axis=1), best=ranks.min(axis=1), worst=ranks.max(axis=1),
        n_conditions=len(runs), n_gone=values.isna().sum(axis=1), flips_sign=signs.any(axis=1), flips_top=tops.any(axis=1),
        flipped_by=pd.array(by, dtype="str"),
    )  # fmt: skip
    order = table.assign(missing=table["rank"].fillna(np.inf)).reset_index()
    names = [name for name in order.columns if name in base.index.names]
    return order.sort_values(["missing", "best", *names], ignore_index=True).drop(columns="missing")
