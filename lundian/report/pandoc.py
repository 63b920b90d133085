"""Pandoc, asked for the same bytes each time; the nodes of its documents."""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from lundian.errors import LundianError

API = [1, 23, 1]
_HAN = re.compile(r"([\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+)")
_READER = "commonmark+fenced_divs+pipe_tables+attributes"


def node(kind: str, content: object = None) -> dict:
    """Return a node of pandoc's tree."""
    return {"t": kind} if content is None else {"t": kind, "c": content}


def attributes(name: str = "", *classes: str, **values: str) -> list:
    """Return a node's id, classes and values."""
    return [name, list(classes), [[key.replace("_", "-"), value] for key, value in values.items()]]


def inlines(text: str) -> list[dict]:
    """Return plain text as nodes.

    >>> inlines("a b")
    [{'t': 'Str', 'c': 'a'}, {'t': 'Space'}, {'t': 'Str', 'c': 'b'}]
    """
    parts = [part for part in re.split(r"(\s+)", text.strip()) if part]
    return [node("Space") if part.isspace() else node("Str", part) for part in parts]


def span_han(text: str) -> list[dict]:
    """Return Chinese as a span that says so."""
    return [node("Span", [attributes(lang="zh-CN"), [node("Str", text)]])]


def mark_han(tree: object, mark: Callable[[str], list[dict]] = span_han) -> object:
    """Return a tree whose runs of Chinese say that they are Chinese, for readers aloud and for line breaks."""
    if isinstance(tree, list):
        return [new for child in tree for new in _marked(child, mark)]
    if isinstance(tree, dict) and "c" in tree and tree["t"] not in ("Code", "Image", "RawInline", "RawBlock"):
        return {**tree, "c": mark_han(tree["c"], mark)}
    return tree


def _marked(child: object, mark: Callable[[str], list[dict]]) -> list:
    if not (isinstance(child, dict) and child.get("t") == "Str"):
        return [mark_han(child, mark)]
    parts = [part for part in _HAN.split(child["c"]) if part]
    return [new for part in parts for new in (mark(part) if _HAN.match(part) else [node("Str", part)])]


def read_markdown(texts: Sequence[str]) -> list[list[dict]]:
    """Return the blocks of several Markdown texts, read in one call."""
    source = "\n\n".join(f":::::::: {{#t{i}}}\n{text}\n::::::::" for i, text in enumerate(texts))
    tree = json.loads(run(["--from", _READER, "--to", "json"], source.encode()))
    return [block["c"][1] for block in tree["blocks"]]


def write(
    blocks: Iterable[dict],
    meta: Mapping[str, object],
    to: str,
    day: date,
    *options: str,
    folder: str | None = None,
) -> bytes:
    """Return a document in the format `to`; `meta` maps names to nodes or text, `folder` holds its pictures."""
    known = {name: _meta(value) for name, value in meta.items()}
    tree = json.dumps({"pandoc-api-version": API, "meta": known, "blocks": list(blocks)}, ensure_ascii=False)
    return run(["--from", "json", "--to", to, "--standalone", *options], tree.encode(), day, folder)


def _meta(value: object) -> dict:
    """Return text, nodes, or a list of lists of nodes as pandoc's metadata."""
    if isinstance(value, str):
        return node("MetaString", value)
    if all(isinstance(item, dict) for item in value):
        return node("MetaInlines", value)
    return node("MetaList", [_meta(item) for item in value])


def run(arguments: Sequence[str], source: bytes, day: date | None = None, folder: str | None = None) -> bytes:
    """Run pandoc in a folder; what it makes says that it was made on `day`."""
    import pypandoc

    epoch = {"SOURCE_DATE_EPOCH": str(seconds(day))} if day else {}
    done = subprocess.run(  # noqa: S603 (our own arguments)
        [pypandoc.get_pandoc_path(), "--quiet", *arguments, "--output", "-"],
        input=source,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **epoch},
    )
    if done.returncode:
        raise LundianError(f"The report can't be made: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def seconds(day: date) -> int:
    """Return noon of a day, in seconds since 1970, not before 1980, where the time of archives begins."""
    return max((day - date(1970, 1, 1)).days, 3652) * 86_400 + 43_200
