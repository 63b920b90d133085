"""Two tables of a kind: what moved, changed sign, came and went."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from lundian.measure.compare import compare

ARC = pd.DataFrame({"article": "tea", "paragraph": [1, 2, 3], "tone": [0.5, -0.2, np.nan], "n_evidence": [4, 2, 0]})


def test_the_row_that_moved_most_is_named():
    """Paragraph 2 goes from −0.2 to +0.3, paragraph 1 only a tenth: one sign flips, two rows move."""
    told = compare(ARC, ARC.assign(tone=[0.4, 0.3, np.nan]))
    assert (told.column, told.n_rows, told.n_moved, told.n_sign) == ("tone", 3, 2, 1)
    assert (told.where, told.before, told.after) == ({"paragraph": "2"}, -0.2, 0.3)


def test_rows_come_and_go():
    """A paragraph more and one less are counted, and are no moves."""
    told = compare(ARC, ARC.assign(paragraph=[2, 3, 4], tone=[-0.2, np.nan, 0.1]))
    assert (told.n_moved, told.n_came, told.n_went) == (0, 1, 1)


def test_evidence_that_comes_is_a_move():
    """A tone where there was none has moved, though nobody can say how far."""
    assert compare(ARC, ARC.fillna(0.1)).n_moved == 1


def test_the_first_ten_are_compared_in_tables_by_importance():
    """A term that climbs from place 12 to place 1 is new among the first ten; paragraphs have no such places."""
    terms = pd.DataFrame({"term": [f"词{i:02d}" for i in range(12)], "n": range(24, 12, -1)})
    climbed = pd.concat([terms.tail(1).assign(n=30), terms.head(11)])
    assert compare(terms, climbed).n_first == 1
    assert compare(ARC, ARC.iloc[::-1]).n_first == 0


def test_words_are_compared_as_words():
    """A sentence whose role changed has moved."""
    roles = pd.DataFrame({"paragraph": [1, 1], "sentence": [1, 2], "role": ["claim", None]})
    told = compare(roles, roles.assign(role=["reason", None]))
    assert (told.column, told.n_moved, told.before, told.after) == ("role", 1, "claim", "reason")


def test_rows_of_one_key_are_told_apart_by_their_order():
    """Two rows about the same term are compared one by one."""
    table = pd.DataFrame({"term": ["茶", "茶"], "n": [1, 2]})
    assert compare(table, table.assign(n=[1, 3]))[1:6] == (2, 1, 0, 0, 0)


def test_tables_without_known_columns_are_the_same_or_not():
    """A table of another make is compared as a whole."""
    table = pd.DataFrame({"x": [1, 2]})
    assert compare(table, table).n_moved == 0
    assert compare(table, table + 1).n_moved == 2
    assert compare(pd.DataFrame(), pd.DataFrame()).n_moved == 0


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=9), st.randoms())
def test_a_table_does_not_differ_from_itself(tones, random):
    """Neither another order of the rows nor the last digits of another machine are a move."""
    table = pd.DataFrame({"paragraph": range(len(tones)), "tone": tones})
    told = compare(
        table, table.assign(tone=table["tone"] * (1 + 1e-10)).sample(frac=1, random_state=random.randrange(9))
    )
    assert told[2:7] == (0, 0, 0, 0, 0)
