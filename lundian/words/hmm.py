"""Words that no dictionary has: jieba's hidden Markov model, with jieba's own numbers.

The characters that the dictionary leaves single are labelled B(egin), M(iddle), E(nd) or S(ingle), the likeliest way
(Viterbi 1967). rjieba has the same model with its numbers rounded to six decimals, which now and then decides otherwise,
so it is computed here from jieba's tables, with its sums in jieba's order: equal to the last bit.
"""

import functools
import pickle
import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np

HAN = range(0x4E00, 0x9FD6)  # what jieba calls a Han character
_NEVER = -3.14e100  # jieba's log-probability of what it has never seen
_HAN = re.compile("([\u4e00-\u9fd5]+)")
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")


def cut(characters: str) -> list[str]:
    """Cut a run of characters that the dictionary leaves single, as `jieba.finalseg.cut` does.

    Examples
    --------
    >>> cut("杭研2.5%a-b")
    ['杭研', '2.5%', 'a', '-', 'b']
    """
    words = []
    for i, part in enumerate(_HAN.split(characters)):
        words += _cut_han(part) if i % 2 else filter(None, _LATIN.split(part))
    return words


def _cut_han(characters: str) -> list[str]:
    """Cut a run of Han characters after each E and S of its likeliest labels."""
    words, start = [], 0
    for end, label in enumerate(labels(characters), 1):
        if label in "ES":
            words.append(characters[start:end])
            start = end
    return words


def labels(characters: str) -> str:
    """Return the likeliest labels of a run of Han characters; of equals the later letter wins, as in jieba.

    Examples
    --------
    >>> labels("小明硕士")
    'BEBE'
    """
    emission, start, (be, bm, eb, es, me, mm, sb, ss) = _model()
    b, m, e, s = map(sum, zip(start, emission[characters[0]], strict=True))
    back = []  # for each further character, the label before B, M, E and S
    for character in characters[1:]:
        emit_b, emit_m, emit_e, emit_s = emission[character]
        b_from_e, b_from_s = e + eb + emit_b, s + sb + emit_b
        m_from_b, m_from_m = b + bm + emit_m, m + mm + emit_m
        e_from_b, e_from_m = b + be + emit_e, m + me + emit_e
        s_from_e, s_from_s = e + es + emit_s, s + ss + emit_s
        b, before_b = (b_from_s, "S") if b_from_s >= b_from_e else (b_from_e, "E")
        m, before_m = (m_from_m, "M") if m_from_m >= m_from_b else (m_from_b, "B")
        e, before_e = (e_from_m, "M") if e_from_m >= e_from_b else (e_from_b, "B")
        s, before_s = (s_from_s, "S") if s_from_s >= s_from_e else (s_from_e, "E")
        back.append({"B": before_b, "M": before_m, "E": before_e, "S": before_s})
    path = ["S" if s >= e else "E"]
    for before in reversed(back):
        path.append(before[path[-1]])
    return "".join(reversed(path))


def joins(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return whether the model makes one word of two Han characters, for many pairs of code points at once.

    Examples
    --------
    >>> joins(np.array([ord("杭"), ord("也")]), np.array([ord("研"), ord("不")]))
    array([ True, False])
    """
    to_e, to_s, emit_e, emit_s = _pairs()
    first, second = first - HAN.start, second - HAN.start
    return to_e[first] + emit_e[second] > to_s[first] + emit_s[second]  # of equals S wins, as in `labels`


@functools.cache
def _pairs() -> tuple[np.ndarray, ...]:
    """Return what a first Han character gives to E and to S as the second's label, and what a second one emits under them.

    By character of `HAN`. The larger of two sums that go on with the same term is the sum of the larger, to the last bit.
    """
    emission, start, (be, _, _, es, me, _, _, ss) = _model()
    emit = np.array([[table.get(chr(code), _NEVER) for code in HAN] for table in emission.tables])
    b, m, e, s = emit + np.array(start)[:, None]
    return np.maximum(b + be, m + me), np.maximum(e + es, s + ss), emit[2], emit[3]


class _Emission(dict):
    """Character → log-probability of it under B, M, E and S; filled as characters come."""

    def __init__(self, tables: dict[str, dict[str, float]]):
        self.tables = [tables[label] for label in "BMES"]

    def __missing__(self, character: str) -> tuple[float, ...]:
        self[character] = tuple(table.get(character, _NEVER) for table in self.tables)
        return self[character]


@functools.cache
def _model() -> tuple[_Emission, tuple[float, ...], tuple[float, ...]]:
    """Return emissions, starts (of B, M, E, S) and transitions (BE, BM, EB, ES, ME, MM, SB, SS)."""
    start, move = _table("prob_start"), _table("prob_trans")
    moves = tuple(move[a][b] for a, b in ("BE", "BM", "EB", "ES", "ME", "MM", "SB", "SS"))
    return _Emission(_table("prob_emit")), tuple(start[label] for label in "BMES"), moves


def _table(name: str) -> dict:
    """Return one of jieba's tables from its package, trusted as its code is; importing it would cost ten times as much."""
    file = Path(find_spec("jieba").origin).parent / "finalseg" / f"{name}.p"
    return pickle.loads(file.read_bytes())  # noqa: S301
