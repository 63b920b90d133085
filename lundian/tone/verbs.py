"""Verbs of more and less, and of taking away: which noun each works on, and what the two say together."""

import numpy as np

from lundian.tone.scene import Scene
from lundian.tone.vocabulary import TAKES

OBJECT = 5  # tokens behind a verb in which its noun is looked for
FAR_OBJECT = 9  # the same for a noun right behind 的, where there is none nearer
NEAR_OBJECT = 3  # the same for a verb whose noun may stand before it too
SUBJECT = 9  # tokens before a verb in which its noun is looked for
WORTH = 1.0  # polarity of "more of it" for a noun that is not polar itself


def find_nouns(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    """Return the noun that each verb works on (-1 for none) and what the two say together."""
    is_noun = ((scene.tone != 0) | (scene.valence != 0)) & (scene.direction == 0) & ~scene.marker("ask")
    is_subject = is_noun & (scene.degree == 0) & ~scene.marker("adverb")  # 业绩严重下滑, 利润却下滑: the results fall
    behind, ahead = _object(scene, is_noun), scene.before(is_subject, scene.clause)
    takes_object = (behind >= 0) & (scene.takes != TAKES.index("subject"))
    ahead = np.where(ahead >= 0, ahead, scene.before((scene.valence != 0) & (scene.tone == 0), scene.sentence))
    passive = scene.before(scene.marker("passive"), scene.clause)
    is_passive = scene.gap(passive, scene.index) <= NEAR_OBJECT
    ahead = np.where(is_passive & (ahead[passive] >= 0), ahead[passive], ahead)  # 信任被对手破坏: not the rival
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


def described(scene: Scene, noun: np.ndarray) -> np.ndarray:
    """Return what stands between a verb that takes something away and its noun, and only describes the noun."""
    verb = scene.before((noun > scene.index) & scene.reverses, scene.clause)
    return (verb >= 0) & (noun[verb] > scene.index)


def of_compound(scene: Scene) -> np.ndarray:
    """Return nouns that only tell of what kind the bad noun right behind them is, as 利润 in 利润压力."""
    behind = np.minimum(scene.index + 1, max(scene.n - 1, 0))
    adjacent = (scene.first[behind] == scene.last) & (scene.clause[behind] == scene.clause)
    bad = (scene.tone < 0) & (scene.direction == 0) & (scene.hits.end - scene.hits.start > 1)  # no 却, no question mark
    return (scene.valence > 0) & adjacent & bad[behind]


def _object(scene: Scene, is_noun: np.ndarray) -> np.ndarray:
    """Return the noun behind each verb that it works on: the last one near, up to the next verb or copula."""
    reach = np.where(scene.takes == TAKES.index("either"), NEAR_OBJECT, OBJECT)
    of = np.append(scene.marker("of"), False)[1:] & (np.append(scene.first, -1)[1:] == scene.last)  # 的 right behind
    verb = scene.after((scene.direction != 0) & (scene.takes != TAKES.index("subject")) & ~of, scene.clause)
    copula = scene.after(scene.marker("is"), scene.clause)
    near = _last_noun(scene, is_noun, reach, (verb, copula))
    listed = _last_noun(scene, is_noun & _behind(scene, "list"), FAR_OBJECT, (verb, copula))  # 清除 A、B 等 C
    far = _last_noun(scene, is_noun & _behind(scene, "of"), FAR_OBJECT, (verb, copula))
    return np.where(scene.reverses, np.where(near < 0, far, np.maximum(near, listed)), near)


def _behind(scene: Scene, marker: str) -> np.ndarray:
    """Return what a marker stands right before."""
    return np.append(False, scene.marker(marker))[:-1] & (np.append(0, scene.last)[:-1] == scene.first)


def _last_noun(scene: Scene, is_noun: np.ndarray, reach: int | np.ndarray, stops: tuple[np.ndarray, ...]) -> np.ndarray:
    """Return the last noun behind each hit within some tokens of its clause, before any of the stops."""
    limit = np.searchsorted(scene.first, scene.last + reach, side="right")
    limit = np.minimum(limit, np.searchsorted(scene.clause, scene.clause, side="right"))
    for stop in stops:
        limit = np.where(stop >= 0, np.minimum(limit, stop), limit)
    last = np.maximum.accumulate(np.where(is_noun, scene.index, -1))[limit - 1]
    return np.where(last > scene.index, last, -1)
