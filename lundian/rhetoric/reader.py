"""Read the rhetoric of an article: a role for each sentence, and marks for what the roles rest on."""

from collections.abc import Iterator, Sequence

from lundian.errors import LundianError
from lundian.rhetoric.connectives import UNMARKED, connectives
from lundian.rhetoric.pairs import pairs
from lundian.rhetoric.roles import Decision, decide
from lundian.rhetoric.scan import Hit, scanner
from lundian.schema import MAX_TERM

Mark = tuple[int, int, int, int, str, str, str]


def read_rhetoric(
    paragraphs: Sequence[Sequence[str]], terms: Sequence[Sequence[Sequence[str]]], sections: Sequence[int] | None = None
) -> tuple[list[list[str]], list[Mark]]:
    """Read the role of each sentence of one article, and the marks of its rhetoric.

    Parameters
    ----------
    paragraphs : sequence of sequences of str
        The sentences, paragraph by paragraph.
    terms : sequence of sequences of sequences of str
        The terms of each sentence; joined they give the sentence.
    sections : sequence of int, optional
        The number of each paragraph's section; without it the article is one section.

    Returns
    -------
    roles : list of lists of str
        A role of `lundian.rhetoric.connectives.ROLES` for each sentence, or "unmarked" where nothing speaks for one.
    marks : list of tuples
        (paragraph, sentence, start, end, kind, term, label), all numbers from 0, sorted; term is sentence[start:end].
        kind "role": the marker that decided, label the role; no mark where only the sentence's place decided. Also of
        kind "role", with label "enumeration:1" … "enumeration:last": 首先, 其次, 最后. kind "hedge" and "booster": label is
        the class. kind "pair": one mark a side, label "pattern:number:side", as "not_a_but_b:1:a"; the term is the head.

    Raises
    ------
    LundianError
        The terms or the sections don't fit the paragraphs.

    Notes
    -----
    A role is the one with the greatest sum of weights (data/lexicons/connectives.csv); see `lundian.rhetoric.roles`.

    Examples
    --------
    >>> roles, marks = read_rhetoric([["然而，雨停了。"]], [[["然而", "，", "雨", "停", "了", "。"]]])
    >>> roles, marks
    ([['contrast']], [(0, 0, 0, 2, 'role', '然而', 'contrast')])
    """
    _check(paragraphs, terms, sections)
    scan = scanner()
    hits = [[scan(s, t) for s, t in zip(*both, strict=True)] for both in zip(paragraphs, terms, strict=True)]
    decisions = decide(hits, sections if sections is not None else [0] * len(paragraphs), connectives())
    marks = [
        (p, s, *mark)
        for p, (of_hits, of_decisions) in enumerate(zip(hits, decisions, strict=True))
        for s, (found, decision) in enumerate(zip(of_hits, of_decisions, strict=True))
        if found
        for mark in _marks(paragraphs[p][s], terms[p][s], found, decision)
    ]
    return [[decision.role for decision in of] for of in decisions], marks


def _check(paragraphs: Sequence, terms: Sequence, sections: Sequence[int] | None) -> None:
    for name, given in (("terms", terms), ("sections", sections)):
        if given is not None and len(given) != len(paragraphs):
            msg = f"There are {len(paragraphs)} paragraphs and {name} of {len(given)}; give each paragraph its own."
            raise LundianError(msg)
    for number, (sentences, of) in enumerate(zip(paragraphs, terms, strict=True)):
        if len(sentences) != len(of) or any(sum(map(len, t)) != len(s) for s, t in zip(sentences, of, strict=True)):
            raise LundianError(f"The terms of paragraph {number} don't join to its sentences; cut these sentences anew.")


def _marks(sentence: str, terms: Sequence[str], hits: Sequence[Hit], decision: Decision) -> list[tuple]:
    found = {*_simple(sentence, hits)}
    if decision.hit and decision.role != UNMARKED:
        found.add(_mark(sentence, decision.hit, "role", decision.role))
    if any(hit.marker.kind == "pair" for hit in hits):
        for number, (label, *sides) in enumerate(pairs(hits, terms), 1):
            for name, side in zip("ab", sides, strict=True):
                found.add((side.start, side.end, "pair", side.text, f"{label}:{number}:{name}"))
    return sorted(found)


def _simple(sentence: str, hits: Sequence[Hit]) -> Iterator[tuple]:
    """Yield the marks that each stand for one hit: hedges, boosters and enumerations."""
    for hit in hits:
        kind, label = hit.marker.kind, hit.marker.label
        if kind in ("hedge", "booster"):
            yield _mark(sentence, hit, kind, label)
        elif kind == "enumeration":
            yield _mark(sentence, hit, "role", f"enumeration:{label}")


def _mark(sentence: str, hit: Hit, kind: str, label: str) -> tuple:
    end = min(hit.end, hit.start + MAX_TERM)
    return hit.start, end, kind, sentence[hit.start : end], label
