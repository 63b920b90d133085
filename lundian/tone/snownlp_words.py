"""Texts to words as SnowNLP has them: runs of Han characters by its model, anything else at white space."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from lundian.tone import snownlp_path
from lundian.tone.snownlp_cache import load
from lundian.tone.snownlp_tables import FIRST, LAST

SPACE, OTHER, HAN = range(3)


class Runs(NamedTuple):
    """Texts joined by line ends, their code points, the kind of each, where words begin, and where texts do."""

    joined: str
    codes: np.ndarray
    kind: np.ndarray
    begins: np.ndarray
    first: np.ndarray


class Cut(NamedTuple):
    """Texts joined by line ends, their code points, and the words in order: the text each is of, its start and its end."""

    joined: str
    codes: np.ndarray
    text: np.ndarray
    start: np.ndarray
    end: np.ndarray


def cut(texts: Sequence[str]) -> Cut:
    """Cut texts into words: runs of Han characters by the model, anything else at white space."""
    found = runs(texts)
    return words_at(found, found.first)


def runs(texts: Sequence[str]) -> Runs:
    """Find where words begin in texts."""
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    kind = _kinds()[np.minimum(codes, len(_kinds()) - 1)]
    begins = np.ones(len(codes) + 1, bool)
    np.not_equal(kind[1:], kind[:-1], out=begins[1:-1])
    _cut_han(codes, kind == HAN, begins)
    first = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    return Runs(joined, codes, kind, begins, first)


def with_places(run: Runs, places: np.ndarray) -> np.ndarray:
    """Return where words begin if they also do at `places`, none of which is within a run of Han characters."""
    behind = places[(places > 0) & (places < len(run.kind))]
    assert not ((run.kind[behind] == HAN) & (run.kind[behind - 1] == HAN)).any()
    begins = run.begins.copy()
    begins[places] = True
    return begins


def words_at(run: Runs, first: np.ndarray) -> Cut:
    """Return the words of texts that begin at `first`."""
    edges = np.flatnonzero(run.begins)
    is_word = run.kind[edges[:-1]] != SPACE
    starts, ends = edges[:-1][is_word], edges[1:][is_word]
    text = np.searchsorted(first, starts, side="right") - 1
    return Cut(run.joined, run.codes, text, starts, ends)


def _cut_han(codes: np.ndarray, han: np.ndarray, begins: np.ndarray) -> None:
    """Note where words begin within runs of Han characters: at b and s, and after e."""
    place = np.flatnonzero(han)
    run = np.flatnonzero(begins[place])
    tables = load()
    tags = snownlp_path.tag(tables["number"][codes[place] - FIRST], np.diff(run, append=len(place)), tables)
    begins[place] |= (tags == 0) | (tags == 3)
    begins[place[1:]] |= tags[:-1] == 2


@cache
def _kinds() -> np.ndarray:
    """Return the kind of each code point up to the first after the Han characters, which stands for all that follow."""
    kinds = np.full(LAST + 2, OTHER, np.uint8)
    kinds[[code for code in range(0x3001) if chr(code).isspace()]] = SPACE
    kinds[FIRST : LAST + 1] = HAN
    return kinds
