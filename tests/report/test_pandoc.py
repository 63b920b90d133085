"""Pandoc's tree: Markdown in, Chinese marked as Chinese, one sentence when it fails."""

import pytest

from lundian.errors import LundianError
from lundian.report.pandoc import inlines, mark_han, node, read_markdown, run


def test_several_texts_are_read_in_one_call():
    """Each text keeps its own blocks, also an empty one and one that opens a list or code."""
    blocks = read_markdown(["a *b*", "", "- c\n- d", "    e"])
    assert [[block["t"] for block in one] for one in blocks] == [["Para"], [], ["BulletList"], ["CodeBlock"]]


def test_chinese_is_marked():
    """Runs of Chinese become spans that say so; the rest, and code, stays."""
    (para,) = mark_han([node("Para", inlines("a平台b 词"))])
    kinds = [(one["t"], one["c"] if one["t"] == "Str" else None) for one in para["c"]]
    assert kinds == [("Str", "a"), ("Span", None), ("Str", "b"), ("Space", None), ("Span", None)]
    assert mark_han([node("Code", [["", [], []], "平台"])])[0]["t"] == "Code"


def test_a_failure_is_one_sentence():
    """What pandoc complains of reaches the reader as it is."""
    with pytest.raises(LundianError, match="can't be made"):
        run(["--from", "json", "--to", "html"], b"{")
