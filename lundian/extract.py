"""Articles to the five tables: the only module that chains the readers. It is pure, so it runs in any process.

A `Reading` holds what articles are read with; `tables` reads a batch of articles, each stage over the whole batch at once.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd
import pyarrow as pa

from lundian import paths, schema
from lundian.batch import Batch
from lundian.tone.aggregate import weighted_mean
from lundian.tone.lexicon_files import find_lexicon
from lundian.words.codes import Coded, encode
from lundian.words.concepts import concept_index, mentions
from lundian.words.diversity import mattr
from lundian.words.fastcut import no_collection
from lundian.words.segment import Segmenter, default_segmenter, fingerprint
from lundian.words.topics import Topic, all_terms, load_topics

VERSION = 4  # raised whenever a change in this package changes what is extracted
TABLES = ("articles", "paragraphs", "sentences", "counts", "counts_plain", "marks")


@dataclass(frozen=True)
class Reading:
    """What articles are read with: the topics, whose terms are the user dictionary, and the lexicons."""

    topics: Mapping[str, Topic] = field(default_factory=load_topics)

    @cached_property
    def segmenter(self) -> Segmenter:
        """The segmenter that keeps the topics' terms whole."""
        return default_segmenter(tuple(sorted(all_terms(self.topics))))

    @cached_property
    def dictionary(self) -> str:
        """The name of the segmentation dictionary: equal names cut equally."""
        return fingerprint(all_terms(self.topics))[:16]

    @cached_property
    def concepts(self) -> dict[str, tuple[str, ...]]:
        """Which concepts each term names."""
        return concept_index(self.topics)

    @cached_property
    def extractor(self) -> str:
        """The name of everything else that decides what is extracted: this package's version, lexicons and concepts."""
        found = (find_lexicon(path.stem) for path in sorted(paths.lexicons().glob("*.csv")))
        files = (part for path in found for part in (path.name.encode(), path.read_bytes()))
        return f"{VERSION}-{_short_hash(files)}-{_short_hash([repr(sorted(self.concepts.items())).encode()])}"


def _short_hash(parts: Iterable[bytes]) -> str:
    state = hashlib.sha256()
    for part in parts:
        state.update(part)
    return state.hexdigest()[:12]


def tables(articles: pd.DataFrame, reading: Reading) -> dict[str, pd.DataFrame]:
    """Return the tables of a batch of articles, by name, text columns included, each sorted by its keys."""
    with no_collection():
        batch = Batch.of(articles, reading.segmenter)
        made = {
            "articles": _articles(batch, reading),
            "paragraphs": _paragraphs(batch),
            "sentences": _sentences(batch),
            "counts": _counts(batch, batch.coded),
            "counts_plain": _counts(batch, encode(default_segmenter().cut_all(batch.texts))),
            "marks": _marks(batch, reading),
        }
        return {name: schema.check(table, name.removesuffix("_plain")) for name, table in made.items()}


def _articles(batch: Batch, reading: Reading) -> pd.DataFrame:
    told = ["article", "title", "author", "date", "source", "topics", "file_sha256", "text_sha256", "text"]
    sizes = batch.paragraphs.assign(
        n_terms=batch.per_paragraph(batch.n_terms), n_chars=batch.paragraphs["text"].str.len()
    )
    sums = sizes.groupby("article").agg(
        n_paragraphs=("paragraph", "size"), n_chars=("n_chars", "sum"), n_terms=("n_terms", "sum")
    )
    made = batch.articles[told].merge(sums, how="left", left_on="article", right_index=True, validate="one_to_one")
    made = made.fillna(dict.fromkeys(sums.columns, 0)).astype(dict.fromkeys(sums.columns, "int64"))
    made = made.assign(
        mattr=_mattr(batch, made["n_terms"]),
        dictionary=reading.dictionary,
        extractor=reading.extractor,
        has_text=True,
    )
    return made[[*schema.SCHEMAS["articles"].columns, "text"]]


def _mattr(batch: Batch, n_terms: pd.Series) -> list[float]:
    words = batch.coded.code[batch.coded.is_word()]  # in the order of the articles
    ends = n_terms.cumsum().tolist()
    return [mattr(words[start:end]) for start, end in pairwise([0, *ends])]


def _paragraphs(batch: Batch) -> pd.DataFrame:
    scored, of_sentences, text = batch.snownlp[0], batch.lexicon[0], batch.paragraphs["text"]
    tone = weighted_mean(of_sentences["tone"], batch.paragraph_of, batch.n_chars)
    return batch.paragraphs.drop(columns="text").assign(
        n_chars=text.str.len(),
        n_sentences=batch.n_sentences,
        n_terms=batch.per_paragraph(batch.n_terms).astype("int64"),
        n_known_snownlp=scored["n_known"].to_numpy(),
        tone_snownlp=scored["tone"].to_numpy(),
        tone_snownlp_logodds=scored["logodds"].to_numpy(),
        n_known_lexicon=batch.per_paragraph(of_sentences["n_evidence"].to_numpy()).astype("int64"),
        tone_lexicon=tone,
        text=text,
    )


def _sentences(batch: Batch) -> pd.DataFrame:
    scored, text = batch.snownlp[1], pd.array(pa.array(batch.texts, pa.large_string()), dtype="str")
    return batch.keys.assign(
        n_chars=batch.n_chars,
        n_terms=batch.n_terms,
        role=pd.array(pa.array(batch.rhetoric[0], pa.large_string()), dtype="str"),
        tone_snownlp=scored["tone"].to_numpy(),
        tone_snownlp_logodds=scored["logodds"].to_numpy(),
        tone_lexicon=batch.lexicon[0]["tone"].to_numpy(),
        text=text,
    )


def _counts(batch: Batch, coded: Coded) -> pd.DataFrame:
    """Return term counts by paragraph, sorted by their keys: in natural order they would read like the article."""
    width = max(len(coded.vocabulary), 1)
    place, n = np.unique(batch.paragraph_of[coded.sentence] * width + coded.code, return_counts=True)
    of, code = np.divmod(place, width)
    return (
        batch.paragraphs[["article", "paragraph"]]
        .take(of)
        .assign(term=pd.array(coded.vocabulary, dtype="str").take(code), n=n)
        .reset_index(drop=True)
    )


def _marks(batch: Batch, reading: Reading) -> pd.DataFrame:
    """Return what was found in the sentences; `at` is the number of the sentence in the batch."""
    concepts = ((at, a, b, "concept", term, label) for at, a, b, term, label in mentions(batch.coded, reading.concepts))
    columns = ["at", "start", "end", "kind", "term", "label"]
    found = pd.DataFrame([*concepts, *batch.rhetoric[1]], columns=columns).assign(polarity=np.nan, value=np.nan)
    tone = batch.lexicon[1].rename(columns={"sentence": "at", "rule": "label"}).assign(kind="tone")
    found = pd.concat([part for part in (found, tone[found.columns]) if len(part)] or [found], ignore_index=True)
    keys = batch.keys.take(found.pop("at").to_numpy(dtype="int64")).reset_index(drop=True)
    marks = schema.SCHEMAS["marks"]
    typed = pd.concat([keys, found], axis=1).astype({name: schema.DTYPES[kind] for name, kind in marks.columns.items()})
    return typed.sort_values(list(marks.key), ignore_index=True)
