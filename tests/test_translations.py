"""Every notebook can be had in Chinese: no cell without a translation, no translation without a cell."""

import re

import nbformat
import pytest
import yaml
from markdown_it import MarkdownIt

from lundian.new_topic import HEAD
from tests.conftest import ROOT

CHINESE = yaml.safe_load((ROOT / "notebooks" / "zh.yaml").read_text(encoding="utf-8"))


def english() -> dict[str, dict[str, str]]:
    """Return the Markdown cells of the notebooks and of the template, by notebook and by id."""
    books = {path.stem: nbformat.read(path, 4) for path in sorted(ROOT.glob("notebooks/[0-9]*.ipynb"))}
    cells = {stem: {c.id: c.source for c in book.cells if c.cell_type == "markdown"} for stem, book in books.items()}
    return cells | {"new_topic": {key: source for key, kind, source in HEAD if kind == "markdown"}}


ENGLISH = english()
PAIRS = [(stem, key) for stem, cells in ENGLISH.items() for key in cells]


def test_every_cell_has_its_translation_and_every_translation_its_cell():
    """The two hold the same notebooks and the same ids, in the same order."""
    assert {stem: list(cells) for stem, cells in CHINESE.items()} == {
        stem: list(cells) for stem, cells in ENGLISH.items()
    }


@pytest.mark.parametrize(("stem", "key"), PAIRS)
def test_a_translation_has_the_form_of_its_cell(stem, key):
    """It is Chinese, with the same headings, paragraphs and lists, the same code, and emphasis that shows as such."""
    ours, theirs = CHINESE[stem][key], ENGLISH[stem][key]
    assert re.search("[\u4e00-\u9fff]", ours)
    parse = MarkdownIt().parse
    assert [token.type for token in parse(ours)] == [token.type for token in parse(theirs)]
    code = {part.replace("{name}", "{topic}") for part in re.findall("`[^`]+`", theirs)}
    assert code == set(re.findall("`[^`]+`", ours))
    inline = [child.type for token in parse(ours) for child in token.children or ()]
    assert inline.count("em_open") == [child.type for token in parse(theirs) for child in token.children or ()].count(
        "em_open"
    )
    assert "*" not in "".join(
        child.content for token in parse(ours) for child in token.children or () if child.type == "text"
    )
