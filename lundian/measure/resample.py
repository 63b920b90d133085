"""Paragraphs drawn again: the sentences of a paragraph belong together, so paragraphs are what chance may move."""

from collections.abc import Iterator

import numpy as np

CELLS = 4_000_000  # numbers held at a time


def bootstrap_weights(strata: np.ndarray, repeats: int, seed: int) -> Iterator[np.ndarray]:
    """Yield how often each paragraph is drawn, in chunks of repeats by paragraphs.

    Paragraphs are drawn with replacement from their own stratum (article), which keeps its size.

    >>> [chunk.sum(axis=1).tolist() for chunk in bootstrap_weights(np.array([0, 0, 1]), 2, seed=0)]
    [[3.0, 3.0]]
    """
    random = np.random.default_rng(seed)
    size = len(strata)
    order = np.argsort(strata, kind="stable")
    _, first, n = np.unique(strata[order], return_index=True, return_counts=True)
    first, n = np.repeat(first, n), np.repeat(n, n)
    step = max(CELLS // max(size, 1), 1)
    for start in range(0, repeats, step):
        rows = min(step, repeats - start)
        drawn = order[first + (random.random((rows, size)) * n).astype(np.int64)]
        cells = drawn + size * np.arange(rows)[:, None]
        yield np.bincount(cells.ravel(), minlength=rows * size).reshape(rows, size).astype(float)


def block_orders(strata: np.ndarray, blocks: np.ndarray, repeats: int, seed: int) -> Iterator[np.ndarray]:
    """Yield orders of the rows in which whole blocks change places within their stratum.

    `strata` and `blocks` give each row's article and paragraph; rows of a block stand together and keep their order, so that
    neighbours stay neighbours.
    """
    random = np.random.default_rng(seed)
    starts = np.flatnonzero(np.r_[True, (blocks[1:] != blocks[:-1]) | (strata[1:] != strata[:-1])][: len(blocks)])
    sizes = np.diff(np.r_[starts, len(blocks)])
    groups = strata[starts]
    for _ in range(repeats):
        order = np.lexsort((random.random(len(starts)), groups))
        moved = sizes[order]
        yield np.repeat(starts[order] - np.cumsum(moved) + moved, moved) + np.arange(len(blocks))


def interval(draws: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95 % percentile interval of each column (Efron and Tibshirani 1993, chapter 13), NaN draws left out."""
    if not draws.size or np.isnan(draws).all(axis=0).any():
        bare = np.isnan(draws).all(axis=0) if draws.size else np.ones(draws.shape[1:], bool)
        low, high = np.full(draws.shape[1:], np.nan), np.full(draws.shape[1:], np.nan)
        if not bare.all():
            low[~bare], high[~bare] = interval(draws[:, ~bare])
        return low, high
    low, high = np.nanpercentile(draws, [2.5, 97.5], axis=0)
    return low, high
