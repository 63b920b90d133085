"""The corpus: the tables of some articles, as they go to whoever measures; and how any articles become one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from lundian import glossary, schema
from lundian.errors import LundianError
from lundian.extract import TABLES, Reading, tables
from lundian.measure.parts import in_parts
from lundian.text.prepare import prepare
from lundian.words.topics import Topic

NO_TOPIC = Topic("", {"en": "", "zh": ""}, {"en": "", "zh": ""})


@dataclass(frozen=True)
class Corpus:
    """Five tidy tables of articles, and what they were made with.

    Attributes
    ----------
    articles, paragraphs, sentences, counts, counts_plain, marks : pandas.DataFrame
        See `lundian.schema` and data/README.md. Column `text` is there where the article's text is at hand.
    topics : dict of str to Topic
        What the topics of data/topics/ hold.
    refused : tuple of (str, str)
        The files that could not be read, each with the reason.
    """

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    sentences: pd.DataFrame
    counts: pd.DataFrame
    counts_plain: pd.DataFrame
    marks: pd.DataFrame
    topics: Mapping[str, Topic] = field(default_factory=dict)
    refused: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        glossary.know_titles(self.articles["article"], self.articles["title"])

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """One row per token: article, paragraph, sentence, position, term, pos; empty where no text is at hand."""
        return _tokens(self.sentences, Reading(self.topics))

    @property
    def topic(self) -> Topic:
        """The first topic of the articles that has concepts, or a topic without any."""
        names = (name for topics in self.articles["topics"] for name in topics.split(";"))
        return next(
            (self.topics[name] for name in names if name in self.topics and self.topics[name].concepts), NO_TOPIC
        )

    @property
    def has_text(self) -> bool:
        """Whether the text of every article is at hand."""
        return bool(len(self.articles)) and bool(self.articles["has_text"].all())

    def only(self, *articles: str) -> "Corpus":
        """Return the corpus of some of the articles.

        Raises
        ------
        LundianError
            There is no article of that name.
        """
        known = self.articles["article"].tolist()
        if unknown := [name for name in articles if name not in known]:
            raise LundianError(f"There is no article {unknown[0]!r} in this corpus; it holds {', '.join(known)}.")
        chosen = {
            name: table[table["article"].isin(articles)].reset_index(drop=True)
            for name, table in tables_of(self).items()
        }
        return replace(self, **chosen)

    def __repr__(self) -> str:
        known = self.articles["has_text"]
        text = "with text" if self.has_text else "text of some" if known.any() else "features only"
        sizes = {"article": len(known), "paragraph": int(self.articles["n_paragraphs"].sum())}
        sizes |= {"part": self.counts.npartitions} if in_parts(self.counts) else {"sentence": len(self.sentences)}
        return "Corpus of " + ", ".join(f"{n} {what}{'s' * (n != 1)}" for what, n in sizes.items()) + f" ({text})"


def extract(articles: pd.DataFrame, *, reading: Reading | None = None) -> Corpus:
    """Return the corpus of any articles; nothing is stored.

    Parameters
    ----------
    articles
        A table as `read_articles` gives it, or any table with a column text (and title, author, date, source, topics).

    Raises
    ------
    LundianError
        The table has no column text, or a text holds a character that can't stand in a table.

    Examples
    --------
    >>> extract(pd.DataFrame({"title": ["平台"], "text": ["平台是什么？平台是撮合。"]}))
    Corpus of 1 article, 1 paragraph, 2 sentences (with text)
    """
    reading = reading or Reading()
    return Corpus(**tables(prepare(articles), reading), topics=reading.topics)


def tables_of(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Return the tables of a corpus by name."""
    return {name: getattr(corpus, name) for name in TABLES}


def _tokens(sentences: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    if "text" not in sentences.columns:
        return schema.empty("tokens")
    known = sentences[sentences["text"].notna()]
    rows = [
        (article, paragraph, sentence, position, term, pos)
        for article, paragraph, sentence, text in known[["article", "paragraph", "sentence", "text"]].itertuples(
            index=False
        )
        for position, (term, pos) in enumerate(reading.segmenter.tag(text), start=1)
    ]
    columns = schema.SCHEMAS["tokens"].columns
    return pd.DataFrame(rows, columns=list(columns)).astype(
        {name: schema.DTYPES[kind] for name, kind in columns.items()}
    )
