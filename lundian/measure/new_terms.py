"""Terms that the dictionary splits: proposed with their evidence, for a reader to accept or pass over."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from lundian.errors import tell
from lundian.measure.base import NO_TEXT, with_note
from lundian.measure.distinctive import reference
from lundian.provenance import measured
from lundian.schema import KEY_SENTENCE
from lundian.words.discover import proposals
from lundian.words.segment import default_segmenter
from lundian.words.topics import all_terms
from lundian.words.word import is_word

MIN_LOG_RATIO = 1.0  # what general Chinese has half as often or more is no new term
CONTEXTS = 3
COLUMNS = {
    "term": "str", "parts": "str", "n": "int64", "n_free": "int64", "pmi": "float64", "left_entropy": "float64",
    "right_entropy": "float64", "log_ratio": "float64", "score": "float64", "article": "str", "paragraph": "int64",
    "sentence": "int64", "context": "str",
}  # fmt: skip


@measured
def discover_terms(corpus: object, top: int = 50, min_n: int = 2, width: int = 12) -> pd.DataFrame:
    """Propose terms of several characters that the dictionary splits.

    A proposal is a run of two to four words that comes again, hangs together (pointwise mutual information: Church and Hanks
    1990, at the weakest cut), stands freely (branching entropy: Jin and Tanaka-Ishii 2006), holds no particle, begins and
    ends with no function word, and is not in general Chinese (wordfreq), or there less than half as often. The score, log2 n ×
    pmi × the lesser entropy, only orders them; which of them are terms is yours to say, with `accept_terms`.

    Parameters
    ----------
    corpus
        A corpus with text.
    top
        How many proposals at most.
    min_n
        How often a proposal occurs at least outside of longer ones; raise it for a large corpus.
    width
        Characters of context on each side.

    Returns
    -------
    pandas.DataFrame
        One row per proposal, the best first: term, parts (the words that it is split into), n, n_free (outside of longer
        proposals), pmi (bits), left_entropy, right_entropy (bits), log_ratio (binary, against general Chinese; NaN where it
        isn't listed there), score, article, paragraph, sentence (of the first occurrence), context (the first three).
        Articles without text are left out; where none has text the table is empty, which is said in a sentence.

    Examples
    --------
    >>> from lundian.corpus import extract
    >>> text = "社区食堂开了。老人爱去社区食堂，社区食堂不贵。谁办社区食堂？"
    >>> discover_terms(extract(pd.DataFrame({"text": [text]})))[["term", "parts", "n"]].to_numpy().tolist()
    [['社区食堂', '社区 食堂', 4]]
    """
    sentences = corpus.sentences
    if "text" not in sentences.columns or not sentences["text"].notna().any():
        tell(NO_TEXT)
        return with_note(pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()}), NO_TEXT)
    sentences = sentences[sentences["text"].notna()]
    known = all_terms(corpus.topics)
    segmenter = default_segmenter(tuple(sorted(known)))
    cut = segmenter.cut_all(sentences["text"].tolist())
    table = proposals(cut, segmenter, known, min_n)
    table = _not_general(table, sum(is_word(term) for terms in cut for term in terms)).head(top)
    found = [_first(term, sentences, width) for term in table["term"]]
    table = table.join(pd.DataFrame(found, columns=[*KEY_SENTENCE, "context"]))
    return table[list(COLUMNS)].astype(COLUMNS)


def _not_general(table: pd.DataFrame, n_words: int) -> pd.DataFrame:
    general = np.array([reference(term)[0] for term in table["term"]], dtype=float)
    table = table.assign(log_ratio=np.log2(table["n"].to_numpy() / n_words / general))
    return table[~(table["log_ratio"] < MIN_LOG_RATIO)].reset_index(drop=True)


def _first(term: str, sentences: pd.DataFrame, width: int) -> tuple:
    """Return where a term stands first, and its first contexts."""
    contexts = _contexts(term, sentences["text"].array, width)
    hits = [hit for _, hit in zip(range(CONTEXTS), contexts, strict=False)]
    place = sentences[list(KEY_SENTENCE)].iloc[hits[0][0]]
    return (*place, " ｜ ".join(context for _, context in hits))


def _contexts(term: str, texts: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    for number, text in enumerate(texts):
        at = text.find(term)
        while at >= 0:
            end = at + len(term)
            yield number, f"{text[max(at - width, 0) : at]}【{term}】{text[end : end + width]}"
            at = text.find(term, end)
