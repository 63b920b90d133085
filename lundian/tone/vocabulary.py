"""Everything the scorer knows of a term, under one number: its polarity, and what it does to the words around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.lexicon_files import read_rows

CLAUSE_ENDS = frozenset("，；。！？：,;!?…—\n")
QUESTIONS = frozenset("？?")
# Heads that turn or count what follows them: such a token does not take its end's tone (不明智 is not 明智).
NO_COMPOUND = frozenset("不非无没未毫别反抗耐防零低昧一二两三四五六七八九十百千万几")
# What makes a word of the two characters before it: 消费力 is no 费力, 差异化 no 异化.
DEGREE_FIRST = frozenset("很太更挺")  # 太差 is 差
NEGATIVE = frozenset("不没无未")  # a term that begins so is a denial as it stands: 没有未来
A_NOT_A = frozenset("不没")  # 值不值得 asks
SUFFIXES = frozenset("性期家员化力率品者度")
# What a marker says of the clause or the sentence that it stands in; data/lexicons/README.md explains each.
MARKERS = (
    "if", "then", "maybe", "must", "but", "although", "not_a", "but_b", "seeming", "so_called", "unlike", "with", "rhetorical",
    "denied", "from", "to", "lends", "name", "clause", "ask", "passive", "wh", "of", "is", "excess", "always_bad", "adverb",
    "becomes", "not_so", "pause", "list", "only",
)  # fmt: skip
MOST_TOKENS = 1_000_000  # tokens remembered, a bound on memory for collections without end
TAKES = ("subject", "object", "either")


@dataclass(frozen=True)
class Entry:
    """What the scorer knows of one term; a zero says nothing."""

    tone: float = 0.0  # polarity, -2…2
    negates: int = 0  # a negator: the tokens behind it that it reaches
    degree: float = 0.0  # factor on what follows
    direction: int = 0  # a verb: 1 more of its noun, -1 less of it
    takes: int = -1  # which noun: the number of a word of TAKES
    reverses: bool = False  # a verb of the rule "reversed", not "direction"
    valence: int = 0  # a noun: 1 more of it is good, -1 more of it is bad
    markers: tuple[str, ...] = ()


class Vocabulary:
    """Numbered entries, and what is known of each token met so far.

    Attributes
    ----------
    terms : dict of str to int
        Term → number of its entry; 0 is the entry of what says nothing.
    prefixes : dict of str to int
        What longer terms begin with, numbered from 1.
    tone, negates, degree, direction, takes, reverses, valence : array
        The fields of `Entry`, by number.
    negative : array of bool
        Which terms are a denial themselves, by number.
    marker : dict of str to array of bool
        Which entries have a marker, by number.
    """

    def __init__(self, known: Mapping[str, dict]):
        self.terms = {term: number for number, term in enumerate(sorted(known), start=1)}
        self.prefixes = {
            p: n for n, p in enumerate(sorted({t[:end] for t in known for end in range(1, len(t))}), start=1)
        }
        self._follows = np.zeros(1 << 20, dtype=bool)
        steps = {(self.prefixes[t[:end]], ord(t[end])) for t in known for end in range(1, len(t))}
        self._follows[_place(*np.array(sorted(steps)).reshape(-1, 2).T)] = True
        entries = [Entry(), *(Entry(**known[term]) for term in self.terms)]
        for name in ("tone", "negates", "degree", "direction", "takes", "reverses", "valence"):
            setattr(self, name, np.array([getattr(entry, name) for entry in entries]))
        self.marker = {name: np.array([name in entry.markers for entry in entries]) for name in MARKERS}
        self.negative = np.array([False, *(term[0] in NEGATIVE for term in self.terms)])
        self._tokens = _Tokens(self)

    def read(self, tokens: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return of each token: its entry, its length, and whether a longer term may begin with it and go on with the next.

        The third is right about every term there is, and wrong now and then where there is none (two letters share a place).
        """
        if len(self._tokens) > MOST_TOKENS:
            self._tokens = _Tokens(self)
        places = np.fromiter(map(self._tokens.__getitem__, tokens), dtype=np.int32, count=len(tokens))
        number, length, prefix, letter = np.array(self._tokens.facts, dtype=np.int32).reshape(-1, 4).T
        prefix, letter = prefix[places], letter[places]
        begins = prefix > 0
        begins[:-1] &= self._follows[_place(prefix[:-1], letter[1:])]
        begins[-1:] = False
        return number[places], length[places], begins

    def number(self, token: str) -> int:
        """Return the entry of a token, of the noun that a longer word ends with (流量红利 is a 红利), or 0."""
        asks = token[1:2] in A_NOT_A and token[:1] == token[2:3]
        if token in self.terms or asks or token[:1] in NO_COMPOUND or (len(token) == 3 and token[2] in SUFFIXES):
            return self.terms.get(token, 0)
        shortest = 1 if token[:1] in DEGREE_FIRST else 2
        ends = (self.terms.get(token[start:], 0) for start in range(1, len(token) - shortest + 1))
        return next((number for number in ends if self.tone[number] or self.valence[number]), 0)


