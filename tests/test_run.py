"""Notebooks are executed in place, whole or not at all, and a rerun changes nothing."""

import os
import shutil
import signal

import nbformat
import pytest

from lundian import paths
from lundian.arrival import add_article
from lundian.errors import LundianError
from lundian.run import execute, notebooks, redraw
from tests.conftest import ROOT


def write(folder, name: str, *cells: str):
    """Write a notebook of code cells and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell, id=f"c{i}") for i, cell in enumerate(cells)])
    nbformat.write(made, folder / name)
    return folder / name


def test_a_rerun_changes_nothing(tmp_path):
    """The executed notebook holds its outputs, and the same bytes when it is executed again."""
    path = write(tmp_path, "01_a.ipynb", "1 + 1", "print('平台')")
    progress = []
    execute(path, lambda done, of: progress.append((done, of)))
    first = path.read_bytes()
    execute(path)
    assert path.read_bytes() == first
    assert "平台".encode() in first
    assert progress == [(1, 2), (2, 2)]


def test_a_cell_that_fails_is_one_sentence(tmp_path):
    """The sentence names the notebook and the error, and the notebook stays as it was."""
    path = write(tmp_path, "01_a.ipynb", "1 + 1", "raise ValueError('no such column')")
    before = path.read_bytes()
    with pytest.raises(LundianError, match=r"01_a\.ipynb.*ValueError.*no such column"):
        execute(path)
    assert path.read_bytes() == before


def test_a_kernel_that_dies_is_one_sentence(tmp_path):
    """A crash is told, and not as what the libraries made of it."""
    with pytest.raises(LundianError, match=r"01_a\.ipynb: the kernel died"):
        execute(write(tmp_path, "01_a.ipynb", "import os; os._exit(1)"))


def test_ctrl_c_stops_a_run(tmp_path):
    """The run ends as one that the reader stopped, and the notebook stays as it was."""
    path = write(tmp_path, "01_a.ipynb", "1 + 1", "import time; time.sleep(20)")
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        execute(path, lambda done, of: os.kill(os.getpid(), signal.SIGINT))
    assert path.read_bytes() == before


def test_notebooks_are_found_by_number_or_topic(tmp_path, monkeypatch):
    """A notebook is known by its file, its number or its topic; an unknown name lists the known ones."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    for name in ("02_b.ipynb", "01_a_c.ipynb", "explore.ipynb"):
        write(tmp_path / "notebooks", name)
    assert [path.stem for path in notebooks()] == ["01_a_c", "02_b"]
    for name in ("01", "a_c", "01_a_c", "01_a_c.ipynb"):
        assert [path.stem for path in notebooks((name,))] == ["01_a_c"]
    with pytest.raises(LundianError, match="there are 01_a_c, 02_b"):
        notebooks(("d",))


@pytest.mark.parametrize(("language", "place"), [(None, ("local",)), ("en", ("local",)), ("zh", ("local", "zh"))])
def test_the_notebook_of_an_article_is_found_as_its_topic(tmp_path, monkeypatch, language, place):
    """It is known as reports know it; of two languages, by the one asked for, and never in place of the project's own."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    folder = tmp_path / "notebooks"
    for number, at in enumerate((folder, folder / "local", folder / "local" / "zh")):
        write(at, "01_tea.ipynb" if number != 1 else "rents.ipynb")
    write(folder / "local" / "zh", "rents.ipynb")
    for name in ("local/rents", "rents", "notebooks/local/rents.ipynb"):
        assert notebooks((name,), language) == [folder.joinpath(*place, "rents.ipynb")]
    assert notebooks(("01_tea",), language) == [folder / "01_tea.ipynb"]
    with pytest.raises(LundianError, match="there are 01_tea, local/rents"):
        notebooks(("local/rent",), language)


def test_a_copy_in_another_language_is_no_english_one(tmp_path, monkeypatch):
    """What was only run in Chinese is found, but not where English is asked for, into which its prose can't be put back."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    path = write(tmp_path / "notebooks" / "local" / "zh", "rents.ipynb")
    assert notebooks(("local/rents",)) == notebooks(("local/rents",), "zh") == [path]
    with pytest.raises(LundianError, match="no notebook 'local/rents'"):
        notebooks(("local/rents",), "en")


def parameterised(folder):
    """Write a notebook with parameters, which says what they are, and return its path."""
    path = write(folder, "01_a.ipynb", "article = 'x.txt'  # yours\nlanguage = 'en'", "print(article, language)")
    made = nbformat.read(path, as_version=4)
    made.cells[0].metadata["tags"] = ["parameters"]
    made.cells.append(nbformat.v4.new_markdown_cell("# Why?", id="m0"))
    nbformat.write(made, path)
    return path


