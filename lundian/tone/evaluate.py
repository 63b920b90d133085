"""How far scores of tone agree with readers' labels: six measures, each with an interval.

A score without evidence is NaN. It counts as 0 for order, as wrong for accuracy, as neutral for the three classes, and not at
all for calibration; coverage says how many scores have evidence.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.provenance import measured

NEUTRAL_SCORE = 0.1  # a score nearer to 0 than this is called neutral
NEUTRAL_LABEL = 0.5  # a label nearer to 0 than this is neutral: half a step
BINS = 10  # of equal width, for calibration
COLUMNS = ["metric", "value", "low", "high", "n", "note"]


def evaluate_tone(
    scores: Sequence[float],
    labels: Sequence[float],
    seed: int = 0,
    repeats: int = 1000,
    *,
    groups: Sequence | None = None,
) -> pd.DataFrame:
    """Compare scores with labels.

    Parameters
    ----------
    scores
        From -1 to 1, NaN where there is no evidence; a probability p goes in as 2p - 1.
    labels
        From -2 to 2, in the same order; what has no label (NaN) is left out.
    seed, repeats
        Of the bootstrap.
    groups
        What belongs together (an article, a paragraph), in the same order; the bootstrap then draws whole groups.

    Returns
    -------
    pandas.DataFrame
        One row per metric: metric, value, low, high (95 % percentile interval, Efron and Tibshirani 1993, chapter 13), n (labels
        that it uses), note (why there is no value). The metrics:
        spearman, rank correlation, equal values sharing their mean rank;
        auc, how often a favourable label (> 0) has a higher score than a critical one (< 0), equal scores counting half;
        accuracy, the share of labels other than 0 whose sign the score has;
        macro_f1, the mean F1 of those of critical, neutral and favourable that the labels hold, where a score within ±0.1 and a
        label within ±0.5 are neutral;
        calibration_error, the expected calibration error of (score + 1) / 2 as the probability of a favourable label, in ten
        bins of equal width (Guo et al. 2017, eq. 3), over labels other than 0; 0 is best, and few labels raise it by chance;
        coverage, the share of scores with evidence.

    Raises
    ------
    LundianError
        Scores and labels differ in length, or lie outside their range.

    Examples
    --------
    >>> evaluate_tone([0.9, 0.2, -0.4], [2, 1, -1], repeats=20)[["metric", "value"]].round(2).to_numpy().tolist()[:2]
    [['spearman', 1.0], ['auc', 1.0]]
    """
    score, label, group = _checked(scores, labels, groups)
    draws = list(_draws(group, repeats, seed))
    rows = [_row(name, score, label, draws) for name in METRICS]
    return pd.DataFrame(rows, columns=COLUMNS)


@measured
def evaluate_by(
    table: pd.DataFrame, by: str = "scorer", groups: str | None = None, seed: int = 0, repeats: int = 1000
) -> pd.DataFrame:
    """Compare scores with labels, for each scorer or each kind of text.

    Parameters
    ----------
    table
        One row per score: tone, label and the column `by`.
    by
        The column that tells apart what is compared.
    groups
        The column of what belongs together, for the bootstrap.

    Returns
    -------
    pandas.DataFrame
        As `evaluate_tone` gives it, with the column `part` before: the value of `by`.

    Raises
    ------
    LundianError
        A column is missing.
    """
    wanted = [name for name in ("tone", "label", by, groups) if name]
    if gone := [name for name in wanted if name not in table.columns]:
        raise LundianError(
            f"evaluate_by needs the columns {', '.join(wanted)}; the table has no {gone[0]}, but {', '.join(table.columns)}."
        )
    parts = [
        evaluate_tone(rows["tone"], rows["label"], seed, repeats, groups=rows[groups] if groups else None).assign(
            part=part
        )
        for part, rows in table.groupby(by, sort=False, observed=True)
    ]
    made = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*COLUMNS, "part"])
    return made[["part", *COLUMNS]]


def _spearman(score: np.ndarray, label: np.ndarray) -> float:
    from scipy.stats import rankdata

    x, y = (rankdata(values) - (len(values) + 1) / 2 for values in (np.nan_to_num(score), label))
    spread = np.sqrt((x @ x) * (y @ y))
    return x @ y / spread if spread else np.nan


def _auc(score: np.ndarray, label: np.ndarray) -> float:
    from scipy.stats import rankdata

    good = label > 0
    pairs = good.sum() * (~good).sum()
    ranks = rankdata(np.nan_to_num(score))[good].sum() - good.sum() * (good.sum() + 1) / 2
    return ranks / pairs if pairs else np.nan


def _accuracy(score: np.ndarray, label: np.ndarray) -> float:
    return float(np.mean(np.sign(score) == np.sign(label))) if len(label) else np.nan


def _macro_f1(score: np.ndarray, label: np.ndarray) -> float:
    found, true = _classes(np.nan_to_num(score), NEUTRAL_SCORE), _classes(label, NEUTRAL_LABEL)
    classes = np.unique(true)
    hits = [2 * np.sum((found == c) & (true == c)) / (np.sum(found == c) + np.sum(true == c)) for c in classes]
    return float(np.mean(hits)) if hits else np.nan


def _classes(values: np.ndarray, band: float) -> np.ndarray:
    return np.where(np.abs(values) < band, 0, np.sign(values))


def _calibration_error(score: np.ndarray, label: np.ndarray) -> float:
    p, good = (score + 1) / 2, label > 0
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    off = np.bincount(bins, good - p, BINS)
    return np.abs(off).sum() / len(p) if len(p) else np.nan


def _coverage(score: np.ndarray, label: np.ndarray) -> float:  # noqa: ARG001 (all metrics take both)
    return float(np.mean(~np.isnan(score))) if len(score) else np.nan


# Each metric, and which pairs it uses: all, those with a label other than 0, or those of them with evidence.
METRICS = {
    "spearman": (_spearman, "all"),
    "auc": (_auc, "decided"),
    "accuracy": (_accuracy, "decided"),
    "macro_f1": (_macro_f1, "all"),
    "calibration_error": (_calibration_error, "evidence"),
    "coverage": (_coverage, "all"),
}


def _uses(score: np.ndarray, label: np.ndarray, which: str) -> np.ndarray:
    decided = label != 0
    return {"all": decided | ~decided, "decided": decided, "evidence": decided & ~np.isnan(score)}[which]


def _row(name: str, score: np.ndarray, label: np.ndarray, draws: list[np.ndarray]) -> tuple:
    metric, which = METRICS[name]
    used = _uses(score, label, which)
    value = metric(score[used], label[used])
    if np.isnan(value):
        return name, np.nan, np.nan, np.nan, int(used.sum()), _why(score, label, name)
    again = np.array([metric(score[drawn[used[drawn]]], label[drawn[used[drawn]]]) for drawn in draws])
    again = again[~np.isnan(again)]
    low, high = np.percentile(again, [2.5, 97.5]) if len(again) else (np.nan, np.nan)
    return name, float(value), float(low), float(high), int(used.sum()), ""


def _why(score: np.ndarray, label: np.ndarray, name: str) -> str:
    """Return why there is no value."""
    if not len(label):
        return "no label yet"
    if np.isnan(score).all():
        return "no score has evidence"
    if name == "spearman":
        which = "scores" if len(np.unique(np.nan_to_num(score))) == 1 else "labels"
        return f"all {which} are equal"
    return "needs labels above and below 0" if name == "auc" else "needs a label other than 0 with evidence"


def _draws(group: np.ndarray, repeats: int, seed: int) -> Iterator[np.ndarray]:
    """Yield rows drawn with replacement, group by group."""
    random = np.random.default_rng(seed)
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(group))[:-1]) if len(group) else []
    for _ in range(repeats if members else 0):
        yield np.concatenate([members[i] for i in random.integers(len(members), size=len(members))])


def _checked(scores: Sequence, labels: Sequence, groups: Sequence | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    score, label = _numbers(scores, "scores", 1), _numbers(labels, "labels", 2)
    group = np.arange(len(label)) if groups is None else pd.factorize(np.asarray(groups))[0]
    if not len(score) == len(label) == len(group):
        listed = f"{len(score)} scores, {len(label)} labels" + ("" if groups is None else f", {len(group)} groups")
        raise LundianError(f"evaluate_tone needs one label for each score; it was given {listed}.")
    known = ~np.isnan(label)
    return score[known], label[known], pd.factorize(group[known])[0]


def _numbers(values: Sequence, what: str, most: int) -> np.ndarray:
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError):
        raise LundianError(f"evaluate_tone needs {what} that are numbers; give a list or a column of them.") from None
    if array.ndim != 1:
        raise LundianError(f"evaluate_tone needs {what} in one list or column; it was given {array.ndim} dimensions.")
    if len(wrong := array[np.abs(array) > most]):
        hint = " (a probability p goes in as 2p - 1)" if what == "scores" else ""
        raise LundianError(f"evaluate_tone needs {what} from -{most} to {most}{hint}; it was given {wrong[0]:g}.")
    return array
