"""Hits to units of tone: what a polar word, or a verb with its noun, says where it stands, and by which rules.

Every rule is a question asked of all hits at once, answered by looking along the hits of the same clause or sentence.
"""

from dataclasses import dataclass

import numpy as np

from lundian.tone.find import Hits
from lundian.tone.scene import Scene
from lundian.tone.vocabulary import TAKES, Vocabulary

DEGREE = 2  # tokens before a word in which a degree word is looked for
OBJECT = 5  # tokens behind a verb in which its noun is looked for
NEAR_OBJECT = 3  # the same for a verb whose noun may stand before it too
SUBJECT = 9  # tokens before a verb in which its noun is looked for
WORTH = 1.0  # polarity of "more of it" for a noun that is not polar itself


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
    noun, says = _verbs(scene)
    verbs = np.flatnonzero(noun >= 0)
    used = np.zeros(scene.n, dtype=bool)
    used[noun[verbs]] = used[verbs] = True
    used |= _described(scene, noun) | _of_compound(scene)
    ask = scene.marker("ask")
    used |= ask & _in_clause(scene, scene.marker("wh"))  # what, how, why, whether: such a question casts no doubt
    rules = _context(scene, ((scene.tone != 0) & ~used) | (noun >= 0))
    negator = np.zeros(scene.n, dtype=bool)
    negator[rules.pop("negator_used")] = True
    plain = (scene.tone != 0) & ~used & ~(negator & (scene.negates > 0))
    unit = np.flatnonzero(plain | ((noun >= 0) & ~_described(scene, noun)))
    rules |= {"reversed": (noun >= 0) & scene.reverses, "direction": (noun >= 0) & ~scene.reverses}
    polarity = np.where(noun >= 0, says, _lent(scene))[unit]
    rules["disputed"] = rules["so_called"] & (scene.tone < 0)
    return Units(unit, noun[unit], polarity, {name: (held & ~ask)[unit] for name, held in rules.items()})


