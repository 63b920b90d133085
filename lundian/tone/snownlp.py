"""SnowNLP's sentiment, exactly, for many texts at once.

The words and the probability are those of `snownlp.sentiment.classify`, bit for bit; only the way there differs. What the
model is: naive Bayes, trained on shopping reviews, a product of the words' probabilities. So with every word it moves
further towards 0 or 1, and on a long paragraph it sits there; its stop words drop 不是 and 没有; and a word that it doesn't
know counts for the bad reviews, the class with fewer words. `logodds` shows what is left without length and without unknown
words.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lundian.errors import LundianError
from lundian.tone import snownlp_path
from lundian.tone.snownlp_cache import load
from lundian.tone.snownlp_tables import FIRST, LAST, SHORT, word_key

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 1 << 20  # characters handled at once
SPACE, OTHER, HAN = range(3)


class Cut(NamedTuple):
    """Texts joined by line ends, their code points, and the words in order: the text each is of, its start and its end."""

    joined: str
    codes: np.ndarray
    text: np.ndarray
    start: np.ndarray
    end: np.ndarray


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
    import pandas as pd

    blocks = [_score_block(block) for block in _blocks(texts)] or [_score_block([])]
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
    cut = _cut(texts)
    found = [cut.joined[a:b] for a, b in zip(cut.start.tolist(), cut.end.tolist(), strict=True)]
    bounds = np.searchsorted(cut.text, np.arange(len(texts) + 1)).tolist()
    return [found[a:b] for a, b in pairwise(bounds)]


def _score_block(texts: list[str]) -> tuple[np.ndarray, ...]:
    """Return the four columns. `np.add.at` adds one by one in the words' order, as snownlp does."""
    tables, cut = load(), _cut(texts)
    unknown = tables["word_log"].shape[1] - 1
    word = _numbers(cut, unknown)
    counted = word <= unknown
    text, word = cut.text[counted], word[counted]
    totals = np.repeat(tables["prior"][:, None], len(texts), axis=1)
    for total, log in zip(totals, tables["word_log"], strict=True):
        np.add.at(total, text, log[word])
    known = word < unknown
    n_words, n_known = (np.bincount(of, minlength=len(texts)) for of in (text, text[known]))
    negative, positive = tables["word_log"][:, word[known]]
    logodds = np.bincount(text[known], positive - negative, len(texts))
    with np.errstate(invalid="ignore"):
        return np.array([*map(_probability, *totals.tolist())]), logodds / n_known, n_words, n_known


def _numbers(cut: Cut, unknown: int) -> np.ndarray:
    """Return each word's number: short words are looked up by their characters' codes, the few long ones as strings."""
    tables, long = load(), _long_words()
    length = cut.end - cut.start
    key = np.zeros(len(length), np.uint64)
    for place in range(SHORT):
        has = length > place
        key[has] |= word_key(cut.codes[cut.start[has] + place].astype(np.uint64), place)
    row = np.minimum(np.searchsorted(tables["short_key"], key), len(tables["short_key"]) - 1)
    number = np.where(tables["short_key"][row] == key, tables["short_number"][row], unknown)
    for i in np.flatnonzero(length > SHORT).tolist():
        number[i] = long.get(cut.joined[cut.start[i] : cut.end[i]], unknown)
    return number


@cache
def _long_words() -> dict[str, int]:
    tables = load()
    listed = tables["long_words"].tobytes().decode().split("\n")
    return dict(zip(listed, tables["long_number"].tolist(), strict=True))


def _probability(negative: float, positive: float) -> float:
    """Return the probability of the positive class from the log-probabilities, as `Bayes.classify` works it out.

    >>> _probability(-1.0, -1.0), _probability(0.0, -1000.0), _probability(-1000.0, 0.0)
    (0.5, 0.0, 1.0)
    """
    best, good = 0.0, False
    for own, is_good in ((negative, False), (positive, True)):
        try:
            p = 1 / (math.exp(negative - own) + math.exp(positive - own))
        except OverflowError:
            p = 0.0
        if p > best:
            best, good = p, is_good
    return best if good else 1 - best


def _cut(texts: list[str]) -> Cut:
    """Cut texts into words: runs of Han characters by the model, anything else at white space."""
    joined = "\n".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    kind = _kinds()[np.minimum(codes, len(_kinds()) - 1)]
    begins = np.ones(len(codes) + 1, bool)
    np.not_equal(kind[1:], kind[:-1], out=begins[1:-1])
    _cut_han(codes, kind == HAN, begins)
    edges = np.flatnonzero(begins)
    is_word = kind[edges[:-1]] != SPACE
    starts, ends = edges[:-1][is_word], edges[1:][is_word]
    lengths = np.fromiter(map(len, texts), np.intp, len(texts))
    text = np.searchsorted(np.cumsum(lengths + 1), starts, side="right")
    return Cut(joined, codes, text, starts, ends)


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


def _blocks(texts: Sequence[str]) -> Iterator[list[str]]:
    """Split texts into lists of at most about `BLOCK` characters, so that memory stays bounded."""
    if isinstance(texts, str):
        raise LundianError("texts is one string, and SnowNLP scores a list of them: put it into a list, [text]")
    block, size = [], 0
    for position, text in enumerate(texts):
        if not isinstance(text, str):
            raise LundianError(f"text {position} is a {type(text).__name__}, not a string: leave it out or use ''")
        if block and size + len(text) >= BLOCK:
            yield block
            block, size = [], 0
        block.append(text)
        size += len(text) + 1
    if block:
        yield block
