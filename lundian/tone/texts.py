"""Any list of strings → their tone, in the same order."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.text.sentences import split_sentences

SCORERS = ("lexicon", "snownlp", "snownlp_logodds")


def score_tone(texts: Sequence[str], scorer: str = "lexicon", *, cut: Callable | None = None) -> pd.DataFrame:
    """Score the tone of any texts.

    Parameters
    ----------
    texts
        Strings of any length.
    scorer
        "lexicon": the mean of a text's sentences that hold evidence, with the interval that `lundian.tone` would give them as
        one article's paragraphs. "snownlp", "snownlp_logodds": SnowNLP's score, on -1 to 1, without interval. Any other name is
        that of a lexicon of the reader's own in data/local/lexicons/.
    cut
        What cuts a list of sentences into terms; the project's segmenter where it is left out.

    Returns
    -------
    pandas.DataFrame
        One row per text, in the same order: tone (-1 to 1; NaN without evidence), low, high, n_evidence.

    Raises
    ------
    LundianError
        `texts` is one string, or there is no such scorer.

    Examples
    --------
    >>> score_tone(["这是机会。", "这是困局。", ""])["tone"].tolist()
    [1.0, -1.0, nan]
    """
    if isinstance(texts, str):
        raise LundianError("score_tone takes a list of texts, not one text; write [text].")
    texts = list(texts)
    if scorer.startswith("snownlp"):
        return _snownlp(texts, scorer)
    from lundian.tone.lexicon import LexiconScorer

    sentences = [split_sentences(text) for text in texts]
    of = np.repeat(np.arange(len(texts)), [len(found) for found in sentences])
    flat = [sentence for found in sentences for sentence in found]
    scores, _ = LexiconScorer("tone" if scorer == "lexicon" else scorer).score((cut or _cut)(flat))
    return _means(scores["tone"].to_numpy(), scores["n_evidence"].to_numpy(), of, len(texts))


def _cut(sentences: list[str]) -> list[list[str]]:
    from lundian.words.cut import segment

    return segment(sentences)


def _snownlp(texts: list[str], scorer: str) -> pd.DataFrame:
    if scorer not in SCORERS:
        raise LundianError(f"There is no scorer {scorer!r}; choose one of {', '.join(SCORERS)}.")
    from lundian.tone import snownlp

    found = snownlp.score(texts)
    value = 2 * found["tone"] - 1 if scorer == "snownlp" else np.tanh(found["logodds"])
    return pd.DataFrame({"tone": value, "low": np.nan, "high": np.nan, "n_evidence": found["n_known"]})


def _means(tone: np.ndarray, n_evidence: np.ndarray, of: np.ndarray, n: int) -> pd.DataFrame:
    """Return the mean of each text, with the interval from the variance pooled over the texts."""
    from scipy.stats import t

    known = ~np.isnan(tone)
    m = np.bincount(of[known], minlength=n)
    mean = np.bincount(of[known], tone[known], n) / np.where(m > 0, m, np.nan)
    freedom = max(int(known.sum() - (m > 0).sum()), 0)
    squares = ((tone[known] - mean[of[known]]) ** 2).sum()
    half = t.ppf(0.975, freedom) * np.sqrt(squares / freedom / np.maximum(m, 1)) if freedom else np.full(n, np.nan)
    made = {"tone": mean, "low": np.clip(mean - half, -1, 1), "high": np.clip(mean + half, -1, 1)}
    return pd.DataFrame(made | {"n_evidence": np.bincount(of, n_evidence, n).astype("int64")})
