"""Paragraph to sentences: exact slices, which joined give the paragraph again."""

import re

ENDS = "。！？!?…"
CLOSERS = "”’」』）)]】》〉｝}〕"

# A run of end marks with the closing quotes, brackets and blanks behind it.
_END = re.compile(rf"[{ENDS}][{ENDS}{re.escape(CLOSERS)}\s]*")
# No sentence begins with one of these, so where one follows, the sentence goes on.
_GOES_ON = frozenset("，、；：,;:")


def split_sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph, in order and whole.

    A sentence ends at a run of 。！？!?… and takes the closing quotes, brackets and blanks that follow. ； ends none. A straight
    quote closes a sentence only where one has been opened in it.

    >>> split_sentences("真的吗？！“是的。”他说；不信就看。")
    ['真的吗？！', '“是的。”', '他说；不信就看。']
    >>> split_sentences("")
    []
    """
    sentences, start = [], 0
    for found in _END.finditer(paragraph):
        end = _with_straight_quote(paragraph, start, found.end())
        if end > start and (end == len(paragraph) or paragraph[end] not in _GOES_ON):
            sentences.append(paragraph[start:end])
            start = end
    if start < len(paragraph):
        sentences.append(paragraph[start:])
    return sentences


def _with_straight_quote(paragraph: str, start: int, end: int) -> int:
    """Return where the sentence ends once a straight quote that it opened is counted in."""
    quote = paragraph[end : end + 1]
    opened = quote in ('"', "'") and paragraph.count(quote, start, end) % 2 == 1
    return end + 1 if opened else end
