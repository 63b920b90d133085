"""The explore page: an article, its tone, a paragraph to read, its terms, concepts, and where a term stands."""

import asyncio
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

import ipywidgets as widgets

from lundian.errors import LundianError
from lundian.explore.picker import ArticlePicker
from lundian.explore.sections import Section, Seen, sections
from lundian.explore.words import in_language, words

SAMPLE = "data/samples/community_canteen.md"
LANGUAGES = (("English", "en"), ("中文", "zh"))


def explore(article: str = SAMPLE, *, language: str = "en") -> widgets.VBox:
    """Return a page to explore an article on; `lundian explore` serves it in a browser.

    Parameters
    ----------
    article
        What is seen first: a file, or the name of an article.
    language
        "en" or "zh"; the page has a list to change it with.

    Raises
    ------
    LundianError
        There is no such article, or no such language.

    Examples
    --------
    >>> type(explore()).__name__
    'Page'
    """
    return Page(article, language)


class Page(widgets.VBox):
    """The page: a head with the choice of article and language, and a section for each question."""

    def __init__(self, article: str, language: str):
        self._picker = ArticlePicker(article, language)
        self._language = widgets.Dropdown(
            options=LANGUAGES, value=language, style={"description_width": "initial"}, layout={"width": "14em"}
        )
        self._head, self._about = widgets.HTML(), widgets.HTML()
        self._sections = widgets.VBox()
        self._drawing: asyncio.Task | None = None
        head = widgets.HBox([self._head, self._language], layout={"justify_content": "space-between"})
        super().__init__([head, self._picker, self._about, self._sections])
        self.add_class("ld-page")
        self._translate()
        self._show(self._picker.article)
        self._picker.on_pick(self._open)
        self._language.observe(lambda change: self._again(), "value")

    def _open(self, article: str, said: str) -> None:
        """Show an article; where it can't be opened, say why and keep the one before."""
        self._picker.say(words(self._language.value)["reading"].format(name=article))
        try:
            self._show(article)
        except LundianError as error:
            self._picker.say(words(self._language.value)["wrong"].format(why=error), "alert")
        else:
            self._picker.say(said)

    def _again(self) -> None:
        """Show the same in another language."""
        self._translate()
        self._picker.translate(self._language.value)
        self._draw()

    def _translate(self) -> None:
        say = words(self._language.value)
        style = Path(__file__).with_name("style.css").read_text(encoding="utf-8")
        head = f"<h1>{say['title']}</h1><p>{say['lead']}</p>"
        self._head.value = f"<style>{style}</style>{in_language(head, self._language.value)}"
        self._language.description = say["language"]

    def _show(self, article: str) -> None:
        from lundian.shelf import open_article

        corpus = open_article(article)
        self._corpus = corpus.only(corpus.articles["article"].iloc[0])
        self._draw()

    def _draw(self) -> None:
        """Show the sections empty, and fill them while the page comes up on the screen."""
        seen = Seen(self._corpus, self._language.value)
        parts = sections(seen)
        self._about.value = _about(seen, parts)
        self._sections.children = parts
        self._later([part.show for part in parts])

    def _later(self, steps: Iterable[Callable[[], None]]) -> None:
        """Take the steps one by one, with room between them for what the reader does; at once where nothing waits."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            for step in steps:
                step()
        else:
            self._drawing = loop.create_task(_one_by_one(steps))


async def _one_by_one(steps: Iterable[Callable[[], None]]) -> None:
    for step in steps:
        await asyncio.sleep(0.05)
        step()


def _about(seen: Seen, parts: list[Section]) -> str:
    """Return the article's title, what it is, and links to the sections."""
    say, row = words(seen.language), seen.corpus.articles.iloc[0]
    sizes = say["about"].format(**{name: f"{row[name]:,}" for name in ("n_paragraphs", "n_chars", "n_terms")})
    told = " · ".join(escape(str(row[name])) for name in ("author", "date") if str(row[name] or "").strip())
    links = "".join(f'<li><a href="#ld-{one.key}">{say[one.key]}</a></li>' for one in parts)
    html = (
        f'<h2 class="ld-article" lang="zh">{escape(row["title"])}</h2>'
        f'<p class="ld-about">{told}{" · " if told else ""}{sizes}</p>'
        f'<nav aria-label="{say["contents"]}"><ul>{links}</ul></nav>'
    )
    return in_language(html, seen.language)
