"""A report: where it goes, the same bytes each time, everything that the notebook says, or one sentence why not."""

import os
import zipfile
from pathlib import Path

import pytest

from lundian.errors import LundianError
from lundian.report.make import FORMATS, report
from tests.report.conftest import FINDINGS, LIMIT, write_notebook


def words_of(path) -> str:
    """Return the words of a report of any format, without white space."""
    from lxml import etree, html

    content = path.read_bytes()
    if path.suffix in (".docx", ".pptx"):
        with zipfile.ZipFile(path) as archive:
            parts = [name for name in archive.namelist() if name.endswith(".xml") and "theme" not in name]
            text = "".join(" ".join(etree.fromstring(archive.read(name)).itertext()) for name in parts)
    elif path.suffix == ".pdf":
        from pypdf import PdfReader

        text = "".join(page.extract_text() for page in PdfReader(path).pages)
    elif path.suffix == ".html":
        text = html.fromstring(content).text_content()
    else:
        text = content.decode().replace("\\", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return "".join(text.split())


@pytest.mark.parametrize("to", FORMATS)
def test_a_report_holds_what_the_notebook_says(home, language, to):
    """Title, answer, findings, captions, limits and both tables are in the report, whatever signs are in them."""
    path = home / "reports" / f"tea{'' if language == 'en' else '_zh'}.{to}"
    assert report("tea", to, language) == str(path)
    words = words_of(path)
    captions = [f"Caption {place}, 图注." for place in (1, 2)]
    cover = ["Who drinks tea at the 平台?", "茶馆与平台", "陈一", "<第二篇>", "2023-11-14"]
    for text in (*cover, *FINDINGS, LIMIT, *captions, "120", "One."):
        wanted = "".join(text.split())
        assert wanted in words.replace("`", ""), text


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_the_same_report_is_the_same_bytes(home, tmp_path, monkeypatch, to):
    """A second report is the first, byte for byte, also on another day and from another folder."""
    first = report("tea", to, out=tmp_path / "a" / f"one.{to}")
    os.utime(home / "notebooks" / "01_tea.ipynb", (1, 1))
    monkeypatch.chdir(tmp_path)
    second = report("01", to, out=tmp_path / "b" / f"two.{to}")
    assert Path(first).read_bytes() == Path(second).read_bytes()


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_captions_are_numbered(home):
    """Figures and tables are numbered through the report."""
    words = words_of(Path(report("tea", "md")))
    order = [words.index(f"{label}.") for label in ("Table1", "Figure1", "Figure2", "Table2", "Table3", "Table4")]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["en"], indirect=True)
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"topic": "coffee"}, "no notebook of 'coffee'; reports can be made of tea"),
        ({"topic": "tea", "to": "odt"}, "html, docx, pptx, pdf, md"),
        ({"topic": "tea", "language": "fr"}, "en, zh"),
        ({"topic": "tea", "language": "zh"}, "lundian run 01_tea --language zh"),
        ({"topic": "tea", "language": "zh"}, "ask for --language en, or run"),
    ],
)
def test_what_is_missing_is_said(home, options, message):
    """A topic, format or language that isn't there is one sentence with the right ones, and nothing is written."""
    with pytest.raises(LundianError, match=message):
        report(**options)
    assert not (home / "reports").exists()


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_missing_figure_is_named(home):
    """A figure that the notebook saved and that is gone is named, with the command that makes it again."""
    (home / "figures" / "tea" / "02_top_terms.svg").unlink()
    with pytest.raises(LundianError, match=r"02_top_terms\.svg; run: lundian run 01_tea"):
        report("tea")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_notebook_without_outputs_is_to_be_run(home):
    """A notebook that was not executed says so."""
    import nbformat

    path = home / "notebooks" / "01_tea.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.get("outputs", []).clear()
    nbformat.write(notebook, path)
    with pytest.raises(LundianError, match="not executed; run: lundian run 01_tea"):
        report("tea")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_an_article_of_the_readers_own(home):
    """What a notebook saved below figures/local/ is found by that name, and by the article's."""
    path = home / "notebooks" / "local" / "my_tea.ipynb"
    path.parent.mkdir()
    write_notebook(home, "en", "local/my_tea").rename(path)
    assert report("local/my_tea", "md").endswith("my_tea.md")
    assert report("my_tea", "md").endswith("my_tea.md")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_page_without_figures_makes_no_report(home):
    """A notebook that saves no figure says so, and a notebook that can't be read does not stand in the way of others."""
    (home / "notebooks" / "02_page.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    (home / "notebooks" / "03_broken.ipynb").write_text("{")
    with pytest.raises(LundianError, match="saves no figure"):
        report("page")
    assert report("tea", "md")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_what_to_run_for_an_article(home):
    """Of an article's copy the sentence names the template and the article, so that it can be run as it stands."""
    import nbformat

    path = home / "notebooks" / "local" / "my_tea.ipynb"
    path.parent.mkdir()
    made = nbformat.read(write_notebook(home, "en", "local/my_tea"), as_version=4)
    cell = nbformat.v4.new_code_cell("article = 'my tea.txt'", id="p", metadata={"tags": ["parameters"]})
    made.cells.insert(0, cell)
    nbformat.write(made, path)
    (home / "notebooks" / "01_my_tea.ipynb").unlink()
    with pytest.raises(LundianError, match=r'run: lundian run 04_your_article --article "my tea\.txt" --language zh'):
        report("my_tea", language="zh")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_instructions_stay_in_the_notebook(home):
    """A cell that tells who has the notebook open what to do is no part of the report."""
    import nbformat

    path = home / "notebooks" / "01_tea.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(1, nbformat.v4.new_markdown_cell("Press *Run*.", id="h0", metadata={"tags": ["how-to"]}))
    nbformat.write(notebook, path)
    assert "Press" not in words_of(Path(report("tea", "md")))
