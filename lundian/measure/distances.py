"""How far articles stand apart: in their terms, their concepts, their tone, their rhetoric."""

from itertools import combinations

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose, words_of
from lundian.measure.stats import benjamini_hochberg
from lundian.provenance import measured

ASPECTS = ("terms", "concepts", "tone", "rhetoric")
COLUMNS = ["a", "b", "aspect", "distance", "chance", "p", "q", "n_a", "n_b"]
BINS = 40


@measured
def distances(
    corpus: object, by: str = "article", scorer: str = "lexicon", seed: int = 0, repeats: int = 200
) -> pd.DataFrame:
    """Measure how far each two articles (or sections) stand apart.

    Terms, concepts and rhetoric are distributions over words, concepts and roles (unmarked sentences left out); their distance
    is the square root of the Jensen-Shannon divergence in bits (Endres and Schindelin 2003, IEEE Transactions on Information
    Theory 49(7)): 0 the same, 1 nothing in common. Tone is the sentences' tones; their distance is the area between the two
    cumulative distributions (Wasserstein 1) in units of the whole scale from -1 to 1, again 0 to 1.

    Two small samples of the same text are never at distance 0. `chance` is the mean distance when the paragraphs of both are
    dealt out again, and p how often that reaches the distance ((1 + as far) / (1 + repeats); Davison and Hinkley 1997, p. 159).

    Parameters
    ----------
    corpus
        Its counts, marks, sentences and paragraphs are used; no text.
    by
        "article" or "section".
    scorer
        Which tone: a column tone_<scorer> of sentences, from -1 to 1.
    seed, repeats
        Of the dealing out; repeats=0 leaves it out. The cost grows with the square of the number of articles.

    Returns
    -------
    pandas.DataFrame
        One row per pair and aspect: a, b (article, with " §section" by section), aspect ("terms", "concepts", "tone",
        "rhetoric"), distance, chance, p, q (Benjamini and Hochberg 1995, over the table), n_a, n_b (words, mentions, sentences
        with tone, marked sentences). Without evidence on a side, distance, chance, p and q are NaN.
    """
    choose(by, ["article", "section"], "distances: by")
    paragraphs = corpus.paragraphs[[*PLACE, "section"]].sort_values(PLACE, ignore_index=True)
    labels = (
        paragraphs["article"] if by == "article" else paragraphs["article"] + " §" + paragraphs["section"].astype("str")
    )
    rows = []
    for aspect, table in _observed(corpus, scorer).items():
        values, far = _matrix(table, paragraphs), _tone_distance if aspect == "tone" else _js_distance
        for a, b in combinations(dict.fromkeys(labels), 2):
            parts = [np.flatnonzero(labels == name) for name in (a, b)]
            rows.append((a, b, aspect, *_compared(values, parts, far, np.random.default_rng(seed), repeats)))
    table = pd.DataFrame(rows, columns=[name for name in COLUMNS if name != "q"]).astype(
        {"a": "str", "b": "str", "aspect": "str"}
    )
    order = {"aspect": lambda column: column.map({name: i for i, name in enumerate(ASPECTS)})}
    table = table.assign(q=benjamini_hochberg(table["p"]))[COLUMNS]
    return table.sort_values(["a", "b", "aspect"], key=lambda c: order.get(c.name, lambda x: x)(c), ignore_index=True)


def _observed(corpus: object, scorer: str) -> dict[str, pd.DataFrame]:
    """Return for each aspect how often each paragraph has each of its categories: article, paragraph, what, n."""
    sentences, column = corpus.sentences, f"tone_{scorer}"
    scorers = [name.removeprefix("tone_") for name in sentences.columns if name.startswith("tone_")]
    choose(scorer, scorers, "distances: scorer")
    concept = corpus.marks[corpus.marks["kind"] == "concept"]
    toned = sentences[sentences[column].notna()]
    # A tone's bin is where it stands on the scale: the distance is taken over the scale, finer than any reader would tell.
    bins = np.clip(np.floor((toned[column] + 1) / 2 * BINS), 0, BINS - 1).astype("int64")
    marked = sentences[sentences["role"] != "unmarked"]
    made = {
        "terms": words_of(corpus.counts, PLACE, "distances").rename(columns={"term": "what"}),
        "concepts": concept.assign(what=concept["label"], n=1),
        "tone": toned.assign(what=bins, n=1),
        "rhetoric": marked.assign(what=marked["role"], n=1),
    }
    return {aspect: table[[*PLACE, "what", "n"]] for aspect, table in made.items()}


def _matrix(table: pd.DataFrame, paragraphs: pd.DataFrame) -> object:
    """Return paragraphs × categories as a sparse matrix."""
    from scipy.sparse import coo_array

    row = pd.MultiIndex.from_frame(paragraphs[PLACE]).get_indexer(pd.MultiIndex.from_frame(table[PLACE]))
    if pd.api.types.is_integer_dtype(table["what"]):
        column, width = table["what"].to_numpy(), BINS
    else:
        column, names = pd.factorize(table["what"], sort=True)
        width = max(len(names), 1)
    return coo_array((table["n"].to_numpy(dtype=float), (row, column)), shape=(len(paragraphs), width)).tocsr()


def _compared(values, parts: list[np.ndarray], far, random: np.random.Generator, repeats: int) -> tuple:
    a, b = (values[part].sum(axis=0) for part in parts)
    n_a, n_b = int(a.sum()), int(b.sum())
    if not (n_a and n_b):
        return np.nan, np.nan, np.nan, n_a, n_b
    distance = float(far(a[None], b[None])[0])
    if not repeats:
        return distance, np.nan, np.nan, n_a, n_b
    both = values[np.concatenate(parts)]
    drawn = np.concatenate([_dealt(both, len(parts[0]), random, far, rows) for rows in _chunks(repeats, both.shape[1])])
    p = (1 + np.sum(drawn >= distance - 1e-12)) / (1 + repeats)
    return distance, float(np.nanmean(drawn)) if not np.isnan(drawn).all() else np.nan, p, n_a, n_b


def _chunks(repeats: int, width: int, cells: int = 4_000_000) -> list[int]:
    step = max(cells // width, 1)
    return [min(step, repeats - start) for start in range(0, repeats, step)]


def _dealt(both, size: int, random: np.random.Generator, far, rows: int) -> np.ndarray:
    """Return the distances between two hands when the paragraphs are dealt out again, `size` of them to the first."""
    order = random.permuted(np.tile(np.arange(both.shape[0]), (rows, 1)), axis=1)
    hand = np.zeros(order.shape)
    np.put_along_axis(hand, order[:, :size], 1.0, axis=1)
    first = hand @ both
    return far(first, both.sum(axis=0)[None] - first)


def _shares(a: np.ndarray) -> np.ndarray:
    total = a.sum(axis=1, keepdims=True)
    return a / np.where(total > 0, total, np.nan)


def _js_distance(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    from scipy.special import xlogy

    p, q = _shares(a), _shares(b)
    divergence = (xlogy(p, p) + xlogy(q, q)).sum(axis=1) / 2 - xlogy((p + q) / 2, (p + q) / 2).sum(axis=1)
    return np.sqrt(np.clip(divergence / np.log(2), 0, 1))


def _tone_distance(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return np.abs(np.cumsum(_shares(a) - _shares(b), axis=1)).sum(axis=1) / (a.shape[1] - 1)
