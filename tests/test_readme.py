"""What the README shows is what happens."""

import doctest
import re

import pytest

from tests.conftest import ROOT


def test_the_examples_run(monkeypatch):
    """Every Python example in the README gives what it says."""
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "data/README.md", "CONTRIBUTING.md"])
def test_every_file_it_points_to_is_there(name):
    """No link to a file of the project leads nowhere."""
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
