"""A widget to choose an article with, or to upload one, in a notebook or on the explore page."""

from collections.abc import Callable, Sequence
from html import escape

import ipywidgets as widgets

from lundian.explore.choices import NO_TOPIC, choices, keep, topics
from lundian.explore.words import words
from lundian.variant import called

_PICKED: dict[str, str] = {}  # parameter → what was picked in its place, for as long as the kernel lives


class ArticlePicker(widgets.VBox):
    """A list of articles, and a button that uploads another.

    Parameters
    ----------
    article
        What is chosen at first, as `open_article` takes it.
    language
        "en" or "zh".
    """

    def __init__(self, article: str = "", language: str = "en"):
        self._listeners: list[Callable[[str, str], None]] = []
        self._filling = False
        style = {"description_width": "initial"}
        self._list = widgets.Dropdown(style=style, layout={"width": "min(36em, 100%)"})
        self._topic = widgets.Dropdown(style=style, layout={"width": "min(26em, 100%)"})
        self._upload = widgets.FileUpload(multiple=False, layout={"width": "auto"})
        self._said = widgets.HTML()
        self.translate(language, article)
        self._list.observe(lambda change: self._pick(), "value")
        self._upload.observe(lambda change: self._store(change["new"]), "value")
        own = widgets.HBox([self._topic, self._upload], layout={"flex_flow": "row wrap"})
        super().__init__([self._list, own, self._said])

    @property
    def article(self) -> str:
        """What is chosen, as `open_article` takes it."""
        return self._list.value or ""

    @property
    def folder(self) -> str:
        """Where the figures of what is chosen belong below figures/: a file's are not those of its first article."""
        return f"local/{called(self.article)}"

    def on_pick(self, listener: Callable[[str, str], None]) -> None:
        """Call a function whenever the reader has picked an article: with it, and what is to be said of it ("" or a sentence)."""
        self._listeners.append(listener)

    def say(self, sentence: str, role: str = "status") -> None:
        """Show a sentence under the list, or none; a screen reader reads it out."""
        self._said.value = f'<p class="ld-said" role="{role}">{escape(sentence)}</p>'

    def translate(self, language: str, article: str = "") -> None:
        """Show the labels in a language, and the articles that there are now."""
        self._tongue, say = language, words(language)
        self._list.description, self._topic.description = say["article"], say["topic"]
        kept = self._topic.value or NO_TOPIC
        self._topic.options = [(say["no_topic"] if name == NO_TOPIC else name, name) for name in topics()]
        self._topic.value = kept
        self._upload.description = say["upload"]
        self._filling = True
        self._list.options = choices(article or self.article, language)
        self._list.index = 0
        self._filling = False

    def _pick(self, said: str = "") -> None:
        if not self._filling:
            self.say(said)
            for listener in self._listeners:
                listener(self.article, said)

    def _store(self, files: Sequence[dict]) -> None:
        for file in files:
            article, said = keep(file["name"], bytes(file["content"]), self._topic.value, self._tongue)
            self._upload.value = ()
            if not article:
                self.say(words(self._tongue)["wrong"].format(why=said), "alert")
                continue
            self.translate(self._tongue, article)
            self._pick(said)


def pick_article(article: str, *, language: str = "en") -> ArticlePicker:
    """Return a widget to choose or upload an article with, in a notebook; `article` is taken until the reader picks.

    What was picked is remembered until the kernel restarts, also when the cell runs again. Where nothing shows widgets, as in a
    run without a browser, it is `article`.

    Parameters
    ----------
    article
        What is taken until the reader picks: a file, or the name of an article.
    language
        "en" or "zh".

    Returns
    -------
    ArticlePicker
        Its attribute `article` goes to `open_article`.

    Examples
    --------
    >>> pick_article("data/samples/community_canteen.md").article
    'data/samples/community_canteen.md'
    """
    picker = ArticlePicker(_PICKED.get(article, article), language)

    def picked(name: str, said: str) -> None:
        _PICKED[article] = name
        picker.say(f"{said} {words(language)['next'].format(name=name)}".strip())

    picker.on_pick(picked)
    return picker
