"""Topic files: data/topics/<topic>.yaml → concepts, their terms, what is set against what, and the words to keep whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from lundian import paths
from lundian.errors import LundianError
from lundian.schema import MAX_TERM
from lundian.text.decode import decode

LANGUAGES = ("en", "zh")


@dataclass(frozen=True)
class Concept:
    """A concept: its key, its name in English and Chinese, and its terms with their English glosses."""

    id: str
    en: str
    zh: str
    terms: Mapping[str, str]

    def name(self, language: str) -> str:
        """Return the concept's name in a language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Topic:
    """A topic: its concepts, the pairs that are set against each other, and further terms to keep whole.

    `contrasts` holds pairs of concept keys, the old side first; `dictionary` holds terms that belong to no concept.
    """

    name: str
    title: Mapping[str, str]
    question: Mapping[str, str]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    contrasts: tuple[tuple[str, str], ...] = ()
    dictionary: Mapping[str, str] = field(default_factory=dict)

    @property
    def terms(self) -> dict[str, str]:
        """Every term of the topic with its gloss."""
        return {term: gloss for part in self._parts() for term, gloss in part.items()}

    def _parts(self) -> list[Mapping[str, str]]:
        return [self.dictionary, *(concept.terms for concept in self.concepts.values())]


def load_topics(folder: Path | None = None) -> dict[str, Topic]:
    """Return every topic of data/topics/, by name, in the order of their names.

    Raises
    ------
    LundianError
        A file is not YAML of the expected form, or a concept key stands in two topics.
    """
    files = sorted((folder or paths.topics()).glob("*.yaml"))
    topics = {file.stem: read_topic(file) for file in files}
    seen: dict[str, str] = {}
    for topic in topics.values():
        for key in topic.concepts:
            if key in seen:
                raise LundianError(
                    f"{topic.name}.yaml: the concept {key} is also in {seen[key]}.yaml; rename one of them."
                )
            seen[key] = topic.name
    return topics


def read_topic(path: Path) -> Topic:
    """Return the topic in a YAML file, whatever its byte-order mark and line ends."""
    try:
        said = yaml.safe_load(decode(path.read_bytes(), path.name).text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise LundianError(
            f"{path.name}: line {mark.line + 1 if mark else '?'} is not YAML; compare it with another topic."
        ) from None
    if not isinstance(said, dict):
        raise LundianError(
            f"{path.name}: should hold title, question, concepts and contrasts; compare it with another topic."
        )
    concepts = {str(key): _concept(str(key), value, path.name) for key, value in (said.get("concepts") or {}).items()}
    return Topic(
        path.stem,
        _both(said.get("title"), path.stem),
        _both(said.get("question"), ""),
        concepts,
        _contrasts(said.get("contrasts") or [], concepts, path.name),
        _terms(said.get("dictionary"), path.name),
    )


def _both(value: object, fallback: str) -> dict[str, str]:
    told = value if isinstance(value, dict) else dict.fromkeys(LANGUAGES, value)
    return {language: str(told.get(language) or fallback) for language in LANGUAGES}


def _concept(key: str, value: object, name: str) -> Concept:
    if not isinstance(value, dict):
        raise LundianError(f"{name}: the concept {key} should hold en, zh and terms.")
    return Concept(key, str(value.get("en") or key), str(value.get("zh") or key), _terms(value.get("terms"), name))


def _terms(value: object, name: str) -> dict[str, str]:
    """Return terms with their glosses, from a mapping or from a plain list."""
    told = dict.fromkeys(value, "") if isinstance(value, list) else value or {}
    terms = {str(term).strip(): str(gloss or "").strip() for term, gloss in told.items()}
    for term in terms:
        if not 0 < len(term) <= MAX_TERM:
            raise LundianError(f"{name}: the term {term!r} should have 1 to {MAX_TERM} characters.")
    return terms


def _contrasts(pairs: list, concepts: Mapping[str, Concept], name: str) -> tuple[tuple[str, str], ...]:
    for pair in pairs:
        unknown = [key for key in pair if key not in concepts] if isinstance(pair, list) and len(pair) == 2 else [pair]
        if unknown:
            raise LundianError(f"{name}: the contrast {pair} should be two of the concepts {', '.join(concepts)}.")
    return tuple((str(a), str(b)) for a, b in pairs)


def all_terms(topics: Mapping[str, Topic]) -> dict[str, str]:
    """Return every term of every topic with its gloss: the user dictionary that segmentation uses everywhere."""
    return {term: gloss for topic in topics.values() for term, gloss in topic.terms.items()}
