"""Find the markers of a sentence in one pass.

All literals stand in one regular expression, shaped as a trie, so that a character costs the same however many there are.
At each place the longest literal wins and hides those inside it: 重要 is no 要, 可能性 no 可能 when listed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from lundian.rhetoric.connectives import Connectives, Marker, connectives

_BREAK = frozenset("，,；;：:。！？!?—…\n")
_OPENING = " \t\r\n\u3000“‘「『（(《〈【[\"'"
_CLOSING = "。！？!?…．.；;，,”’」』）)》〉】]\"' \t\r\n\u3000"
_COMMA = re.compile(r"[，,；;：:。！？!?—\n]")
_LONG = 3  # a literal this long is its own word; a shorter one must begin and end where terms do


class Hit(NamedTuple):
    """A marker found: where its telling literal stands; for a pattern with a gap also both of its literals."""

    marker: Marker
    start: int
    end: int
    opening: tuple[int, int] | None = None
    closing: tuple[int, int] | None = None


def trie_pattern(literals: Iterable[str]) -> str:
    """Return a regular expression that matches the longest of the literals at a place.

    >>> trie_pattern(["因", "因为", "由于"])
    '(?:因(?:为)?|由于)'
    """
    root: dict = {}
    for literal in sorted(literals):
        node = root
        for character in literal:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict) -> str:
    branches = [re.escape(character) + _branch(child) for character, child in node.items() if character]
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@cache
def scanner() -> Callable[[str, Sequence[str]], list[Hit]]:
    """Return the function that finds the project's connectives in a sentence and its terms."""
    return make_scanner(connectives())


def make_scanner(table: Connectives) -> Callable[[str, Sequence[str]], list[Hit]]:
    """Return a function (sentence, terms) → hits, in the order in which they end."""
    finditer = re.compile(trie_pattern(table.literals)).finditer
    single, gap, openers = table.single, table.gap, table.openers

    def scan(sentence: str, terms: Sequence[str]) -> list[Hit]:
        edges = None
        hits: list[Hit] = []
        opened: dict[str, list[tuple[int, int]]] = {}
        for match in finditer(sentence):
            literal = match.group()
            start, end = match.span()
            if end - start < _LONG:
                if edges is None:
                    edges = {0, *accumulate(map(len, terms))}
                if start not in edges or end not in edges:
                    continue
            for marker in single.get(literal, ()):
                if marker.position == "any" or _stands(marker.position, sentence, start, end):
                    hits.append(Hit(marker, start, end))
            if opened and literal in gap:
                hits += _close_gaps(gap[literal], opened, sentence, start, end)
            if literal in openers:
                opened.setdefault(literal, []).append((start, end))
        return hits

    return scan


def _stands(position: str, sentence: str, start: int, end: int) -> bool:
    """Tell whether a literal from start to end stands where its position asks."""
    if position == "clause":
        return start == 0 or sentence[start - 1] in _BREAK or _opens(sentence, start)
    if position == "close":
        return _closes(sentence, end)
    return _opens(sentence, start) and (position == "sentence" or _closes(sentence, end))


def _opens(sentence: str, start: int) -> bool:
    return start == 0 or not sentence[:start].strip(_OPENING)


def _closes(sentence: str, end: int) -> bool:
    return not sentence[end:].strip(_CLOSING)


def _close_gaps(openings: dict[str, list[Marker]], opened: dict, sentence: str, start: int, end: int) -> list[Hit]:
    """Return the patterns that the closing literal completes, each with its nearest opening."""
    found: dict[Marker, Hit] = {}
    for opening, markers in openings.items():
        for first, after in opened.get(opening, ())[-1:]:
            same_clause = not _COMMA.search(sentence, after, start)
            for marker in markers:
                nearer = marker not in found or found[marker].opening < (first, after)
                if nearer and (marker.crosses or same_clause) and _spans(marker.position, sentence, first, after, end):
                    telling = (start, end) if end - start >= after - first else (first, after)
                    found[marker] = Hit(marker, *telling, (first, after), (start, end))
    return list(found.values())


def _spans(position: str, sentence: str, first: int, after: int, end: int) -> bool:
    """Tell whether a pattern with a gap, from first to end, stands where its position asks."""
    if position == "whole":
        return _opens(sentence, first) and _closes(sentence, end)
    return position == "any" or _stands(position, sentence, first, end if position == "close" else after)
