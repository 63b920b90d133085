"""A figure on the page: the drawing with its alt text, what it shows in words, and files to take away."""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import PurePosixPath

import pandas as pd

from lundian import paths
from lundian.explore.words import words
from lundian.plot.files import read_index
from lundian.show import show_figure, show_finding

FILES = {"png": ("picture", "image/png"), "svg": ("drawing", "image/svg+xml"), "csv": ("table", "text/csv")}


def figure_html(name: str, table: object, corpus: object, language: str, **options: object) -> str:
    """Return a figure of a corpus as HTML, having saved it in figures/local/, in a folder called like what is shown.

    Returns
    -------
    str
        The drawing with its alt text, the finding, the caption and links to picture, drawing and table; or the sentence
        that says why the article does not support it.
    """
    with closing_figures():
        where = show_figure(name, table, corpus, f"local/{shown(corpus.articles)}", language=language, **options)
    if not str(where).startswith("figures/"):
        return f"<p>{escape(str(where))}</p>"
    place = paths.figures(*PurePosixPath(where).parts[1:-1])
    entry = read_index(place / "index.json")[name]
    contents = {end: (place / f"{name}.{end}").read_bytes() for end in FILES}
    finding = str(show_finding(name, table, language))
    return (
        f'<figure><img src="{data_address(contents["svg"], "image/svg+xml")}" alt="{escape(entry["alt"])}">'
        f'<figcaption><p class="ld-finding">{escape(finding)}</p><p>{escape(entry["caption"])}</p>'
        f"{downloads(PurePosixPath(where).stem, contents, language)}</figcaption></figure>"
    )


def shown(articles: pd.DataFrame) -> str:
    """Return what articles are called together: the one like itself, several like a topic of them all.

    >>> several = pd.DataFrame({"article": ["a", "b", "c"], "topics": ["food;rents", "rents", ""]})
    >>> shown(several[:1]), shown(several[:2]), shown(several)
    ('a', 'rents', 'all_articles')
    """
    if len(articles) == 1:
        return articles["article"].iloc[0]
    first, *others = (topics.split(";") for topics in articles["topics"])
    return next((topic for topic in first if topic and all(topic in more for more in others)), "all_articles")


@contextmanager
def closing_figures() -> Iterator[None]:
    """Close the figures that the block opens, so that a notebook does not show them a second time."""
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    try:
        yield
    finally:
        for number in set(plt.get_fignums()) - set(before):
            plt.close(number)


def downloads(name: str, contents: dict[str, bytes], language: str) -> str:
    """Return links that save contents, by the end of the file's name, without asking any server.

    >>> downloads("hits", {"csv": b"a"}, "en")
    '<p class="ld-files">Download: <a download="hits.csv" href="data:text/csv;base64,YQ==">table (CSV)</a></p>'
    """
    say = words(language)
    links = (
        f'<a download="{escape(name)}.{end}" href="{data_address(content, FILES[end][1])}">{say[FILES[end][0]]}</a>'
        for end, content in contents.items()
    )
    return f'<p class="ld-files">{say["download"]} {" · ".join(links)}</p>'


def data_address(content: bytes, kind: str) -> str:
    """Return a content as the address that holds it."""
    return f"data:{kind};base64,{b64encode(content).decode()}"
