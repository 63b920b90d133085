"""What the pages in data/ say of a table's columns is what the tables have: none is left out, none is told that is not there."""

import csv
import json
import re

import pytest

import lundian as ld
from lundian import paths, schema
from lundian.corpus import tables_of
from lundian.extract import TABLES
from tests.conftest import ROOT

KEYS = set(schema.KEY_SENTENCE)  # told once for all tables


def tables(page: str) -> list[tuple[str, list[dict[str, str]]]]:
    """Return the Markdown tables of a page, each as its rows with the heading that it stands under."""
    found = []
    for section in re.split(r"^#+ ", (ROOT / "data" / page).read_text(encoding="utf-8"), flags=re.MULTILINE):
        lines = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in re.findall(r"^\|.*\|$", section, re.MULTILINE)
        ]
        rows = [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]
        found.append((section.partition("\n")[0], rows))
    return found


def names(cell: str) -> set[str]:
    """Return the names in a cell, which commas separate."""
    return {name.strip(" `") for name in cell.split(",")}


def told(name: str, column: str = "column") -> set[str]:
    """Return the columns that the codebook tells of a table."""
    (rows,) = [rows for head, rows in tables("README.md") if name in names(head.partition(":")[0])]
    return set().union(*(names(row[column]) for row in rows))


@pytest.fixture(scope="module")
def corpora():
    """Return a corpus with text and one without."""
    return ld.extract(ld.read_articles(paths.samples("community_canteen.md"))), ld.load_corpus("platform_critique")


@pytest.mark.parametrize("name", [*TABLES, "tokens"])
def test_every_column_of_a_corpus_is_told(corpora, name):
    """Of each table, with text and without it, the columns are those of the codebook and the keys."""
    for corpus in corpora:
        made = set((tables_of(corpus) | {"tokens": corpus.tokens})[name].columns)
        without = set() if corpus.has_text or name == "tokens" else {"text"}
        assert made == (told(name) - without) | (KEYS & made)
        assert KEYS & made == KEYS & {*schema.SCHEMAS[name.removesuffix("_plain")].columns}


def test_every_column_of_an_archive_is_told(tmp_path):
    """The folders are those of the codebook; paragraphs go without the headings, which stand in sections."""
    ld.extract_features(paths.samples("market_notes.csv"), tmp_path / "f")
    (rows,) = [rows for head, rows in tables("README.md") if head.startswith("Features of an archive")]
    listed = set().union(*(names(row["in FEATURES"]) for row in rows)) - {"…"}
    folders = {path.name for path in (tmp_path / "f").iterdir() if path.is_dir()}
    assert {place.partition("/")[0] for place in listed} == folders | {"about.json", "refused.csv"}
    sections = next(row["what it holds"] for row in rows if "sections/" in row["in FEATURES"]).partition(", sorted")[0]
    for name in folders:
        made = set(columns_of(tmp_path / "f" / name))
        whole = names(sections) if name == "sections" else told(name) - {"text"} - {"section_title"}
        assert made == whole | (KEYS & made), name


def columns_of(folder) -> list[str]:
    """Return the columns of a folder's parts."""
    import pyarrow.parquet as pq

    return pq.read_schema(next(folder.glob("*.parquet"))).names


def test_every_key_of_a_figures_entry_is_told():
    """What index.json says of the figures is what the codebook says that it does."""
    found = set()
    for file in (ROOT / "figures").glob("*/index.json"):
        for entry in json.loads(file.read_text(encoding="utf-8")).values():
            found |= set(entry) | {f"provenance.{key}" for key in entry["provenance"]}
    assert found - {"provenance"} == told("figures/<topic>/index.json", "key")


def test_every_column_of_a_file_of_ours_is_told():
    """The files of lexicons and labels, and the index of articles, have the columns that the pages beside them say."""
    pages = {folder: tables(f"{folder}/README.md") for folder in ("lexicons", "labels")}
    said = {
        f"{folder}/{row['file'].strip('`')}": names(re.sub(r" \([^)]*\)", "", row["columns"]))
        for folder, page in pages.items()
        for _, rows in page
        for row in rows
        if "columns" in row
    }
    tone = next(rows for head, rows in pages["lexicons"] if head.startswith("tone.csv"))
    said |= {"lexicons/tone.csv": {row["column"] for row in tone}, "articles/index.csv": told("articles/index.csv")}
    about = (ROOT / "data" / "lexicons" / "connectives.csv").read_text(encoding="utf-8").split("\nkind,")[0]
    said["lexicons/connectives.csv"] = set(re.findall(r"(\w+): ", about))
    for place in ("lexicons", "labels", "articles"):
        for file in (ROOT / "data" / place).glob("*.csv"):
            with file.open(encoding="utf-8-sig", newline="") as stream:
                header = next(row for row in csv.reader(stream) if not row[0].startswith("#"))
            assert set(header) == said.pop(f"{place}/{file.name}"), file.name
    assert not said
