"""Sentences to the tone of a paragraph, a section or an article, with an interval.

Most paragraphs have one to three sentences, too few to tell their own spread. So all paragraphs of an article lend each other
theirs, and an article of few sentences borrows from a spread that is common in commentary (Smyth 2004, Stat. Appl. Genet. Mol.
Biol. 3:3, eq. for the posterior variance): s² = (d₀ s₀² + d s_a²) / (d₀ + d), with d the article's degrees of freedom. The
interval is mean ± t · s / √m for m sentences with evidence, t with d₀ + d degrees of freedom, cut off at -1 and 1.
"""

import numpy as np
import pandas as pd

LEVEL = 0.95
SPREAD, WEIGHT = 0.25, 6.0  # s₀ and d₀: the spread of sentences in a paragraph of commentary, and what it counts


def pool(
    tone: np.ndarray,
    n_evidence: np.ndarray,
    group: np.ndarray,
    article: np.ndarray,
    level: float = LEVEL,
    cut: bool = True,
    weight: np.ndarray | None = None,
) -> pd.DataFrame:
    """Return the mean tone of groups of sentences, each within one article.

    Parameters
    ----------
    tone, n_evidence
        Of each sentence; NaN where there is no evidence.
    group, article
        The number of each sentence's group and article, from 0; a group lies in one article.
    level
        How often the interval should hold the tone that a group has beneath the scatter of its sentences.
    cut
        Whether the interval ends at -1 and 1.
    weight
        Of each sentence, as its number of terms. Then a sentence without evidence counts 0 with its weight, as a term without
        tone does in a sentence; a group is silent only where all its sentences are. Without weights such sentences are left out.

    Returns
    -------
    DataFrame
        One row per group, by number: tone, low, high (NaN where no sentence has evidence) and n_evidence.

    Examples
    --------
    >>> pool(np.array([0.4, 0.2, np.nan]), np.array([2, 1, 0]), np.array([0, 0, 1]), np.array([0, 0, 0])).round(2)
       tone  low  high  n_evidence
    0   0.3 -0.1   0.7           3
    1   NaN  NaN   NaN           0
    """
    from scipy.stats import t

    tone, group, article = np.asarray(tone, float), np.asarray(group, int), np.asarray(article, int)
    n = int(group.max()) + 1 if len(group) else 0
    known = np.isfinite(tone)
    if weight is not None:
        known, tone = np.bincount(group[known], minlength=n)[group] > 0, np.nan_to_num(tone)
    w = np.ones(known.sum()) if weight is None else np.asarray(weight, float)[known]
    total = np.bincount(group[known], w, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(group[known], tone[known] * w, n) / total
        count = total**2 / np.bincount(group[known], w**2, n)  # sentences of equal weight that would tell as much
    variance, freedom = _spread(tone[known] - mean[group[known]], group[known], article[known])
    home = np.zeros(n, dtype=int)
    home[group] = article
    lone = np.setdiff1d(home, article[known])  # an article without evidence: nothing is asked of its spread
    home[np.isin(home, lone)] = 0
    with np.errstate(divide="ignore"):
        half = t.ppf((1 + level) / 2, freedom[home]) * np.sqrt(variance[home] / count)
    evidence = np.bincount(group, n_evidence, n).astype("int64")
    bound = 1 if cut else np.inf
    low, high = np.clip(mean - half, -bound, bound), np.clip(mean + half, -bound, bound)
    return pd.DataFrame({"tone": mean, "low": low, "high": high, "n_evidence": evidence})


def _spread(apart: np.ndarray, group: np.ndarray, article: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the variance of each article's sentences about their groups' means, and its degrees of freedom."""
    articles = int(article.max(initial=0)) + 1
    _, first = np.unique(group, return_index=True)
    own = np.bincount(article, minlength=articles) - np.bincount(article[first], minlength=articles)
    squares = np.bincount(article, apart**2, articles)
    return (WEIGHT * SPREAD**2 + squares) / (WEIGHT + own), WEIGHT + own


def coverage(
    spread: float = 0.25, paragraphs: int = 20, most: int = 3, level: float = LEVEL, repeats: int = 500, seed: int = 0
) -> float:
    """Return how often the interval of a paragraph holds its true tone, by simulation.

    Articles of `paragraphs` paragraphs with one to `most` sentences each are drawn: a paragraph's tone evenly between -0.6 and
    0.6, its sentences about it by a beta distribution on [-1, 1] with that mean and the standard deviation `spread`.

    Examples
    --------
    >>> 0.9 < coverage(repeats=50) < 1
    True
    """
    random = np.random.default_rng(seed)
    held = []
    for _ in range(repeats):
        true = random.uniform(-0.6, 0.6, paragraphs)
        group = np.repeat(np.arange(paragraphs), random.integers(1, most + 1, paragraphs))
        mean = (true[group] + 1) / 2
        size = 4 * mean * (1 - mean) / spread**2 - 1
        drawn = 2 * random.beta(mean * size, (1 - mean) * size) - 1
        made = pool(drawn, np.ones(len(group)), group, np.zeros(len(group), int), level)
        held.append(((made["low"] <= true) & (true <= made["high"])).mean())
    return float(np.mean(held))
