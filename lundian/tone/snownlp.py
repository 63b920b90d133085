"""SnowNLP's sentiment, exactly, for many texts at once.

The words and the probability are those of `snownlp.sentiment.classify`, bit for bit; only the way there differs. What the
model is: naive Bayes, trained on shopping reviews, a product of the words' probabilities. So with every word it moves
further towards 0 or 1, and on a long paragraph it sits there; its stop words drop 不是 and 没有; and a word that it doesn't
know counts for the bad reviews, the class with fewer words. `logodds` shows what is left without length and without unknown
words.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow.compute import index_in

from lundian.errors import LundianError
from lundian.tone.snownlp_cache import load
from lundian.tone.snownlp_tables import Tables
from lundian.tone.snownlp_words import Cut, cut

BLOCK = 1 << 20  # characters handled at once


def score(texts: Sequence[str]) -> pd.DataFrame:
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
    blocks = [_score(block, block.texts) for block in _blocks(_whole(texts))]
    return pd.concat(blocks, ignore_index=True)


def score_parts(texts: Sequence[Sequence[str]]) -> tuple[pd.DataFrame, pd.DataFrame]:
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
    blocks = [(_score(block, block.texts), _score(block, block.parts)) for block in _blocks(texts)]
    return tuple(pd.concat(scores, ignore_index=True) for scores in zip(*blocks, strict=True))


def words(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of each text as `snownlp.seg.seg` cuts them, stop words included, white space left out.

    Raises
    ------
    LundianError
        If `texts` is one string or holds something that is no string; if snownlp is not installed.

    >>> words(["我们在湖边散步, 2 小时"])
    [['我们', '在', '湖边', '散步', ',', '2', '小时']]
    """
    return [found for block in _blocks(_whole(texts)) for found in _words(block)]


def _words(found: Cut) -> list[list[str]]:
    edges, is_word, text = found.pieces(found.texts)
    words = [[] for _ in found.texts]
    for a, b, of in zip(edges[:-1][is_word].tolist(), edges[1:][is_word].tolist(), text[is_word].tolist(), strict=True):
        words[of].append(found.joined[a:b])
    return words


def _score(found: Cut, first: np.ndarray) -> pd.DataFrame:
    """Return the scores of texts that begin at `first`. `np.add.at` adds one by one in the words' order, as snownlp does."""
    tables = load()
    text, word = _counted(found, first, tables)
    totals = np.repeat(tables["prior"][:, None], len(first), axis=1)
    for total, log in zip(totals, tables["word_log"], strict=True):
        np.add.at(total, text, log[word])
    tone = np.fromiter(map(_probability, *totals.tolist()), float, len(first))
    known = word < tables["word_log"].shape[1] - 1
    n_words, n_known = (np.bincount(of, minlength=len(first)) for of in (text, text[known]))
    negative, positive = tables["word_log"][:, word[known]]
    logodds = pd.Series(np.bincount(text[known], positive - negative, len(first))) / n_known
    return pd.DataFrame({"tone": tone, "logodds": logodds, "n_words": n_words, "n_known": n_known})


def _counted(found: Cut, first: np.ndarray, tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Return the words that are no stop words: the text each is of, and its number."""
    edges, is_word, text = found.pieces(first)
    unknown = tables["word_log"].shape[1] - 1
    listed = _strings(tables["word_codes"], tables["word_edges"])
    word = index_in(_strings(found.codes, edges), listed).fill_null(unknown).to_numpy()
    counted = is_word & (word <= unknown)
    return text[counted], word[counted]


def _strings(codes: np.ndarray, edges: np.ndarray) -> pa.LargeBinaryArray:
    """Return the strings between edges of code points, in whose memory they stay."""
    buffers = [None, pa.py_buffer(edges * codes.itemsize), pa.py_buffer(codes)]
    return pa.LargeBinaryArray.from_buffers(pa.large_binary(), len(edges) - 1, buffers)


def _probability(negative: float, positive: float) -> float:
    """Return the probability of the positive class from the log-probabilities, as `Bayes.classify` works it out.

    >>> _probability(-1.0, -1.0), _probability(0.0, -1000.0), _probability(-1000.0, 0.0)
    (0.5, 0.0, 1.0)
    """
    likelier = 1 / (1 + math.exp(-abs(positive - negative)))
    return likelier if positive > negative else 1 - likelier


def _whole(texts: Sequence[str]) -> list[list[str]]:
    """Return texts as one part each."""
    if isinstance(texts, str):
        raise LundianError("texts is one string, and SnowNLP scores a list of them: put it into a list, [text]")
    for position, text in enumerate(texts):
        if not isinstance(text, str):
            raise LundianError(f"text {position} is a {type(text).__name__}, not a string: leave it out or use ''")
    return [[text] for text in texts]


def _blocks(texts: Sequence[Sequence[str]]) -> Iterator[Cut]:
    """Cut texts, about `BLOCK` characters at a time, so that memory stays bounded; no texts are one block."""
    block, size = [], 0
    for parts in texts:
        block.append(parts)
        size += 1 + sum(map(len, parts))
        if size >= BLOCK:
            yield cut(block)
            block, size = [], 0
    yield cut(block)
