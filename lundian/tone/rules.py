"""Hits to units of tone: what a polar word, or a verb with its noun, says where it stands, and by which rules.

Every rule is a question asked of all hits at once, answered by looking along the hits of the same clause or sentence.
"""

from dataclasses import dataclass

import numpy as np

from lundian.tone.find import Hits
from lundian.tone.scene import Scene
from lundian.tone.verbs import OBJECT, SUBJECT, described, find_nouns, of_compound
from lundian.tone.vocabulary import Vocabulary

DEGREE = 2  # tokens before a word in which a degree word is looked for
BACK = 12  # tokens before 并非如此 in which it denies


@dataclass(frozen=True)
class Units:
    """One row per unit of tone.

    Attributes
    ----------
    hit, partner : array of int
        Its word, and the noun that a verb works on (-1 where there is none); numbers of hits.
    polarity : array of float
        What it says before its surroundings are counted, -2…2.
    rules : dict of str to array of bool
        Which rules hold for it.
    """

    hit: np.ndarray
    partner: np.ndarray
    polarity: np.ndarray
    rules: dict[str, np.ndarray]


def find_units(hits: Hits, vocabulary: Vocabulary) -> Units:
    """Return the units of tone with the rules that hold for each."""
    scene = Scene(hits, vocabulary)
    noun, says = find_nouns(scene)
    verbs = np.flatnonzero(noun >= 0)
    used = np.zeros(scene.n, dtype=bool)
    used[noun[verbs]] = used[verbs] = True
    describes = described(scene, noun)
    used |= describes | of_compound(scene)
    ask = scene.marker("ask")
    used |= ask & _in_clause(scene, scene.marker("wh"))  # what, how, why, whether: such a question casts no doubt
    used |= _of_rhetorical(scene, ask)
    rules = _context(scene, ((scene.tone != 0) & ~used) | (noun >= 0))
    negator = np.zeros(scene.n, dtype=bool)
    negator[rules.pop("negator_used")] = True
    plain = (scene.tone != 0) & ~used & ~(negator & (scene.negates > 0))
    unit = np.flatnonzero(plain | ((noun >= 0) & ~describes))
    rules |= {"reversed": (noun >= 0) & scene.reverses, "direction": (noun >= 0) & ~scene.reverses}
    polarity = np.where(noun >= 0, says, _lent(scene))[unit]
    rules["disputed"] = rules["so_called"] & (scene.tone < 0)
    return Units(unit, noun[unit], polarity, {name: (held & ~ask)[unit] for name, held in rules.items()})


def _lent(scene: Scene) -> np.ndarray:
    """Return the polarity of each word; an adjective as 全新 takes the side of the bad noun that it goes with."""
    noun = scene.after((scene.tone != 0) & ~scene.marker("lends"), scene.clause)
    with_bad = scene.marker("lends") & (scene.gap(scene.index, noun) <= OBJECT) & (scene.tone[noun] < 0)
    return np.where(with_bad, -np.abs(scene.tone), scene.tone)


def _context(scene: Scene, counts: np.ndarray) -> dict[str, np.ndarray]:
    """Return for each hit which rules of its surroundings hold."""
    clause, sentence, here = scene.clause, scene.sentence, scene.index
    mark = {name: scene.marker(name) for name in ("if", "then", "must", "maybe", "but", "although", "not_a", "but_b")}
    turn = mark["but"] | mark["but_b"]
    seen = {name: scene.before(mask, sentence) for name, mask in mark.items()}
    coming = {name: scene.after(mark[name], sentence) for name in ("then", "but_b")}
    said_if = seen["if"] >= 0
    in_if = said_if & ((clause[seen["if"]] == clause) | ((coming["then"] >= 0) & (seen["then"] < seen["if"])))
    of_turned = _of_turned(scene, counts)
    negated, negator = _negation(scene, counts, of_turned)
    not_but = (seen["not_a"] >= 0) & (coming["but_b"] >= 0) & (seen["but_b"] < seen["not_a"])
    degree = scene.before(scene.degree != 0, clause)
    degree = np.where(scene.gap(degree, here) <= DEGREE, scene.degree[degree], 0)
    asks = scene.after(scene.marker("ask"), sentence) >= 0
    rhetorical = _in_clause(scene, scene.marker("rhetorical"))
    turned = scene.before(turn, sentence) >= 0
    seeming = scene.before(scene.marker("seeming"), clause)
    with_ = scene.before(scene.marker("with"), clause)
    so_called = scene.before(scene.marker("so_called"), clause)
    last_is = np.where(scene.marker("is"), here, scene.before(scene.marker("is"), clause))
    unlike = scene.after(scene.marker("unlike"), clause)
    return {
        "not_but": not_but,
        "negated": negated & ~not_but,
        "seeming": (scene.gap(seeming, here) <= OBJECT) & ~_spent(seeming, of_turned, here),
        "unlike": (with_ >= 0) & (unlike >= 0),
        "excess": (scene.tone > 0) & (scene.gap(scene.before(scene.marker("excess"), clause), here) <= DEGREE),
        "denied": _denied(scene),
        "left_behind": _left_behind(scene),
        "rhetorical": rhetorical,
        "question": asks & ~rhetorical,
        "hypothetical": in_if,
        "possible": _in_clause(scene, mark["maybe"]),
        "necessity": _in_clause(scene, mark["must"]),
        "conceded": (scene.after(turn, sentence) >= 0) & ~not_but,
        "although": (seen["although"] >= 0) & ~turned,
        "main_clause": turned,
        "intensified": degree > 1,
        "diminished": (degree > 0) & (degree < 1),
        "so_called": (scene.gap(so_called, here) <= OBJECT) & (last_is <= so_called),
        "negator_used": negator,
    }


