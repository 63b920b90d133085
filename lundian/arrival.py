"""A new article on its way to the shelf: what would be stored of it and where, then the storing itself.

The file that a reader names is only read: what is stored is a copy.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from lundian import paths
from lundian.errors import LundianError, few, tell
from lundian.files import write_whole
from lundian.shelf import check_topic, free_place, shelved, shipped, shown
from lundian.text.formats import stem_of
from lundian.text.notice import notices
from lundian.text.rows import slug, text_hash
from lundian.understand import material, understand
from lundian.words.script import is_traditional

FIRST = 3  # articles of a file that are shown before it is stored


@dataclass(frozen=True)
class Arrival:
    """A file that is about to be stored: its articles as they were understood, its bytes, and where they will go."""

    articles: pd.DataFrame
    content: bytes
    target: Path

    def notices(self, language: str = "en") -> list[str]:
        """Return what a reader should look at in the first articles, each sentence behind its article's name."""
        return [
            f"{row['article']}: {sentence}"
            for row in self.articles.head(FIRST).to_dict("records")
            for sentence in notices(row, traditional=is_traditional(row["text"]), language=language)
        ]

    def store(self) -> str:
        """Write the file to the shelf, whole or not at all, and return the sentence that says where it went."""
        write_whole(self.target, self.content)
        names, topic = few(self.articles["article"].tolist()), self.articles["topics"].iloc[0].split(";")[-1]
        told = f"Stored {names} as {shown(self.target)}; topic {topic} has it from now on."
        if not paths.topics(f"{topic}.yaml").is_file():
            told += f" It has no concepts yet; `lundian topic new {topic}` makes a file for them."
            known = [path.stem for path in paths.topics().glob("*.yaml")]
            if near := get_close_matches(topic, known, 1):
                told += f" If you meant {near[0]}: `lundian move ARTICLE --topic {near[0]}`."
        return told


def arrive(what: str | Path, topic: str, title: str = "", shelf: pd.DataFrame | None = None) -> Arrival:
    """Return what would be stored of a file or a text, and where; nothing is written.

    Raises
    ------
    LundianError
        The file can't be read, the topic can't be a folder's name, or an article of the file is on the shelf already.
    """
    check_topic(topic)
    shelf = shelved() if shelf is None else shelf
    name, raw = material(what, title)
    articles = understand(name, raw)
    _refuse_doubles(articles, shelf, name)
    target = free_place(paths.articles(topic, name), {*shelf["article"], *shipped()["article"]})
    if len(articles) == 1 and articles["article"].iloc[0] == slug(stem_of(name)):
        articles["article"] = slug(stem_of(target.name))
    return Arrival(articles.assign(topics=[_with_topic(row, topic) for row in articles.itertuples()]), raw, target)


def _with_topic(article: object, topic: str) -> str:
    """Return the topics that an article will have; of those that the project ships, its index says them."""
    if article.article in set(shipped()["article"]):
        return article.topics
    return ";".join(dict.fromkeys([*filter(None, article.topics.split(";")), topic]))


def add_article(what: str | Path, *, topic: str, title: str = "") -> pd.DataFrame:
    """Store a copy of a file, or a text, in data/articles/<topic>/, and say where it went and what to look at.

    Parameters
    ----------
    what
        The path of a file in a format of `read_articles`, which is only read; or the text of an article.
    topic
        The folder in data/articles/ that it goes to. A new one is made where it is missing.
    title
        The title, where the text or the text file does not open with it.

    Returns
    -------
    pandas.DataFrame
        One row per article stored: what `read_articles` says of it, and n_sections, n_paragraphs, n_sentences, n_chars.

    Raises
    ------
    LundianError
        The file can't be read, the same text is stored already, or topic or title won't do. Nothing is stored then.
    """
    arrival = arrive(what, topic, title)
    tell(arrival.store())
    for sentence in arrival.notices():
        tell(sentence)
    return arrival.articles


def _refuse_doubles(articles: pd.DataFrame, shelf: pd.DataFrame, name: str) -> None:
    for text in articles["text"]:
        same = [
            text_hash(title, text) == known for title, known in zip(shelf["title"], shelf["text_sha256"], strict=True)
        ]
        for there in shelf[same].itertuples():
            raise LundianError(
                f"{name}: the same text is stored already, as {there.article} in {shown(Path(there.path))}; "
                "nothing was stored."
            )
