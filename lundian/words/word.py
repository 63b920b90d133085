"""What counts as a word: a token that holds a letter, a digit or a Han character."""

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def is_word(term: str) -> bool:
    """Say whether a token is a word; punctuation and blanks are tokens too, so that counts sum to the text, but no words.

    >>> [is_word(term) for term in ("平台", "S2B", "，", " ")]
    [True, True, False, False]
    """
    return any(character.isalnum() for character in term)
