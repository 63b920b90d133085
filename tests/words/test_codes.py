"""Terms as numbers stand for the same terms in the same places."""

from hypothesis import given
from hypothesis import strategies as st

from lundian.words.codes import encode
from lundian.words.word import is_word


@given(st.lists(st.lists(st.text(min_size=1, max_size=2)), max_size=5))
def test_numbers_stand_for_their_terms(sentences):
    """Each number leads back to its term and sentence, and their order is that of the terms."""
    coded = encode(sentences)
    flat = [(number, term) for number, terms in enumerate(sentences) for term in terms]
    assert list(zip(coded.sentence.tolist(), (coded.vocabulary[code] for code in coded.code), strict=True)) == flat
    assert coded.vocabulary == sorted({term for _, term in flat})
    assert coded.is_word().tolist() == [is_word(term) for _, term in flat]
