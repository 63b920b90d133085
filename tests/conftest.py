"""What tests share: where the source articles are, if they are, and a project folder of a test's own."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def source_file() -> Path:
    """Return the file with the two source articles, which is not part of the project."""
    found = sorted((SHARED / "articles").glob("*.txt"))
    if not found:
        pytest.skip("the source articles are not part of the project, and ../shared/articles is absent")
    return found[0]


@pytest.fixture
def shared() -> Path:
    """Return the folder with the development data, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not part of the project, and ../shared is absent")
    return SHARED


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """Return an empty project folder with this project's topics, lexicons, index and shipped features."""
    for part in ("topics", "lexicons", "features", "samples"):
        shutil.copytree(ROOT / "data" / part, tmp_path / "data" / part)
    (tmp_path / "data" / "articles").mkdir()
    shutil.copy(ROOT / "data" / "articles" / "index.csv", tmp_path / "data" / "articles")
    monkeypatch.setenv("LUNDIAN_HOME", str(tmp_path))
    return tmp_path
