"""Lexicon files: the project's own are audited, a reader's may come from anywhere, a bad one is told in one sentence."""

import csv

import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.tone.lexicon import LexiconScorer
from lundian.tone.lexicon_files import load_lexicon

DOMAINS = {"finance_event", "market", "technology", "argument", "general"}


def rows(name):
    with paths.lexicons(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Return a function that writes a reader's lexicon."""
    monkeypatch.setattr(paths, "local", lambda *parts: tmp_path.joinpath(*parts))
    (tmp_path / "lexicons").mkdir()

    def write(content: bytes, name: str = "mine") -> str:
        (tmp_path / "lexicons" / f"{name}.csv").write_bytes(content)
        return name

    return write


def test_tone_csv_is_audited():
    """At least 3,000 terms, each once, sorted, with a sense, a domain and a polarity on the scale."""
    entries = rows("tone")
    terms = [entry["term"] for entry in entries]
    assert len(terms) >= 3000
    assert terms == sorted(set(terms))
    assert {entry["domain"] for entry in entries} == DOMAINS
    assert {float(entry["polarity"]) for entry in entries} <= {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2}
    assert all(entry["sense"] for entry in entries)
    assert all(len(term) <= 12 and term == term.strip() for term in terms)


@pytest.mark.parametrize("name", ["negators", "degrees", "verbs", "subjects", "markers"])
def test_words_of_grammar_are_sorted_and_glossed(name):
    """Each word of grammar stands with its gloss; in verbs a word stands once."""
    entries = rows(name)
    assert all(entry["gloss"] for entry in entries)
    assert [entry["term"] for entry in entries] == sorted(entry["term"] for entry in entries)
    assert name == "markers" or len({entry["term"] for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    "content",
    [
        "term,polarity\n土豆,2\n".encode(),
        "\ufeffterm,polarity\r\n土豆,2\r\n".encode(),
        "term,polarity\r土豆,2\r".encode(),
        "term,polarity\n土豆,2\n".encode("gb18030"),
        "Polarity,note, TERM \n 2 ,x, 土豆 \n\n".encode(),
        "term,polarity\n土豆,1\n土豆,3\n".encode(),
    ],
    ids=["utf-8", "bom-crlf", "cr", "gb18030", "other columns", "twice"],
)
def test_a_readers_lexicon_loads(own, content):
    """Whatever wrote the file, the same lexicon is read."""
    assert load_lexicon(own(content)) == {"土豆": 2.0}


def test_a_wider_scale_is_scaled_down(own):
    """Polarities from -7 to 7 are read as -2 to 2."""
    assert load_lexicon(own("term,polarity\n土豆,-7\n白菜,3.5\n".encode())) == {"土豆": -2.0, "白菜": 1.0}


def test_a_readers_lexicon_scores_with_the_same_rules(own):
    """The words are the reader's, negation is the project's."""
    scorer = LexiconScorer(own("term,polarity\n土豆,2\n".encode()))
    scores, evidence = scorer.score([["土豆"], ["不", "土豆"], ["机会"]])
    assert scores["tone"][0] > 0 > scores["tone"][1]
    assert scores["n_evidence"].tolist() == [1, 1, 0]
    assert evidence["rule"].tolist() == ["plain", "negated"]


def test_a_changed_file_is_read_anew(own):
    """Whoever edits the lexicon and runs again gets the new polarity."""
    import os

    name = own("term,polarity\n土豆,2\n".encode())
    before = LexiconScorer(name).score([["土豆"]])[0]["tone"][0]
    own("term,polarity\n土豆,-2\n".encode())
    file = paths.local("lexicons", "mine.csv")
    os.utime(file, ns=(1, 1))
    assert LexiconScorer(name).score([["土豆"]])[0]["tone"][0] == -before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"word,score\nx,1\n", "mine.csv has no column term; its first line should be term,polarity"),
        ("term,polarity\n土豆,好\n".encode(), "Polarity '好' in line 2 of mine.csv is no number"),
        ("term,polarity\n土豆,inf\n".encode(), "no number"),
        (b"term,polarity\n", "holds no term"),
        (b"", "has no column term"),
        (b"\xff\xfe\x00\x01\x81", "neither UTF-8 nor GB18030"),
    ],
)
def test_a_bad_file_is_told_in_one_sentence(own, content, said):
    """The sentence names the file and what is wrong with it."""
    with pytest.raises(LundianError, match=said):
        load_lexicon(own(content))


def test_unknown_lexicons_are_named(own):
    """A name without file, or with a folder in it, is answered with those that are there."""
    own("term,polarity\n土豆,2\n".encode())
    with pytest.raises(LundianError, match=r"there are tone, mine\."):
        load_lexicon("yours")
    with pytest.raises(LundianError, match="without folder"):
        load_lexicon("../tone")
