"""A notebook with other parameters than its own: the values set in its parameters cell, its prose in the other language.

The prose of the project's notebooks is translated cell by cell in notebooks/zh.yaml: notebook → id of the cell → Markdown.
"""

import ast
import json
from collections.abc import Mapping
from pathlib import Path, PurePath

import yaml

from lundian import paths
from lundian.errors import LundianError
from lundian.say.phrase import LANGUAGES, known
from lundian.text.rows import slug

# Whose translations a notebook that a reader made shares: those of the template that it was made from.
TEMPLATE = ("new_topic", "04_your_article")


def variant(notebook: object, path: Path, article: str | None, language: str | None) -> tuple[object, Path]:
    """Return a notebook with these parameters, and where it belongs once it is executed.

    Raises
    ------
    LundianError
        The notebook has no such parameter, or there is no such language.
    """
    asked = {"article": article, "language": language and known(language)}
    own = parameters(notebook)
    for name, value in asked.items():
        if value is not None and name not in own:
            raise LundianError(f"{path.name} has no parameter {name}; it has {', '.join(own) or 'none'}.")
    other = {name: value for name, value in asked.items() if value is not None and value != own[name]}
    if not other:
        return notebook, path
    _set(notebook, other)
    if other.get("language", "en") != "en":
        _translate(notebook, path.stem, other["language"])
    return notebook, _target(path, **other)


def parameters(notebook: object) -> dict[str, object]:
    """Return the parameters of a notebook with their values: the assignments of the cell that is tagged so."""
    source = "\n".join(cell.source for cell in _tagged(notebook))
    found = (line for line in ast.parse(source).body if isinstance(line, ast.Assign))
    return {line.targets[0].id: ast.literal_eval(line.value) for line in found}


def _tagged(notebook: object) -> list:
    return [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ())]


def _set(notebook: object, values: Mapping[str, object]) -> None:
    """Write values into the parameters cell, each in its own line."""
    for cell in _tagged(notebook):
        lines = [(line, line.partition("=")[0].strip()) for line in cell.source.split("\n")]
        cell.source = "\n".join(
            f"{name} = {json.dumps(values[name], ensure_ascii=False)}" if name in values else line
            for line, name in lines
        )


def _translate(notebook: object, stem: str, language: str) -> None:
    texts = translations(stem, language)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = texts.get(cell.id, cell.source).replace("{topic}", stem)


def translations(stem: str, language: str) -> dict[str, str]:
    """Return the Markdown of a notebook's cells in another language, by the ids of the cells."""
    path = paths.notebooks(f"{language}.yaml")
    said = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else {}
    parts = [stem] if stem in said else TEMPLATE
    return {key: text.strip("\n") for part in parts for key, text in said.get(part, {}).items()}


def called(article: str) -> str:
    """Return what the notebook of an article and the folder of its figures are called: like its file, whatever it holds.

    >>> called("mine/洗衣房 笔记.txt"), called("letters.csv"), called("study_room")
    ('洗衣房_笔记', 'letters', 'study_room')
    """
    return slug(PurePath(article).stem)


def _target(path: Path, article: str | None = None, language: str = "en") -> Path:
    """Return the place, ignored by git, of the executed copy."""
    name = called(article) if article else path.stem
    return _folder(language) / f"{name}.ipynb"


def copies(language: str | None) -> list[Path]:
    """Return the executed copies: those in the language behind the others, those that could not be put into it left out."""
    order = [one for one in reversed(LANGUAGES) if one != language] if language != "en" else []
    return [path for one in (*order, *filter(None, [language])) for path in sorted(_folder(one).glob("*.ipynb"))]


def _folder(language: str) -> Path:
    return paths.notebooks("local", *([language] if language != "en" else []))
