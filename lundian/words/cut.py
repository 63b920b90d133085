"""Any list of strings, cut into terms with the dictionary that every notebook uses."""

from collections.abc import Sequence

from lundian.words.segment import default_segmenter
from lundian.words.topics import all_terms, load_topics


def segment(texts: Sequence[str]) -> list[list[str]]:
    """Cut texts into jieba's words, the terms of data/topics/ kept whole; the terms of a text joined are the text.

    Raises
    ------
    LundianError
        `texts` is one string, or holds something that is no string.

    Examples
    --------
    >>> segment(["消费平权来了", ""])
    [['消费平权', '来', '了'], []]
    """
    return default_segmenter(tuple(sorted(all_terms(load_topics())))).cut_all(texts)
