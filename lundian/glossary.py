"""What a term or a concept is called in the reader's language, from data/topics."""

from functools import lru_cache

from lundian import paths
from lundian.words.topics import Concept, all_terms, load_topics


def gloss(term: str) -> str:
    """Return the English gloss of a term, or "" where no topic gives one."""
    return _glosses(_state()).get(term, "")


def concept_name(concept: str, language: str = "en") -> str:
    """Return what a concept is called, or its key where no topic knows it."""
    known = _concepts(_state()).get(concept)
    return known.name(language) if known else concept


def concept_keys() -> list[str]:
    """Return the keys of all concepts in a fixed order, so that each keeps its colour."""
    return list(_concepts(_state()))


def _state() -> tuple:
    """Return what tells that a topic file changed."""
    files = sorted(paths.topics().glob("*.yaml"))
    return tuple((str(file), file.stat().st_mtime_ns) for file in files)


@lru_cache(maxsize=4)
def _glosses(state: tuple) -> dict[str, str]:  # noqa: ARG001
    return all_terms(load_topics())


@lru_cache(maxsize=4)
def _concepts(state: tuple) -> dict[str, Concept]:  # noqa: ARG001
    return {key: concept for topic in load_topics().values() for key, concept in topic.concepts.items()}
