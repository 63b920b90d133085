"""The parts of sentences, and that every sentence exists in both languages with glyphs for all its words."""

import pkgutil
import string
from importlib import import_module
from importlib.util import find_spec

import pytest

import lundian.say
from lundian.errors import LundianError
from lundian.plot import font
from lundian.say import phrase

MODULES = [name for _, name, _ in pkgutil.iter_modules(lundian.say.__path__)]
SAYING = [
    name for name in MODULES if isinstance(getattr(import_module(f"lundian.say.{name}"), "TEXTS", {}).get("en"), dict)
]
KINDS = [
    name
    for name in SAYING
    if find_spec(f"lundian.plot.{name}") and hasattr(import_module(f"lundian.say.{name}"), f"say_{name}")
]


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", SAYING)
def test_both_languages_say_the_same(kind):
    """Each sentence exists in English and Chinese with the same gaps, and the figure's font has all its characters."""
    texts = import_module(f"lundian.say.{kind}").TEXTS
    assert texts["en"].keys() == texts["zh"].keys()
    for key, english in texts["en"].items():
        extra = _gaps(english) ^ _gaps(texts["zh"][key])
        assert not extra - {"article", "target", "reference", "s", "verb", "silent"}, (key, extra)
        assert not font.missing(english + texts["zh"][key])


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_four_parts(kind):
    """Finding, title, caption and alt text of a figure come together."""
    module = import_module(f"lundian.say.{kind}")
    assert all(callable(getattr(module, f"{part}_{kind}")) for part in ("say", "title", "caption", "alt"))


def test_unknown_language_is_refused():
    """A language that isn't there is refused with those that are."""
    with pytest.raises(LundianError, match="en, zh"):
        phrase.known("fr")


def test_wilson_interval_of_a_published_example():
    """The interval of 81 in 263 is that of Newcombe (1998, table I): 0.2553 to 0.3662."""
    low, high = phrase.wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
