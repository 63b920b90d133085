"""What was found in a sentence, and what a literal says by its place or together with another literal."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lundian.rhetoric.connectives import Marker

_BREAK = frozenset("，,；;：:。！？!?—…\n")
_OPENING = " \t\r\n\u3000“‘「『（(《〈【[\"'"
_CLOSING = "。！？!?…．.；;，,”’」』）)》〉】]\"' \t\r\n\u3000"
_PAUSE = ("，", ",", "：", ":")
_COMMA = re.compile(r"[，,；;：:。！？!?—\n]")
BEFORE = _BREAK | frozenset(_OPENING)  # what may stand before the first word of a sentence or clause


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

    roles: tuple[tuple[str, float], ...]
    marks: tuple[tuple[str, str], ...]
    placed: tuple[Marker, ...]
    gaps: Mapping[str, list[Marker]]
    opens: bool
    transparent: bool
    simple: bool  # it means the same anywhere and on its own
    opening: bool  # it says something only where a sentence or a clause begins


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

    def add(self, plan: Plan, literal: str, start: int, end: int) -> None:
        """Add what a literal says."""
        for label, weight in plan.roles:
            self.roles.append((label, weight, start, end, False))
        for kind, label in plan.marks:
            self.marks.append((start, end, kind, literal, label))
        if not plan.simple:
            self._place(plan, literal, start, end)

    def _place(self, plan: Plan, literal: str, start: int, end: int) -> None:
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
