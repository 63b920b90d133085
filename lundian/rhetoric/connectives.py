"""The connectives: data/lexicons/connectives.csv, read once and indexed by the literals that a text is searched for.

A pattern is one literal, or two with a gap between them: `…` is a gap inside one clause, `……` one that may cross commas;
`/` separates alternatives of a literal. The file's other columns are described in `Marker`.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError
from lundian.schema import MAX_TERM

ROLES = (
    "background",
    "definition",
    "claim",
    "reason",
    "evidence",
    "contrast",
    "concession",
    "conclusion",
    "recommendation",
    "question",
)
UNMARKED = "unmarked"
SAME = "same"  # label of an additive connective: the sentence continues its predecessor's role

POSITIONS = ("sentence", "clause", "any", "close", "whole")
PLACES = (
    "first_of_article",
    "first_of_section",
    "first_of_paragraph",
    "last_of_paragraph",
    "last_of_article",
    "before_turn",
)
PATTERNS = ("not_a_but_b", "b_not_a", "from_a_to_b", "rather_b_than_a", "unlike_a_b", "relative_to_a_b")
TWO_LITERALS = frozenset(("not_a_but_b", "from_a_to_b", "rather_b_than_a"))
HEDGES = ("possibility", "approximation", "appearance", "attribution")
BOOSTERS = ("certainty", "universality", "emphasis")

LABELS = {
    "role": (*ROLES, SAME),
    "position": ROLES,
    "hedge": HEDGES,
    "booster": BOOSTERS,
    "enumeration": ("1", "2", "3", "4", "5", "last"),
    "pair": PATTERNS,
}
COLUMNS = ("kind", "label", "pattern", "position", "weight", "gloss", "note")


@dataclass(frozen=True, eq=False)
class Marker:
    """One row of connectives.csv.

    kind is role, position, hedge, booster, enumeration or pair; label the role, class, ordinal or pair pattern. position
    says where the pattern counts: `sentence` (it opens one), `clause` (it opens one), `any`, `close` (it ends the
    sentence), `whole` (it opens and ends it); for kind position it names the place itself. weight is what the pattern
    adds to its role's sum: 7 and more decide alone, 1 leans. gloss is the English meaning, note a remark.
    """

    kind: str
    label: str
    pattern: str
    position: str
    weight: float
    gloss: str = ""
    note: str = ""

    @cached_property
    def crosses(self) -> bool:
        """Tell whether the gap may cross a comma."""
        return "……" in self.pattern

    @property
    def pieces(self) -> list[list[str]]:
        """Return the alternatives of the one literal, or of the two on either side of the gap."""
        return [piece.split("/") for piece in self.pattern.split("……" if self.crosses else "…")]


@dataclass(frozen=True)
class Connectives:
    """The markers, ready to search with.

    `single` maps a literal to its markers; `gap` maps a closing literal to {opening literal: markers}; `openers` holds
    the opening literals; `places` maps a place to [(role, weight)]; `transparent` holds the additive and counting
    literals, behind which a sentence begins once more.
    """

    markers: tuple[Marker, ...]
    single: dict[str, list[Marker]] = field(default_factory=dict)
    gap: dict[str, dict[str, list[Marker]]] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    places: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    transparent: frozenset[str] = frozenset()

    @property
    def literals(self) -> list[str]:
        """Return every literal that a text is searched for, sorted."""
        return sorted({*self.single, *self.gap, *self.openers})


@cache
def connectives() -> Connectives:
    """Return the project's connectives, read at the first call.

    >>> "然而" in connectives().single
    True
    """
    return read_connectives(paths.lexicons("connectives.csv"))


def read_connectives(path: str | Path) -> Connectives:
    """Read a file of connectives (CSV, UTF-8, columns kind, label, pattern, position, weight, gloss, note).

    Lines that begin with # are remarks.

    Raises
    ------
    LundianError
        The file is missing or is not such a table, or a row holds a kind, label, position, weight or pattern that can't be.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LundianError(f"The connectives {path.name} can't be read as UTF-8 text; put the file back.") from error
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        raise LundianError(f"{path.name} has no column {missing[0]}; its columns are {', '.join(COLUMNS)}.")
    return index(_marker(row, f"{path.name}, row {number}") for number, row in enumerate(rows, 1))


def _marker(row: dict[str, str], place: str) -> Marker:
    """Return the row as a Marker, or say what is wrong with it."""
    positions = PLACES if row["kind"] == "position" else POSITIONS
    _one_of(row["kind"], tuple(LABELS), "kind", place)
    _one_of(row["label"], LABELS[row["kind"]], "label", place)
    _one_of(row["position"], positions, "position", place)
    try:
        weight = float(row["weight"])
    except (TypeError, ValueError):
        raise LundianError(f"{place}: weight is {row['weight']!r}; it must be a number.") from None
    marker = Marker(**{**{name: row[name] or "" for name in COLUMNS}, "weight": weight})
    return marker if marker.kind == "position" else _searchable(marker, place)


def _searchable(marker: Marker, place: str) -> Marker:
    """Return the marker if its pattern can be searched for, and read as its kind is."""
    shown = f"{place}: pattern {marker.pattern!r}"
    literals = [literal for piece in marker.pieces for literal in piece]
    if len(marker.pieces) > 2 or not all(map(str.strip, literals)):
        raise LundianError(f"{shown} must be one literal, or two with … or …… between them.")
    if long := [literal for literal in literals if len(literal) > MAX_TERM]:
        raise LundianError(f"{shown} holds {long[0]!r}; a literal has at most {MAX_TERM} characters.")
    if marker.label in TWO_LITERALS and len(marker.pieces) == 1:
        raise LundianError(f"{shown} needs two literals with … or …… between them, to be a {marker.label}.")
    return marker


def _one_of(value: str, known: tuple[str, ...], column: str, place: str) -> None:
    if value not in known:
        raise LundianError(f"{place}: {column} is {value!r}; it must be one of {', '.join(known)}.")


def index(markers) -> Connectives:
    """Return the markers with their indexes."""
    markers = tuple(markers)
    single, gap, places = defaultdict(list), defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for marker in markers:
        if marker.kind == "position":
            places[marker.position].append((marker.label, marker.weight))
        elif len(marker.pieces) == 1:
            for literal in marker.pieces[0]:
                single[literal].append(marker)
        else:
            for closing in marker.pieces[1]:
                for opening in marker.pieces[0]:
                    gap[closing][opening].append(marker)
    openers = frozenset(opening for openings in gap.values() for opening in openings)
    gaps = {closing: dict(openings) for closing, openings in gap.items()}
    transparent = frozenset(
        x for x, of in single.items() if any(m.label == SAME or m.kind == "enumeration" for m in of)
    )
    return Connectives(markers, dict(single), gaps, openers, dict(places), transparent)
