"""Find the markers of sentences in one pass.

All literals stand in one regular expression, shaped as a trie, so that there can be many. At each place the longest literal
wins and hides those inside it: 应当看到 is no 应当, 需要明确的是 no 需要. A short literal must be a word: 可能性 is no 可能.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

import numpy as np

from lundian.errors import LundianError
from lundian.rhetoric.connectives import SAME, Connectives, connectives
from lundian.rhetoric.found import BEFORE, Found, Plan

_OPENS = ("sentence", "clause", "whole")
_BETWEEN = "\n"  # between sentences: no literal has it
_LONG = 3  # a literal this long is a word wherever it stands; a shorter one must begin and end where terms do


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


class Scanner:
    """Finds the connectives of a table in sentences."""

    def __init__(self, table: Connectives) -> None:
        self._finditer = re.compile(trie_pattern(table.literals)).finditer
        self._plans = {literal: _plan(literal, table) for literal in table.literals}

    def scan(self, texts: Sequence[str], terms: Sequence[Sequence[str]]) -> list[Found]:
        """Return what stands in each sentence; a short literal counts where terms begin and end with it."""
        found = [Found(text) for text in texts]
        joined = _BETWEEN.join(texts)
        first = np.cumsum([0, *(len(text) + 1 for text in texts)])
        start, end = self._spans(joined, _edges(first, terms))
        sentence = np.searchsorted(first, start, side="right") - 1
        opens = [at == 0 or joined[at - 1] in BEFORE for at in start.tolist()]
        place = zip(
            sentence.tolist(), (start - first[sentence]).tolist(), (end - first[sentence]).tolist(), strict=True
        )
        for (number, a, b), may_open in zip(place, opens, strict=True):
            literal = texts[number][a:b]
            plan = self._plans[literal]
            if may_open or not plan.opening:
                found[number].add(plan, literal, a, b)
        return found

    def _spans(self, joined: str, edges: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where the literals stand."""
        spans = [match.span() for match in self._finditer(joined)]
        start, end = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        kept = (end - start >= _LONG) | (edges[start] & edges[end])
        return start[kept], end[kept]


def _edges(first: np.ndarray, terms: Sequence[Sequence[str]]) -> np.ndarray:
    """Return at which characters of the joined sentences, each beginning at `first`, a term begins or ends."""
    sizes = np.fromiter(map(len, terms), np.int64, len(terms))
    ends = np.cumsum([0, *map(len, chain.from_iterable(terms))])
    bad = np.diff(ends[np.cumsum([0, *sizes])]) != np.diff(first) - 1
    if bad.any():
        raise LundianError(f"The terms {'|'.join(terms[bad.argmax()])[:30]} don't join to their sentence; cut it anew.")
    edges = np.zeros(first[-1] + 1, dtype=bool)
    edges[first] = True
    edges[ends[1:] + np.repeat(np.arange(len(terms)), sizes)] = True
    return edges


def _plan(literal: str, table: Connectives) -> Plan:
    markers = table.single.get(literal, ())
    free = [marker for marker in markers if marker.position == "any" and marker.kind != "pair" and marker.label != SAME]
    placed = tuple(marker for marker in markers if marker not in free)
    gaps, opens = table.gap.get(literal, {}), literal in table.openers
    transparent = any(marker.label == SAME or marker.kind == "enumeration" for marker in markers)
    alone = not (gaps or opens or transparent)
    return Plan(
        roles=tuple((marker.label, marker.weight) for marker in free if marker.kind == "role"),
        marks=tuple((marker.kind, marker.label) for marker in free if marker.kind != "role"),
        placed=placed,
        gaps=gaps,
        opens=opens,
        transparent=transparent,
        simple=alone and not placed,
        opening=alone and not free and all(marker.position in _OPENS for marker in placed),
    )


@cache
def scanner() -> Scanner:
    """Return the scanner of the project's connectives."""
    return Scanner(connectives())
