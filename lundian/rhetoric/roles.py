"""The rhetorical role of each sentence: a sum of weights for each role, and the greatest sum decides.

The relations are those of rhetorical structure theory (Mann and Thompson 1988) and of the Penn Discourse Treebank's
connectives (Prasad et al. 2008), read at the level of the sentence: what a sentence does in the argument is told by its
connective, by where it stands, and by its neighbours. Three rules look beyond the sentence:

- place: the first sentences of an article or section lead in, the first of a paragraph states, the last concludes;
- a sentence before a turn (然而, 但是 …) concedes, also over a reason given in between;
- an additive connective (另外, 此外 …) continues the role of the sentence before it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lundian.rhetoric.connectives import ROLES, SAME, UNMARKED, Connectives
from lundian.rhetoric.scan import Hit


class Decision(NamedTuple):
    """A sentence's role, the hit that weighs most in it (None where only its place speaks), and all roles' sums."""

    role: str
    hit: Hit | None
    sums: dict[str, float]


def decide(paragraphs: Sequence[Sequence[Sequence[Hit]]], sections: Sequence[int], table: Connectives) -> list[list[Decision]]:
    """Return a decision for each sentence of an article.

    Parameters
    ----------
    paragraphs
        The hits of each sentence, paragraph by paragraph.
    sections
        The number of each paragraph's section.
    table
        The connectives, for what a place adds.
    """
    places = _places([len(sentences) for sentences in paragraphs], sections)
    return [
        _concede(_forward(sentences, of, table), table) for sentences, of in zip(paragraphs, places, strict=True)
    ]


def _places(sizes: Sequence[int], sections: Sequence[int]) -> list[list[set[str]]]:
    """Return the places that each sentence holds."""
    places: list[list[set[str]]] = [[set() for _ in range(size)] for size in sizes]
    filled = [(places[i], sections[i]) for i, size in enumerate(sizes) if size]
    for sentences, _ in filled:
        sentences[0].add("first_of_paragraph")
        sentences[-1].add("last_of_paragraph")
    for (_, before), (sentences, section) in pairwise(filled):
        if section != before:
            sentences[0].add("first_of_section")
    if filled:
        filled[0][0][0].add("first_of_article")
        filled[-1][0][-1].add("last_of_article")
    return places


def _forward(sentences: Sequence[Sequence[Hit]], places: Sequence[set[str]], table: Connectives) -> list[Decision]:
    decisions: list[Decision] = []
    for hits, at in zip(sentences, places, strict=True):
        sums = dict.fromkeys(ROLES, 0.0)
        for place in sorted(at):
            for role, weight in table.places.get(place, ()):
                sums[role] += weight
        before = decisions[-1].role if decisions else None
        decisions.append(_choose(sums, [*_role_hits(hits, before)]))
    return decisions


def _role_hits(hits: Sequence[Hit], before: str | None) -> Iterator[tuple[str, Hit]]:
    """Yield the role that each hit speaks for; an additive connective speaks for the role of the sentence before."""
    for hit in hits:
        if hit.marker.kind == "role":
            role = before if hit.marker.label == SAME else hit.marker.label
            if role in ROLES and not (role == "question" and hit.marker.label == SAME):
                yield role, hit


def _choose(sums: dict[str, float], found: Sequence[tuple[str, Hit]]) -> Decision:
    """Add the hits to the sums; the greatest decides, in a tie the role of the heaviest marker, then the first in ROLES."""
    heaviest: dict[str, Hit] = {}
    for role, hit in found:
        sums[role] += hit.marker.weight
        if role not in heaviest or hit.marker.weight > heaviest[role].marker.weight:
            heaviest[role] = hit
    strength = lambda role: (sums[role], heaviest[role].marker.weight if role in heaviest else 0)
    role = max(ROLES, key=strength)
    return Decision(role, heaviest.get(role), sums) if sums[role] > 0 else Decision(UNMARKED, None, sums)


def _concede(decisions: list[Decision], table: Connectives) -> list[Decision]:
    """Go back through a paragraph and let what stands before a turn concede."""
    turn_ahead = False
    for number in reversed(range(len(decisions))):
        decision = decisions[number]
        if turn_ahead:
            decision = decisions[number] = _before_turn(decision, table)
        turn_ahead = _turns(decision) or (turn_ahead and decision.role == "reason")
    return decisions


def _before_turn(decision: Decision, table: Connectives) -> Decision:
    sums = dict(decision.sums)
    for role, weight in table.places.get("before_turn", ()):
        sums[role] += weight
    role = max(ROLES, key=sums.__getitem__)
    if sums[role] <= sums.get(decision.role, 0.0):
        return decision._replace(sums=sums)
    return Decision(role, None, sums)


def _turns(decision: Decision) -> bool:
    """Tell whether a sentence opens with an adversative connective: 然而, not 与…不同, which only compares."""
    hit = decision.hit
    return decision.role == "contrast" and hit is not None and hit.opening is None and hit.marker.position == "sentence"