class _Tokens(dict):
    """Token → its place in `facts` (entry, length, number as a prefix, first letter), found out when it is first met."""

    def __init__(self, vocabulary: Vocabulary):
        super().__init__()
        self._of = vocabulary
        self.facts: list[tuple[int, int, int, int]] = []

    def __missing__(self, token: str) -> int:
        self[token] = place = len(self.facts)
        self.facts.append(
            (self._of.number(token), len(token), self._of.prefixes.get(token, 0), ord(token[0]) if token else 0)
        )
        return place


def _place(prefix: np.ndarray, letter: np.ndarray) -> np.ndarray:
    """Return the place in a table of 2²⁰ for a prefix and the letter behind it."""
    return (prefix * 40503 + letter * 7) & ((1 << 20) - 1)


def compile_vocabulary(tone: Mapping[str, float]) -> Vocabulary:
    """Return the vocabulary of a lexicon together with the words that work on it.

    >>> words = compile_vocabulary({"困局": -1.0})
    >>> float(words.tone[words.number("困局")]), words.number("椅子")
    (-1.0, 0)
    """
    known: dict[str, dict] = {term: {"tone": value} for term, value in tone.items()}
    for term, also in _operators():
        entry = known.setdefault(term, {})
        entry |= also | {"markers": entry.get("markers", ()) + also.get("markers", ())}
    return Vocabulary(known)


def _operators() -> list[tuple[str, dict]]:
    """Return what the words of grammar do, file by file."""
    rows = [(end, {"markers": ("clause", "ask") if end in QUESTIONS else ("clause",)}) for end in sorted(CLAUSE_ENDS)]
    rows += [(row["term"], {"negates": int(row["reach"])}) for row in _rows("negators", ("term", "reach"))]
    rows += [(row["term"], {"degree": float(row["factor"])}) for row in _rows("degrees", ("term", "factor"))]
    for row in _rows("verbs", ("term", "direction", "takes", "rule")):
        takes = TAKES.index(row["takes"])
        what = {"direction": int(row["direction"]), "takes": takes, "reverses": row["rule"] == "reversed"}
        rows.append((row["term"], what))
    rows += [(row["term"], {"valence": int(row["valence"])}) for row in _rows("subjects", ("term", "valence"))]
    rows += [(row["term"], {"markers": (_marker(row["marker"]),)}) for row in _rows("markers", ("term", "marker"))]
    return rows


def operators_changed() -> tuple[int, ...]:
    """Return when each file of the words of grammar was last changed."""
    return tuple(_file(name).stat().st_mtime_ns for name in _FILES)


_FILES = ("negators", "degrees", "verbs", "subjects", "markers")


def _file(name: str):
    return paths.lexicons(f"{name}.csv")


def _rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    return [row for _, row in read_rows(_file(name), columns)]


def _marker(name: str) -> str:
    if name not in MARKERS:
        raise LundianError(f"markers.csv has a marker {name!r}; there are {', '.join(MARKERS)}.")
    return name
