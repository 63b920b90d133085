"""SnowNLP's sentiment, exactly, for many texts at once.

The words and the probability are those of `snownlp.sentiment.classify`, bit for bit; only the way there differs. What the
model is: naive Bayes, trained on shopping reviews, a product of the words' probabilities. So with every word it moves
further towards 0 or 1, and on a long paragraph it sits there; its stop words drop 不是 and 没有; and a word that it doesn't
know counts for the bad reviews, the class with fewer words. `logodds` shows what is left without length and without unknown
words.
"""

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from lundian.errors import LundianError
from lundian.tone.snownlp_cache import load
from lundian.tone.snownlp_tables import SHORT, word_key
from lundian.tone.snownlp_words import Cut, cut, runs, with_places, words_at

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 1 << 20  # characters handled at once
_MOST = math.log(sys.float_info.max)


def score(texts: Sequence[str]) -> "pd.DataFrame":
    """Return SnowNLP's tone of each text.

    Returns
    -------
    pandas.DataFrame
        One row per text, in the order of `texts`:
        tone, the probability (0 to 1) that the text is a good review: what `snownlp.sentiment.classify` returns, the same
        double; a text without words has the share of good reviews' words in snownlp's training texts, 0.526;
        logodds, the mean over known words of ln P(word | good) - ln P(word | bad), NaN where there is none;
        n_words, the words that are not stop words; n_known, those of them that snownlp has seen in training.

    Raises
    ------
    LundianError
        If `texts` is one string or holds something that is no string; if snownlp is not installed.

    >>> score(["这家店的饭很好吃", ""]).round(3)
        tone  logodds  n_words  n_known
    0  0.309   -0.182        5        5
    1  0.526      NaN        0        0
    """
    return _table([_score_block(block) for block in _blocks(texts)] or [_score_block([])])


def score_parts(texts: Sequence[Sequence[str]]) -> tuple["pd.DataFrame", "pd.DataFrame"]:
    """Return SnowNLP's tone of texts, and that of their parts, cut into words once.

    Parameters
    ----------
    texts
        Each as its parts, which joined are the text. No part begins within a run of Han characters, as no sentence does.

    Returns
    -------
    pandas.DataFrame, pandas.DataFrame
        What `score` gives for the whole texts, and for all parts in order.

    >>> whole, parts = score_parts([["很好吃。", "服务也好"], ["差"]])
    >>> whole.equals(score(["很好吃。服务也好", "差"])), parts.equals(score(["很好吃。", "服务也好", "差"]))
    (True, True)
    """
    sizes = (sum(map(len, parts)) for parts in texts)
    blocks = [_score_parts(block) for block in _split(texts, sizes)] or [_score_parts([])]
    whole, parts = zip(*blocks, strict=True)
    return _table(whole), _table(parts)


def _table(blocks: Sequence[tuple[np.ndarray, ...]]) -> "pd.DataFrame":
    import pandas as pd

    columns = map(np.concatenate, zip(*blocks, strict=True))
    return pd.DataFrame(dict(zip(("tone", "logodds", "n_words", "n_known"), columns, strict=True)))


