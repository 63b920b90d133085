"""Everything the scorer knows of a term, under one number: its polarity, and what it does to the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.lexicon_files import read_rows

CLAUSE_ENDS = frozenset("，；。！？：,;!?…—\n")
QUESTIONS = frozenset("？?")
# What a marker says of the clause or the sentence that it stands in; data/lexicons/README.md explains each.
MARKERS = (
    "if", "then", "only_if", "maybe", "must", "but", "although", "not_a", "but_b", "past", "now", "seeming", "so_called",
    "unlike", "with", "rhetorical", "clause", "ask",
)  # fmt: skip
TAKES = ("subject", "object", "either")


@dataclass(frozen=True)
class Entry:
    """What the scorer knows of one term; a zero says nothing."""

    tone: float = 0.0  # polarity, -2…2
    negates: bool = False
    degree: float = 0.0  # factor on what follows
    direction: int = 0  # a verb: 1 more of its noun, -1 less of it
    takes: int = -1  # which noun: the number of a word of TAKES
    reverses: bool = False  # a verb of the rule "reversed", not "direction"
    valence: int = 0  # a noun: 1 more of it is good, -1 more of it is bad
    markers: tuple[str, ...] = ()


@dataclass
class Vocabulary:
    """Numbered entries, and the number of any token: 0 for a token that says nothing.

    Attributes
    ----------
    codes : dict of str to int
        Token → 2 × number of its entry + 1 where a longer term begins with the token. It grows with the tokens asked for.
    terms : dict of str to int
        Term → number of its entry.
    prefixes : set of str
        What longer terms begin with.
    """

    entries: list[Entry]
    terms: dict[str, int]
    prefixes: frozenset[str]
    codes: dict[str, int] = field(init=False)

    def __post_init__(self):
        self.codes = _Codes(self)
        self.tone = np.array([e.tone for e in self.entries])
        self.negates = np.array([e.negates for e in self.entries])
        self.degree = np.array([e.degree for e in self.entries])
        self.direction = np.array([e.direction for e in self.entries])
        self.takes = np.array([e.takes for e in self.entries])
        self.reverses = np.array([e.reverses for e in self.entries])
        self.valence = np.array([e.valence for e in self.entries])
        self.marker = {name: np.array([name in e.markers for e in self.entries]) for name in MARKERS}


class _Codes(dict):
    """Token → code, worked out when a token is first met."""

    def __init__(self, vocabulary: Vocabulary):
        super().__init__()
        self._of = vocabulary

    def __missing__(self, token: str) -> int:
        number = self._of.terms.get(token, 0) or self._by_its_end(token)
        code = 2 * number + (token in self._of.prefixes)
        if len(self) < 2_000_000:  # a bound on memory, for collections without end
            self[token] = code
        return code

    def _by_its_end(self, token: str) -> int:
        """Return the entry of the noun that a longer word ends with: 流量红利 is a 红利."""
        for start in range(1, len(token) - 1):
            number = self._of.terms.get(token[start:], 0)
            if number and (self._of.entries[number].tone or self._of.entries[number].valence):
                return number
        return 0


def compile_vocabulary(tone: Mapping[str, float]) -> Vocabulary:
    """Return the vocabulary of a lexicon together with the words that work on it.

    >>> words = compile_vocabulary({"困局": -1.0})
    >>> words.tone[words.codes["困局"] // 2], words.codes["椅子"]
    (np.float64(-1.0), 0)
    """
    known: dict[str, dict] = {term: {"tone": value} for term, value in tone.items()}
    for term, also in _operators():
        known.setdefault(term, {}).update(also)
    terms = {term: number for number, term in enumerate(sorted(known), start=1)}
    prefixes = frozenset(term[:end] for term in known for end in range(1, len(term)))
    return Vocabulary([Entry(), *(Entry(**known[term]) for term in sorted(known))], terms, prefixes)


def _operators() -> list[tuple[str, dict]]:
    """Return what the words of grammar do, file by file."""
    rows = [(end, {"markers": ("clause", "ask") if end in QUESTIONS else ("clause",)}) for end in sorted(CLAUSE_ENDS)]
    rows += [(row["term"], {"negates": True}) for row in _rows("negators", ("term",))]
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
