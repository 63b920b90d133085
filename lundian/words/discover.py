"""New terms: runs of words that hang together, stand freely, and are no part of general Chinese."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from lundian.schema import MAX_TERM
from lundian.words.ngrams import Runs, coded, free, runs
from lundian.words.segment import Segmenter
from lundian.words.stopwords import stopwords
from lundian.words.word import is_word

# Parts of speech (jieba's first letters) of words that no term has in it: particles, conjunctions, prepositions, pronouns,
# adverbs; as little as a stop word. Negation is the exception: 信息不对称.
_NEVER_IN = frozenset("ucprdyeow")
_BUT_FOR = "不"
# Numerals, measure words, words of place and time neither begin nor end one.
_NEVER_AT_ENDS = frozenset("mqft")
LONGEST = 4  # words in a proposal
COLUMNS = {"term": "str", "parts": "str", "n": "int64", "n_free": "int64"} | dict.fromkeys(
    ["pmi", "left_entropy", "right_entropy", "score"], "float64"
)


def proposals(
    sentences: Sequence[Sequence[str]], segmenter: Segmenter, known: Collection[str] = (), min_n: int = 2
) -> pd.DataFrame:
    """Return the runs of words that may be terms, the best first.

    Parameters
    ----------
    sentences
        The terms of each sentence.
    segmenter
        What they were cut with; it knows the parts of speech.
    known
        Terms that are not to be proposed.
    min_n
        How often a proposal occurs at least, outside of longer ones.

    Returns
    -------
    pandas.DataFrame
        One row per proposal: term, parts (its words), n, n_free (not within a longer proposal), pmi (at its weakest cut,
        bits), left_entropy, right_entropy (bits), score (log2 n × pmi × the lesser entropy).
    """
    words, vocabulary = coded(sentences)
    inside, ends = _fit(vocabulary, segmenter)
    words = np.where(np.array([*map(is_word, vocabulary), False])[words], words, -1)
    found = [_bounded(one, words, ends) for one in runs(words, inside[words], min_n, LONGEST)]
    rows = [
        row
        for one, n_free in zip(found, free(found), strict=True)
        for row in _rows(one.keep(n_free >= min_n), n_free[n_free >= min_n], words, vocabulary)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS)[:-1]).astype({name: COLUMNS[name] for name in list(COLUMNS)[:-1]})
    table["score"] = np.log2(table["n"]) * table["pmi"] * table[["left_entropy", "right_entropy"]].min(axis=1)
    wanted = (table["term"].str.len() <= MAX_TERM) & ~table["term"].isin(list(known))
    return table[wanted].sort_values(["score", "term"], ascending=[False, True], ignore_index=True)


def _fit(vocabulary: Sequence[str], segmenter: Segmenter) -> tuple[np.ndarray, np.ndarray]:
    """Return which words can be part of a term, and which can begin or end it; the last value is of what is no word."""
    tags, stop = [segmenter.pos(term)[0] for term in vocabulary], stopwords()
    content = [tag not in _NEVER_IN and term not in stop for term, tag in zip(vocabulary, tags, strict=True)]
    ends = [fits and tag not in _NEVER_AT_ENDS for fits, tag in zip(content, tags, strict=True)]
    inside = [fits or term == _BUT_FOR for fits, term in zip(content, vocabulary, strict=True)]
    return np.array([*inside, False]), np.array([*ends, False])


def _bounded(one: Runs, words: np.ndarray, ends: np.ndarray) -> Runs:
    """Return the runs that begin and end as a term can, are more than chance, and are not always within another run."""
    first, last = words[one.first], words[one.first + one.length - 1]
    return one.keep(ends[first] & ends[last] & (one.pmi > 0) & (one.left > 0) & (one.right > 0))


def _rows(one: Runs, n_free: np.ndarray, words: np.ndarray, vocabulary: Sequence[str]) -> list[tuple]:
    parts = [vocabulary[words[first : first + one.length]] for first in one.first]
    evidence = zip(one.n, n_free, one.pmi, one.left, one.right, strict=True)
    return [("".join(of), " ".join(of), *values) for of, values in zip(parts, evidence, strict=True)]