def _verbs(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    """Return the noun that each verb works on (-1 for none) and what the two say together."""
    is_noun = ((scene.tone != 0) | (scene.valence != 0)) & (scene.direction == 0) & ~scene.marker("ask")
    is_subject = is_noun & (scene.degree == 0) & ~scene.marker("adverb")  # 业绩严重下滑, 利润却下滑: the results fall
    behind, ahead = _object(scene, is_noun), scene.before(is_subject, scene.clause)
    takes_object = (behind >= 0) & (scene.takes != TAKES.index("subject"))
    ahead = np.where(ahead >= 0, ahead, scene.before((scene.valence != 0) & (scene.tone == 0), scene.sentence))
    is_passive = scene.gap(scene.before(scene.marker("passive"), scene.clause), scene.index) <= NEAR_OBJECT
    has_subject = (scene.takes != TAKES.index("object")) | is_passive
    takes_subject = (scene.gap(ahead, scene.index) <= SUBJECT) & has_subject
    noun = np.where(takes_object, behind, np.where(takes_subject, ahead, -1))
    noun = np.where(scene.direction != 0, noun, -1)
    worth = np.where(scene.tone[noun] != 0, scene.tone[noun], scene.valence[noun] * WORTH)
    strength = np.maximum(np.abs(worth), np.abs(scene.tone))
    says = scene.direction * np.sign(worth) * strength
    says = np.where(scene.marker("always_bad"), -strength, says)  # to ignore a flaw is no better than to ignore a merit
    return _nested(scene, noun, says)


def _nested(scene: Scene, noun: np.ndarray, says: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the same where a noun has a verb on either side: 导致利润下降 says what 利润下降 says, 避免利润下降 the reverse."""
    behind = np.full(scene.n, -1)
    later = np.flatnonzero((noun >= 0) & (noun < scene.index))
    behind[noun[later]] = later
    outer = np.flatnonzero((noun > scene.index) & (behind[noun] >= 0))
    reverses, inner = scene.reverses[outer], behind[noun[outer]]
    noun[outer] = np.where(reverses, inner, -1)
    says[outer] = scene.direction[outer] * says[inner]
    noun[inner[reverses]] = -1
    return noun, says


def _lent(scene: Scene) -> np.ndarray:
    """Return the polarity of each word; an adjective as 全新 takes the side of the bad noun that it goes with."""
    noun = scene.after((scene.tone != 0) & ~scene.marker("lends"), scene.clause)
    with_bad = scene.marker("lends") & (scene.gap(scene.index, noun) <= OBJECT) & (scene.tone[noun] < 0)
    return np.where(with_bad, -np.abs(scene.tone), scene.tone)


def _described(scene: Scene, noun: np.ndarray) -> np.ndarray:
    """Return what stands between a verb that takes something away and its noun, and only describes the noun."""
    verb = scene.before((noun > scene.index) & scene.reverses, scene.clause)
    return (verb >= 0) & (noun[verb] > scene.index)


def _of_compound(scene: Scene) -> np.ndarray:
    """Return nouns that only tell of what kind the bad noun right behind them is, as 利润 in 利润压力."""
    behind = np.minimum(scene.index + 1, max(scene.n - 1, 0))
    adjacent = (scene.first[behind] == scene.last) & (scene.clause[behind] == scene.clause)
    bad = (scene.tone < 0) & (scene.direction == 0) & (scene.hits.end - scene.hits.start > 1)  # no 却, no question mark
    return (scene.valence > 0) & adjacent & bad[behind]


def _object(scene: Scene, is_noun: np.ndarray) -> np.ndarray:
    """Return the noun behind each verb that it works on: the last one near, up to the next verb or copula."""
    reach = np.where(scene.takes == TAKES.index("either"), NEAR_OBJECT, OBJECT)
    limit = np.searchsorted(scene.first, scene.last + reach, side="right")
    limit = np.minimum(limit, np.searchsorted(scene.clause, scene.clause, side="right"))
    verb = scene.after((scene.direction != 0) & (scene.takes != TAKES.index("subject")), scene.clause)
    copula = scene.after(scene.marker("is"), scene.clause)
    for stop in (verb, copula):
        limit = np.where(stop >= 0, np.minimum(limit, stop), limit)
    last = np.maximum.accumulate(np.where(is_noun, scene.index, -1))[limit - 1]
    return np.where(last > scene.index, last, -1)


def _context(scene: Scene, counts: np.ndarray) -> dict[str, np.ndarray]:
    """Return for each hit which rules of its surroundings hold."""
    clause, sentence, here = scene.clause, scene.sentence, scene.index
    mark = {name: scene.marker(name) for name in ("if", "then", "must", "maybe", "but", "although", "not_a", "but_b")}
    turn = mark["but"] | mark["but_b"]
    seen = {name: scene.before(mask, sentence) for name, mask in mark.items()}
    coming = {name: scene.after(mark[name], sentence) for name in ("then", "but_b")}
    said_if = seen["if"] >= 0
    in_if = said_if & ((clause[seen["if"]] == clause) | ((coming["then"] >= 0) & (seen["then"] < seen["if"])))
    negated, negator = _negation(scene, counts)
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
        "seeming": scene.gap(seeming, here) <= OBJECT,
        "unlike": (with_ >= 0) & (unlike >= 0),
        "excess": (scene.tone > 0) & (scene.gap(scene.before(scene.marker("excess"), clause), here) <= DEGREE),
        "denied": scene.gap(here, scene.after(scene.marker("denied"), clause)) <= SUBJECT,
        "left_behind": _in_clause(scene, scene.marker("from")) & (scene.after(scene.marker("to"), clause) >= 0),
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


def _in_clause(scene: Scene, mask: np.ndarray) -> np.ndarray:
    """Return where a marker stands before, in the same clause."""
    return scene.before(mask, scene.clause) >= 0


def _negation(scene: Scene, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which hits an odd number of negators stand close before, and which negators those are."""
    odd = np.zeros(scene.n, dtype=bool)
    of = scene.before(scene.marker("of"), scene.clause)  # 没有 A 的 B: a negator that has turned A is spent
    of_turned = np.where(of >= 0, scene.before(counts & (scene.negates == 0), scene.clause)[of], -1)
    turn = scene.before(scene.marker("but"), scene.clause)
    at, used, before = scene.index, [], scene.before(scene.negates > 0, scene.clause)
    for _ in range(3):  # 不得不, 并非没有: more than three in a row say nothing more
        negator = before[at]
        reached = scene.first - scene.last[negator] < scene.negates[negator]
        spent = ((of[at] > negator) & (of_turned[at] > negator)) | (turn[at] > negator)
        negator = np.where((at >= 0) & (negator >= 0) & reached & ~spent, negator, -1)
        odd ^= negator >= 0
        used.append(negator[(negator >= 0) & counts & (scene.negates == 0)])
        at = negator
    return odd, np.concatenate(used)
