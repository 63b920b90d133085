"""Any list of texts to their tone."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import pandas as pd

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.aggregate import pool
from lundian.tone.lexicon import LexiconScorer

SCORERS = ("lexicon", "snownlp", "snownlp_logodds")


class Cutter(Protocol):
    """What cuts texts into terms, as `lundian.words.segment.Segmenter` does."""

    def cut_all(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the terms of each text; joined they are the text."""


def score_tone(texts: Sequence[str], scorer: str = "lexicon", *, segmenter: Cutter | None = None) -> pd.DataFrame:
    """Score any texts, each on its own.

    Parameters
    ----------
    texts
        Strings of any length.
    scorer
        `lexicon`, `snownlp`, `snownlp_logodds`, or the name of a reader's own lexicon in data/local/lexicons/.
    segmenter
        What cuts into terms; jieba's words with the topics' terms when left out. SnowNLP cuts by itself.

    Returns
    -------
    pandas.DataFrame
        One row per text, in the same order: tone in [-1, 1] (the mean of its sentences' tones by length, a sentence without
        evidence counting 0; NaN without any evidence; SnowNLP's probability p as 2p - 1; its log-odds as they are), low, high
        (95 %; NaN for SnowNLP), n_evidence (words that count; SnowNLP: words it knows).

    Raises
    ------
    LundianError
        `texts` is one string, something in it is no string, or there is no such scorer.

    Examples
    --------
    >>> score_tone(["公司净利润大幅下降。", "今天是星期三。"])["tone"].round(1).tolist()
    [-0.6, nan]
    """
    if isinstance(texts, str) or not all(isinstance(text, str) for text in texts):
        raise LundianError(
            "score_tone takes a list of strings; put a single text into a list, and leave out what is none."
        )
    texts = list(texts)
    return _by_snownlp(texts, scorer) if scorer in SCORERS[1:] else _by_lexicon(texts, scorer, segmenter)


def _by_lexicon(texts: list[str], scorer: str, segmenter: Cutter | None) -> pd.DataFrame:
    from lundian.text.sentences import split_sentences

    read = LexiconScorer("tone" if scorer == "lexicon" else _own(scorer))
    split = [split_sentences(text) for text in texts]
    of = np.repeat(np.arange(len(texts)), [len(sentences) for sentences in split])
    terms = (segmenter or _segmenter()).cut_all([sentence for sentences in split for sentence in sentences])
    weight = np.fromiter((len(sentence) for sentences in split for sentence in sentences), float, len(of))
    scores, _ = read.score(terms)
    made = pool(scores["tone"], scores["n_evidence"], of, of, weight)
    blank = {"tone": np.nan, "low": np.nan, "high": np.nan, "n_evidence": 0}
    return made.reindex(range(len(texts))).fillna(blank).astype({"n_evidence": "int64"})


def _own(scorer: str) -> str:
    """Return the name of a reader's lexicon if there is one; otherwise name all scorers."""
    own = sorted(file.stem for file in paths.local("lexicons").glob("*.csv"))
    if scorer not in own:
        known = ", ".join([*SCORERS, *own])
        raise LundianError(
            f"There is no scorer {scorer!r}; choose one of {known}, or put data/local/lexicons/{scorer}.csv there."
        )
    return scorer


def _by_snownlp(texts: list[str], scorer: str) -> pd.DataFrame:
    from lundian.tone import snownlp

    scored = snownlp.score(texts)
    tone = scored["tone"] * 2 - 1 if scorer == "snownlp" else scored["logodds"]
    known = scored["n_known"].to_numpy(dtype="int64")
    made = {"tone": np.where(known > 0, tone, np.nan), "low": np.nan, "high": np.nan, "n_evidence": known}
    return pd.DataFrame(made, columns=list(made), index=range(len(texts)))


def _segmenter() -> Cutter:
    from lundian.words.segment import default_segmenter
    from lundian.words.topics import all_terms, load_topics

    return default_segmenter(tuple(sorted(all_terms(load_topics()))))
