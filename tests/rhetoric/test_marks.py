"""Hedges, boosters and enumerations, and what every mark must be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian import schema
from lundian.errors import LundianError
from lundian.rhetoric.connectives import BOOSTERS, HEDGES, PATTERNS, ROLES, UNMARKED, connectives
from lundian.rhetoric.reader import read_rhetoric

HEDGED = {
    "明天|或许|下雨|。": (2, 4, "hedge", "或许", "possibility"),
    "他|几乎|没|睡|。": (1, 3, "hedge", "几乎", "approximation"),
    "湖面|似乎|结|了|冰|。": (2, 4, "hedge", "似乎", "appearance"),
    "据说|山里|有|虎|。": (0, 2, "hedge", "据说", "attribution"),
    "种子|必然|发芽|。": (2, 4, "booster", "必然", "certainty"),
    "灯塔|始终|亮|着|。": (2, 4, "booster", "始终", "universality"),
    "面包|的确|香|。": (2, 4, "booster", "的确", "emphasis"),
}


@pytest.mark.parametrize(("sentence", "mark"), HEDGED.items())
def test_hedges_and_boosters_are_marked_with_their_class(middle, sentence, mark):
    """One sentence for each class, with offsets worked out by hand."""
    assert mark in middle(sentence)[1]


def test_every_class_is_shown_by_a_sentence():
    """No class of hedges or boosters goes untested."""
    assert {mark[4] for mark in HEDGED.values()} == {*HEDGES, *BOOSTERS}


def test_the_longer_hedge_hides_the_shorter(middle):
    """在一定程度上 is one hedge of seven characters, and no 一定."""
    marks = [mark for mark in middle("药|在|一定|程度|上|有用|。")[1] if mark[2] in ("hedge", "booster")]
    assert marks == [(1, 7, "hedge", "在一定程度上", "approximation")]


def test_steps_are_counted(read):
    """首先, 其次, 最后 are marked with their number where they open a clause, and nowhere else."""
    _, marks = read(["首先|，|洗|米|；|其次|，|加|水|；|最后|，|点火|。", "他|最|后|走|。"])
    assert [(m[2], m[5], m[6]) for m in marks if m[6].startswith("enumeration")] == [
        (0, "首先", "enumeration:1"),
        (6, "其次", "enumeration:2"),
        (12, "最后", "enumeration:last"),
    ]


LITERALS = st.sampled_from(connectives().literals)
TERMS = st.lists(st.one_of(LITERALS, st.text(min_size=1, max_size=15), st.sampled_from("，。？“”的是A")), max_size=12)
ARTICLES = st.lists(st.lists(TERMS, max_size=4), max_size=4)


@given(ARTICLES)
@settings(max_examples=150)
def test_any_text_gives_good_marks(article):
    """Whatever the characters: a role for each sentence, and marks that are slices of it, sorted, of known kinds."""
    paragraphs = [["".join(terms) for terms in sentences] for sentences in article]
    roles, marks = read_rhetoric(paragraphs, article)
    assert [len(of) for of in roles] == [len(of) for of in paragraphs]
    assert {role for of in roles for role in of} <= {*ROLES, UNMARKED}
    for p, s, start, end, kind, term, _ in marks:
        assert paragraphs[p][s][start:end] == term
        assert 0 < len(term) <= schema.MAX_TERM
        assert kind in schema.KINDS
    assert marks == sorted(marks)
    assert (roles, marks) == read_rhetoric(paragraphs, article)


@given(ARTICLES)
@settings(max_examples=100)
def test_labels_are_of_the_scheme(article):
    """A deciding mark has its sentence's role, at most one a sentence; a contrast always has both sides."""
    roles, marks = read_rhetoric([["".join(t) for t in sentences] for sentences in article], article)
    deciding = [m for m in marks if m[4] == "role" and not m[6].startswith("enumeration:")]
    assert len({m[:2] for m in deciding}) == len(deciding)
    assert all(roles[m[0]][m[1]] == m[6] for m in deciding)
    sides = [(m[0], m[1], *m[6].split(":")) for m in marks if m[4] == "pair"]
    assert {side[2] for side in sides} <= set(PATTERNS)
    assert sorted(s[:4] for s in sides if s[4] == "a") == sorted(s[:4] for s in sides if s[4] == "b")


def test_terms_that_do_not_join_are_refused():
    """The error names the terms and says what to do."""
    with pytest.raises(LundianError, match=r"猫\|睡.*cut it anew"):
        read_rhetoric([["猫睡了。"]], [[["猫", "睡"]]])


@pytest.mark.parametrize(
    ("terms", "sections", "message"),
    [([], None, "terms of 0"), ([[["猫"]]], [1, 2], "sections of 2"), ([[]], None, "1 sentences and terms of 0")],
)
def test_lists_of_different_lengths_are_refused(terms, sections, message):
    """Each paragraph needs its terms and section, each sentence its terms."""
    with pytest.raises(LundianError, match=message):
        read_rhetoric([["猫"]], terms, sections)
