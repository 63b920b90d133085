"""Sentences to terms: jieba's words, with the terms of this project as its user dictionary."""

import functools
import hashlib
import logging
import re
import warnings
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError

_BLOCK = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")  # what jieba cuts as one piece; all else is a character each
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
        The user dictionary, sorted, each term once.
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
        self._tokenizer = _tokenizer(self.terms)
        joined = sorted(filter(_is_apart, self.terms), key=len, reverse=True)
        self._apart = re.compile("|".join(map(re.escape, joined))) if joined else None

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
        return [self._join(text, self._tokenizer.lcut(text)) for text in map(_text, texts)]

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
        return [(term, self._pos(term)) for term in self.cut(text)]

    @functools.cached_property
    def fingerprint(self) -> str:
        """Return the SHA-256 (hex) of jieba's dictionary, its version and the terms."""
        parts = [_dictionary().read_bytes(), version("jieba").encode(), *(t.encode() for t in sorted(self.terms))]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()

    @functools.cached_property
    def unjoined(self) -> tuple[str, ...]:
        """Return the terms that do not come out as one, alone or between other words."""
        return tuple(
            sorted(term for term in self.terms if any(term not in self.cut(c.format(term)) for c in _CARRIERS))
        )

    def _join(self, text: str, words: list[str]) -> list[str]:
        """Make one word of each occurrence of a term that jieba's pattern takes apart, where words begin and end with it."""
        if self._apart is None or not self._apart.search(text):
            return words
        starts, at = {}, 0
        for i, word in enumerate(words):
            starts[at] = i
            at += len(word)
        starts[at] = len(words)
        out, done = [], 0
        for found in self._apart.finditer(text):
            first, last = starts.get(found.start()), starts.get(found.end())
            if first is not None and last is not None:
                out += [*words[done:first], found.group()]
                done = last
        return out + words[done:]

    @functools.cached_property
    def _tags(self) -> dict[str, str]:
        return dict.fromkeys(self.terms, "n")

    def _pos(self, term: str) -> str:
        if term not in self._tags:
            tagged = _tagger().tag(term, hmm=False)
            self._tags[term] = tagged[0][1] if len(tagged) == 1 else "x"
        return self._tags[term]


@functools.lru_cache(maxsize=8)
def default_segmenter(terms: tuple[str, ...] = ()) -> Segmenter:
    """Return the segmenter for a tuple of terms, made once per process.

    Examples
    --------
    >>> default_segmenter(("数字乡村",)) is default_segmenter(("数字乡村",))
    True
    """
    return Segmenter(terms)


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
    return _BLOCK.fullmatch(term) is None


def _parts(term: str) -> list[str]:
    """Return the Chinese blocks of a term that is taken apart: as words of their own they end where the term ends."""
    return [part for part in _BLOCK.findall(term) if len(part) > 1 and not part.isascii()]


def _tokenizer(terms: tuple[str, ...]):
    """Return a jieba tokenizer of our own; never the global one, which any other code may change."""
    jieba = _jieba()
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(paths.cache())  # never the shared temporary folder: jieba unmarshals what it finds there
    words = {word for term in terms for word in (_parts(term) if _is_apart(term) else [term])}
    # From short to long, each word is made just likelier than the best cut of it: a term stands whole however its
    # parts are listed, and the order in which terms are given cannot change a frequency.
    for word in sorted(words, key=lambda word: (len(word), word)):
        tokenizer.add_word(word)
    return tokenizer


@functools.cache
def _jieba():
    """Import jieba, silent."""
    with warnings.catch_warnings():
        # jieba 0.42.1 has "\\." in plain strings (a warning when it is compiled) and imports pkg_resources (deprecated).
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.ERROR)
    return jieba


@functools.cache
def _tagger():
    import rjieba

    return rjieba.Jieba()


def _dictionary() -> Path:
    """Return jieba's dictionary file, without importing jieba."""
    return Path(find_spec("jieba").origin).with_name("dict.txt")