def words(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text as `snownlp.seg.seg` cuts them, stop words included, white space left out.

    Raises
    ------
    LundianError
        If `texts` is one string or holds something that is no string; if snownlp is not installed.

    >>> words(["我们在湖边散步, 2 小时"])
    [['我们', '在', '湖边', '散步', ',', '2', '小时']]
    """
    return [found for block in _blocks(texts) for found in _words_block(block)]


def _words_block(texts: list[str]) -> list[list[str]]:
    run = cut(texts)
    found = [run.joined[a:b] for a, b in zip(run.start.tolist(), run.end.tolist(), strict=True)]
    bounds = np.searchsorted(run.text, np.arange(len(texts) + 1)).tolist()
    return [found[a:b] for a, b in pairwise(bounds)]


def _score_block(texts: list[str]) -> tuple[np.ndarray, ...]:
    """Return the four columns."""
    found = cut(texts)
    return _scored(found.text, _numbers(found), len(texts))


def _score_parts(texts: Sequence[Sequence[str]]) -> tuple[tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
    """Return the four columns of the texts, and of their parts."""
    run = runs(["".join(parts) for parts in texts])
    size = np.array([len(part) for parts in texts for part in parts], np.intp)
    begin = np.cumsum(size) - size + np.repeat(np.arange(len(texts)), [len(parts) for parts in texts])
    whole = words_at(run, run.first)
    finer = words_at(run._replace(begins=with_places(run, begin)), begin)
    number = _numbers(finer)
    # A word of a text is one of its parts' words too, but for what is not Han and stands across two parts.
    of_whole = number[run.begins[finer.start]]
    across = np.flatnonzero(finer.end[run.begins[finer.start]] != whole.end)
    of_whole[across] = _numbers(whole._replace(start=whole.start[across], end=whole.end[across]))
    return _scored(whole.text, of_whole, len(texts)), _scored(finer.text, number, len(begin))


def _scored(text: np.ndarray, word: np.ndarray, n: int) -> tuple[np.ndarray, ...]:
    """Return the columns for words by number. `np.add.at` adds one by one in the words' order, as snownlp does."""
    tables = load()
    unknown = tables["word_log"].shape[1] - 1
    counted = word <= unknown
    text, word = text[counted], word[counted]
    totals = np.repeat(tables["prior"][:, None], n, axis=1)
    for total, log in zip(totals, tables["word_log"], strict=True):
        np.add.at(total, text, log[word])
    known = word < unknown
    n_words, n_known = (np.bincount(of, minlength=n) for of in (text, text[known]))
    negative, positive = tables["word_log"][:, word[known]]
    logodds = np.bincount(text[known], positive - negative, n)
    with np.errstate(invalid="ignore"):
        return _probability(*totals), logodds / n_known, n_words, n_known


def _numbers(words: Cut) -> np.ndarray:
    """Return each word's number: short words are looked up by their characters' codes, the few long ones as strings."""
    tables, long = load(), _long_words()
    unknown = tables["word_log"].shape[1] - 1
    length = words.end - words.start
    key = np.zeros(len(length), np.uint64)
    for place in range(SHORT):
        has = length > place
        key[has] |= word_key(words.codes[words.start[has] + place].astype(np.uint64), place)
    row = np.minimum(np.searchsorted(tables["short_key"], key), len(tables["short_key"]) - 1)
    number = np.where(tables["short_key"][row] == key, tables["short_number"][row], unknown)
    for i in np.flatnonzero(length > SHORT).tolist():
        number[i] = long.get(words.joined[words.start[i] : words.end[i]], unknown)
    return number


@cache
def _long_words() -> dict[str, int]:
    tables = load()
    listed = tables["long_words"].tobytes().decode().split("\n")
    return dict(zip(listed, tables["long_number"].tolist(), strict=True))


def _probability(negative: np.ndarray, positive: np.ndarray) -> np.ndarray:
    """Return the probability of the positive class from the log-probabilities, as `Bayes.classify` works it out.

    >>> _probability(np.array([-1.0, 0.0, -1000.0]), np.array([-1.0, -1000.0, 0.0])).tolist()
    [0.5, 0.0, 1.0]
    """
    bad, good = 1 / (1 + _exp(positive - negative)), 1 / (1 + _exp(negative - positive))
    return np.where(good > bad, good, 1 - bad)


def _exp(values: np.ndarray) -> np.ndarray:
    """Return `math.exp` of each, which numpy's is not to the last bit, and infinity where that would overflow."""
    exp = np.fromiter(map(math.exp, np.minimum(values, _MOST).tolist()), float, len(values))
    return np.where(values > _MOST, np.inf, exp)


def _blocks(texts: Sequence[str]) -> Iterator[list[str]]:
    """Split texts into lists of at most about `BLOCK` characters, so that memory stays bounded."""
    if isinstance(texts, str):
        raise LundianError("texts is one string, and SnowNLP scores a list of them: put it into a list, [text]")
    for position, text in enumerate(texts):
        if not isinstance(text, str):
            raise LundianError(f"text {position} is a {type(text).__name__}, not a string: leave it out or use ''")
    return _split(texts, map(len, texts))


def _split(items: Sequence, sizes: Iterable[int]) -> Iterator[list]:
    block, total = [], 0
    for item, size in zip(items, sizes, strict=True):
        if block and total + size >= BLOCK:
            yield block
            block, total = [], 0
        block.append(item)
        total += size + 1
    if block:
        yield block
