"""What changed since last time: the figures of a topic beside those of the run before, and why they differ."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from lundian import paths
from lundian.errors import LundianError
from lundian.measure.compare import Comparison, compare
from lundian.plot.check import check_language
from lundian.plot.files import read_index
from lundian.plot.wanted import wanted
from lundian.records import recall

COLUMNS = ("figure", "causes", "title_before", "title_after", *Comparison._fields)
SHORT = 30  # characters of a parameter's value that is told
# What a figure was made from, by its entry in index.json, in the order in which it is told.
_HASHES = ("dictionary", "lexicons", "concepts", "extractor", "measure", "seed")


def changes(topic: str, language: str = "en") -> pd.DataFrame:
    """Compare the figures of a topic with what they were in the run before.

    A run is a notebook's kernel, from its start; the records are in data/local/runs/.

    Parameters
    ----------
    topic
        A folder of figures/, as it was given to `save_figure`.
    language
        "en" or "zh": that of the figures, as it was given to `save_figure`.

    Returns
    -------
    pandas.DataFrame
        One row per figure that changed, or was made from something else: figure; causes (what it was made from that changed:
        "article", "text", "dictionary", "lexicons", "concepts", "extractor", "measure", "seed", "parameters", "versions";
        "data" where none of these did; each with what changed in it); title_before, title_after (empty where the finding is
        the same); column, n_rows, n_moved, n_sign, n_came, n_went, n_first, where, before, after
        (see `lundian.measure.compare.compare`). `.attrs["n_figures"]` has how many figures there are. Empty where nothing
        changed, or nothing was drawn yet.

    Examples
    --------
    >>> changes("nothing_was_drawn_of_this").empty
    True
    """
    folder = paths.figures_of(topic, check_language(language), wanted().under)
    index = read_index(paths.figures(*folder.split("/"), "index.json"))
    rows = [row for name, entry in sorted(index.items()) if (row := _row(folder, name, entry))]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    table.attrs["n_figures"] = len(index)
    return table


def drawn_topics(chosen: Sequence[str] = ()) -> list[str]:
    """Return the topics that have figures: those chosen, or all.

    Raises
    ------
    LundianError
        There are no figures of a topic that is chosen; the sentence lists those there are.
    """
    found = paths.figures().rglob("index.json")
    known = sorted(path.parent.relative_to(paths.figures()).as_posix() for path in found)
    if unknown := [topic for topic in chosen if topic not in known]:
        raise LundianError(f"There are no figures of {unknown[0]!r}; there are those of {', '.join(known)}.")
    return list(chosen) or known


def _row(topic: str, name: str, entry: Mapping[str, object]) -> dict[str, object] | None:
    """Return how a figure differs from its record; None where it does not."""
    if (record := recall(topic, name)) is None:
        return None
    before, old, new = record
    causes = dict(_causes(before, entry))
    told = Comparison() if "article" in causes else compare(old, new)
    moved = told.n_moved + told.n_came + told.n_went
    if not (moved or causes):
        return None
    titles = (before["title"], entry["title"]) if before["title"] != entry["title"] else ("", "")
    return dict(zip(COLUMNS, (name, causes or {"data": ""}, *titles, *told), strict=True))


def _causes(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what two figures were made from that differs, with what differs in it; what one of them doesn't tell is left out."""
    old, new = (entry.get("provenance") or {} for entry in (before, after))
    if old.get("articles") and new.get("articles"):
        yield from _articles(old["articles"], new["articles"])
    for key in _HASHES:
        if all(entry.get(key, "") != "" for entry in (old, new)) and old[key] != new[key]:
            yield key, f"{old[key]} → {new[key]}"
    for key, one, other in (
        ("parameters", old.get("parameters"), new.get("parameters")),
        ("versions", before.get("versions"), after.get("versions")),
    ):
        if one and other and (detail := _differing(one, other)):
            yield key, detail


def _articles(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    if old == new:
        return
    if {"n", "sha256"} in (set(old), set(new)):  # more articles than an entry lists
        yield "text", ""
    elif set(old) & set(new):
        yield "text", ", ".join(slug for slug in sorted({*old, *new}) if old.get(slug) != new.get(slug))
    else:
        yield "article", f"{', '.join(old)} → {', '.join(new)}"


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> str:
    """Return the values that differ, of those that both tell.

    >>> _differing({"repeats": 50, "by": "article"}, {"repeats": 200, "by": "article"})
    'repeats 50 → 200'
    """
    changed = [key for key in sorted(set(old) & set(new)) if old[key] != new[key]]
    return ", ".join(_told(key, old[key], new[key]) for key in changed)


def _told(key: str, old: object, new: object) -> str:
    """Return a value before and after; of what is long, only what it is called."""
    values = ["none" if value is None else str(value) for value in (old, new)]
    return f"{key} {' → '.join(values)}" if max(map(len, values)) <= SHORT else key
