"""What can be chosen: samples, the reader's own articles, those that come as features; and the topics of an upload."""

import tempfile
from pathlib import Path

from lundian import paths
from lundian.errors import LundianError, few
from lundian.explore.words import words

NO_TOPIC = "my_articles"  # the folder of uploads that belong to no topic


def choices(article: str = "", language: str = "en") -> list[tuple[str, str]]:
    """Return what a reader can choose, as (label, what `open_article` takes); what `article` names comes first.

    >>> choices()[0]
    ('sample: community_canteen.md', 'data/samples/community_canteen.md')
    """
    from lundian.shelf import list_articles
    from lundian.text.formats import READERS
    from lundian.text.source import article_files

    say = words(language)
    samples = [
        (say["sample"].format(name=file.name), _place(str(file)))
        for file in article_files(paths.samples())
        if file.suffix in READERS
    ]
    known = list_articles()
    own = [
        (say["shipped"].format(title=title) if kind == "shipped" else title, name)
        for name, title, kind in known[["article", "title", "kind"]].itertuples(index=False)
    ]
    offered = _told_apart([*samples, *own])
    wanted = _place(article)
    if wanted and wanted not in [value for _, value in offered]:
        offered.insert(0, (Path(wanted).name, wanted))
    return sorted(offered, key=lambda choice: choice[1] != wanted)


def topics() -> list[str]:
    """Return the topics that an upload can belong to, first the one without concepts."""
    return [NO_TOPIC, *sorted(file.stem for file in paths.topics().glob("*.yaml") if file.stem != NO_TOPIC)]


def keep(name: str, content: bytes, topic: str = NO_TOPIC, language: str = "en") -> tuple[str, str]:
    """Store an uploaded file with the reader's articles.

    Returns
    -------
    tuple of str
        The (first) article, "" where it could not be read; and where it went, with what should be looked at, or what is wrong.
    """
    from lundian.arrival import arrive
    from lundian.shelf import shown

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, Path(name.replace("\\", "/")).name)
        try:
            file.write_bytes(content)
            arrival = arrive(file, topic)
            arrival.store()
        except LundianError as error:
            return "", str(error)
        except OSError as error:
            return "", f"{name} can't be stored ({error.strerror}); check the folder data/articles/."
    names = arrival.articles["article"].tolist()
    stored = words(language)["stored"].format(names=few(names), file=shown(arrival.target))
    return names[0], " ".join([stored, *arrival.notices(language)])


def _place(article: str) -> str:
    """Return a file as its place from the project folder on, and anything else as it is."""
    from lundian.shelf import shown

    there = article and not (paths.home() / article).exists() and Path(article).exists()
    return shown(Path(article).resolve()) if there or Path(article).is_absolute() else article


def _told_apart(offered: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the choices with the article's name behind a title that several have."""
    labels = [label for label, _ in offered]
    return [(f"{label} ({value})" if labels.count(label) > 1 else label, value) for label, value in offered]
