"""The reader's own articles: add, list, remove, move."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lundian.errors import LundianError, tell

if TYPE_CHECKING:
    from lundian.arrival import Arrival

Topic = Annotated[str, typer.Option(help="The topic, a folder in data/articles/.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do it without asking.")]

# What is shown of an article before it is stored: column → what it is called.
_SHOWN = {
    "title": "title",
    "author": "author",
    "date": "date",
    "n_sections": "sections",
    "n_paragraphs": "paragraphs",
    "n_sentences": "sentences",
    "n_chars": "characters",
}


def add(
    file: Annotated[list[Path], typer.Argument(help="Files with articles, or folders of them; they are only read.")],
    topic: Topic,
    title: Annotated[str, typer.Option(help="A title, where one text file does not open with it.")] = "",
    yes: Yes = False,
) -> None:
    """Store copies of files in data/articles/, having shown what was understood of them."""
    from lundian.arrival import arrive

    if title and len(file) > 1:
        raise LundianError("--title is for one file; add the files one by one, or write the titles into them.")
    left = []
    for path in _files(file):
        try:
            arrival = arrive(path, topic, title)
            _show(arrival, path)
            _agree(f"Store it in {topic}?", yes)
            print(arrival.store())
        except (LundianError, OSError) as error:
            tell(f"lundian: {error}")
            left.append(path.name)
    if left:
        raise LundianError(f"not stored: {', '.join(left)}.")


def list_(topic: Annotated[str | None, typer.Option(help="Only the articles of this topic.")] = None) -> None:
    """List the articles: yours, and those that come as features without text."""
    from lundian.shelf import list_articles

    articles = list_articles(topic)
    if articles.empty:
        print("There is no article" + (f" of topic {topic}." if topic else "."))
        return
    below = articles["file"].str.removeprefix("data/articles/")
    where = below.where(articles["kind"] == "yours", "(shipped as features, without text)")
    table = articles[["article", "title", "date"]].assign(where=where)
    _print_table(["article", "title", "date", "in data/articles/"], table.itertuples(index=False))


def remove(
    article: Annotated[list[str], typer.Argument(help="Articles, as `lundian list` names them.")], yes: Yes = False
) -> None:
    """Delete articles from data/articles/, with what was stored of them."""
    from lundian.shelf import on_shelf, remove_article, shown

    files = [shown(Path(path)) for path in on_shelf(tuple(article))]
    _agree(f"Delete {', '.join(files)} for good?", yes)
    print(remove_article(*article))


def move(article: Annotated[str, typer.Argument(help="An article, as `lundian list` names it.")], topic: Topic) -> None:
    """Move an article to another topic."""
    from lundian.shelf import move_article

    print(move_article(article, topic=topic))


def _files(named: list[Path]) -> list[Path]:
    """Return the files named, and those of the folders named."""
    from lundian.text.source import article_files

    return [file for path in named for file in (article_files(path) if path.is_dir() else [path])]


def _agree(question: str, yes: bool) -> None:
    """Ask a person at the terminal; without one, --yes is what agrees."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise LundianError("nobody is at the terminal to ask, so nothing was done; add --yes to do it.")
    if not typer.confirm(question):
        raise LundianError("left as it was.")


def _show(arrival: "Arrival", path: Path) -> None:
    """Show what was understood of a file: a line for each property, a column for each of its first articles."""
    from lundian.arrival import FIRST

    articles = arrival.articles
    first = articles.head(FIRST)
    rows = [[name, *(str(value) or "unknown" for value in first[column])] for column, name in _SHOWN.items()]
    rows.append(["encoding", *(f"{row.encoding} (confidence {row.confidence:.0%})" for row in first.itertuples())])
    _print_table([path.name, *first["article"]], rows)
    if len(articles) > len(first):
        print(f"… and {len(articles) - len(first)} articles more.")
    for sentence in arrival.notices():
        print(sentence)


def _print_table(columns: list[str], rows: object) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Column, Table

    heads = [Column(escape(column), overflow="fold", no_wrap=not at) for at, column in enumerate(columns)]
    table = Table(*heads, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(escape(str(value)) for value in row))
    Console().print(table)
