"""Which words make one text's tone higher than another's; the parts sum exactly to the difference."""

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import PLACE, need, with_note
from lundian.measure.resample import bootstrap_weights, interval
from lundian.provenance import measured

KEYS = [*PLACE, "sentence"]
OTHER = "(other)"  # what a sentence's score holds beyond the values of its marks
COLUMNS = ["term", "n_a", "n_b", "mean_a", "mean_b", "shift", "frequency", "score", "kind", "low", "high"]
Side = str | tuple[str, int] | pd.DataFrame


@measured
def tone_shift(corpus: object, a: Side, b: Side, seed: int = 0, repeats: int = 1000) -> pd.DataFrame:
    """Take the difference of two texts' mean tones apart into what each word contributes.

    A text's tone is the mean of its sentences' tones by the lexicon scorer, weighted by their characters (one without evidence
    counts 0), and a sentence's tone is the sum of what its words contribute (marks of kind tone). A word's contribution to a
    text is its share of that mean, its shift the difference of the two. As in a generalised word shift (Gallagher et al. 2021,
    EPJ Data Science 10:4, eq. 8, with the reference score 0 that is neutral here), it has two parts: `frequency`, the word is
    used more or less often, and `score`, the same word is worth more or less (negated, intensified). A word that one side lacks
    is taken there at the other's worth.

    Parameters
    ----------
    corpus
        Its sentences and marks are used (and paragraphs, for sections); no text.
    a, b
        Each an article, a pair (article, section), or a table of paragraphs (article, paragraph).
    seed, repeats
        Of the bootstrap, which draws whole paragraphs of each side.

    Returns
    -------
    pandas.DataFrame
        One row per word, largest shift (either way) first: term, n_a, n_b (marks), mean_a, mean_b (contribution to the text's
        tone; the columns' sums are the two tones), shift (mean_a - mean_b; its sum is the difference of the tones), frequency,
        score (their sum is shift), kind ("positive, more", "positive, less", "negative, more", "negative, less": the word's
        worth, and whether a uses it more; "" for equal use), low, high (95 % of shift). Where scores hold more than marks
        account for, the row "(other)" holds the rest. Empty, with the reason in `.attrs["note"]`, where a side has no sentence
        with tone.

    Raises
    ------
    LundianError
        A side names no paragraph of the corpus.
    """
    sides = [_side(corpus, which) for which in (a, b)]
    if any(sentences["tone_lexicon"].isna().all() for sentences, _ in sides):
        empty = _joined(*(marks.iloc[:0] for _, marks in sides), 1, 1)
        return with_note(empty.assign(low=0.0, high=0.0)[COLUMNS], "One side has no sentence with evidence of tone.")
    sizes = [sentences["n_chars"].sum() for sentences, _ in sides]
    table = _joined(*(marks for _, marks in sides), *sizes)
    draws = [_draws(*side, table["term"], seed + i, repeats) for i, side in enumerate(sides)]
    low, high = interval(draws[0] - draws[1])
    table = table.assign(low=low, high=high)[COLUMNS]
    return table.sort_values(["shift", "term"], key=_size_first, ignore_index=True)


def _size_first(column: pd.Series) -> pd.Series:
    # Rounded, so that shifts that are equal but for rounding keep the order of their terms.
    return -column.abs().round(12) if column.name == "shift" else column


