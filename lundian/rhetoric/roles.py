"""The rhetorical role of each sentence: the weights of its markers are summed for each role, and the greatest sum decides.

The relations are those of rhetorical structure theory (Mann and Thompson 1988) and of the Penn Discourse Treebank's
connectives (Prasad et al. 2008), read at the level of the sentence: what a sentence does in the argument is told by its
connective, by where it stands, and by its neighbours. Three rules look beyond the sentence:

- place: the first sentences of an article or section lead in, the first of a paragraph states, the last concludes;
- a sentence before a turn (然而, 但是 …) concedes, also over a reason given in between;
- an additive connective (另外, 此外 …) continues the role of the sentence before it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from lundian.rhetoric.connectives import ROLES, SAME, UNMARKED, Connectives
from lundian.rhetoric.found import RoleHit

ENOUGH = 1.0  # a sum that speaks for a role at all; less is no evidence
_RANK = {role: -number for number, role in enumerate(ROLES)}


class Case(NamedTuple):
    """What speaks for a role in a sentence: its heaviest marker, the next one's weight, and what its place adds.

    More markers of the same role add nothing: many weak ones don't outvote a connective.
    """

    hit: RoleHit | None = None
    second: float = 0.0
    place: float = 0.0

    @property
    def sum(self) -> float:
        """What speaks for the role altogether."""
        return (self.hit[1] if self.hit else 0.0) + self.second + self.place


class Decision(NamedTuple):
    """A sentence's role, and the case for each role that something speaks for."""

    role: str
    cases: dict[str, Case]

    @property
    def hit(self) -> RoleHit | None:
        """The marker that decided; None where only the sentence's place speaks."""
        return self.cases[self.role].hit if self.role in self.cases else None


def decide(
    paragraphs: Sequence[Sequence[Sequence[RoleHit]]], sections: Sequence[int], table: Connectives
) -> list[list[Decision]]:
    """Return a decision for each sentence of an article.

    Parameters
    ----------
    paragraphs
        What the markers of each sentence say, paragraph by paragraph.
    sections
        The number of each paragraph's section.
    table
        The connectives, for what a place adds.
    """
    places = _places([len(sentences) for sentences in paragraphs], sections)
    # Sentences without any marker are many, and of few kinds.
    silent = cache(lambda *at: _greatest(_placed({}, at, table)))
    return [
        _concede(_forward(sentences, of, table, silent), table)
        for sentences, of in zip(paragraphs, places, strict=True)
    ]


def _places(sizes: Sequence[int], sections: Sequence[int]) -> list[list[list[str]]]:
    """Return the places that each sentence holds."""
    places: list[list[list[str]]] = [[[] for _ in range(size)] for size in sizes]
    filled = [(places[i], sections[i]) for i, size in enumerate(sizes) if size]
    for sentences, _ in filled:
        sentences[0].append("first_of_paragraph")
        sentences[-1].append("last_of_paragraph")
    for (_, before), (sentences, section) in pairwise(filled):
        if section != before:
            sentences[0].append("first_of_section")
    if filled:
        filled[0][0][0].append("first_of_article")
        filled[-1][0][-1].append("last_of_article")
    return places


def _forward(
    sentences: Sequence[Sequence[RoleHit]],
    places: Sequence[Sequence[str]],
    table: Connectives,
    silent: Callable[..., Decision],
) -> list[Decision]:
    """Decide each sentence on its own markers and place, and on the role before it where it continues that."""
    decisions: list[Decision] = []
    before = UNMARKED
    for hits, at in zip(sentences, places, strict=True):
        decisions.append(_greatest(_placed(_heard(hits, before), at, table)) if hits else silent(*at))
        before = decisions[-1].role
    return decisions


def _heard(hits: Sequence[RoleHit], before: str) -> dict[str, Case]:
    """Return the case for each role that markers speak for; one literal counts once a role."""
    cases: dict[str, Case] = {}
    for hit in hits:
        role, weight, _, end, _ = hit
        if role == SAME:
            if before in (UNMARKED, "question"):
                continue
            role = before
        case = cases.get(role)
        if case is None:
            cases[role] = Case(hit)
        elif weight > case.hit[1]:
            cases[role] = Case(hit, case.second if end == case.hit[3] else case.hit[1])
        elif weight > case.second and end != case.hit[3]:
            cases[role] = Case(case.hit, weight)
    return cases


def _placed(cases: dict[str, Case], places: Sequence[str], table: Connectives) -> dict[str, Case]:
    """Return the cases with what the sentence's places add."""
    cases = dict(cases)
    for place in places:
        for role, weight in table.places.get(place, ()):
            case = cases.get(role, Case())
            cases[role] = case._replace(place=case.place + weight)
    return cases


def _greatest(cases: dict[str, Case]) -> Decision:
    """Decide for the greatest sum; in a tie for the heavier marker, then for the role that stands first in ROLES."""
    best, role = (ENOUGH,), UNMARKED
    for name, case in cases.items():
        if (total := case.sum) >= best[0]:
            rank = total, case.hit[1] if case.hit else 0.0, _RANK[name]
            if role == UNMARKED or rank > best:
                best, role = rank, name
    return Decision(role, cases)


def _concede(decisions: list[Decision], table: Connectives) -> list[Decision]:
    """Go back through a paragraph and let what stands before a turn concede, also over a reason in between."""
    turn_ahead = False
    for number in reversed(range(len(decisions))):
        decision = decisions[number]
        if turn_ahead:
            decision = decisions[number] = _greatest(_placed(decision.cases, ["before_turn"], table))
        hit = decision.hit
        turn_ahead = (hit is not None and hit[4] and decision.role == "contrast") or (
            turn_ahead and decision.role == "reason"
        )
    return decisions
