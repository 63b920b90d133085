"""Which executed notebook a report is made from: by topic, article, number or file, and in which language."""

import re
from dataclasses import dataclass
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError, tell
from lundian.plot.files import read_index
from lundian.variant import parameters

_SAVED = re.compile(r"'figures/(?P<folder>.+)/(?P<name>[\w-]+)\.\w+'")


@dataclass(frozen=True)
class Executed:
    """A notebook, the folder of its figures below figures/ ("" before a run), and the index of that folder."""

    path: Path
    notebook: object
    folder: str
    index: dict

    @property
    def language(self) -> str:
        """The language of its figures."""
        return next((entry["language"] for entry in self.index.values()), "en")

    @property
    def names(self) -> set[str]:
        """What a reader may call it."""
        stem, last = self.path.stem, self.folder.rpartition("/")[2]
        return {stem, *stem.split("_", 1), self.folder, last, f"local/{last}"} - {""}


def saved_figure(output: object) -> tuple[str, str] | None:
    """Return folder and name of the figure that a cell says it saved."""
    found = _SAVED.fullmatch("".join(output.get("data", {}).get("text/plain", "")))
    return (found["folder"], found["name"]) if found else None


def find(topic: str, language: str) -> Executed:
    """Return the executed notebook of a topic or an article.

    Parameters
    ----------
    topic
        A topic, an article of the reader's ("local/my_article", "my_article"), or a notebook's number or file.
    language
        "en" or "zh".

    Raises
    ------
    LundianError
        There is no such notebook, it is not executed, or not in this language; the sentence says what to run.
    """
    name = topic.removesuffix(".ipynb").replace("\\", "/").removeprefix("figures/").strip("/")
    known = [one for path in sorted(paths.notebooks().rglob("[!.]*.ipynb")) if (one := _open(path))]
    fits = [one for one in known if name in one.names]
    if not fits:
        listed = ", ".join(sorted({one.folder for one in known if one.folder}))
        raise LundianError(f"There is no notebook of {topic!r}; reports can be made of {listed or 'nothing yet'}.")
    executed = [one for one in fits if one.folder and one.language == language]
    if not executed:
        raise LundianError(_why_not(fits, language))
    return max(executed, key=lambda one: one.path.stat().st_mtime)  # the figures are those of the last run


def _why_not(fits: list[Executed], language: str) -> str:
    """Return why notebooks that are there make no report, and what to run."""
    name, run = fits[0].path.name, command(fits[0], language)
    if any(one.folder for one in fits):
        there = " or ".join(f"--language {one}" for one in sorted({one.language for one in fits if one.folder}))
        return f"{name} has not been run in {language!r}; ask for {there}, or run: {run}"
    if not any("_figure(" in cell.source for cell in fits[0].notebook.cells):
        return f"{name} saves no figure, and a report is made of figures; call save_figure in it."
    return f"{name} is not executed; run: {run}"


def command(one: Executed, language: str) -> str:
    """Return what a reader runs for a notebook in a language; a copy is that of an article."""
    own = one.path.parent == paths.notebooks()
    what = (
        one.path.stem
        if own
        else f'04_your_article --article "{parameters(one.notebook).get("article", one.path.stem)}"'
    )
    return f"lundian run {what}" + (f" --language {language}" if language != "en" else "")


def _open(path: Path) -> Executed | None:
    import nbformat

    if any(part.startswith(".") for part in path.relative_to(paths.notebooks()).parts):
        return None  # copies that JupyterLab keeps
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:
        tell(f"{path.name} can't be read as a notebook ({type(error).__name__}) and is left out.")
        return None
    saved = [saved_figure(output) for cell in notebook.cells for output in cell.get("outputs", ())]
    folder = next((one[0] for one in saved if one), "")
    index = read_index(paths.figures(*folder.split("/"), "index.json")) if folder else {}
    names = [one[1] for one in saved if one and one[1] in index]  # the folder may hold figures of other notebooks
    return Executed(path, notebook, folder, {name: index[name] for name in names})
