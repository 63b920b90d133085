"""The sections of the explore page, in their order: each asks a question of the article and fills itself when its turn comes."""

from dataclasses import dataclass
from html import escape

import ipywidgets as widgets
import pandas as pd

from lundian.errors import LundianError
from lundian.explore.figure import figure_html
from lundian.explore.hits import hits_html
from lundian.explore.marked import paragraph_html
from lundian.explore.words import in_language, words
from lundian.say.numbers import number

OPENING = 14  # characters of a paragraph in the list of paragraphs
STYLE = {"description_width": "initial"}


@dataclass(frozen=True)
class Seen:
    """What is looked at: the corpus of one article, and the language."""

    corpus: object
    language: str

    @property
    def article(self) -> str:
        """The article's name."""
        return self.corpus.articles["article"].iloc[0]


class Section(widgets.VBox):
    """A heading and what stands below it."""

    key = ""

    def __init__(self, seen: Seen):
        self.seen, self.say = seen, words(seen.language)
        self.body = widgets.HTML(f'<p role="status">{self.say["waiting"]}</p>')
        heading = in_language(f'<h2 id="ld-{self.key}">{self.say[self.key]}</h2>', seen.language)
        super().__init__([widgets.HTML(heading), self.body])
        self.add_class("ld-section")

    def fill(self) -> None:
        """Compute and show what the section asks."""
        raise NotImplementedError

    def show(self) -> None:
        """Fill the section; where that can't be, say why in its place."""
        try:
            self.fill()
        except LundianError as error:
            self.put(f'<p role="alert">{escape(str(error))}</p>')

    def put(self, html: str) -> None:
        """Show HTML below the heading."""
        self.body.value = in_language(html, self.seen.language)

    def draw(self, name: str, table: pd.DataFrame, **options: object) -> None:
        """Show a figure."""
        self.put(figure_html(name, table, self.seen.corpus, self.seen.language, **options))


class ToneArc(Section):
    """The tone of each paragraph."""

    key = "tone_arc"

    def fill(self) -> None:
        """Draw the tone arc."""
        from lundian.measure.tone import tone

        self.draw("05_tone_arc", tone(self.seen.corpus))


class TopTerms(Section):
    """The most frequent terms."""

    key = "top_terms"

    def fill(self) -> None:
        """Draw the top terms."""
        from lundian.measure.frequency import term_frequency
        from lundian.words.stopwords import stopwords

        self.draw("01_top_terms", term_frequency(self.seen.corpus.counts, stopwords=stopwords()))


class Concepts(Section):
    """Where the concepts of the article's topic are named."""

    key = "concepts"

    def fill(self) -> None:
        """Draw the concepts by paragraph."""
        from lundian.measure.concepts import concepts

        self.draw("03_concepts", concepts(self.seen.corpus, self.seen.corpus.topic))


class Reader(Section):
    """A paragraph at a time, with its words of tone."""

    key = "reader"

    def fill(self) -> None:
        """Offer the paragraphs and show the first."""
        self._list = widgets.Dropdown(
            options=self._paragraphs(),
            description=self.say["paragraph"],
            style=STYLE,
            layout={"width": "min(32em, 100%)"},
        )
        buttons = [self._button("previous", -1), self._button("following", 1)]
        self._list.observe(lambda change: self._read(), "value")
        row = widgets.HBox([self._list, *buttons], layout={"flex_flow": "row wrap"})
        self.children = [self.children[0], row, self.body]
        self._read()

    def _paragraphs(self) -> list[tuple[str, int]]:
        """Return number, tone and opening words of each paragraph."""
        from lundian.measure.tone import tone

        openings = self.seen.corpus.paragraphs.set_index("paragraph").get("text", pd.Series(dtype="str"))
        rows = tone(self.seen.corpus)[["paragraph", "tone"]].itertuples(index=False)
        return [(self._label(n, value, openings.get(n)), int(n)) for n, value in rows]

    def _label(self, n: int, value: float, opening: object) -> str:
        words = f"{opening[:OPENING]}…" if isinstance(opening, str) else ""
        return self.say["chosen"].format(n=n, tone=number(value, sign=True), opening=words).rstrip(" ·")

    def _button(self, name: str, step: int) -> widgets.Button:
        button = widgets.Button(description=self.say[name], layout={"width": "auto"})
        button.on_click(lambda _: self._turn(step))
        return button

    def _turn(self, step: int) -> None:
        last = len(self._list.options) - 1
        self._list.index = min(max(self._list.index + step, 0), last)

    def _read(self) -> None:
        self.put(paragraph_html(self.seen.corpus, self.seen.article, self._list.value, self.seen.language))


class Concordance(Section):
    """Where a term stands."""

    key = "concordance"

    def fill(self) -> None:
        """Offer a line to type a term into, and show the most frequent one."""
        from lundian.measure.frequency import term_frequency
        from lundian.words.stopwords import stopwords

        terms = term_frequency(self.seen.corpus.counts, stopwords=stopwords())["term"]
        first = terms.iloc[0] if len(terms) else ""
        line = widgets.Text(
            value=first,
            description=self.say["term"],
            placeholder=self.say["type"],
            continuous_update=False,
            style=STYLE,
            layout={"width": "min(24em, 100%)"},
        )
        line.observe(lambda change: self._find(change["new"]), "value")
        self.children = [self.children[0], line, self.body]
        self._find(first)

    def _find(self, term: str) -> None:
        self.put(hits_html(self.seen.corpus, term, self.seen.language))


def sections(seen: Seen) -> list[Section]:
    """Return the sections for an article, not yet filled; that of concepts where its topic has some."""
    kinds = (ToneArc, Reader, TopTerms, *([Concepts] if seen.corpus.topic.concepts else []), Concordance)
    return [kind(seen) for kind in kinds]
