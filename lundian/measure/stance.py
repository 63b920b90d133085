"""Whether the sentences that name a concept have another tone than those that don't."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, choose, concept_marks, concepts_of
from lundian.measure.own_evidence import KEYS, evidence, own_evidence
from lundian.measure.resample import block_orders, bootstrap_weights, interval
from lundian.measure.stats import benjamini_hochberg
from lundian.provenance import measured

MIN_SENTENCES = 5
MIN_PARAGRAPHS = 3
TOO_LITTLE = "too little evidence"
COLUMNS = [
    "concept", "named", "elsewhere", "difference", "low", "high", "p", "q", "n_named", "n_elsewhere", "n_paragraphs",
    "own_share", "note",
]  # fmt: skip


@measured
def stance(
    corpus: object,
    topic: object = None,
    scorer: str = "lexicon",
    seed: int = 0,
    own_terms: bool = True,
    repeats: int = 2000,
) -> pd.DataFrame:
    """Compare the tone of the sentences that name a concept with that of all other sentences.

    Sentences without evidence of tone are left out. The interval is a percentile bootstrap that draws whole paragraphs within
    their article (Efron and Tibshirani 1993, chapter 13; Davison and Hinkley 1997, section 3.8, on clusters). p comes from
    permuting: whole paragraphs change places within their article, so that neighbouring sentences keep their likeness
    (two-sided, (1 + as extreme) / (1 + repeats): Davison and Hinkley 1997, p. 159). q corrects it over the concepts tested
    (Benjamini and Hochberg 1995).

    Parameters
    ----------
    corpus
        Its sentences, marks and topics are used; no text.
    topic
        A topic's name, a Topic, or None for every concept.
    scorer
        Which tone: a column tone_<scorer> of sentences.
    seed
        Of the bootstrap and the permutations.
    own_terms
        False takes what the concept's own terms contribute (marks of kind tone) out of the sentence's tone: a concept whose
        terms are themselves words of praise or blame would otherwise be praised or blamed by its name.
    repeats
        How many bootstrap samples, and how many permutations.

    Returns
    -------
    pandas.DataFrame
        One row per concept, largest difference first: concept, named (mean tone of the sentences that name it), elsewhere,
        difference (named - elsewhere), low, high (95 %), p, q, n_named, n_elsewhere (sentences with tone), n_paragraphs (that
        name it in such a sentence), own_share (how much of the tone evidence in the naming sentences, in absolute value, is
        the concept's own terms; NaN where there is none), note. With fewer than 5 sentences on either side or 3
        paragraphs that name it, the note is "too little evidence", and difference, interval, p and q are NaN.

    Raises
    ------
    LundianError
        There is no such topic or scorer; the sentence lists those there are.
    """
    keys = list(concepts_of(corpus, topic))
    column = "tone_" + choose(scorer, _scorers(corpus.sentences), "stance: scorer")
    sentences = corpus.sentences[[*KEYS, column]].sort_values(KEYS, ignore_index=True)
    own = own_evidence(corpus, topic, sentences, keys)
    scores = _Scores.of(corpus, topic, sentences, column, keys, own if not own_terms else None)
    table = _described(scores, keys).assign(own_share=_own_share(corpus, sentences, scores, own))
    enough = table["note"] == ""
    low, high = interval(_bootstrap(scores, repeats, seed))
    p = _permutation_p(scores, table["difference"].to_numpy(), repeats, seed)
    table = table.assign(low=low, high=high, p=p)
    table[["difference", "low", "high", "p"]] = table[["difference", "low", "high", "p"]].where(enough)
    table["q"] = benjamini_hochberg(table["p"])
    return table[COLUMNS].sort_values(["difference", "concept"], ascending=[False, True], ignore_index=True)


def _scorers(sentences: pd.DataFrame) -> list[str]:
    return [name.removeprefix("tone_") for name in sentences.columns if name.startswith("tone_")]


class _Scores(NamedTuple):
    """Tones of all sentences (0 where there is none) with a column per concept, and which sentences name which."""

    tone: np.ndarray  # sentences × (1 or concepts)
    valid: np.ndarray  # the same: 1 where there is a tone
    row: np.ndarray  # sentence of each naming
    concept: np.ndarray  # concept of each naming
    n: int  # concepts
    article: np.ndarray
    paragraph: np.ndarray  # numbered through the corpus

    @classmethod
    def of(cls, corpus, topic, sentences, column, keys, own) -> "_Scores":
        tone = sentences[column].to_numpy(dtype=float)[:, None]
        if own is not None:
            rest, every = tone - own, evidence(corpus, sentences)[:, None]
            # A sentence whose only words of tone are the concept's own says nothing else about it.
            tone = np.where((own != 0) & np.isclose(every, np.abs(own)), np.nan, rest)
        row, concept = _namings(corpus, topic, sentences, keys)
        article = pd.factorize(sentences["article"])[0]
        paragraph = sentences.groupby(PLACE, sort=False).ngroup().to_numpy()
        valid = ~np.isnan(tone)
        return cls(np.where(valid, tone, 0.0), valid.astype(float), row, concept, len(keys), article, paragraph)

    def named(self, order: np.ndarray | slice = slice(None)) -> tuple[np.ndarray, np.ndarray]:
        """Return sum and number of the tones that stand, in this order of the sentences, where concepts are named."""
        at = self.row if isinstance(order, slice) else order[self.row]
        column = self.concept if self.tone.shape[1] > 1 else 0
        return tuple(np.bincount(self.concept, x[at, column], self.n) for x in (self.tone, self.valid))

    def difference(self, total: np.ndarray, n: np.ndarray, named: np.ndarray, n_named: np.ndarray) -> np.ndarray:
        with np.errstate(divide="ignore", invalid="ignore"):
            return named / n_named - (total - named) / (n - n_named)


def _described(scores: _Scores, keys: list[str]) -> pd.DataFrame:
    (total, n), (named, n_named) = (scores.tone.sum(axis=0), scores.valid.sum(axis=0)), scores.named()
    with np.errstate(divide="ignore", invalid="ignore"):
        table = pd.DataFrame({"named": named / n_named, "elsewhere": (total - named) / (n - n_named)})
    column = scores.concept if scores.tone.shape[1] > 1 else 0
    naming = scores.valid[scores.row, column] > 0
    places = np.unique(np.stack([scores.concept[naming], scores.paragraph[scores.row[naming]]]), axis=1)
    table = table.assign(difference=table["named"] - table["elsewhere"])
    table = table.assign(
        n_named=n_named, n_elsewhere=n - n_named, n_paragraphs=np.bincount(places[0], minlength=len(keys))
    )
    table = table.astype({"n_named": "int64", "n_elsewhere": "int64", "n_paragraphs": "int64"})
    few = (table[["n_named", "n_elsewhere"]].min(axis=1) < MIN_SENTENCES) | (table["n_paragraphs"] < MIN_PARAGRAPHS)
    return table.assign(concept=pd.array(keys, dtype="str"), note=pd.array(np.where(few, TOO_LITTLE, ""), dtype="str"))


def _bootstrap(scores: _Scores, repeats: int, seed: int) -> np.ndarray:
    """Return the differences (repeats × concepts) in paragraphs drawn again."""
    n_paragraphs = int(scores.paragraph.max(initial=-1)) + 1
    column = scores.concept if scores.tone.shape[1] > 1 else 0
    cells = scores.paragraph[scores.row] * scores.n + scores.concept
    shape = (n_paragraphs, scores.n)
    named = [
        np.bincount(cells, x[scores.row, column], np.prod(shape)).reshape(shape) for x in (scores.tone, scores.valid)
    ]
    total = [
        np.stack([np.bincount(scores.paragraph, x, n_paragraphs) for x in values.T], axis=1)
        for values in (scores.tone, scores.valid)
    ]
    strata = np.zeros(n_paragraphs, np.int64)
    strata[scores.paragraph] = scores.article
    draws = [
        scores.difference(*(weights @ sums for sums in (*total, *named)))
        for weights in bootstrap_weights(strata, repeats, seed)
    ]
    return np.concatenate([np.empty((0, scores.n)), *draws])


def _permutation_p(scores: _Scores, observed: np.ndarray, repeats: int, seed: int) -> np.ndarray:
    total, n = scores.tone.sum(axis=0), scores.valid.sum(axis=0)
    extreme = np.zeros(scores.n)
    for order in block_orders(scores.article, scores.paragraph, repeats, seed):
        drawn = scores.difference(total, n, *scores.named(order))
        extreme += ~(np.abs(drawn) < np.abs(observed) - 1e-12)
    return (1 + extreme) / (1 + repeats)


def _namings(corpus, topic, sentences: pd.DataFrame, keys: list[str]) -> tuple[np.ndarray, np.ndarray]:
    marks = concept_marks(corpus, topic)[[*KEYS, "label"]].drop_duplicates()
    rows = pd.MultiIndex.from_frame(sentences[KEYS]).get_indexer(pd.MultiIndex.from_frame(marks[KEYS]))
    return rows[rows >= 0], pd.Index(keys, dtype="str").get_indexer(marks["label"])[rows >= 0]


def _own_share(corpus, sentences: pd.DataFrame, scores: _Scores, own: np.ndarray) -> np.ndarray:
    every = np.bincount(scores.concept, evidence(corpus, sentences)[scores.row], scores.n)
    mine = np.bincount(scores.concept, np.abs(own[scores.row, scores.concept]), scores.n)
    return np.divide(mine, every, out=np.full(scores.n, np.nan), where=every > 0)
