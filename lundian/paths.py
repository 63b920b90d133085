"""Where data, figures and notebooks are. Nothing else knows.

The project folder is the one that holds this package, or the folder that the environment variable LUNDIAN_HOME names.
Everything is a function, so that a test or a second project can point somewhere else at any time.
"""

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return the project folder, the one with data/, figures/ and notebooks/."""
    named = os.environ.get("LUNDIAN_HOME")
    return Path(named).expanduser().resolve() if named else Path(__file__).resolve().parent.parent


def data(*parts: str) -> Path:
    """Return data/ or a place in it."""
    return home().joinpath("data", *parts)


def articles(*parts: str) -> Path:
    """Return data/articles/, the reader's own articles, or a place in it."""
    return data("articles", *parts)


def features(*parts: str) -> Path:
    """Return data/features/, the features that the project ships, or a place in it."""
    return data("features", *parts)


def local(*parts: str) -> Path:
    """Return data/local/, what a reader's use makes, or a place in it."""
    return data("local", *parts)


def topics(*parts: str) -> Path:
    """Return data/topics/ or a place in it."""
    return data("topics", *parts)


def lexicons(*parts: str) -> Path:
    """Return data/lexicons/ or a place in it."""
    return data("lexicons", *parts)


def samples(*parts: str) -> Path:
    """Return data/samples/ or a place in it."""
    return data("samples", *parts)


def figures(*parts: str) -> Path:
    """Return figures/ or a place in it."""
    return home().joinpath("figures", *parts)


def figures_of(topic: str, language: str, under: str = "") -> str:
    """Return the folder below figures/ for a topic's figures in a language; those of the project itself are English.

    `under` is a folder below figures/local/ for figures made otherwise than the project's.

    >>> figures_of("my_topic", "en"), figures_of("my_topic", "zh"), figures_of("local/my_article", "zh")
    ('my_topic', 'local/zh/my_topic', 'local/zh/my_article')
    >>> figures_of("local/my_article", "zh", "column")
    'local/column/zh/my_article'
    """
    beside = [*([under] if under else []), *([language] if language != "en" else [])]
    return "/".join(["local", *beside, topic.removeprefix("local/")]) if beside else topic


def notebooks(*parts: str) -> Path:
    """Return notebooks/ or a place in it."""
    return home().joinpath("notebooks", *parts)


def cache(*parts: str) -> Path:
    """Return a folder of this user's own for what can be made again; it is created with access for this user only."""
    folder = Path(platformdirs.user_cache_dir("lundian", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder.joinpath(*parts)
