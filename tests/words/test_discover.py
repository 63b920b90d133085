"""Proposals of new terms: what hangs together and stands freely, without function words."""

from lundian.words.discover import proposals
from lundian.words.segment import Segmenter

# Written for this test: 老街茶馆 and 共享雨棚 are its terms, the rest comes and goes.
TEXT = [
    "老街茶馆又开门了。", "街坊常去老街茶馆坐坐。", "没有老街茶馆，就没有街坊的早晨。", "老街茶馆靠什么活下来？",
    "共享雨棚是街坊搭的。", "下雨天，共享雨棚站满了人。", "他说共享雨棚不收钱。", "这样的雨天，这样的早晨，很安静。",
    "我们的雨天，他们的雨天，都一样。", "安静的早晨，热闹的早晨，都好。",
]  # fmt: skip
SEGMENTER = Segmenter()


def _proposed(text=TEXT, **options):
    return proposals(SEGMENTER.cut_all(text), SEGMENTER, **options)


def test_terms_of_a_text_come_first():
    """The two terms that the text repeats are its first proposals, with the words they are split into."""
    table = _proposed()
    assert set(table["term"].head(2)) == {"老街茶馆", "共享雨棚"}
    assert ["".join(parts.split()) for parts in table["parts"]] == table["term"].tolist()
    assert table.set_index("term").loc["老街茶馆", "n"] == 4


def test_no_proposal_has_a_function_word_at_its_ends_or_a_particle_in_it():
    """这样的雨天 and 街坊的 come again and are no terms."""
    assert not [parts for parts in _proposed()["parts"] if {"的", "这样", "我们", "没有"} & set(parts.split())]


def test_a_part_that_is_never_alone_is_not_proposed():
    """Of a term of three words only the whole is proposed, not what is always within it."""
    around = [("看见", "很忙"), ("推着", "便宜"), ("守着", "热闹")]
    text = [f"{before}共享雨棚仓库{after}。" for before, after in around]
    assert _proposed(text)["term"].tolist() == ["共享雨棚仓库"]


def test_known_terms_and_rare_ones_are_left_out():
    """What a topic has already is not proposed, nor what occurs less often than asked."""
    assert "老街茶馆" not in set(_proposed(known=["老街茶馆"])["term"])
    assert set(_proposed(min_n=4)["term"]) == {"老街茶馆"}


def test_no_proposal_is_longer_than_marks_allow():
    """Four long words that always come in a row are no term: 15 characters are too many, and no part is free."""
    text = [f"{word}中华人民共和国消费者协会秘书长{word}。" for word in ("甲", "乙", "丙")]
    assert _proposed(text).empty


def test_the_order_is_always_the_same():
    """The best score comes first, equal ones by the term; two calls give the same table."""
    table = _proposed()
    assert table.equals(_proposed())
    assert table["score"].is_monotonic_decreasing


def test_no_text_no_proposal():
    """An empty text has an empty table with the same columns."""
    assert _proposed([]).columns.tolist() == _proposed().columns.tolist()
