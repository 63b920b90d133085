"""What is set against what, by the form of the sentence."""

import pytest

SENTENCES = {
    "他|喝|的|不是|咖啡|，|而是|热|牛奶|。": [("not_a_but_b", "咖啡", "牛奶")],
    "校园|不再|是|围墙|，|而是|变成|了|一座|花园|。": [("not_a_but_b", "围墙", "花园")],
    "幸福|不在于|房子|，|而在于|邻居|。": [("not_a_but_b", "房子", "邻居")],
    "她|要|的|是|时间|，|而不是|礼物|。": [("b_not_a", "礼物", "时间")],
    "小镇|从|渔村|变成|港口|。": [("from_a_to_b", "渔村", "港口")],
    "从|城市|到|乡村|的|路|很|长|。": [("from_a_to_b", "城市", "乡村")],
    "与其|抱怨|天气|，|不如|带上|雨伞|。": [("rather_b_than_a", "天气", "雨伞")],
    "同|火车|不同|，|帆船|靠|风|。": [("unlike_a_b", "火车", "帆船")],
    "和|老式|的|算盘|不同|，|计算器|更加|轻便|。": [("unlike_a_b", "算盘", "计算器")],
    "相对于|高山|来讲|，|人们|更加|需要|的|是|一座|桥|。": [("relative_to_a_b", "高山", "桥")],
    "与|平原|相比|，|高原|更|冷|。": [("relative_to_a_b", "平原", "高原")],
    "这|不是|玻璃|的|杯子|，|而是|木头|的|杯子|。": [("not_a_but_b", "玻璃", "木头")],
    "它|不是|新|的|门|，|而是|旧|的|门|。": [("not_a_but_b", "新", "旧")],
    "风|从|海上|到|山上|，|雨|从|东边|到|西边|。": [
        ("from_a_to_b", "海上", "山上"),
        ("from_a_to_b", "东边", "西边"),
    ],
    "从|这个|角度|来看|，|船|到|了|。": [],
    "与|火车|不同|，|它|靠|风|。": [],
    "这|不是|茶|，|而是|茶|。": [],
    "从|头|开始|。": [],
    "不是|，|而是|。": [],
}


def contrasts(marks):
    """Return (pattern, a, b) of the pair marks of a sentence, in the order of their numbers."""
    sides = {mark[4]: mark[3] for mark in marks if mark[2] == "pair"}
    stems = sorted({label[:-2] for label in sides}, key=lambda stem: int(stem.split(":")[1]))
    return [(stem.split(":")[0], sides[f"{stem}:a"], sides[f"{stem}:b"]) for stem in stems]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=[s.replace("|", "") for s in SENTENCES])
def test_the_heads_of_a_contrast(middle, sentence, expected):
    """Both heads, told by closed-class words alone; none where one side has no noun of its own."""
    assert contrasts(middle(sentence)[1]) == expected


def test_a_head_stands_where_it_stands(middle):
    """Offsets are those of the head in the sentence, also where the word occurs before."""
    marks = middle("茶|馆|卖|的|不是|茶|，|而是|时间|。")[1]
    assert (6, 7, "pair", "茶", "not_a_but_b:1:a") in marks
    assert (10, 12, "pair", "时间", "not_a_but_b:1:b") in marks


def test_a_term_too_long_to_be_shown_is_no_head(middle):
    """A thirteen-letter word is passed over, so that no mark breaks the table's limit."""
    marks = middle("这|不是|abcdefghijklm|，|而是|书|。")[1]
    assert contrasts(marks) == []
