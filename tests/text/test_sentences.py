"""Sentences are exact slices of their paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian.text.sentences import split_sentences

MARKS = st.text(alphabet=st.sampled_from("好平台。！？!?…；，：”’」）)\"'  \n“「（ab1"))


@given(st.text() | MARKS)
def test_nothing_is_lost(paragraph):
    """Sentences joined give the paragraph, and none is empty."""
    sentences = split_sentences(paragraph)
    assert "".join(sentences) == paragraph
    assert all(sentences)


@given(MARKS)
def test_splitting_again_changes_nothing(paragraph):
    """No sentence but the last has an end mark that another sentence follows."""
    for sentence in split_sentences(paragraph)[:-1]:
        assert any(mark in sentence for mark in "。！？!?…")


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("甲说。乙说！丙说？", ["甲说。", "乙说！", "丙说？"]),
        ("真的吗？！不会吧……好。", ["真的吗？！", "不会吧……", "好。"]),
        ("价格涨了；销量跌了。", ["价格涨了；销量跌了。"]),
        ("“走吧。”他说。（真走了。）完。", ["“走吧。”", "他说。", "（真走了。）", "完。"]),
        ("“行吗？”，他问。", ["“行吗？”，他问。"]),
        ('他说"好。"然后走了。', ['他说"好。"', "然后走了。"]),
        ('完了。"新的一句。"', ["完了。", '"新的一句。"']),
        ("没有句号", ["没有句号"]),
        ("好。 再来。", ["好。 ", "再来。"]),
        ("3.5亿元的Co. Ltd公司。", ["3.5亿元的Co. Ltd公司。"]),
    ],
)
def test_where_sentences_end(paragraph, sentences):
    """End marks end a sentence with their run and closing quotes; a semicolon and a Latin full stop don't."""
    assert split_sentences(paragraph) == sentences
