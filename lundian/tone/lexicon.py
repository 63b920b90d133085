"""Sentences to tone: a lexicon, rules with names, and a row of evidence for every word that counts."""

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.find import Hits, find_hits
from lundian.tone.lexicon_files import find_lexicon, load_lexicon, read_rows
from lundian.tone.rules import Units, find_units
from lundian.tone.vocabulary import Vocabulary, compile_vocabulary, operators_changed

DILUTION = 0.15  # what a term without tone counts against the tone of a sentence, in units of polarity
MAX_TERM = 12  # characters of a term in the evidence, as in table marks


class LexiconScorer:
    """Score sentences by a lexicon and by rules, each with a name.

    Parameters
    ----------
    lexicon
        The name of a CSV file with the columns term and polarity: data/lexicons/tone.csv, or a reader's own
        data/local/lexicons/<name>.csv. The rules and their words are the project's with any lexicon.

    Attributes
    ----------
    rules : dict of str to float
        What each rule multiplies a word's polarity with, the most telling rule first.

    Raises
    ------
    LundianError
        There is no such lexicon, or its file is not one; the sentence names the file and the line.

    Notes
    -----
    A word counts v = polarity × the factors of the rules that hold for it. The score of a sentence is Σv / (Σ|v| + 0.15 n),
    n being its terms: between -1 and 1, weak where few words of many have a tone, and not moved by length alone.

    Examples
    --------
    >>> scores, evidence = LexiconScorer().score([["他们", "摆脱", "了", "困境", "。"], ["天气", "预报"]])
    >>> scores["tone"].gt(0).tolist(), scores["n_evidence"].tolist()
    ([True, False], [2, 0])
    >>> evidence[["term", "rule"]].to_numpy().tolist()
    [['摆脱', 'reversed'], ['困境', 'reversed']]
    """

    def __init__(self, lexicon: str = "tone"):
        self.lexicon = lexicon
        file = find_lexicon(lexicon)
        self.vocabulary = _vocabulary(lexicon, (file, file.stat().st_mtime_ns, paths.lexicons(), *operators_changed()))
        self.rules = _rules()

    def score(self, sentences: Sequence[Sequence[str]]) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Score sentences, each given as its terms, which joined are the sentence.

        Returns
        -------
        scores : DataFrame
            One row per sentence, in order: tone in [-1, 1], NaN without evidence, and n_evidence, the rows of evidence.
        evidence : DataFrame
            One row per word that counts, sorted by sentence (number from 0), start and end (its characters): term, rule,
            polarity (the word's own, -2…2; of a verb with its noun, what the two say together) and value, its share:
            the values of a sentence sum to its tone.

        Raises
        ------
        LundianError
            A sentence is a string instead of a list of terms.
        """
        if any(isinstance(sentence, str) for sentence in sentences):
            raise LundianError("LexiconScorer.score takes lists of terms; cut a text with Segmenter.cut_all first.")
        hits = find_hits(sentences, self.vocabulary)
        units = find_units(hits, self.vocabulary)
        value, rule = self._values(units)
        sentence = hits.sentence[units.hit]
        n_terms = np.fromiter(map(len, sentences), dtype=float, count=len(sentences))
        weight = np.bincount(sentence, np.abs(value), len(n_terms)) + DILUTION * n_terms
        evidence = _evidence(hits, units, value / weight[sentence], rule)
        return _scores(evidence, len(n_terms)), evidence

    def _values(self, units: Units) -> tuple[np.ndarray, np.ndarray]:
        """Return what each unit counts, and the number of the rule that it is named by."""
        value = units.polarity.copy()
        rule = np.full(len(value), len(self.rules) - 1)
        for number, (name, factor) in reversed(list(enumerate(self.rules.items()))):
            if name in units.rules:
                value[units.rules[name]] *= factor
                rule[units.rules[name]] = number
        return value, rule


def _evidence(hits: Hits, units: Units, value: np.ndarray, rule: np.ndarray) -> pd.DataFrame:
    """Return a row for each word; a verb and its noun share what they say together."""
    paired = np.flatnonzero(units.partner >= 0)
    hit = np.concatenate([units.hit, units.partner[paired]])
    of = np.concatenate([np.arange(len(units.hit)), paired])
    share = np.where(units.partner[of] >= 0, 0.5, 1.0)
    order = np.lexsort((hits.end[hit], hits.start[hit], hits.sentence[hit]))
    hit, of, share = hit[order], of[order], share[order]
    names = pd.array(list(_rules()), dtype="str")
    return pd.DataFrame(
        {
            "sentence": hits.sentence[hit],
            "start": hits.start[hit],
            "end": hits.end[hit],
            "term": pd.array([term[:MAX_TERM] for term in hits.terms(hit)], dtype="str"),
            "rule": names[rule[of]],
            "polarity": units.polarity[of],
            "value": value[of] * share,
        }
    )


def _scores(evidence: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the tone of each sentence: the sum of its shares, or NaN."""
    counted = np.bincount(evidence["sentence"], minlength=n)
    total = np.bincount(evidence["sentence"], evidence["value"], n)
    return pd.DataFrame({"tone": np.where(counted > 0, total, np.nan), "n_evidence": counted.astype("int64")})


@functools.lru_cache(maxsize=8)
def _vocabulary(lexicon: str, _state: tuple) -> Vocabulary:
    """Return the vocabulary of a lexicon, compiled once for each state of its files."""
    return compile_vocabulary(load_lexicon(lexicon))


def _rules() -> dict[str, float]:
    """Return the rules with their factors, the most telling first."""
    file = paths.lexicons("rules.csv")
    return _read_rules(file, file.stat().st_mtime_ns)


@functools.lru_cache(maxsize=4)
def _read_rules(file: Path, _changed: int) -> dict[str, float]:
    return {row["rule"]: float(row["factor"]) for _, row in read_rows(file, ("rule", "factor"))}
