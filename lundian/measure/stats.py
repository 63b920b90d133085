"""The formulas that measures share, on arrays: association, intervals, correction for many tests."""

import numpy as np

Z95 = 1.959963984540054


def benjamini_hochberg(p: np.ndarray, tests: int | None = None) -> np.ndarray:
    """Return q-values (Benjamini and Hochberg 1995, procedure 1); a p that is NaN is no test and stays NaN.

    `tests` is how many tests were made where not all of them are in `p` (those left out count as p = 1).

    >>> benjamini_hochberg(np.array([0.01, 0.04, 0.03])).round(9).tolist()
    [0.03, 0.04, 0.04]
    """
    from statsmodels.stats.multitest import multipletests

    p = np.asarray(p, dtype=float)
    q, made = np.full(p.shape, np.nan), ~np.isnan(p)
    if made.any():
        q[made] = multipletests(p[made], method="fdr_bh")[1] * (max(tests or 0, made.sum()) / made.sum())
    return np.minimum(q, 1)


def chi2_p(g2: np.ndarray) -> np.ndarray:
    """Return the p-value of a G² with one degree of freedom."""
    from scipy.special import chdtrc

    return chdtrc(1, np.asarray(g2, dtype=float))


def wilson(k: np.ndarray, n: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the 95 % interval of a share k / n (Wilson 1927, JASA 22, pp. 209-212); NaN where n is 0.

    >>> [float(x.round(3)) for x in wilson(1, 4)]
    [0.046, 0.699]
    """
    k, n = np.asarray(k, dtype=float), np.asarray(n, dtype=float)
    n = np.where(n > 0, n, np.nan)
    share, z2 = k / n, Z95**2
    middle, half = share + z2 / (2 * n), Z95 * np.sqrt(share * (1 - share) / n + z2 / (4 * n**2))
    # At no or all successes the bound is exactly 0 or 1, which rounding would miss.
    low = np.where(k == 0, 0 * middle, (middle - half) / (1 + z2 / n))
    high = np.where(k == n, 1 + 0 * middle, (middle + half) / (1 + z2 / n))
    return low, high


def times_log(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Return observed * ln(observed / expected), which is 0 where nothing was observed."""
    from scipy.special import xlogy

    observed, expected = np.asarray(observed, dtype=float), np.asarray(expected, dtype=float)
    return xlogy(observed, np.divide(observed, expected, out=np.ones_like(observed + expected), where=observed > 0))


def g2_two_cells(a: np.ndarray, b: np.ndarray, n_a: float, n_b: float) -> np.ndarray:
    """Return G² over the word's own two cells (Rayson and Garside 2000, p. 3).

    >>> round(float(g2_two_cells(52, 57, 50_000, 75_000)), 2)
    2.65
    """
    both = np.asarray(a, dtype=float) + b
    g2 = 2 * (times_log(a, n_a * both / (n_a + n_b)) + times_log(b, n_b * both / (n_a + n_b)))
    return np.maximum(g2, 0)  # rounding alone can make it negative


def g2_four_cells(k11: np.ndarray, k12: np.ndarray, k21: np.ndarray, k22: np.ndarray) -> np.ndarray:
    """Return G² over all four cells of a contingency table (Dunning 1993, p. 71).

    >>> round(float(g2_four_cells(110, 2442, 111, 29114)), 2)  # Dunning's example "the swiss"
    270.72
    """
    k = [np.asarray(x, dtype=float) for x in (k11, k12, k21, k22)]
    total = sum(k)
    rows, columns = (k[0] + k[1], k[2] + k[3]), (k[0] + k[2], k[1] + k[3])
    with np.errstate(invalid="ignore"):
        expected = [row * column / total for row in rows for column in columns]
        return np.maximum(2 * sum(times_log(o, e) for o, e in zip(k, expected, strict=True)), 0)


def log_ratio(a: np.ndarray, b: np.ndarray, n_a: float, n_b: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the binary log of the ratio of two relative frequencies, and its 95 % interval.

    Hardie (2014), "Log Ratio: an informal introduction"; a frequency of 0 is taken as 0.5, as there. The interval is Katz et
    al.'s (1978, Biometrics 34, pp. 469-474) for a log relative risk, in binary logs, with the same 0.5.

    >>> [float(x.round(2)) for x in log_ratio(6, 2, 10_000, 10_000)]  # three times as frequent
    [1.58, -0.72, 3.89]
    """
    a, b = (np.where(np.asarray(x) == 0, 0.5, x).astype(float) for x in (a, b))
    ratio = np.log2(a / n_a) - np.log2(b / n_b)
    half = Z95 * np.sqrt(np.maximum(1 / a - 1 / n_a + 1 / b - 1 / n_b, 0)) / np.log(2)
    return ratio, ratio - half, ratio + half
