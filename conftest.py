"""What every test and every docstring's example starts from."""

import pytest
from hypothesis import settings

settings.register_profile("lundian", deadline=None)  # how long an example takes says nothing of what it shows
settings.load_profile("lundian")


@pytest.fixture(autouse=True)
def no_titles(monkeypatch):
    """No article's title is known from another test; a session of a reader's keeps those of its articles."""
    from lundian import glossary

    monkeypatch.setattr(glossary, "_titles", {})
    glossary._short_titles.cache_clear()
    yield
    glossary._short_titles.cache_clear()
