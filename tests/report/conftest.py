"""A project folder with one executed notebook of two questions, in the language asked for."""

from pathlib import Path

import nbformat
import pandas as pd
import pytest

from lundian.plot.save import save_figure
from lundian.plot.top_terms import plot_top_terms

TERMS = pd.DataFrame({"term": ["茶馆", "平台"], "n": [9, 4]})
ARTICLES = pd.DataFrame({"title": ["茶馆与平台", "<第二篇>"], "author": ["陈一", None], "n_terms": [120, 90]})
FINDINGS = ("茶馆 is used most, 9 times.", "A *star*, a $sum$ & <b>3 < 4</b>.", "Nothing else_is said.")
LIMIT = "how much depends on a term."
EPOCH = 1_700_000_000


def output(**data: str):
    """Return a cell's result, in the formats given."""
    return nbformat.v4.new_output("execute_result", {key.replace("_", "/"): value for key, value in data.items()})


def code(number: int, *outputs: object):
    """Return an executed cell with these outputs."""
    return nbformat.v4.new_code_cell(
        "ld.show_figure(…)", id=f"c{number}", execution_count=number, outputs=list(outputs)
    )


def said(finding: str):
    """Return a cell's result that is a finding, as a notebook holds it."""
    from lundian.say.finding import Finding

    return output(text_markdown=Finding(finding)._repr_markdown_(), text_plain=repr(finding))


def shown(table: pd.DataFrame):
    """Return a cell's result that is a table."""
    return output(text_html=f"<div>\n<style></style>\n{table.to_html()}\n</div>", text_plain="…")


def write_notebook(home: Path, language: str, topic: str = "tea") -> Path:
    """Save two figures and a notebook that says it saved them."""
    cells = [nbformat.v4.new_markdown_cell("# Who drinks `tea` at the 平台?", id="m0"), code(1, said(FINDINGS[0]))]
    cells += [
        code(2, shown(ARTICLES)),
        nbformat.v4.new_markdown_cell("## Which terms?\n\nBars count *terms*.", id="m1"),
    ]
    for place, finding in enumerate(FINDINGS[1:], 1):
        options = {
            "data": TERMS,
            "caption": f"Caption {place}, 图注.",
            "alt": f"Bars & <{place}>: 茶馆.",
            "language": language,
        }
        saved = save_figure(plot_top_terms(TERMS, language=language), topic, f"0{place}_top_terms", **options)
        cells += [code(2 * place + 1, output(text_plain=repr(saved))), code(2 * place + 2, said(finding))]
        cells += [nbformat.v4.new_markdown_cell(f"*What it cannot show:* {LIMIT}\n\n## Next {place}?", id=f"l{place}")]
    cells += [nbformat.v4.new_markdown_cell("Pairs of words, by kind:", id="m3"), code(7, shown(TERMS))]
    cells += [nbformat.v4.new_markdown_cell("## Limits\n\n- One.\n- Two.", id="m4")]
    path = home / "notebooks" / f"01_{topic.rpartition('/')[2]}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


@pytest.fixture(params=["en", "zh"])
def language(request) -> str:
    """Return each language."""
    return request.param


@pytest.fixture
def home(project, language, monkeypatch) -> Path:
    """Return a project folder with an executed notebook of topic "tea"."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    write_notebook(project, language)
    return project
