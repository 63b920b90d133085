"""Say what was added to a topic, and which counts and figures that changes."""

from collections.abc import Mapping, Sequence

from lundian.say import phrase

SHOWN = 8  # counts that are told one by one
TEXTS = {
    "en": {
        "none": "No term was added to {topic}.",
        "added": "Added {terms} to {place} of {topic}.",
        "dictionary": "the dictionary",
        "concept": "the concept {concept}",
        "counts": "From the next load on the articles at hand hold {counts}.",
        "count": "{term} {after} (before: {before})",
        "more": "the counts of {n} more change",
        "same": "No count changes in the articles at hand.",
        "figures": "Out of date until they are drawn again: {figures}.",
        "folder": "{names} in figures/{folder}",
        "without": "The text of {articles} is not at hand: features stay as they are until it is.",
    },
    "zh": {
        "none": "没有给{topic}添加词语。",
        "added": "已把{terms}加入{topic}的{place}。",
        "dictionary": "词典",
        "concept": "概念{concept}",
        "counts": "下次载入起，手头文章中{counts}。",
        "count": "{term}出现{after}（原为{before}）",
        "more": "另有{n}的计数改变",
        "same": "手头文章的计数不变。",
        "figures": "以下各图重画之前已经过时：{figures}。",
        "folder": "figures/{folder}中的{names}",
        "without": "手头没有{articles}的原文，有原文之前其特征保持原样。",
    },
}


def say_accepted(terms: Sequence[str], topic: str, concept: str | None, effect: object, language: str = "en") -> str:
    """Return what was added, the counts that change, the figures out of date, and the articles without text.

    Parameters
    ----------
    terms
        What was added.
    topic, concept
        Where; no concept means the topic's dictionary.
    effect
        counts (word → before, after), figures (folder → names), without_text (articles), as `lundian.effects.effect` gives it.
    language
        "en" or "zh".
    """
    if not terms:
        return phrase.fill(TEXTS, language, "none", topic=topic)
    place = phrase.fill(TEXTS, language, "concept" if concept else "dictionary", concept=concept)
    added = phrase.listing([phrase.term(term, language) for term in terms], language)
    parts = [phrase.fill(TEXTS, language, "added", terms=added, place=place, topic=topic)]
    parts.append(_counts(terms, effect.counts, language))
    if effect.figures:
        folders = [_folder(folder, names, language) for folder, names in effect.figures.items()]
        listed = ("; " if language == "en" else "；").join(folders)
        parts.append(phrase.fill(TEXTS, language, "figures", figures=listed))
    if effect.without_text:
        articles = phrase.listing(effect.without_text, language)
        parts.append(phrase.fill(TEXTS, language, "without", articles=articles))
    return phrase.join(parts, language)


def _counts(terms: Sequence[str], counts: Mapping[str, tuple[int, int]], language: str) -> str:
    """Return how often words occur before and after: the new terms first, then what changes most."""
    if not counts:
        return phrase.fill(TEXTS, language, "same")
    order = sorted(counts, key=lambda word: (word not in terms, -abs(counts[word][1] - counts[word][0]), word))
    told = [_count(word, *counts[word], language) for word in order[:SHOWN]]
    if (rest := len(counts) - SHOWN) > 0:
        told.append(phrase.fill(TEXTS, language, "more", n=phrase.count(rest, "term", language)))
    return phrase.fill(TEXTS, language, "counts", counts=phrase.listing(told, language))


def _count(word: str, before: int, after: int, language: str) -> str:
    term = word if language == "en" else f"“{word}”"
    times = phrase.count(after, "time", language)
    return phrase.fill(TEXTS, language, "count", term=term, after=times, before=phrase.whole(before))


def _folder(folder: str, names: Sequence[str], language: str) -> str:
    return phrase.fill(TEXTS, language, "folder", folder=folder, names=phrase.listing(names, language))
