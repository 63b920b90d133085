"""Tables to sentences, in English and Chinese."""

from importlib import import_module
from importlib.util import find_spec

from lundian.say.finding import Finding, finding


def __getattr__(name: str) -> object:
    """Return `say_<kind>` as a notebook wants it: its sentence is shown as prose."""
    kind = name.removeprefix("say_")
    if kind == name or find_spec(f"{__name__}.{kind}") is None:
        raise AttributeError(f"lundian.say has no {name!r}")
    return finding(getattr(import_module(f"{__name__}.{kind}"), name))


def describe(figure: str, table: object, language: str = "en", **about: str) -> tuple[str, str]:
    """Return caption and alt text of a saved figure, whose name is a number and its kind ("03_tone_arc").

    >>> describe("a_drawing", None)
    ('', '')
    """
    kind = figure.partition("_")[2] if figure[:1].isdigit() else figure
    if find_spec(f"{__name__}.{kind}") is None:
        return "", ""
    module = import_module(f"{__name__}.{kind}")
    return tuple(getattr(module, f"{part}_{kind}")(table, language, **about) for part in ("caption", "alt"))


__all__ = ["Finding", "describe", "finding"]
