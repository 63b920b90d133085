"""The file of connectives: sound as shipped, and clear about what is wrong in a reader's own."""

import pytest

from lundian.errors import LundianError
from lundian.rhetoric.connectives import BOOSTERS, HEDGES, LABELS, PATTERNS, ROLES, connectives, read_connectives
from lundian.rhetoric.scan import Scanner

HEADER = "kind,label,pattern,position,weight,gloss,note\n"


def _written(folder, rows, header=HEADER):
    path = folder / "connectives.csv"
    path.write_text(header + rows, encoding="utf-8")
    return path


def test_every_role_class_and_contrast_has_markers():
    """Nothing in the scheme is without a way to be found."""
    labels = {(marker.kind, marker.label) for marker in connectives().markers}
    for kind, names in (("role", ROLES), ("hedge", HEDGES), ("booster", BOOSTERS), ("pair", PATTERNS)):
        assert {label for k, label in labels if k == kind} >= set(names)


def test_no_marker_stands_twice():
    """A second row of the same pattern, place and role would count it once more, unseen."""
    rows = [(m.kind, m.label, m.pattern, m.position) for m in connectives().markers]
    assert len(rows) == len(set(rows))


def test_every_marker_but_places_has_an_english_gloss():
    """Readers without Chinese see what decided."""
    assert [m.pattern for m in connectives().markers if m.kind != "position" and not m.gloss] == []


def test_a_file_of_ones_own_is_found_with(tmp_path):
    """A row more and the scanner finds it; remarks and a BOM do no harm."""
    path = _written(tmp_path, "role,claim,依老夫看,sentence,7,in my old eyes,\n", "\ufeff# a remark\n" + HEADER)
    (found,) = Scanner(read_connectives(path)).scan(["依老夫看，茶好。"], [["依老夫看", "，", "茶", "好", "。"]])
    assert found.roles == [("claim", 7.0, 0, 4, False)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("rule,claim,x,any,1,,", "kind is 'rule'; it must be one of role, position"),
        ("role,opinion,x,any,1,,", "label is 'opinion'; it must be one of background"),
        ("role,claim,x,end,1,,", "position is 'end'; it must be one of sentence"),
        ("position,claim,,middle,1,,", "position is 'middle'; it must be one of first_of_article"),
        ("role,claim,x,any,heavy,,", "weight is 'heavy'; it must be a number"),
        ("role,claim,,any,1,,", "must be one literal"),
        ("role,claim,a…b…c,any,1,,", "must be one literal"),
        ("role,claim,a/……c,any,1,,", "must be one literal"),
        ("role,claim,abcdefghijklm,any,1,,", "at most 12 characters"),
        ("pair,not_a_but_b,而是,any,1,,", "needs two literals"),
    ],
)
def test_a_bad_row_is_named_with_what_is_right(tmp_path, row, message):
    """The sentence names the file, the row and the right values."""
    with pytest.raises(LundianError, match=rf"connectives\.csv, row 1: .*{message}"):
        read_connectives(_written(tmp_path, row + "\n"))


def test_a_missing_column_or_file_is_named(tmp_path):
    """Both are a sentence, no traceback of a parser."""
    with pytest.raises(LundianError, match="has no column weight"):
        read_connectives(_written(tmp_path, "", "kind,label,pattern,position\n"))
    with pytest.raises(LundianError, match=r"nowhere\.csv can't be read"):
        read_connectives(tmp_path / "nowhere.csv")


def test_kinds_and_labels_are_known():
    """Every row of the shipped file passed the same checks."""
    assert {marker.kind for marker in connectives().markers} == set(LABELS)