def _side(corpus: object, which: Side) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a side's sentences, and the marks in them with what marks don't account for as one more word, by length."""
    places = _places(corpus, which)
    sentences = need(corpus.sentences, [*KEYS, "n_chars", "tone_lexicon"], "tone_shift").merge(places, on=PLACE)
    sentences = sentences[[*KEYS, "n_chars", "tone_lexicon"]]
    marks = corpus.marks[(corpus.marks["kind"] == "tone") & corpus.marks["value"].notna()]
    marks = marks[[*KEYS, "term", "value"]].merge(sentences[[*KEYS, "n_chars"]], on=KEYS)
    known = marks.groupby(KEYS)["value"].sum().rename("known").reset_index()
    rest = sentences.merge(known, on=KEYS, how="left").fillna({"known": 0.0, "tone_lexicon": 0.0})
    rest = rest.assign(value=rest["tone_lexicon"] - rest["known"], term=OTHER)
    marks = pd.concat([marks, rest.loc[rest["value"].abs() > 1e-9, marks.columns]], ignore_index=True)
    return sentences, marks.assign(value=marks["value"] * marks["n_chars"])


def _places(corpus: object, which: Side) -> pd.DataFrame:
    if isinstance(which, pd.DataFrame):
        return need(which, PLACE, "tone_shift")[PLACE].drop_duplicates()
    article, section = which if isinstance(which, tuple) else (which, None)
    paragraphs = corpus.paragraphs[corpus.paragraphs["article"] == article]
    if section is not None:
        paragraphs = paragraphs[paragraphs["section"] == section]
    if paragraphs.empty:
        known = ", ".join(corpus.paragraphs["article"].unique())
        raise LundianError(
            f"tone_shift: nothing is there for {which!r}; the articles are {known}, each with sections from 0."
        )
    return paragraphs[PLACE]


def _joined(a: pd.DataFrame, b: pd.DataFrame, size_a: int, size_b: int) -> pd.DataFrame:
    """Return each word's part in both sides; a word is used for as many characters as its sentences have."""
    told = {"n": ("value", "size"), "use": ("n_chars", "sum"), "sum": ("value", "sum")}
    sums = [marks.groupby("term").agg(**told).add_suffix(f"_{x}") for marks, x in ((a, "a"), (b, "b"))]
    both = pd.concat(sums, axis=1).fillna(0.0).sort_index().rename_axis("term")
    rate_a, rate_b = both["use_a"] / size_a, both["use_b"] / size_b
    worth_a, worth_b = (both[f"sum_{x}"] / both[f"use_{x}"].where(both[f"use_{x}"] > 0) for x in "ab")
    worth_a, worth_b = worth_a.fillna(worth_b), worth_b.fillna(worth_a)
    worth, more = (worth_a + worth_b) / 2, rate_a - rate_b
    sign, use = np.where(worth < 0, "negative", "positive"), np.where(more < 0, "less", "more")
    kinds = [f"{s}, {u}" if m else "" for s, u, m in zip(sign, use, more, strict=True)]
    table = both[["n_a", "n_b"]].astype("int64")
    table = table.assign(
        mean_a=both["sum_a"] / size_a,
        mean_b=both["sum_b"] / size_b,
        frequency=more * worth,
        score=(rate_a + rate_b) / 2 * (worth_a - worth_b),
        kind=pd.array(kinds, dtype="str"),
    )
    return table.assign(shift=table["mean_a"] - table["mean_b"]).reset_index().astype({"term": "str"})


def _draws(sentences: pd.DataFrame, marks: pd.DataFrame, terms: pd.Series, seed: int, repeats: int) -> np.ndarray:
    """Return each word's contribution (repeats × words) in paragraphs drawn again."""
    from scipy.sparse import coo_array

    paragraphs = pd.MultiIndex.from_frame(sentences[PLACE].drop_duplicates())
    n = np.bincount(paragraphs.get_indexer(pd.MultiIndex.from_frame(sentences[PLACE])), sentences["n_chars"])
    row, column = (
        paragraphs.get_indexer(pd.MultiIndex.from_frame(marks[PLACE])),
        pd.Index(terms).get_indexer(marks["term"]),
    )
    values = coo_array((marks["value"], (row, column)), shape=(len(paragraphs), len(terms))).tocsr()
    strata = pd.factorize(paragraphs.get_level_values("article"))[0]
    return np.concatenate([(w @ values) / (w @ n)[:, None] for w in bootstrap_weights(strata, repeats, seed)])
