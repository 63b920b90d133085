"""Sentences to terms: jieba's words, with the terms of this project as its user dictionary."""

import functools
import hashlib
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import version

from lundian.errors import LundianError
from lundian.words.fastcut import BLOCK, FastCut, dictionary_file

_CARRIERS = ("{}", "的{}是", "，{}。")


class Segmenter:
    """Cut text into jieba's words, with `terms` as a user dictionary whose order does not matter.

    Parameters
    ----------
    terms
        Terms to come out as one, of any characters; blank ones and control characters are refused.

    Attributes
    ----------
    terms : tuple of str
        The terms, each once, the shortest first.
    dictionary : tuple of (str, int)
        The words that had to be added to jieba's, with their frequencies: `jieba.load_userdict` takes them as its lines.
    fingerprint : str
        SHA-256 (hex) of jieba's dictionary, its version and the terms: equal fingerprints cut equally.
    unjoined : tuple of str
        Terms that still do not come out as one, alone or between other words.

    Examples
    --------
    >>> Segmenter(["云南白药"]).cut("云南白药的股价")
    ['云南白药', '的', '股价']
    """

    def __init__(self, terms: Iterable[str] = ()):
        self.terms = tuple(sorted({_checked(term) for term in terms}, key=lambda term: (len(term), term)))
        self._apart = tuple(sorted(filter(_is_apart, self.terms), key=len, reverse=True))
        self._words = FastCut(word for term in self.terms for word in _words_of(term))

    def cut(self, text: str) -> list[str]:
        """Cut one text; the words joined are the text.

        Raises
        ------
        LundianError
            `text` is no string.
        """
        return self.cut_all([text])[0]

    def cut_all(self, texts: Sequence[str]) -> list[list[str]]:
        """Cut many texts, in the same order.

        Raises
        ------
        LundianError
            `texts` is one string, or something in it is no string.
        """
        if isinstance(texts, str):
            raise LundianError("Segmenter.cut_all takes a list of texts, not one text; use Segmenter.cut for that.")
        if set(map(type, texts)) - {str}:
            texts = [_text(text) for text in texts]
        cut = self._words.cut_all(texts)
        if any(term in text for term in self._apart for text in texts):
            return list(map(self._join, texts, cut))
        return cut

    def tag(self, text: str) -> list[tuple[str, str]]:
        """Cut one text and give each term the part of speech that rjieba's dictionary has for it, `x` where it has none.

        Raises
        ------
        LundianError
            `text` is no string.

        Examples
        --------
        >>> Segmenter(["平台经济"]).tag("平台经济兴起")
        [('平台经济', 'n'), ('兴起', 'v')]
        """
        return [(term, self.pos(term)) for term in self.cut(text)]

    def pos(self, term: str) -> str:
        """Return the part of speech that `tag` gives a term."""
        return "n" if term in self._apart else self._words.pos(term)

    @property
    def dictionary(self) -> tuple[tuple[str, int], ...]:
        """Return the words added to jieba's dictionary, with their frequencies."""
        return self._words.dictionary

    @functools.cached_property
    def fingerprint(self) -> str:
        """Return the SHA-256 (hex) of jieba's dictionary, its version and the terms."""
        return fingerprint(self.terms)

    @functools.cached_property
    def unjoined(self) -> tuple[str, ...]:
        """Return the terms that do not come out as one, alone or between other words."""
        return tuple(
            sorted(term for term in self.terms if any(term not in self.cut(c.format(term)) for c in _CARRIERS))
        )

    def _join(self, text: str, words: list[str]) -> list[str]:
        """Make one word of each occurrence of a term that jieba's pattern takes apart, where words begin and end with it."""
        terms = [term for term in self._apart if term in text]
        if not terms:
            return words
        starts, at = {}, 0
        for i, word in enumerate(words):
            starts[at] = i
            at += len(word)
        starts[at] = len(words)
        out, done = [], 0
        for found in re.finditer("|".join(map(re.escape, terms)), text):
            first, last = starts.get(found.start()), starts.get(found.end())
            if first is not None and last is not None:
                out += [*words[done:first], found.group()]
                done = last
        return out + words[done:]

    def __reduce__(self):
        return default_segmenter, (self.terms,)  # a worker process makes its own, once


@functools.lru_cache(maxsize=8)
def default_segmenter(terms: tuple[str, ...] = ()) -> Segmenter:
    """Return the segmenter for a tuple of terms, made once per process.

    Examples
    --------
    >>> default_segmenter(("数字乡村",)) is default_segmenter(("数字乡村",))
    True
    """
    return Segmenter(terms)


def fingerprint(terms: Iterable[str]) -> str:
    """Return the name of the segmenter for some terms, without making it."""
    terms = sorted({_checked(term) for term in terms})
    parts = [dictionary_file().read_bytes(), version("jieba").encode(), *(term.encode() for term in terms)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _checked(term: str) -> str:
    """Return a term without what a file leaves around it (BOM, CR, blanks)."""
    clean = _text(term).strip("\ufeff \t\r\n\u3000")
    if not clean or not clean.isprintable():
        raise LundianError(
            f"The term {term!r} is blank or has an unprintable character in it; take it out of the list."
        )
    return clean


def _text(text: str) -> str:
    if not isinstance(text, str):
        raise LundianError(f"A text to segment is of type {type(text).__name__}; give strings.")
    return text


def _is_apart(term: str) -> bool:
    """Return whether jieba's pattern takes a term apart, whatever its dictionary says."""
    return BLOCK.fullmatch(term) is None


def _words_of(term: str) -> list[str]:
    """Return the words that a term adds to the dictionary: itself, or its Chinese blocks where jieba takes it apart.

    As words of their own the blocks begin and end where the term does, so that it can be joined again.
    """
    if not _is_apart(term):
        return [term]
    return [block for block in BLOCK.findall(term) if not block.isascii()]
