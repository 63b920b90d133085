"""jieba's words at rjieba's speed.

jieba takes a text apart in two steps: the likeliest route through its dictionary, then, where that leaves single
characters, a hidden Markov model. rjieba (jieba-rs, Rust) has the same dictionary and takes the same route, to the last
bit, so it does the first step. The second is done in hmm.py, because there rjieba differs from `jieba.lcut`: it has the
model's numbers rounded, and it keeps Latin runs whole that jieba takes apart (2020-03 is three words to jieba).
Two smaller differences are mended on the way: rare Han characters (U+9FD6 and above, extensions A, B…), which stand alone
in jieba, and the total of all frequencies, in which jieba counts a word that is given twice two times.

Few runs of single characters make up most of them, so what the second step finds is kept. Texts are handed to rjieba many
at a time, with a separator between them, because a call costs as much as a short sentence.
"""

import contextlib
import functools
import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import chain, compress, pairwise
from pathlib import Path

import numpy as np

from lundian.words import hmm

BLOCK = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")  # what jieba cuts as one piece; all else is a character each

_BATCH = 1 << 15  # characters in a call: their words stay in the processor's cache
_TWICE = 3  # B超 stands twice in jieba's dictionary, and its total counts both lines
_KEPT = 1 << 18  # runs of single characters whose words are kept
_BETWEEN, _MARK = "\x1e", "\x1f"  # between texts, between pieces: tokens of their own, and in no ordinary text
_STAND_IN = "\ufffd"  # for a character that rjieba would take for part of a word, or that can't be handed to it at all
_UNLIKE = re.compile("[\ufffd\x1e\x1f\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\ud800-\udfff\U00020000-\U0003ffff]")
_PERHAPS_UNLIKE = np.ones(1 << 16, dtype=bool)  # by code, the last stands for all beyond: a first, coarse look
_PERHAPS_UNLIKE[np.r_[0:0x1E, 0x20:0x3400, hmm.HAN, 0xFF00:0xFFF0]] = False
_IN_BLOCK = np.zeros(1 << 16, dtype=bool)  # by code, as above
_IN_BLOCK[hmm.HAN] = True
_IN_BLOCK[:128] = [BLOCK.fullmatch(chr(code)) is not None for code in range(128)]


