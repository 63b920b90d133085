"""How much of a sentence's tone comes from words of tone, and how much of that from a concept's own terms."""

import numpy as np
import pandas as pd

from lundian.measure.base import PLACE, concepts_of

KEYS = [*PLACE, "sentence"]


def _tone_marks(corpus, sentences: pd.DataFrame) -> pd.DataFrame:
    marks = corpus.marks[(corpus.marks["kind"] == "tone") & corpus.marks["value"].notna()]
    rows = pd.MultiIndex.from_frame(sentences[KEYS]).get_indexer(pd.MultiIndex.from_frame(marks[KEYS]))
    return marks.assign(row=rows)[rows >= 0]


def evidence(corpus, sentences: pd.DataFrame) -> np.ndarray:
    """Return how much tone evidence each sentence has, in absolute value."""
    marks = _tone_marks(corpus, sentences)
    return np.bincount(marks["row"], marks["value"].abs(), len(sentences))


def own_evidence(corpus, topic, sentences: pd.DataFrame, keys: list[str]) -> np.ndarray:
    """Return what each concept's own terms contribute to each sentence's tone."""
    marks, own = _tone_marks(corpus, sentences), np.zeros((len(sentences), len(keys)))
    for number, concept in enumerate(concepts_of(corpus, topic).values()):
        mine = marks[marks["term"].isin(list(concept.terms))]
        own[:, number] = np.bincount(mine["row"], mine["value"], len(sentences))
    return own