def _of_rhetorical(scene: Scene, ask: np.ndarray) -> np.ndarray:
    """Return the marks of a question that denies something: 难道 and ？ count nothing where there is a word that they turn."""
    rhetorical = scene.marker("rhetorical")
    other = (scene.tone != 0) & ~ask & ~rhetorical
    start = np.where(ask, scene.before(rhetorical, scene.clause), np.where(rhetorical, scene.index, -1))
    return (start >= 0) & (scene.after(other, scene.clause)[start] >= 0)


def _left_behind(scene: Scene) -> np.ndarray:
    """Return what something turns from: A in 从 A 走向 B, and in A 变成 B where the two are good and bad."""
    becomes = scene.after(scene.marker("becomes"), scene.clause)
    result = np.where(becomes >= 0, scene.after(scene.tone != 0, scene.clause)[becomes], -1)
    turns = (result >= 0) & (scene.tone * scene.tone[result] < 0) & (scene.gap(scene.index, becomes) <= OBJECT)
    return turns | (_in_clause(scene, scene.marker("from")) & (scene.after(scene.marker("to"), scene.clause) >= 0))


def _denied(scene: Scene) -> np.ndarray:
    """Return what is said not to exist, or, by a clause of its own behind it, not to be so."""
    denied = scene.gap(scene.index, scene.after(scene.marker("denied"), scene.clause)) <= SUBJECT
    not_so = scene.after(scene.marker("not_so"), scene.sentence)
    return denied | (scene.gap(scene.index, not_so) <= BACK)


def _in_clause(scene: Scene, mask: np.ndarray) -> np.ndarray:
    """Return where a marker stands before, in the same clause."""
    return scene.before(mask, scene.clause) >= 0


def _spent(mark: np.ndarray, of_turned: tuple[np.ndarray, np.ndarray], at: np.ndarray) -> np.ndarray:
    """Return where a mark has turned a word before 的 already: 没有 A 的 B, 看似 A 的 B speak of A."""
    of, turned = of_turned
    return (of[at] > mark) & (turned[at] > mark)


def _of_turned(scene: Scene, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the last 的 before each hit in its clause, and the last word before that 的 which a mark may have turned."""
    of = scene.before(scene.marker("of"), scene.clause)
    return of, np.where(of >= 0, scene.before(counts & (scene.negates == 0), scene.clause)[of], -1)


def _negation(
    scene: Scene, counts: np.ndarray, of_turned: tuple[np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Return which hits an odd number of negators stand close before, and which negators those are."""
    odd = np.zeros(scene.n, dtype=bool)
    turn, only = (scene.before(scene.marker(name), scene.clause) for name in ("but", "only"))
    pause = scene.before(scene.marker("pause") | scene.marker("list"), scene.clause)
    denies = (scene.negates > 0) | scene.negative  # 不 A、不 B: the first leaves the second alone
    at, used, before = scene.index, [], scene.before(scene.negates > 0, scene.clause)
    for _ in range(3):  # 不得不, 并非没有: more than three in a row say nothing more
        negator = before[at]
        reached = scene.first - scene.last[negator] < scene.negates[negator]
        spent = _spent(negator, of_turned, at) | (turn[at] > negator)
        spent |= (only[at] > negator) & (scene.gap(negator, only[at]) > 0)  # 不 A 只有 B, but not 不是 只有 B
        negator = np.where((at >= 0) & (negator >= 0) & reached & ~spent, negator, -1)
        negator = np.where(denies[at] & (pause[at] > negator), -1, negator)
        odd ^= negator >= 0
        used.append(negator[(negator >= 0) & counts & (scene.negates == 0)])
        at = negator
    return odd, np.concatenate(used)
