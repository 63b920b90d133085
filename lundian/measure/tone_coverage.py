"""How often the interval of a paragraph's tone holds the truth: a simulation where the truth is known."""

import numpy as np
import pandas as pd

from lundian.provenance import measured
from lundian.tone.aggregate import pool

PARAGRAPHS = 20  # in a simulated article, with one to three sentences each, as in commentary
SPREAD = 0.3  # standard deviation of paragraphs' true tones
CONCENTRATION = 4.0  # of the Beta distribution of a sentence's tone around its paragraph's: a deviation of about 0.45
DRAWS = 200  # of a bootstrap


@measured
def interval_coverage(seed: int = 0, articles: int = 300) -> pd.DataFrame:
    """Simulate articles whose paragraphs have a known tone, and count how often 95 % intervals hold it.

    A sentence's tone is drawn from a Beta distribution on [-1, 1] whose mean is its paragraph's, its length evenly from 10 to 80
    characters. Two intervals are made of the same sentences: the pooled one that `tone` gives, and the percentile bootstrap
    over a paragraph's own sentences.

    Returns
    -------
    pandas.DataFrame
        One row per method and number of sentences in the paragraph: method ("pooled", "bootstrap"), n_sentences, coverage
        (share of intervals that hold the truth), low, high (95 %, Wilson 1927), width (mean), n (paragraphs).
    """
    from lundian.measure.stats import wilson

    rng = np.random.default_rng(seed)
    made = pd.concat([_article(rng) for _ in range(articles)], ignore_index=True)
    made["hit"] = (made["low"] <= made["truth"]) & (made["truth"] <= made["high"])
    made["width"] = made["high"] - made["low"]
    table = made.groupby(["method", "n_sentences"]).agg(hits=("hit", "sum"), width=("width", "mean"), n=("hit", "size"))
    table = table.reset_index()
    low, high = wilson(table["hits"], table["n"])
    table = table.assign(coverage=table["hits"] / table["n"], low=low, high=high)
    return table[["method", "n_sentences", "coverage", "low", "high", "width", "n"]]


def _article(rng: np.random.Generator) -> pd.DataFrame:
    truth = np.clip(rng.normal(0.1, SPREAD, PARAGRAPHS), -0.9, 0.9)
    n = rng.integers(1, 4, PARAGRAPHS)
    of = np.repeat(np.arange(PARAGRAPHS), n)
    share = (1 + truth[of]) / 2
    tone = 2 * rng.beta(CONCENTRATION * share, CONCENTRATION * (1 - share)) - 1
    pooled = pool(tone, np.ones(len(of)), of, np.zeros(len(of), dtype=int), rng.integers(10, 81, len(of)))
    places = pd.DataFrame({"n_sentences": n, "truth": truth})
    by_pooling = places.assign(method="pooled", low=pooled["low"], high=pooled["high"])
    draws = [rng.choice(tone[of == number], (DRAWS, size)).mean(axis=1) for number, size in enumerate(n)]
    low, high = np.quantile(draws, [0.025, 0.975], axis=1)
    return pd.concat([by_pooling, places.assign(method="bootstrap", low=low, high=high)])