class FastCut:
    """Cut as `jieba.lcut` does with `dictionary` as its user dictionary.

    Parameters
    ----------
    words
        Words to add to jieba's dictionary, in any order.

    Attributes
    ----------
    dictionary : tuple of (str, int)
        The words added and their frequencies: the lines of the file that `jieba.load_userdict` would take.

    Examples
    --------
    >>> FastCut(["云南白药"]).cut_all(["云南白药的股价", "2020-03"])
    [['云南白药', '的', '股价'], ['2020', '-', '03']]
    """

    def __init__(self, words: Iterable[str] = ()):
        import rjieba

        self._rjieba = rjieba.Jieba()
        self._hold("", _TWICE)
        self._words, self._loose = _Kept(self._words_of), _Kept(self._is_loose)
        self._pos: dict[str, str] = {}
        # From short to long, each word is made just likelier than the best cut of it: a word stands whole however its
        # parts are listed, and the order in which words are given changes no frequency.
        in_order = sorted(set(words), key=lambda word: (len(word), word))
        self.dictionary = tuple((word, self._add(word)) for word in in_order if not self._stands(word))

    def _stands(self, word: str) -> bool:
        """Return whether a word needs no adding; a character on its own never does."""
        return len(word) == 1 or (self._rjieba.has_word(word) and self._rjieba.cut(word, hmm=False) == [word])

    def _add(self, word: str) -> int:
        replaced = _frequency(word) if self._rjieba.has_word(word) else 0
        frequency = self._rjieba.suggest_freq(word)
        self._rjieba.add_word(word, frequency, "n")
        self._hold(word, replaced)
        return frequency

    def _hold(self, word: str, frequency: int) -> None:
        """Count in the total what jieba counts besides, held by a word that no text can reach.

        The total decides between two cuts of equal frequencies (最最最), by how its logarithm is rounded.
        """
        self._rjieba.add_word(f"{_MARK}{word}", frequency, "x")

    def cut_all(self, texts: Sequence[str]) -> list[list[str]]:
        """Cut many texts, in the same order; the words of each joined are the text."""
        with no_collection():
            return list(chain.from_iterable(map(self._cut_batch, _batches(texts))))

    def pos(self, term: str) -> str:
        """Return the part of speech of a term as rjieba tags it alone, `x` where it would cut it."""
        if term not in self._pos:
            tagged = [] if _UNLIKE.search(term) else self._rjieba.tag(term)
            self._pos[term] = tagged[0][1] if len(tagged) == 1 else "x"
        return self._pos[term]

    def _cut_batch(self, texts: Sequence[str]) -> list[list[str]]:
        joined = "".join(texts)
        codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
        if not (_PERHAPS_UNLIKE.take(codes, mode="clip").any() and _UNLIKE.search(joined)):
            return self._cut_alike(texts)
        cut = self._cut_alike([_UNLIKE.sub(_STAND_IN, text) for text in texts])
        return [_restored(text, words) for text, words in zip(texts, cut, strict=True)]

    def _cut_alike(self, texts: Sequence[str]) -> list[list[str]]:
        """Cut texts of characters that rjieba and jieba see alike."""
        joined = _BETWEEN.join(texts)
        pieces = self._rjieba.cut(joined, hmm=False)
        if not pieces:
            return [[] for _ in texts]
        codes = np.frombuffer((_MARK.join(pieces) + _MARK).encode("utf-32-le"), dtype="<u4")
        ends = np.flatnonzero(codes == ord(_MARK))
        starts = np.concatenate([[0], ends[:-1] + 1])
        initial = codes[starts]
        first, last = self._runs(pieces, initial, ends - starts == 1)
        # An offset among the marked pieces is larger than that in the text by one for each piece before it.
        spans = zip((starts[first] - first).tolist(), (ends[last - 1] - last + 1).tolist(), strict=True)
        found = self._words.all([joined[start:end] for start, end in spans])
        return _split(pieces, first, last, found, np.flatnonzero(initial == ord(_BETWEEN)))

    def _runs(self, pieces: list[str], initial: np.ndarray, single: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the first piece of each run of single characters that may make words, and the piece after its last."""
        loose = single & _IN_BLOCK.take(initial, mode="clip")
        latin = np.flatnonzero(~single & (initial < 0x80))
        loose[latin] = self._loose.all([pieces[i] for i in latin.tolist()])
        padded = np.zeros(len(loose) + 2, dtype=bool)
        padded[1:-1] = loose
        edges = np.flatnonzero(padded[1:] != padded[:-1])
        first, last = edges[::2], edges[1::2]
        changes = last - first > 1
        # Most runs are two Han characters that stay two: told apart all at once.
        two = np.flatnonzero(last - first == 2)
        left, right = initial[first[two]], initial[first[two] + 1]
        han = np.minimum(left, right) >= hmm.HAN.start
        changes[two[han]] = hmm.joins(left[han], right[han])
        return first[changes], last[changes]

    def _words_of(self, run: str) -> tuple[str, ...] | None:
        """Return the words of a run of single characters, None where it stays as it is.

        A word that lost on the route is left as its characters, as jieba does it.
        """
        return tuple(run) if self._rjieba.has_word(run) else _unknown(run)

    def _is_loose(self, piece: str) -> bool:
        """Return whether a piece is Latin characters that rjieba has put together, and no word of the dictionary.

        No such run can be a word: on the route a Latin character counts 1, so a word beats its own characters.
        """
        return BLOCK.fullmatch(piece) is not None and not self._rjieba.has_word(piece)


class _Kept(dict):
    """What a function has given for a string, which most often comes again."""

    def __init__(self, function: Callable[[str], object]):
        self._function = function

    def __missing__(self, key: str) -> object:
        self[key] = self._function(key)
        return self[key]

    def all(self, keys: list[str]) -> list:
        if len(self) > _KEPT:
            self.clear()
        return list(map(self.__getitem__, keys))


@functools.lru_cache(_KEPT)
def _unknown(run: str) -> tuple[str, ...] | None:
    """Return the words of a run by the model, which is the same for every dictionary; None where it stays as it is."""
    words = tuple(hmm.cut(run))
    is_same = len(words) == len(run) and min(run) > "\x7f"  # Latin characters may be together in the pieces
    return None if is_same else words


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Pause Python's search for reference cycles: lists of strings have none, and looking through them costs a fifth.

    At the end what has been made counts as looked through: freezing and thawing moves it to the oldest generation.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # or what somebody has frozen would thaw
            gc.freeze()
            gc.unfreeze()
        if enabled:
            gc.enable()


def dictionary_file() -> Path:
    """Return jieba's dictionary file, without importing jieba.

    Examples
    --------
    >>> dictionary_file().name
    'dict.txt'
    """
    return Path(find_spec("jieba").origin).with_name("dict.txt")


@functools.cache
def _frequency(word: str) -> int:
    """Return the frequency that jieba's dictionary gives a word."""
    line = re.search(rb"^%s (\d+)" % re.escape(word.encode()), dictionary_file().read_bytes(), re.MULTILINE)
    return int(line[1])


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield runs of texts with about `_BATCH` characters each."""
    ends = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
    stops = np.flatnonzero(np.diff(ends // _BATCH, prepend=0)) + 1
    for start, stop in pairwise([0, *stops.tolist(), len(texts)]):
        if start < stop:
            yield texts[start:stop]


def _restored(text: str, words: list[str]) -> list[str]:
    """Put the characters of the text back for their stand-ins."""
    originals = iter(_UNLIKE.findall(text))
    return [next(originals) if word == _STAND_IN else word for word in words]


def _split(
    pieces: list[str], first: np.ndarray, last: np.ndarray, found: list[tuple[str, ...] | None], between: np.ndarray
) -> list[list[str]]:
    """Split at the pieces `between` texts, with the words found, if any, in the place of the pieces first:last."""
    changes = compress(zip(first.tolist(), last.tolist(), found, strict=True), found)
    nothing = (len(pieces), len(pieces), ())
    out, (start, end, new) = [], next(changes, nothing)
    for before, stop in pairwise([-1, *between.tolist(), len(pieces)]):
        words = pieces[before + 1 : min(start, stop)]
        while start < stop:
            words += new
            done, (start, end, new) = end, next(changes, nothing)
            words += pieces[done : min(start, stop)]
        out.append(words)
    return out
