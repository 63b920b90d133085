"""Sentences to the tone of a paragraph, a section or an article, with an interval.

Most paragraphs have one to three sentences, too few to tell their own spread. So all paragraphs of an article lend each other
theirs, and an article of few sentences borrows from a spread that is common in commentary (Smyth 2004, Stat. Appl. Genet. Mol.
Biol. 3:3, eq. for the posterior variance): s² = (d₀ s₀² + d s_a²) / (d₀ + d), with d the article's degrees of freedom. The
interval is mean ± t · s / √m, t with d₀ + d degrees of freedom, cut off at -1 and 1. Sentences are weighted by their length, and
m = (Σw)² / Σw² (Kish 1965, Survey Sampling, section 11.7) is how many of equal length would tell as much.
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
    weight: np.ndarray,
    level: float = LEVEL,
) -> pd.DataFrame:
    """Return the mean tone of groups of sentences, each within one article.

    A sentence counts with its weight; one without evidence counts 0, as a term without tone does in a sentence. A group is silent
    only where all its sentences are.

    Parameters
    ----------
    tone, n_evidence
        Of each sentence; NaN where there is no evidence.
    group, article
        The number of each sentence's group and article, from 0; a group lies in one article.
    weight
        Of each sentence: its characters.
    level
        How often the interval should hold the tone that a group has beneath the scatter of its sentences.

    Returns
    -------
    DataFrame
        One row per group, by number: tone, low, high (NaN where no sentence has evidence) and n_evidence.

    Examples
    --------
    >>> pool(np.array([0.4, 0.2, np.nan]), np.array([2, 1, 0]), np.array([0, 0, 1]), np.zeros(3), np.ones(3)).round(2)
       tone  low  high  n_evidence
    0   0.3 -0.1   0.7           3
    1   NaN  NaN   NaN           0
    """
    group, weight = np.asarray(group, int), np.asarray(weight, float)
    mean = weighted_mean(tone, group, weight)
    n = len(mean)
    home = np.zeros(n, dtype=int)
    home[group] = np.asarray(article, int)
    with np.errstate(invalid="ignore", divide="ignore"):
        count = np.bincount(group, weight, n) ** 2 / np.bincount(
            group, weight**2, n
        )  # equal sentences that tell as much
        half = half_widths(tone, group, article, weight, level)[home] / np.sqrt(count)
    low, high = np.clip(mean - half, -1, 1), np.clip(mean + half, -1, 1)
    evidence = np.bincount(group, n_evidence, n).astype("int64")
    return pd.DataFrame({"tone": mean, "low": low, "high": high, "n_evidence": evidence})


def weighted_mean(tone: np.ndarray, group: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the mean of each group, silent sentences counting 0; NaN for a group that is silent altogether.

    >>> weighted_mean(np.array([0.5, np.nan, np.nan]), np.array([0, 0, 1]), np.array([30, 10, 8]))
    array([0.375,   nan])
    """
    tone, n = np.asarray(tone, float), int(np.max(group, initial=-1)) + 1
    spoken = np.bincount(group, np.isfinite(tone), n) > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(group, np.nan_to_num(tone) * weight, n) / np.bincount(group, weight, n)
    return np.where(spoken, mean, np.nan)


def half_widths(
    tone: np.ndarray, group: np.ndarray, article: np.ndarray, weight: np.ndarray, level: float = LEVEL
) -> np.ndarray:
    """Return t · s of each article: half the interval of one sentence. Groups that are silent altogether lend no spread."""
    from scipy.stats import t

    group, article = np.asarray(group, int), np.asarray(article, int)
    apart = np.nan_to_num(np.asarray(tone, float)) - weighted_mean(tone, group, weight)[group]
    told = np.isfinite(apart)
    apart, group = apart[told], group[told]
    n = int(np.max(article, initial=-1)) + 1
    _, first = np.unique(group, return_index=True)
    freedom = np.bincount(article[told], minlength=n) - np.bincount(article[told][first], minlength=n) + WEIGHT
    variance = (WEIGHT * SPREAD**2 + np.bincount(article[told], apart**2, n)) / freedom
    return t.ppf((1 + level) / 2, freedom) * np.sqrt(variance)


def coverage(
    spread: float = 0.25, paragraphs: int = 20, most: int = 3, level: float = LEVEL, repeats: int = 500, seed: int = 0
) -> float:
    """Return how often the interval of a paragraph holds its true tone, by simulation.

    Articles of `paragraphs` paragraphs with one to `most` sentences each are drawn: a paragraph's tone evenly between -0.6 and
    0.6, its sentences, 10 to 80 characters long, about it by a beta distribution on [-1, 1] with that mean and the standard
    deviation `spread`.

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
        length = random.integers(10, 81, len(group))
        made = pool(drawn, np.ones(len(group)), group, np.zeros(len(group), int), length, level)
        held.append(((made["low"] <= true) & (true <= made["high"])).mean())
    return float(np.mean(held))
