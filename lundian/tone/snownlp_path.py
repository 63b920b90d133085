"""SnowNLP's segmenter: the most probable tags of many runs of Han characters at once.

What makes it fast is many runs: a single run of thousands of characters takes as many steps, each for itself alone.

A state is the tags of the last two characters. All runs of a group take a step together; the arrays of a step have the
states in front and the runs behind: [tag before last, last tag, tag, run]. Sums and comparisons are those of snownlp's
`CharacterBasedGenerativeModel.tag`, in the same order, so that ties and roundings fall the same way: of equal paths the
first stays, except that at a character which the model doesn't know the last one does.
"""

import numpy as np

from lundian.tone.snownlp_tables import START, UNKNOWN, Tables, rank

CELLS = 1 << 15  # characters of a group, whose arrays take 200 bytes each
RUNS = 2048  # runs of a group: the arrays of a step should stay in the processor's cache


def tag(numbers: np.ndarray, lengths: np.ndarray, tables: Tables) -> np.ndarray:
    """Return the tag of each character (0 b, 1 m, 2 e, 3 s), of runs that lie end to end.

    Parameters
    ----------
    numbers
        The characters by `tables["number"]`.
    lengths
        Of the runs; they sum to the number of characters.
    tables
        From `snownlp_cache.load`.
    """
    tags = np.empty(len(numbers), np.uint8)
    starts = np.cumsum(lengths) - lengths
    longest_first = np.argsort(-lengths, kind="stable")
    at = 0
    while at < len(lengths):
        longest = lengths[longest_first[at]]
        group = longest_first[at : at + max(1, min(RUNS, CELLS // longest))]
        step = np.arange(longest)[:, None]
        inside = step < lengths[group]
        place = (starts[group] + step)[inside]
        chars = np.full(inside.shape, UNKNOWN, np.int32)
        chars[inside] = numbers[place]
        tags[place] = _tag_group(chars, inside.sum(axis=1), tables)[inside]
        at += len(group)
    return tags


def _tag_group(chars: np.ndarray, active: np.ndarray, tables: Tables) -> np.ndarray:
    """Return the tags of runs that stand in columns, the longest first; `active` of them have a character at each step."""
    steps, runs = chars.shape
    pair_log, triples = _evidence(chars, tables)
    paths = np.full((4, 4, runs), -np.inf)
    paths[3, 3] = 0.0
    longer = np.empty((4, 4, 4, runs))  # each path, longer by one tag
    better = np.empty((steps, 3, 16, runs), bool)  # the comparisons: 1 > 0, 3 > 2, then the winner of these > the other
    unknown = chars == UNKNOWN
    for k, n in enumerate(active):
        np.add(paths[:, :, None, :n], pair_log[k, ..., :n], out=longer[..., :n])
        cell, before, log = triples[k]
        longer.reshape(-1)[cell] = paths.reshape(-1)[before] + log
        _keep_best(longer.reshape(4, 16, runs)[..., :n], paths, better[k], n)
        lost = np.flatnonzero(unknown[k, :n])
        if len(lost):
            paths[..., lost] = longer[3][..., lost]
            better[k, 1:, :, lost] = True
    return _trace(paths, better, active)


def _keep_best(longer: np.ndarray, paths: np.ndarray, better: np.ndarray, n: int) -> None:
    """Of the four paths to a state keep the best, and of equal ones the first; note which it was."""
    np.greater(longer[1::2], longer[::2], out=better[:2, :, :n])
    halves = np.maximum(longer[1::2], longer[::2])
    np.greater(halves[1], halves[0], out=better[2, :, :n])
    np.maximum(halves[1], halves[0], out=paths.reshape(16, -1)[:, :n])


def _evidence(chars: np.ndarray, tables: Tables) -> tuple[np.ndarray, list[tuple[np.ndarray, ...]]]:
    """Return the log-probabilities by step, last tag, tag and run; and at each step those that a triple makes different.

    The latter are (place among the longer paths, place among the paths, log-probability).
    """
    steps, runs = chars.shape
    width = tables["alone"].shape[1]
    padded = np.vstack([np.full((2, runs), START, np.int32), chars])
    pairs = rank(tables["pair_bits"], tables["pair_through"], padded[:-1] * width + padded[1:])
    log = np.empty((steps, 4, 4, runs))
    log[:] = np.moveaxis(tables["alone"][:, chars], 0, 1)[:, None]
    cell, entry = _rows("pair", pairs[1:].reshape(-1), tables)
    step, run = np.divmod(cell, runs)
    log.reshape(-1)[(step * 16 + tables["pair_tags"][entry]) * runs + run] = tables["pair_log"][entry]
    both = np.flatnonzero((pairs[1:] >= 0) & (pairs[:-1] >= 0))
    triple = np.full(chars.size, -1, np.int32)
    place = tables["triple_place"][pairs[:-1].reshape(-1)[both]] + pairs[1:].reshape(-1)[both]
    triple[both] = rank(tables["triple_bits"], tables["triple_through"], place)
    cell, entry = _rows("triple", triple, tables)
    run, tags = cell % runs, tables["triple_tags"][entry]
    columns = (tags * runs + run, (tags >> 2) * runs + run, tables["triple_log"][entry])
    bounds = np.searchsorted(cell, np.arange(1, steps) * runs)
    return log, list(zip(*(np.split(column, bounds) for column in columns), strict=True))


def _rows(name: str, row: np.ndarray, tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Return each cell that has a row, as often as the row has entries, and these entries."""
    cell = np.flatnonzero(row >= 0)
    first = tables[f"{name}_first"][row[cell]]
    count = tables[f"{name}_first"][row[cell] + 1] - first
    offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(cell, count), np.repeat(first, count) + offset


def _trace(paths: np.ndarray, better: np.ndarray, active: np.ndarray) -> np.ndarray:
    """Follow each run's best path back. snownlp lists the states by last tag, then by the one before; the first best counts."""
    steps, runs = len(better), paths.shape[-1]
    state = paths.swapaxes(0, 1).reshape(16, runs).argmax(axis=0)
    state = state % 4 * 4 + state // 4
    tags = np.zeros((steps, runs), np.uint8)
    column = np.arange(runs)
    for k in range(steps - 1, -1, -1):
        n = active[k]
        here, run = state[:n], column[:n]
        tags[k, :n] = here & 3
        late = better[k, 2, here, run].astype(np.intp)
        state[:n] = (2 * late + better[k, late, here, run]) * 4 + (here >> 2)
    return tags