def test_other_parameters_go_to_a_copy(tmp_path, monkeypatch):
    """The notebook stays as it was; the copy, in notebooks/local/, is as if the values had been typed."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    path = parameterised(tmp_path / "notebooks")
    before = path.read_bytes()
    copy = execute(path, article="/texts/My Article.docx")
    assert copy == tmp_path / "notebooks" / "local" / "my_article.ipynb"
    made = nbformat.read(copy, as_version=4)
    assert made.cells[0].source == "article = \"/texts/My Article.docx\"\nlanguage = 'en'"
    assert made.cells[1].outputs[0].text == "/texts/My Article.docx en\n"
    assert path.read_bytes() == before
    assert execute(path, article="x.txt", language="en") == path


def test_another_language_translates_the_prose(tmp_path, monkeypatch):
    """Markdown comes from the file of the language, by the ids of the cells; what it does not hold stays."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    path = parameterised(tmp_path / "notebooks")
    (tmp_path / "notebooks" / "zh.yaml").write_text("01_a:\n  m0: |\n    # 为什么？\n", encoding="utf-8")
    copy = execute(path, language="zh")
    assert copy == tmp_path / "notebooks" / "local" / "zh" / "01_a.ipynb"
    assert nbformat.read(copy, as_version=4).cells[2].source == "# 为什么？"


def test_a_parameter_that_is_not_there_is_told(tmp_path, monkeypatch):
    """The sentence lists the parameters that the notebook has; a language that is not spoken lists those that are."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    with pytest.raises(LundianError, match="no parameter article; it has none"):
        execute(write(tmp_path / "notebooks", "02_b.ipynb", "1"), article="x.txt")
    with pytest.raises(LundianError, match="en, zh"):
        execute(parameterised(tmp_path / "notebooks"), language="fr")


def test_widgets_are_not_kept(tmp_path):
    """What needs a living kernel is taken out of the executed notebook, with its state."""
    path = write(tmp_path, "01_a.ipynb", "import ipywidgets\nipywidgets.IntSlider()", "1 + 1")
    execute(path)
    made = nbformat.read(path, as_version=4)
    assert [len(cell.outputs) for cell in made.cells] == [0, 1]
    assert "widgets" not in made.metadata


def test_figures_are_drawn_again_otherwise(tmp_path, monkeypatch):
    """Another width and other formats go to a folder of their own; the notebook and its figures stay as they are."""
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    table = "t = pd.DataFrame({'term': ['茶', '饭'], 'n': [3, 2]})"
    save = "ld.save_figure(ld.plot_top_terms(t), 'tea', '01_top_terms', data=t)"
    path = write(tmp_path / "notebooks", "01_tea.ipynb", f"import pandas as pd, lundian as ld\n{table}", save)
    execute(path)
    before = {file: file.read_bytes() for file in (path, *(tmp_path / "figures" / "tea").iterdir())}
    (folder,) = redraw(path, width="column", formats=("pdf", "xlsx"))
    assert folder == tmp_path / "figures" / "local" / "column" / "tea"
    names = [file.name for file in sorted(folder.iterdir())]
    assert names == ["01_top_terms.csv", "01_top_terms.pdf", "01_top_terms.xlsx", "index.json"]
    assert {file: file.read_bytes() for file in before} == before
    with pytest.raises(LundianError, match="page, column, slide"):
        redraw(path, width="wall")


@pytest.mark.parametrize(("paragraphs", "left_out"), [(2, True), (12, False)])
def test_04_says_what_the_article_supports(project, paragraphs, left_out):
    """A short article's tone arc is left out in one sentence, a longer one's is drawn with its concepts; nothing fails."""
    (project / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "04_your_article.ipynb", project / "notebooks")
    written = (
        "平台的流量红利正在消失，困境也因此而来。撮合与中介的模式，难道还有机会吗？突破口也许在供应链，效率必须提高。"
    )
    add_article(
        "\n\n".join(f"{written}这是第{n}段。" for n in range(paragraphs)), topic="platform_critique", title="账"
    )
    made = nbformat.read(execute(paths.notebooks("04_your_article.ipynb"), article="账"), as_version=4)
    said = {cell.source.split('"')[1]: str(cell.outputs) for cell in made.cells if "ld.show_figure" in cell.source}
    assert ("Left out" in said["05_tone_arc"]) == left_out
    assert paths.figures("local", "账", "03_concepts.png").is_file()
    assert paths.figures("local", "账", "05_tone_arc.png").is_file() != left_out
