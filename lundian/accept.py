"""New terms taken into a topic: written into its file, and told with what they change."""

from collections.abc import Iterable, Iterator, Mapping

from lundian import paths
from lundian.effects import effect
from lundian.errors import LundianError, tell
from lundian.files import write_whole
from lundian.say.accepted import say_accepted
from lundian.say.finding import Finding
from lundian.schema import MAX_TERM
from lundian.text.decode import decode
from lundian.words.segment import default_segmenter
from lundian.words.topic_file import with_terms
from lundian.words.topics import Topic, all_terms, load_topics
from lundian.words.word import is_word


def accept_terms(
    terms: Iterable[str] | Mapping[str, str], *, topic: str, concept: str | None = None, language: str = "en"
) -> Finding:
    """Add terms to a topic's file, and say which counts and figures that changes.

    The file data/topics/<topic>.yaml keeps its comments and its order. From the next `load_corpus` on the terms are kept whole,
    in every topic: there is one dictionary. A term that can't be taken is told with the reason, and the others go on.

    Parameters
    ----------
    terms
        The terms, or a mapping of terms to their English glosses.
    topic
        Whose file they go into.
    concept
        The key of the concept that they name; None puts them into the topic's dictionary: kept whole, naming none.
    language
        "en" or "zh": the language of the sentence.

    Returns
    -------
    Finding
        What was added; the counts that change, before and after, in the topic's articles that are at hand; the figures that
        are out of date by that; the articles whose features stay as they are because their text is not at hand.

    Raises
    ------
    LundianError
        There is no such topic file, or no such concept in it.
    """
    topics = load_topics()
    new = dict(_taken(_with_glosses(terms), _topic(topics, topic), concept))
    if new:
        _write(topic, new, concept)
    before, after = (default_segmenter(tuple(sorted(all_terms(of)))) for of in (topics, load_topics()))
    return Finding(say_accepted(list(new), topic, concept, effect(topic, new, before, after), language))


def _with_glosses(terms: Iterable[str] | Mapping[str, str]) -> list[tuple[object, str]]:
    if isinstance(terms, Mapping):
        return list(terms.items())
    return [(term, "") for term in ([terms] if isinstance(terms, str) else terms)]


def _topic(topics: Mapping[str, Topic], name: str) -> Topic:
    if name not in topics:
        raise LundianError(
            f"There is no topic file data/topics/{name}.yaml; there are those of {', '.join(topics) or 'no topic yet'}. "
            f"`lundian topic new {name}` makes one."
        )
    return topics[name]


def _taken(terms: Iterable[tuple[object, str]], topic: Topic, concept: str | None) -> Iterator[tuple[str, str]]:
    """Yield the terms that can be added, each once; of every other one the reason is told."""
    known = set(topic.terms if concept is None else getattr(topic.concepts.get(concept), "terms", ()))
    for term, gloss in terms:
        term = term.strip() if isinstance(term, str) else term
        if reason := _reason(term, known, topic.name):
            tell(f"Not added: {reason}")
            continue
        known.add(term)
        yield term, str(gloss or "").strip()


def _reason(term: object, known: set[str], topic: str) -> str:
    """Return why a term can't be added; "" where it can."""
    if not isinstance(term, str):
        return f"{term!r} is of type {type(term).__name__}; a term is a string."
    if not term.isprintable() or not is_word(term):
        return f"{term!r} is blank or holds no letter, digit or Chinese character; such a term could not be counted."
    if len(term) > MAX_TERM:
        return f"{term} has {len(term)} characters; a term has at most {MAX_TERM}."
    return f"{term} is in {topic} already." if term in known else ""


def _write(topic: str, terms: Mapping[str, str], concept: str | None) -> None:
    """Write terms into a topic's file, in the encoding that it has."""
    path = paths.topics(f"{topic}.yaml")
    raw = path.read_bytes()
    encoding = decode(raw, path.name).encoding
    write_whole(path, with_terms(raw.decode(encoding), terms, concept).encode(encoding))
