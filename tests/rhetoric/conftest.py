"""Sentences as tests write them: terms with | between, so that no dictionary is needed."""

import pytest

from lundian.rhetoric.reader import read_rhetoric


def _read(*paragraphs, sections=None):
    terms = [[sentence.split("|") for sentence in sentences] for sentences in paragraphs]
    return read_rhetoric([["".join(of) for of in sentences] for sentences in terms], terms, sections)


@pytest.fixture(scope="session")
def read():
    """Return the function that reads paragraphs, each a list of sentences with | between terms."""
    return _read


@pytest.fixture(scope="session")
def middle():
    """Return the function that reads one sentence in the middle of a paragraph: (role, marker), marks."""

    def _middle(sentence):
        roles, marks = _read(["猫|睡|了|。", "狗|跑|了|。", sentence, "鸟|飞|了|。", "鱼|游|了|。"])
        own = [mark[2:] for mark in marks if mark[1] == 2]
        deciding = [term for _, _, kind, term, label in own if kind == "role" and not label.startswith("enum")]
        return (roles[0][2], deciding[0] if deciding else ""), own

    return _middle
