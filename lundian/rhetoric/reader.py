"""Read the rhetoric of an article: a role for each sentence, and marks for what the roles rest on."""

from collections.abc import Sequence
from itertools import chain, groupby, islice, pairwise

from lundian.errors import LundianError
from lundian.rhetoric.connectives import connectives
from lundian.rhetoric.found import Found
from lundian.rhetoric.pairs import pairs
from lundian.rhetoric.roles import Decision, decide
from lundian.rhetoric.scan import scanner

Mark = tuple[int, int, int, int, str, str, str]


def read_rhetoric(
    paragraphs: Sequence[Sequence[str]],
    terms: Sequence[Sequence[Sequence[str]]],
    sections: Sequence[int] | None = None,
    articles: Sequence[object] | None = None,
) -> tuple[list[list[str]], list[Mark]]:
    """Read the role of each sentence, and the marks of its rhetoric.

    Parameters
    ----------
    paragraphs : sequence of sequences of str
        The sentences, paragraph by paragraph.
    terms : sequence of sequences of sequences of str
        The terms of each sentence; joined they give the sentence.
    sections : sequence of int, optional
        The number of each paragraph's section; without it each article is one section.
    articles : sequence, optional
        The article of each paragraph, its paragraphs one after the other; without it they are of one article.

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
    sections = _checked(paragraphs, terms, sections)
    every = iter(scanner().scan(list(chain.from_iterable(paragraphs)), list(chain.from_iterable(terms))))
    found = [list(islice(every, len(sentences))) for sentences in paragraphs]
    decisions = [
        decision for own in _of_articles(articles, len(found)) for decision in _decided(found[own], sections[own])
    ]
    marks = [
        (p, s, *mark)
        for p, both in enumerate(zip(found, decisions, strict=True))
        for s, (of, decision) in enumerate(zip(*both, strict=True))
        if of.marks or of.pairs or decision.hit
        for mark in _marks(of, terms[p][s], decision)
    ]
    return [[decision.role for decision in of] for of in decisions], marks


def _of_articles(articles: Sequence[object] | None, n: int) -> list[slice]:
    """Return the paragraphs of each article."""
    if articles is None:
        return [slice(0, n)]
    ends = [0]
    for _, own in groupby(articles):
        ends.append(ends[-1] + sum(1 for _ in own))
    return [slice(a, b) for a, b in pairwise(ends)]


def _decided(found: Sequence[Sequence[Found]], sections: Sequence[int]) -> list[list[Decision]]:
    return decide([[of.roles for of in sentences] for sentences in found], sections, connectives())


def _checked(paragraphs: Sequence, terms: Sequence, sections: Sequence[int] | None) -> Sequence[int]:
    """Return the sections, or say what doesn't fit the paragraphs."""
    sections = [0] * len(paragraphs) if sections is None else sections
    for name, given in (("terms", terms), ("sections", sections)):
        if len(given) != len(paragraphs):
            msg = f"There are {len(paragraphs)} paragraphs and {name} of {len(given)}; give each paragraph its own."
            raise LundianError(msg)
    for number, (sentences, cut) in enumerate(zip(paragraphs, terms, strict=True)):
        if len(sentences) != len(cut):
            msg = f"Paragraph {number} has {len(sentences)} sentences and terms of {len(cut)}; cut each sentence into terms."
            raise LundianError(msg)
    return sections


def _marks(found: Found, terms: Sequence[str], decision: Decision) -> list[tuple[int, int, str, str, str]]:
    marks = [
        (a, b, "role", t, f"enumeration:{e}") if k == "enumeration" else (a, b, k, t, e)
        for a, b, k, t, e in found.marks
    ]
    if hit := decision.hit:
        _, _, start, end, _ = hit
        marks.append((start, end, "role", found.text[start:end], decision.role))
    if found.pairs:
        for number, (label, *sides) in enumerate(pairs(found.pairs, terms), 1):
            marks += [
                (at.start, at.end, "pair", at.text, f"{label}:{number}:{side}")
                for side, at in zip("ab", sides, strict=True)
            ]
    return sorted(marks) if len(marks) > 1 else marks
