"""Find the markers of a sentence in one pass.

All literals stand in one regular expression, shaped as a trie, so that there can be many. At each place the longest literal
wins and hides those inside it: 应当看到 is no 应当, 需要明确的是 no 需要. A short literal must be a word: 可能性 is no 可能.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from lundian.rhetoric.connectives import SAME, Connectives, Marker, connectives

_BREAK = frozenset("，,；;：:。！？!?—…\n")
_OPENING = " \t\r\n\u3000“‘「『（(《〈【[\"'"
_CLOSING = "。！？!?…．.；;，,”’」』）)》〉】]\"' \t\r\n\u3000"
_PAUSE = ("，", ",", "：", ":")
_COMMA = re.compile(r"[，,；;：:。！？!?—\n]")
_LONG = 3  # a literal this long is a word wherever it stands; a shorter one must begin and end where terms do


class RoleHit(NamedTuple):
    """What a marker says for a role, and where it stands. turn: it is an adversative that opens the sentence."""

    label: str
    weight: float
    start: int
    end: int
    turn: bool = False


class PairHit(NamedTuple):
    """A contrast pattern and where its two literals stand; of a pattern with one literal, that twice."""

    label: str
    opening: tuple[int, int]
    closing: tuple[int, int]


class Plan(NamedTuple):
    """What a literal means: what it says anywhere, and what depends on its place or on another literal."""

    short: bool
    roles: tuple[tuple[str, float], ...]
    marks: tuple[tuple[str, str], ...]
    placed: tuple[Marker, ...]
    gaps: Mapping[str, list[Marker]]
    opens: bool
    transparent: bool

    @property
    def simple(self) -> bool:
        """Tell whether the literal means the same anywhere and on its own."""
        return not (self.placed or self.gaps or self.opens or self.transparent)


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
        self._simple = {literal: plan.simple for literal, plan in self._plans.items()}

    def scan(self, text: str, edges: AbstractSet[int]) -> "Found":
        """Return what stands in a sentence; `edges` are the offsets at which its terms begin and end."""
        found = Found(text)
        plans, simple = self._plans, self._simple
        for match in self._finditer(text):
            start, end = match.span()
            literal = match.group()
            plan = plans[literal]
            if plan.short and (start not in edges or end not in edges):
                continue
            for label, weight in plan.roles:
                found.roles.append((label, weight, start, end, False))
            for kind, label in plan.marks:
                found.marks.append((start, end, kind, literal, label))
            if not simple[literal]:
                found.place(plan, literal, start, end)
        return found


def _plan(literal: str, table: Connectives) -> Plan:
    markers = table.single.get(literal, ())
    free = [marker for marker in markers if marker.position == "any" and marker.kind != "pair" and marker.label != SAME]
    return Plan(
        short=len(literal) < _LONG,
        roles=tuple((marker.label, marker.weight) for marker in free if marker.kind == "role"),
        marks=tuple((marker.kind, marker.label) for marker in free if marker.kind != "role"),
        placed=tuple(marker for marker in markers if marker not in free),
        gaps=table.gap.get(literal, {}),
        opens=literal in table.openers,
        transparent=any(marker.label == SAME or marker.kind == "enumeration" for marker in markers),
    )


@cache
def scanner() -> Scanner:
    """Return the scanner of the project's connectives."""
    return Scanner(connectives())


class Found:
    """What was found in a sentence: `roles` (as RoleHit), `marks` (start, end, kind, term, label) and `pairs`."""

    __slots__ = ("_begins", "_opened", "marks", "pairs", "roles", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.roles: list[tuple[str, float, int, int, bool]] = []
        self.marks: list[tuple[int, int, str, str, str]] = []
        self.pairs: list[PairHit] = []
        self._opened: dict[str, tuple[int, int]] = {}
        self._begins = 0  # where the sentence begins: behind 另外， or 首先， it begins once more

    def place(self, plan: Plan, literal: str, start: int, end: int) -> None:
        """Add what a literal says by its place or together with another literal."""
        here = (start, end)
        for marker in plan.placed:
            if self._stands(marker.position, start, end):
                self._add(marker, here, here)
        if plan.gaps and self._opened:
            self._close(plan.gaps, here)
        if plan.opens:
            self._opened[literal] = here
        if plan.transparent and self.text[end : end + 1] in _PAUSE and self._opens(0, start):
            self._begins = end + 1

    def _close(self, gaps: Mapping[str, list[Marker]], closing: tuple[int, int]) -> None:
        """Add the patterns that a literal completes, each from the nearest of its openings."""
        nearest: dict[Marker, tuple[int, int]] = {}
        for literal, opening in self._opened.items():
            for marker in gaps.get(literal, ()):
                if opening > nearest.get(marker, (-1, -1)) and self._spans(marker, opening, closing):
                    nearest[marker] = opening
        for marker, opening in nearest.items():
            self._add(marker, opening, closing)

    def _spans(self, marker: Marker, opening: tuple[int, int], closing: tuple[int, int]) -> bool:
        """Tell whether the gap may be what it is, and the whole may stand where it does."""
        if not marker.crosses and _COMMA.search(self.text, opening[1], closing[0]):
            return False
        return self._stands(marker.position, opening[0], closing[1])

    def _add(self, marker: Marker, opening: tuple[int, int], closing: tuple[int, int]) -> None:
        start, end = max(closing, opening, key=_length)
        if marker.kind == "pair":
            self.pairs.append(PairHit(marker.label, opening, closing))
        elif marker.kind == "role":
            turn = opening == closing and marker.position == "sentence" and marker.label == "contrast"
            self.roles.append((marker.label, marker.weight, start, end, turn))
        else:
            self.marks.append((start, end, marker.kind, self.text[start:end], marker.label))

    def _stands(self, position: str, start: int, end: int) -> bool:
        """Tell whether a marker from start to end stands where its position asks."""
        if position == "any":
            return True
        if position == "close":
            return self._closes(end)
        if position == "clause" and start and self.text[start - 1] in _BREAK:
            return True
        opens = self._opens(0, start) or (start >= self._begins > 0 and self._opens(self._begins, start))
        return opens and (position != "whole" or self._closes(end))

    def _opens(self, begins: int, start: int) -> bool:
        return start == begins or (start < begins + 4 and not self.text[begins:start].strip(_OPENING))

    def _closes(self, end: int) -> bool:
        return not self.text[end:].strip(_CLOSING)


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]
