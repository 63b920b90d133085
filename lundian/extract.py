"""Articles to the five tables: the only module that chains the readers. It is pure, so it runs in any process.

A `Reading` holds what articles are read with; `tables` reads a batch of articles, each stage over the whole batch at once.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd

from lundian import paths, schema
from lundian.rhetoric.reader import read_rhetoric
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text
from lundian.tone.lexicon import LexiconScorer
from lundian.tone.lexicon_files import find_lexicon
from lundian.words.concepts import concept_index, mentions
from lundian.words.diversity import mattr
from lundian.words.segment import Segmenter, default_segmenter
from lundian.words.topics import Topic, all_terms, load_topics
from lundian.words.word import is_word

VERSION = 1  # raised whenever a change in this package changes what is extracted
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
        return self.segmenter.fingerprint[:16]

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
    batch = _Batch.of(articles.sort_values("article", ignore_index=True), reading)
    made = {
        "articles": _articles(batch, reading),
        "paragraphs": _paragraphs(batch),
        "sentences": _sentences(batch),
        "counts": _counts(batch, batch.terms),
        "counts_plain": _counts(batch, default_segmenter().cut_all(batch.texts)),
        "marks": _marks(batch, reading),
    }
    return {name: schema.check(table, name.removesuffix("_plain")) for name, table in made.items()}


@dataclass(frozen=True)
class _Batch:
    """A batch as flat lists: sentences and paragraphs in order, each with the place that it stands at."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame  # article, paragraph, section, section_title, text
    first: np.ndarray  # number of each paragraph's first sentence, and of the sentence behind the last
    texts: list[str]  # the sentences
    terms: list[list[str]]  # the terms of each sentence

    @classmethod
    def of(cls, articles: pd.DataFrame, reading: Reading) -> "_Batch":
        rows = [
            row
            for article, text in zip(articles["article"], articles["text"], strict=True)
            for row in _blocks(article, text)
        ]
        columns = {"article": "str", "paragraph": "int64", "section": "int64", "section_title": "str", "text": "str"}
        paragraphs = pd.DataFrame(rows, columns=list(columns)).astype(columns)
        split = [split_sentences(text) for _, _, _, _, text in rows]
        texts = [sentence for sentences in split for sentence in sentences]
        first = np.cumsum([0, *map(len, split)])
        return cls(articles, paragraphs, first, texts, reading.segmenter.cut_all(texts))

    def keys(self) -> dict[str, np.ndarray]:
        """Return article, paragraph and sentence of each sentence."""
        n = np.diff(self.first)
        of = np.repeat(np.arange(len(n)), n)
        return {
            "article": self.paragraphs["article"].array[of],
            "paragraph": self.paragraphs["paragraph"].to_numpy()[of],
            "sentence": np.arange(len(self.texts)) - self.first[:-1][of] + 1,
        }

    def spans(self) -> Iterator[slice]:
        """Yield the sentences of each paragraph."""
        return (slice(a, b) for a, b in pairwise(self.first.tolist()))

    def per_paragraph(self, values: Sequence[float]) -> np.ndarray:
        """Return the sum of the sentences' values in each paragraph."""
        return np.array([np.sum(values[span]) for span in self.spans()], dtype=np.asarray(values).dtype)

    @cached_property
    def rhetoric(self) -> tuple[list[str], list[tuple[int, int, int, str, str, str]]]:
        """The role of each sentence; and the marks of rhetoric, each with the number of its sentence in the batch."""
        roles, marks = [], []
        spans = list(self.spans())
        for of in self.paragraphs.groupby("article", sort=False).indices.values():
            inside = [spans[number] for number in of]
            sections = self.paragraphs["section"].to_numpy()[of].tolist()
            of_roles, of_marks = read_rhetoric(
                [self.texts[s] for s in inside], [self.terms[s] for s in inside], sections
            )
            roles += [role for sentences in of_roles for role in sentences]
            marks += [(inside[p].start + s, *mark) for p, s, *mark in of_marks]
        return roles, marks

    @cached_property
    def lexicon(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The lexicon scorer's tone of each sentence, and its evidence, with the number of the sentence in the batch."""
        return LexiconScorer().score(self.terms)

    @cached_property
    def n_terms(self) -> np.ndarray:
        """The words of each sentence, punctuation left out."""
        return np.array([sum(map(is_word, terms)) for terms in self.terms], dtype="int64")


def _blocks(article: str, text: str) -> Iterator[tuple[str, int, int, str, str]]:
    paragraph, section, title = 0, 0, ""
    for block in from_text(text):
        if block.kind == "heading":
            section, title = section + 1, block.text
        else:
            paragraph += 1
            yield article, paragraph, section, title, block.text


def _articles(batch: _Batch, reading: Reading) -> pd.DataFrame:
    told = batch.articles[
        ["article", "title", "author", "date", "source", "topics", "file_sha256", "text_sha256", "text"]
    ]
    paragraphs = batch.paragraphs.assign(
        n_terms=batch.per_paragraph(batch.n_terms), n_chars=batch.paragraphs["text"].str.len()
    )
    sums = paragraphs.groupby("article").agg(
        n_paragraphs=("paragraph", "size"), n_chars=("n_chars", "sum"), n_terms=("n_terms", "sum")
    )
    made = told.merge(sums, how="left", left_on="article", right_index=True, validate="one_to_one")
    made = made.fillna(dict.fromkeys(sums.columns, 0)).astype(dict.fromkeys(sums.columns, "int64"))
    made = made.assign(mattr=_mattr(batch), dictionary=reading.dictionary, extractor=reading.extractor, has_text=True)
    return made[[*schema.SCHEMAS["articles"].columns, "text"]]


def _mattr(batch: _Batch) -> list[float]:
    words: dict[str, list[str]] = {article: [] for article in batch.articles["article"]}
    for article, span in zip(batch.paragraphs["article"], batch.spans(), strict=True):
        words[article] += [term for terms in batch.terms[span] for term in terms if is_word(term)]
    return [mattr(of_article) for of_article in words.values()]


def _paragraphs(batch: _Batch) -> pd.DataFrame:
    from lundian.tone import snownlp

    scored = snownlp.score(batch.paragraphs["text"].tolist())
    tone, n_evidence = batch.lexicon[0]["tone"].to_numpy(), batch.lexicon[0]["n_evidence"].to_numpy()
    n_scored = batch.per_paragraph((~np.isnan(tone)).astype(int))
    return batch.paragraphs.drop(columns="text").assign(
        n_chars=batch.paragraphs["text"].str.len(),
        n_sentences=np.diff(batch.first),
        n_terms=batch.per_paragraph(batch.n_terms),
        n_known_snownlp=scored["n_known"].to_numpy(),
        tone_snownlp=scored["tone"].to_numpy(),
        tone_snownlp_logodds=scored["logodds"].to_numpy(),
        n_known_lexicon=batch.per_paragraph(n_evidence).astype("int64"),
        tone_lexicon=np.where(n_scored > 0, batch.per_paragraph(np.nan_to_num(tone)) / np.maximum(n_scored, 1), np.nan),
        text=batch.paragraphs["text"],
    )


def _sentences(batch: _Batch) -> pd.DataFrame:
    from lundian.tone import snownlp

    scored = snownlp.score(batch.texts)
    text = pd.Series(batch.texts, dtype="str")
    return pd.DataFrame(batch.keys()).assign(
        n_chars=text.str.len(),
        n_terms=batch.n_terms,
        role=pd.array(batch.rhetoric[0], dtype="str"),
        tone_snownlp=scored["tone"].to_numpy(),
        tone_snownlp_logodds=scored["logodds"].to_numpy(),
        tone_lexicon=batch.lexicon[0]["tone"].to_numpy(),
        text=text,
    )


def _counts(batch: _Batch, terms: Sequence[Sequence[str]]) -> pd.DataFrame:
    """Return term counts by paragraph, sorted by their keys: in natural order they would read like the article."""
    counted = [sorted(Counter(term for of in terms[span] for term in of).items()) for span in batch.spans()]
    of = np.repeat(np.arange(len(counted)), [len(items) for items in counted])
    return pd.DataFrame(
        {
            "article": batch.paragraphs["article"].array[of],
            "paragraph": batch.paragraphs["paragraph"].to_numpy()[of],
            "term": pd.array([term for items in counted for term, _ in items], dtype="str"),
            "n": np.array([n for items in counted for _, n in items], dtype="int64"),
        }
    )


def _marks(batch: _Batch, reading: Reading) -> pd.DataFrame:
    """Return what was found in the sentences; `at` is the number of the sentence in the batch."""
    concepts = ((at, a, b, "concept", term, label) for at, a, b, term, label in mentions(batch.terms, reading.concepts))
    columns = ["at", "start", "end", "kind", "term", "label"]
    found = pd.DataFrame([*concepts, *batch.rhetoric[1]], columns=columns).assign(polarity=np.nan, value=np.nan)
    tone = batch.lexicon[1].rename(columns={"sentence": "at", "rule": "label"}).assign(kind="tone")
    found = pd.concat([part for part in (found, tone[found.columns]) if len(part)] or [found], ignore_index=True)
    keys = pd.DataFrame(batch.keys()).iloc[found.pop("at").to_numpy(dtype="int64")].reset_index(drop=True)
    marks = schema.SCHEMAS["marks"]
    typed = pd.concat([keys, found], axis=1).astype({name: schema.DTYPES[kind] for name, kind in marks.columns.items()})
    return typed.sort_values(list(marks.key), ignore_index=True)
