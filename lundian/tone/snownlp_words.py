"""Texts to words as SnowNLP has them: runs of Han characters by its model, anything else at white space.

What makes it fast is many runs: a single run of thousands of characters takes as many steps, each for itself alone.

A path's state is the tags of its last two characters. All runs of a group take a step together, the longest first, so that
those still going on are always the first; characters stand step by step. Arrays have the tags in front, the last one first,
and characters or runs behind. Sums and comparisons are those of snownlp's `CharacterBasedGenerativeModel.tag`, in the same
order, so that ties and roundings fall the same way: of equal paths the first stays, except that at a character which the
model doesn't know the last one does.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from lundian.tone.snownlp_cache import load
from lundian.tone.snownlp_tables import BEFORE, HAN, SPACE, Tables, find, key

CELLS = 8192  # characters of a group, or one longer run: its arrays take 600 bytes each and should stay in the cache


class Cut(NamedTuple):
    """Texts joined by line ends, their code points, the kind of each, and where pieces, texts and parts of texts begin."""

    joined: str
    codes: np.ndarray
    kind: np.ndarray
    begins: np.ndarray
    texts: np.ndarray
    parts: np.ndarray

    def pieces(self, first: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the edges of the pieces of texts that begin at `first`, whether each is a word, and the text it is of."""
        assert not ((self.kind[first - 1] == HAN) & (self.kind[first] == HAN)).any(), "a part begins within a run"
        begins = self.begins.copy()
        begins[first] = True
        edges = np.flatnonzero(begins)
        return edges, self.kind[edges[:-1]] != SPACE, np.searchsorted(first, edges[:-1], side="right") - 1


def cut(texts: Sequence[Sequence[str]]) -> Cut:
    """Cut texts, each given as its parts, into pieces: words, and the white space between them."""
    tables, whole = load(), list(map("".join, texts))
    joined = "\n".join(["", *whole, ""])
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    kind = tables["kind"][np.minimum(codes, len(tables["kind"]) - 1)]
    begins = np.append(True, kind[1:] != kind[:-1])
    edges = np.flatnonzero(begins)
    is_run = kind[edges[:-1]] == HAN
    chars = np.where(kind == HAN, codes, BEFORE).astype(np.int64)
    tags = _tag(chars, edges[:-1][is_run], np.diff(edges)[is_run], tables)
    begins |= (tags == 0) | (tags == 3)
    begins[1:] |= tags[:-1] == 2
    size = np.array([len(part) for parts in texts for part in parts], np.intp)
    line_ends = np.repeat(np.arange(len(texts)), [len(parts) for parts in texts]) + 1
    first = np.cumsum([1, *(len(text) + 1 for text in whole)])[:-1]
    return Cut(joined, codes, kind, begins, first, np.cumsum(size) - size + line_ends)


def _tag(chars: np.ndarray, start: np.ndarray, length: np.ndarray, tables: Tables) -> np.ndarray:
    """Return the tag (0 b, 1 m, 2 e, 3 s) of each character in runs; any other has 1, and begins and ends nothing."""
    tags = np.ones(len(chars), np.uint8)
    runs = np.argsort(-length, kind="stable")
    while len(runs):
        n = max(1, CELLS // length[runs[0]])
        group, runs = runs[:n], runs[n:]
        step = np.arange(length[group[0]])[:, None]
        inside = step < length[group]
        place = (start[group] + step)[inside]
        tags[place] = _best(*_log_prob(chars, place, tables), inside.sum(axis=1))
    return tags


def _log_prob(chars: np.ndarray, place: np.ndarray, tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Return log-probabilities [tag, tag before, tag before that, character], and which characters the model lacks."""
    this, last = chars[place], chars[place - 1]  # a line end is before any text
    before = np.where(last == BEFORE, BEFORE, chars[place - 2])
    alone = tables["alone"].take(this, axis=1)
    log = np.repeat(alone[:, None], 4, axis=1)
    found, entry = find(key(last, this), tables)
    log.reshape(16, -1)[tables["tags"][entry], found] = tables["log"][entry]
    log = np.repeat(log[:, :, None], 4, axis=2)
    found, entry = find(key(before, last, this), tables)
    log.reshape(64, -1)[tables["tags"][entry], found] = tables["log"][entry]
    unknown = np.isneginf(alone).all(axis=0)
    log[:, :, 3, unknown] = 0.0  # the last path goes on as it is, the others end
    return log, unknown


def _best(log: np.ndarray, unknown: np.ndarray, active: np.ndarray) -> np.ndarray:
    """Return the tags of runs, `active` of them at each step; `log` is turned into that of the paths."""
    end = np.cumsum(active)
    steps = [(slice(a, b), b - a) for a, b in zip(end - active, end, strict=True)]
    paths = np.full((4, 4, active[0]), -np.inf)
    paths[3, 3] = 0.0
    for cells, n in steps:
        log[..., cells] += paths[..., :n]
        log[..., cells].max(axis=2, out=paths[..., :n])
    state = paths.reshape(16, -1).argmax(axis=0)  # in snownlp's order: by last tag, then by the one before
    tags = np.empty(len(unknown), np.uint8)
    for cells, n in reversed(steps):
        tags[cells], last = np.divmod(state[:n], 4)
        before = log[tags[cells], last, :, np.arange(cells.start, cells.stop)].argmax(axis=1)
        state[:n] = last * 4 + np.where(unknown[cells], 3, before)
    return tags
