"""Chinese commentary, measured paragraph by paragraph.

`import lundian as ld` reads no file and loads no heavy library: each public name is imported when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType

# Public name → the module that holds it.
_HOMES: dict[str, str] = {
    "LundianError": "lundian.errors",
    "Corpus": "lundian.corpus",
    "extract": "lundian.corpus",
    "load_corpus": "lundian.corpus",
    "read_articles": "lundian.text.articles",
}

__all__ = sorted(_HOMES)


class _Package(ModuleType):
    """A package whose public functions keep their names when a submodule of the same name is imported.

    `ld.tone(corpus)` is a function and `lundian/tone/` a folder; importing the folder would replace it.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("lundian")
    if name not in _HOMES:
        raise AttributeError(f"lundian has no {name!r}; it has {', '.join(__all__)}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
