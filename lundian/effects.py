"""What another dictionary changes: the counts of the articles at hand, and the figures that were drawn from them."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

import pandas as pd

from lundian import paths
from lundian.changes import drawn_topics
from lundian.plot.files import read_index
from lundian.shelf import shelved, shipped
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text
from lundian.words.segment import Segmenter
from lundian.words.word import is_word


class Effect(NamedTuple):
    """What changes, and what can't yet."""

    counts: dict[str, tuple[int, int]]  # word → how often it occurs before and after
    figures: dict[str, list[str]]  # folder of figures/ → its figures that are out of date
    without_text: list[str]  # articles whose features stay as they are


def effect(topic: str, terms: Collection[str], before: Segmenter, after: Segmenter) -> Effect:
    """Return what changes when a topic's articles are cut with another dictionary and `terms` are looked for anew."""
    texts = _of_topic(shelved(texts=True), topic)
    cut = {
        article: tuple(_counts(text, segmenter) for segmenter in (before, after))
        for article, text in zip(texts["article"], texts["text"], strict=True)
    }
    changed = frozenset(name for name, (old, new) in cut.items() if old != new or any(new[term] for term in terms))
    old, new = (sum((pair[side] for pair in cut.values()), Counter()) for side in (0, 1))
    counts = {word: (old[word], new[word]) for word in old | new if old[word] != new[word] and is_word(word)}
    without_text = set(_of_topic(shipped(), topic)["article"]) - set(cut)
    return Effect(counts, dict(_outdated(changed, topic)), sorted(without_text))


def _of_topic(table: pd.DataFrame, topic: str) -> pd.DataFrame:
    return table[[topic in topics.split(";") for topics in table["topics"]]] if len(table) else table.assign(text="")


def _counts(text: str, segmenter: Segmenter) -> Counter:
    body = (block.text for block in from_text(text) if block.kind == "paragraph")
    sentences = [sentence for paragraph in body for sentence in split_sentences(paragraph)]
    return Counter(term for terms in segmenter.cut_all(sentences) for term in terms)


def _outdated(articles: frozenset[str], topic: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the folders with figures that were drawn from one of the articles, with these figures; all of the topic's own."""
    for folder in drawn_topics() if articles else ():
        index = read_index(paths.figures(*folder.split("/"), "index.json"))
        drawn = {name: entry.get("provenance", {}).get("articles", {}) for name, entry in sorted(index.items())}
        if names := [name for name, of in drawn.items() if folder == topic or not articles.isdisjoint(of)]:
            yield folder, names
