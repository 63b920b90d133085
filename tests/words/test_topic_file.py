"""Terms put into a topic file: it reads as before with the terms added, and every line of the reader's is still there."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.words.topic_file import with_terms

LAYOUTS = {
    "block": "# mine\nconcepts:\n  canteen:\n    terms:\n      食堂: canteen  # 常见\n\ndictionary:\n  打饭: x\n# end\n",
    "deep": "concepts:\n    canteen:\n        terms:\n            食堂: canteen\n\ncontrasts: []\n",
    "lists": "dictionary:\n- 打饭\n- 菜单  # 每周\nconcepts:\n  canteen:\n    terms:\n      - 食堂\n",
    "flow": "dictionary: [打饭, 菜单]  # 短\nconcepts: {canteen: {terms: {食堂: canteen}}}\n",
    "trailing comma": "dictionary: [打饭,]\nconcepts:\n  canteen: {terms: [食堂,]}\n",
    "flow over lines": "dictionary: {\n  打饭: x,\n  菜单: y\n}\nconcepts: {canteen: {terms: []}}\n",
    "empty values": "dictionary:\n\nconcepts:\n  canteen:\n    terms:  # none yet\n    zh: 食堂\n",
    "nulls": "dictionary: ~\nconcepts:\n  canteen:\n    terms: null\n",
    "missing": "concepts:\n  canteen:\n    zh: 食堂\n    # what it is called\n\ncontrasts: []\n",
    "empty gloss last": "dictionary:\n  打饭:\n  菜单:\nconcepts:\n  canteen:\n    terms:\n      食堂:\n",
    "no line end": "concepts:\n  canteen:\n    terms:\n      食堂: canteen\ndictionary:\n  打饭: x",
    "windows": "title: 食堂\r\nconcepts:\r\n  canteen:\r\n    terms:\r\n      食堂: canteen\r\n",
    "byte order mark": "\ufeffconcepts:\n  canteen:\n    terms:\n      食堂: canteen\n",
    "comments only": "# nothing yet\n",
    "nothing": "",
}
TERM = st.text(
    st.sampled_from("社区食堂打饭AB12 -:#'\"[]{},&*!|>%@`?~"), min_size=1, max_size=12
).map(str.strip).filter(lambda term: any(map(str.isalnum, term)))  # fmt: skip
GLOSSES = st.sampled_from(["", "getting food", "yes", "a: b", "# no", "-1", 'it\'s "food"', "x, y]", "null"])


def _read(text: str) -> dict:
    return yaml.safe_load(text.lstrip("\ufeff")) or {}


def _terms(said: dict, concept: str | None) -> dict:
    """Return term → gloss of a place, as `read_topic` reads it."""
    of = said.get("dictionary") if concept is None else said["concepts"][concept].get("terms")
    told = dict.fromkeys(of, "") if isinstance(of, list) else of or {}
    return {str(term): str(gloss or "") for term, gloss in told.items()}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("concept", [None, "canteen"])
@settings(max_examples=20)
@given(terms=st.dictionaries(TERM, GLOSSES, min_size=1, max_size=3))
@example(terms={"社区食堂": "community canteen", "yes": "", "3:2": "x"})
def test_any_file_reads_as_before_with_the_terms_added(layout, concept, terms):
    """Nothing but the place's terms changes, whatever the layout, and each new term reads back as it was given."""
    text = LAYOUTS[layout]
    if concept and "canteen" not in text:
        return
    made = with_terms(text, terms, concept)
    before, after = _read(text), _read(made)
    told = _terms(after, concept)
    kept = {term: gloss for term, gloss in _terms(before, concept).items() if term not in terms}
    assert list(told) == [*_terms(before, concept), *(t for t in terms if t not in _terms(before, concept))]
    assert {term: told[term] for term in kept} == kept
    assert all(told[term] in (gloss, "") for term, gloss in terms.items())
    for said in (before, after):
        (said if concept is None else said["concepts"][concept]).pop("dictionary" if concept is None else "terms", None)
    assert after == before


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_stays(layout):
    """Comments, order and line ends are the reader's: what is added are lines, or words within one."""
    text = LAYOUTS[layout]
    made = with_terms(text, {"社区食堂": "community canteen"})
    left = iter(made)
    kept = text.replace("~", "")
    assert all(character in left for character in kept)
    assert made.count("\r\n") == (made.count("\n") if "\r\n" in text else 0)


def test_a_list_keeps_the_gloss_as_a_comment():
    """A list has no place for a gloss; it is not lost."""
    assert with_terms("dictionary:\n- 打饭\n", {"社区食堂": "community canteen"}).endswith(
        "- 社区食堂  # community canteen\n"
    )


def test_an_unknown_concept_lists_those_there_are():
    """A misspelt concept is told with the right ones."""
    with pytest.raises(LundianError, match=r"'cantine'.*canteen"):
        with_terms(LAYOUTS["block"], {"打饭": ""}, "cantine")
    with pytest.raises(LundianError, match="it has none yet"):
        with_terms("title: 食堂\n", {"打饭": ""}, "canteen")
