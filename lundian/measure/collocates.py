"""Which words stand near a term, more often than elsewhere."""

import numpy as np
import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import NO_TEXT, PLACE, need, with_note
from lundian.measure.keyness import keyness
from lundian.provenance import measured
from lundian.words.word import is_word

COLUMNS = ["collocate", "n", "left", "right", "n_elsewhere", "g2", "p", "q", "log_ratio", "low", "high"]


@measured
def collocates(corpus: object, term: str, window: int = 5, min_n: int = 2) -> pd.DataFrame:
    """Compare the words within `window` words of a term with all other words.

    The window counts words (punctuation is none), ends where the sentence ends, and a word that is near two occurrences counts
    once. Words near the term are the target and all others the reference of a four-cell G² (Dunning 1993) and a log ratio
    (Hardie 2014), as CQPweb measures collocation (surface proximity: Evert 2008, "Corpora and collocations", section 3).

    Parameters
    ----------
    corpus
        A corpus with text.
    term
        The node, one word.
    window
        How many words on each side, from 1.
    min_n
        Leave out collocates that stand near the term less often.

    Returns
    -------
    pandas.DataFrame
        One row per collocate, strongest evidence first: collocate, n (times near the term), left, right (of these, on which
        side of the nearest occurrence), n_elsewhere, g2, p, q (over all words that occur min_n times), log_ratio (1: twice as
        frequent near the term), low, high (95 %). Without text it is empty, and `.attrs["note"]` says what to do.
    """
    if window < 1:
        raise LundianError(f"collocates: a window of {window} words holds none; give 1 or more.")
    tokens = need(corpus.tokens, [*PLACE, "sentence", "term"], "collocates")
    words = tokens.loc[[is_word(one) for one in tokens["term"]], [*PLACE, "sentence", "term"]].reset_index(drop=True)
    words["side"] = _sides(words, term, window)
    others = words[words["term"] != term]
    table = _compared(others[others["side"] != 0], others[others["side"] == 0], min_n)
    return table if len(tokens) else with_note(table, NO_TEXT)


def _sides(words: pd.DataFrame, term: str, window: int) -> np.ndarray:
    """Return where each word stands to the nearest node in its sentence: -1 left, 1 right, 0 not near."""
    groups = words.groupby([*PLACE, "sentence"], sort=False)
    at = pd.Series(np.arange(len(words), dtype=float), index=words.index)
    node = at.where(words["term"] == term)
    keys = groups.ngroup()
    after = at - node.groupby(keys).ffill()  # distance to the last node before
    before = node.groupby(keys).bfill() - at  # distance to the next node behind
    after, before = after.where(after <= window, np.inf), before.where(before <= window, np.inf)
    side = np.where(after < before, 1, -1)
    return np.where(np.isfinite(np.minimum(after, before)), side, 0)


def _compared(near: pd.DataFrame, far: pd.DataFrame, min_n: int) -> pd.DataFrame:
    sides = [part.groupby("term").size().rename("n").reset_index() for part in (near, far)]
    # q is over all words frequent enough to be tested, near the term or not: choosing by the outcome would flatter it.
    table = keyness(*sides, form="four-cell", min_n=min_n)
    table = table[table["n_target"] >= max(min_n, 1)].reset_index(drop=True)
    left = table["term"].map(near.loc[near["side"] < 0, "term"].value_counts()).fillna(0).astype("int64")
    names = {"term": "collocate", "n_target": "n", "n_reference": "n_elsewhere"}
    return table.assign(left=left, right=table["n_target"] - left).rename(columns=names)[COLUMNS]
