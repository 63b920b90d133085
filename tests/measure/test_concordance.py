"""Terms in context and the words around them."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.measure.collocates import collocates
from lundian.measure.concordance import concordance, concordance_html


def test_context_crosses_sentences_not_paragraphs(corpus):
    """The second 茶 of the first paragraph has the end of the sentence before it on its left."""
    table = concordance(corpus, "茶", width=3)
    assert list(table.columns) == ["article", "paragraph", "sentence", "left", "term", "right"]
    assert table[["paragraph", "sentence", "left", "right"]].to_numpy().tolist() == [
        [1, 1, "好", "配好水"],
        [1, 2, "好水。", "贵。"],
        [2, 1, "水差，", "差。"],
        [3, 2, "杯好。", "好。水"],
    ]


def test_sorted_from_the_term_outwards(corpus):
    """Left contexts are compared backwards from the term, right contexts forwards."""
    left = concordance(corpus, "茶", width=3, sort="left")["left"].tolist()
    right = concordance(corpus, "茶", width=3, sort="right")["right"].tolist()
    assert left == sorted(left, key=lambda text: text[::-1])
    assert right == sorted(right)


def test_words_or_strings(corpus_from):
    """As a word 茶 is not in 茶杯; as a string it is, twice in one sentence."""
    made = corpus_from({"a": [[["茶杯", "和", "茶", "。"]]]})
    assert len(concordance(made, "茶")) == 1
    assert concordance(made, "茶", match="string")["right"].tolist() == ["杯和茶。", "。"]
    assert concordance(made, "杯").empty


def test_counts_agree(corpus):
    """There are as many lines as counts say, for every term."""
    for term, n in corpus.counts.groupby("term")["n"].sum().items():
        assert len(concordance(corpus, term)) == n


def test_without_text(without_text, corpus):
    """The table is empty, with the same columns and types, and says why; nothing is printed or warned."""
    table = concordance(without_text, "茶")
    assert table.empty
    assert table.dtypes.to_dict() == concordance(corpus, "茶").dtypes.to_dict()
    assert "needs the text" in table.attrs["note"]
    near = collocates(without_text, "茶")
    assert near.empty
    assert list(near.columns) == list(collocates(corpus, "茶").columns)
    assert "needs the text" in near.attrs["note"]


def test_wrong_options(corpus):
    """Options that don't exist list those that do; a blank term is refused."""
    with pytest.raises(LundianError, match="choose one of 'position', 'left', 'right'"):
        concordance(corpus, "茶", sort="up")
    with pytest.raises(LundianError, match="choose one of 'word', 'string'"):
        concordance(corpus, "茶", match="regex")
    with pytest.raises(LundianError, match="blank"):
        concordance(corpus, " ")
    with pytest.raises(LundianError, match="give 1 or more"):
        collocates(corpus, "茶", window=0)


@given(st.text(alphabet="<>&\"'茶a", max_size=12))
def test_html_is_safe(text):
    """Whatever stands in a text, no markup comes out of it."""
    row = pd.DataFrame(
        [[text, 1, 1, text, "茶", text]], columns=["article", "paragraph", "sentence", "left", "term", "right"]
    )
    body = concordance_html(row).split("<tbody>")[1]
    assert body.count("<") == 2 + 2 * 4 + 2  # tr, four td, table and tbody: nothing else
    assert body.count('"') == 2 * 4


def test_collocates_by_hand(corpus_from):
    """Window 1 in x a n b y / n a: near are a, b and a; sides are those of the nearest node."""
    made = corpus_from({"t": [[list("xanby")], [list("na")]]})
    table = collocates(made, "n", window=1, min_n=1).set_index("collocate")
    assert table.loc["a", ["n", "left", "right", "n_elsewhere"]].tolist() == [2, 1, 1, 0]
    assert table.loc["b", ["n", "left", "right", "n_elsewhere"]].tolist() == [1, 0, 1, 0]
    assert set(table.index) == {"a", "b"}


def test_windows_end_with_the_sentence_and_ignore_punctuation(corpus_from):
    """The word of the next sentence is not near; a comma takes no place in the window."""
    made = corpus_from({"t": [[["n", "，", "a", "。"], ["b", "。"]]]})
    assert collocates(made, "n", window=1, min_n=1)["collocate"].tolist() == ["a"]
