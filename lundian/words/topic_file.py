"""Terms written into a topic file: a line or a word is put in, and everything else stays as the reader wrote it."""

import json
from collections.abc import Mapping

import yaml

from lundian.errors import LundianError

INDENT = 2


def with_terms(text: str, terms: Mapping[str, str], concept: str | None = None) -> str:
    r"""Return a topic file's text with terms (each with its English gloss) added to a concept, or to the dictionary.

    The file's comments, order, line ends and ways of writing stay. A list holds no gloss; there it becomes a comment.

    Raises
    ------
    LundianError
        The file has no such concept; the sentence lists those it has.

    Examples
    --------
    >>> print(with_terms("title: 食堂  # mine\ndictionary:\n  打饭: getting food\n", {"社区食堂": "community canteen"}))
    title: 食堂  # mine
    dictionary:
      打饭: getting food
      社区食堂: community canteen
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    root = yaml.compose(plain)
    node, name = (root, "dictionary") if concept is None else (_concept(root, concept), "terms")
    made = _add(plain, node, name, terms)
    return made.replace("\n", newline)


def _concept(root: yaml.Node | None, concept: str) -> yaml.Node:
    concepts = _entries(_entries(root).get("concepts", (None, None))[1])
    if concept not in concepts:
        known = f"it has {', '.join(concepts)}" if concepts else "it has none yet: write one, or leave concept out"
        raise LundianError(f"There is no concept {concept!r} in this topic; {known}.")
    return concepts[concept][1]


def _entries(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    """Return the entries of a mapping, each key's word with its node and its value's node."""
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _add(text: str, parent: yaml.Node | None, name: str, terms: Mapping[str, str]) -> str:
    """Return the text with terms added to the entry `name` of a mapping, which is made where it is missing."""
    if name not in _entries(parent):
        return _new_entry(text, parent, name, terms)
    key, value = _entries(parent)[name]
    if isinstance(value, yaml.CollectionNode) and value.flow_style:
        return _into_flow(text, value, ", ".join(_items(terms, value)))
    if isinstance(value, yaml.CollectionNode) and value.value:
        first, last = _first(value), _last(value)
        lines = [("- " if isinstance(value, yaml.SequenceNode) else "") + item for item in _items(terms, value)]
        return _below(text, last.end_mark, first.start_mark.column - 2 * isinstance(value, yaml.SequenceNode), lines)
    text = text[: value.start_mark.index] + text[value.end_mark.index :]  # an empty value, or one written as null or ~
    return _below(text, key.end_mark, key.start_mark.column + INDENT, _items(terms, None))


def _new_entry(text: str, parent: yaml.Node | None, name: str, terms: Mapping[str, str]) -> str:
    if parent is not None and parent.flow_style:
        return _into_flow(text, parent, f"{name}: {{{', '.join(_items(terms, parent))}}}")
    if parent is None or not parent.value:
        return f"{_ended(text)}{name}:\n" + "".join(f"{' ' * INDENT}{item}\n" for item in _items(terms, None))
    column = _first(parent).start_mark.column
    lines = [f"{name}:", *(" " * INDENT + item for item in _items(terms, None))]
    return _below(text, _last(parent).end_mark, column, lines)


def _first(node: yaml.CollectionNode) -> yaml.Node:
    return node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]


def _last(node: yaml.Node) -> yaml.Node:
    """Return the node that ends last within a node."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        return node
    key, value = node.value[-1] if isinstance(node, yaml.MappingNode) else (None, node.value[-1])
    empty = isinstance(value, yaml.ScalarNode) and value.start_mark.index == value.end_mark.index
    return key if key is not None and empty else _last(value)


def _below(text: str, mark: yaml.Mark, column: int, lines: list[str]) -> str:
    """Return the text with lines put under the one that a mark stands in, what follows in that line (a comment) kept."""
    text = _ended(text)
    at = text.index("\n", mark.index) + 1
    return text[:at] + "".join(f"{' ' * column}{line}\n" for line in lines) + text[at:]


def _into_flow(text: str, node: yaml.Node, item: str) -> str:
    """Return the text with an item put before the bracket that closes a list or mapping."""
    end = node.end_mark.index - 1
    before = text[:end].rstrip()
    gap = "" if before[-1] in "[{" else " " if before[-1] == "," else ", "
    return before + gap + item + text[len(before) :]


def _items(terms: Mapping[str, str], node: yaml.Node | None) -> list[str]:
    """Return each term as an item of a mapping or of a list, as this one is written."""
    if isinstance(node, yaml.SequenceNode):
        noted = {term: f"  # {gloss}" if gloss and not node.flow_style else "" for term, gloss in terms.items()}
        return [_scalar(term) + noted[term] for term in terms]
    return [f"{_scalar(term)}: {_scalar(gloss)}".rstrip() for term, gloss in terms.items()]


def _scalar(text: str) -> str:
    """Return a string as YAML reads it back, in quotation marks only where it needs them.

    >>> _scalar("社区食堂"), _scalar("yes"), _scalar("3:2"), _scalar("")
    ('社区食堂', '"yes"', '"3:2"', '')
    """
    try:
        plain = yaml.safe_load(f"- [{text}]\n- {text}: {text}") == [[text], {text: text}]
    except yaml.YAMLError:
        plain = False
    return text if plain or not text else json.dumps(text, ensure_ascii=False)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"
