"""A finding: a sentence that a notebook shows as prose, and that is text everywhere else."""

import functools
import re
from collections.abc import Callable, Collection

_MARKUP = re.compile(r"([\\`*_<>\[\]#|~$])")


class Finding(str):
    """A sentence computed from a table.

    >>> Finding("Tone rises.")
    'Tone rises.'
    """

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return _MARKUP.sub(r"\\\1", self)

    def __add__(self, other: str) -> "Finding":
        return Finding(f"{self}{other}")


def finding(function: Callable[..., str]) -> Callable[..., Finding]:
    """Return the function with its sentence as a finding."""

    @functools.wraps(function)
    def said(*args: object, **kwargs: object) -> Finding:
        return Finding(function(*args, **kwargs))

    return said


def answer(*titles: str, language: str = "en") -> Finding:
    """Return the titles of several figures as one paragraph: the answer that a notebook opens with.

    >>> answer("Tone rises", "One: it turns\\nTwo: it does not")
    'Tone rises. One: it turns. Two: it does not.'
    """
    stop, gap = ("。", "") if language == "zh" else (".", " ")
    lines = [line for title in titles for line in title.split("\n") if line]
    return Finding(gap.join(line if line.endswith(stop) else line + stop for line in lines))


def halves(language: str = "en") -> dict[str, str]:
    """Return what the two halves of a text are called where they are compared.

    >>> halves("zh")
    {'target': '前半', 'reference': '后半'}
    """
    names = ("前半", "后半") if language == "zh" else ("the first half", "the second half")
    return dict(zip(("target", "reference"), names, strict=True))


def versus(target: Collection[str], reference: Collection[str], language: str = "en") -> dict[str, str]:
    """Return what two groups of articles are called where they are compared: a single article by its own name.

    >>> versus(["tea_houses"], ["night_markets", "reading_rooms"])
    {'target': 'tea_houses', 'reference': 'the other articles'}
    """
    several = ("这些文章", "其他文章") if language == "zh" else ("these articles", "the other articles")
    groups = (("target", target, several[0]), ("reference", reference, several[1]))
    return {side: next(iter(slugs)) if len(slugs) == 1 else name for side, slugs, name in groups}
