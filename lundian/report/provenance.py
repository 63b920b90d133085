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
    rows = tuple((name, f"{entry['rows']:,}", entry["data_sha256"][:_SHOWN]) for name, entry in sorted(entries.items()))
    figures = Table(tables + 2, words["figures"], (words["figure"], words["rows"], words["hash"]), rows)
    return Section(words["provenance"], (made, figures))


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
    return {name: value for name, value in first.items() if all(entry.get(name) == value for entry in entries)}
