"""What a report was made of and with: versions, hashes, parameters, from the index of its figures."""

from collections.abc import Iterator, Mapping

from lundian.report.document import Section, Table
from lundian.report.find import Executed
from lundian.report.words import WORDS

_SHOWN = 16  # characters of a hash: enough to tell two apart, and to be read aloud


def provenance(run: Executed, tables: int) -> Section:
    """Return the section that says where figures come from; its tables are numbered on from `tables`."""
    words, entries = WORDS[run.language], run.index
    common = _common(
        [{**entry.get("versions", {}), **dict(_flat(entry.get("provenance", {})))} for entry in entries.values()]
    )
    made = Table(tables + 1, words["made"], (words["what"], words["value"]), tuple(common.items()))
    header = tuple(words[name] for name in ("figure", "measure", "seed", "rows", "hash"))
    figures = Table(tables + 2, words["figures"], header, tuple(map(_row, entries, entries.values())))
    return Section(words["provenance"], (made, figures))


def _row(name: str, entry: Mapping[str, object]) -> tuple[str, ...]:
    """Return a figure's name, the measure behind it and its seed, the rows that it draws and their hash."""
    measure, seed = (str(entry.get("provenance", {}).get(key, "")) for key in ("measure", "seed"))
    return name.replace("_", " "), measure.replace("_", " "), seed, f"{entry['rows']:,}", entry["data_sha256"][:_SHOWN]


def _flat(values: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield nested values with their path, hashes shortened.

    >>> dict(_flat({"seed": 0, "text": {"a": "b" * 64}}))
    {'seed': '0', 'text: a': 'bbbbbbbbbbbbbbbb'}
    """
    for name, value in sorted(values.items()):
        path = f"{above}: {name}" if above else str(name)
        if isinstance(value, Mapping):
            yield from _flat(value, path)
        else:
            text = str(value)
            yield path.replace("_", " "), text[:_SHOWN] if len(text) == 64 and text.isalnum() else text


def _common(entries: list[dict[str, str]]) -> dict[str, str]:
    """Return what all figures have in common."""
    first = entries[0] if entries else {}
    return {key: value for key, value in first.items() if value and all(one.get(key) == value for one in entries)}
