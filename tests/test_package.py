"""The package is light to import and keeps its public names."""

import subprocess
import sys

import pytest

import lundian as ld

HEAVY = ("pandas", "numpy", "matplotlib", "jieba", "rjieba", "snownlp", "scipy", "seaborn", "wordfreq", "networkx")


def test_import_loads_nothing_heavy():
    """`import lundian` loads no heavy library."""
    code = f"import sys, lundian; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


@pytest.mark.parametrize("name", ld.__all__)
def test_every_public_name_is_there(name):
    """Every public name can be had, and says what it is."""
    assert getattr(ld, name).__doc__


def test_a_function_keeps_its_name_beside_the_folder():
    """Importing a room of the package does not replace the public function of the same name."""
    import importlib

    importlib.import_module("lundian.extract")
    assert callable(ld.extract)


def test_an_unknown_name_lists_the_known():
    """A misspelt name is told with the right ones."""
    with pytest.raises(AttributeError, match="load_corpus"):
        ld.load_korpus  # noqa: B018
