"""A batch of articles as flat lists: paragraphs and sentences in order, each with the place that it stands at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

import numpy as np
import pandas as pd

from lundian.rhetoric.reader import read_rhetoric
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text
from lundian.tone.lexicon import LexiconScorer
from lundian.words.codes import Coded, encode

_BLOCKS = {"article": "str", "paragraph": "int64", "section": "int64", "section_title": "str", "text": "str"}


@dataclass(frozen=True)
class Batch:
    """Articles taken apart, and what the readers find in them, each stage over the whole batch at once.

    Attributes
    ----------
    articles, paragraphs : pandas.DataFrame
        As read; the paragraphs as article, paragraph, section, section_title, text.
    split : list of list of str
        The sentences of each paragraph.
    terms : list of list of str
        The terms of each sentence.
    """

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    split: list[list[str]]
    terms: list[list[str]]

    @classmethod
    def of(cls, articles: pd.DataFrame, segmenter: object) -> "Batch":
        """Take articles apart, in the order of their keys."""
        articles = articles.sort_values("article", ignore_index=True)
        told = zip(articles["article"], articles["text"], strict=True)
        rows = [row for article, text in told for row in _blocks(article, text)]
        columns = zip(*rows, strict=True) if rows else ((),) * len(_BLOCKS)
        paragraphs = pd.DataFrame(
            {
                name: pd.array(list(values), dtype=kind)
                for (name, kind), values in zip(_BLOCKS.items(), columns, strict=True)
            }
        )
        split = [split_sentences(row[-1]) for row in rows]
        return cls(articles, paragraphs, split, segmenter.cut_all(list(chain.from_iterable(split))))

    @cached_property
    def texts(self) -> list[str]:
        """The sentences."""
        return list(chain.from_iterable(self.split))

    @cached_property
    def n_sentences(self) -> np.ndarray:
        """How many sentences each paragraph has."""
        return np.fromiter(map(len, self.split), np.int64, len(self.split))

    @cached_property
    def paragraph_of(self) -> np.ndarray:
        """The number of each sentence's paragraph in the batch."""
        return np.repeat(np.arange(len(self.split)), self.n_sentences)

    @cached_property
    def keys(self) -> pd.DataFrame:
        """Article, paragraph and sentence of each sentence."""
        first = np.cumsum(self.n_sentences) - self.n_sentences
        keys = self.paragraphs[["article", "paragraph"]].take(self.paragraph_of).reset_index(drop=True)
        return keys.assign(sentence=np.arange(len(keys)) - first[self.paragraph_of] + 1)

    def per_paragraph(self, values: np.ndarray) -> np.ndarray:
        """Return the sum of the sentences' values in each paragraph."""
        return np.bincount(self.paragraph_of, values, len(self.split))

    @cached_property
    def coded(self) -> Coded:
        """The terms as numbers."""
        return encode(self.terms)

    @cached_property
    def n_terms(self) -> np.ndarray:
        """The words of each sentence, punctuation left out."""
        return np.bincount(self.coded.sentence[self.coded.is_word()], minlength=len(self.texts))

    @cached_property
    def n_chars(self) -> np.ndarray:
        """The characters of each sentence."""
        return np.fromiter(map(len, self.texts), np.int64, len(self.texts))

    @cached_property
    def rhetoric(self) -> tuple[list[str], list[tuple[int, int, int, str, str, str]]]:
        """The role of each sentence; and the marks of rhetoric, each with the number of its sentence in the batch."""
        ends, cut = np.cumsum([0, *self.n_sentences]).tolist(), self.terms
        terms = [cut[a:b] for a, b in pairwise(ends)]
        sections, articles = self.paragraphs["section"].tolist(), self.paragraphs["article"].tolist()
        roles, marks = read_rhetoric(self.split, terms, sections, articles)
        return list(chain.from_iterable(roles)), [(ends[p] + s, *mark) for p, s, *mark in marks]

    @cached_property
    def snownlp(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """SnowNLP's tone of each paragraph, and of each sentence."""
        from lundian.tone import snownlp

        return snownlp.score_parts(self.split)

    @cached_property
    def lexicon(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The lexicon scorer's tone of each sentence, and its evidence, with the number of the sentence in the batch."""
        return LexiconScorer().score(self.terms)


def _blocks(article: str, text: str) -> Iterator[tuple[str, int, int, str, str]]:
    paragraph, section, title = 0, 0, ""
    for block in from_text(text):
        if block.kind == "heading":
            section, title = section + 1, block.text
        else:
            paragraph += 1
            yield article, paragraph, section, title, block.text
