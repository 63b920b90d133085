"""What a sentence sets against what: the two heads of each contrast that its form gives away."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from lundian.rhetoric import heads
from lundian.rhetoric.found import PairHit
from lundian.rhetoric.heads import Term

Pair = tuple[Term, Term] | None

_NOT_A_PLACE = frozenset(("来看", "来说", "看", "出发", "而言", "来讲", "说起", "看来"))


def placed(terms: Sequence[str]) -> list[Term]:
    """Return the terms with their places in the sentence."""
    ends = list(accumulate(map(len, terms)))
    return [Term(term, end - len(term), end) for term, end in zip(terms, ends, strict=True)]


def pairs(hits: Sequence[PairHit], terms: Sequence[str]) -> list[tuple[str, Term, Term]]:
    """Return (pattern, A, B) for each contrast of a sentence, in order; A is what is left or refused, B what is turned to."""
    at = placed(terms)
    found, spans = [], set()
    for hit in hits:
        if hit.opening not in spans and (pair := _READERS[hit.label](hit, at)):
            spans.add(hit.opening)
            found.append((hit.opening[0], hit.label, *pair))
    return [(label, a, b) for _, label, a, b in sorted(found)]


def _between(hit: PairHit, terms: Sequence[Term]) -> list[Term]:
    """Return the terms between the opening and the closing literal."""
    return [term for term in terms if term.start >= hit.opening[1] and term.end <= hit.closing[0]]


def _behind(hit: PairHit, terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if term.start >= hit.closing[1]]


def _two_sides(hit: PairHit, terms: Sequence[Term]) -> Pair:
    """Read 不是 A，而是 B and 与其 A，不如 B: each side ends in its head."""
    return heads.told_apart(heads.last_clause(_between(hit, terms)), heads.first_clause(_behind(hit, terms)))


def _refused_last(hit: PairHit, terms: Sequence[Term]) -> Pair:
    """Read 是 B，而不是 A."""
    before = [term for term in terms if term.end <= hit.opening[0]]
    return heads.told_apart(heads.before_purpose(heads.first_clause(_behind(hit, terms))), heads.last_clause(before))


def _from_to(hit: PairHit, terms: Sequence[Term]) -> Pair:
    """Read 从 A 到 B. B holds as many 的 as A: in 从城市到乡村的路, 路 is on neither side."""
    a, b = heads.noun_phrase(_between(hit, terms)), heads.first_clause(_behind(hit, terms))
    if not a or any(term.text in _NOT_A_PLACE for term in _between(hit, terms)):
        return None
    particles = [number for number, term in enumerate(b) if term.text == "的"]
    allowed = sum(term.text == "的" for term in a)
    if len(particles) > allowed and heads.is_nominal(shorter := b[: particles[allowed]]):
        b = shorter
    return heads.told_apart(a, b)


def _subjects(hit: PairHit, terms: Sequence[Term]) -> Pair:
    """Read 同 A 不同，B … and 相对于 A，B …: A opens its phrase, B the clause behind the comma."""
    first = _between(hit, terms) if hit.opening != hit.closing else heads.first_clause(_behind(hit, terms))
    rest = [term for term in terms if first and term.start >= first[-1].end and term.start >= hit.closing[0]]
    comma = next((number for number, term in enumerate(rest) if term.text[:1] in heads.COMMAS), None)
    if comma is None:
        return None
    a, b = heads.first_head(first), heads.first_head(rest[comma + 1 :])
    return (a, b) if a and b and a.text != b.text else None


_READERS: dict[str, Callable[[PairHit, Sequence[Term]], Pair]] = {
    "not_a_but_b": _two_sides,
    "rather_b_than_a": _two_sides,
    "b_not_a": _refused_last,
    "from_a_to_b": _from_to,
    "unlike_a_b": _subjects,
    "relative_to_a_b": _subjects,
}
