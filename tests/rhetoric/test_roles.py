"""Each role by its connectives, by its place, and by its neighbours."""

import pytest

from lundian.rhetoric.connectives import ROLES, UNMARKED

SENTENCES = {
    "然而|，|列车|仍|晚点|了|。": ("contrast", "然而"),
    "与|纸质|书|不同|，|电子书|很|轻|。": ("contrast", "不同"),
    "相比之下|，|山路|安静|得|多|。": ("contrast", "相比之下"),
    "诚然|，|学|琴|很|辛苦|。": ("concession", "诚然"),
    "不可否认|，|城里|的|医院|设备|好|。": ("concession", "不可否认"),
    "因为|冬天|太|冷|，|苹果树|冻死|了|。": ("reason", "因为"),
    "这|便是|果农|搬走|的|根本|原因|。": ("reason", "根本原因"),
    "究其原因|，|土壤|变|咸|了|。": ("reason", "究其原因"),
    "比如|，|邻居|家|的|孩子|三岁|就|会|下棋|。": ("evidence", "比如"),
    "以|自行车|为例|，|修理|一次|只|花|十元|。": ("evidence", "为例"),
    "调查显示|，|一半|的|学生|睡|得|太|晚|。": ("evidence", "调查显示"),
    "老张|的|茶馆|就是|一个|很|好|的|例子|。": ("evidence", "例子"),
    "可见|，|阅读|离不开|安静|。": ("conclusion", "可见"),
    "总之|，|桥|比|船|快|。": ("conclusion", "总之"),
    "因此|，|河水|变|清|了|。": ("conclusion", "因此"),
    "因此|，|我们|需要|保护|湿地|。": ("recommendation", "需要"),
    "学校|应该|把|操场|开放|给|居民|。": ("recommendation", "应该"),
    "要想|钓|到|大鱼|，|首先要做|的|是|等待|。": ("recommendation", "首先要做"),
    "所谓|的|慢|生活|，|其实|是|一种|节奏|。": ("definition", "其实是"),
    "光合作用|是指|植物|把|光|变成|糖|。": ("definition", "是指"),
    "这里|的|“|老师|”|就是|师傅|。": ("definition", "这里的"),
    "一直以来|，|渔民|靠|星星|认路|。": ("background", "一直以来"),
    "随着|铁路|通车|，|小镇|热闹|起来|。": ("background", "随着"),
    "先|从|价格|来看|。": ("background", "来看"),
    "笔者|认为|，|教育|不|是|买卖|。": ("claim", "笔者认为"),
    "换句话说|，|钟|慢|了|。": ("claim", "换句话说"),
    "那么|，|海|有|多|深|？": ("question", "？"),
    "难道|鲸鱼|不|孤独|吗|？": ("question", "？"),
    "猫|在|窗台|上|。": (UNMARKED, ""),
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=[s.replace("|", "") for s in SENTENCES])
def test_a_connective_decides_the_role_and_is_named(middle, sentence, expected):
    """The role is that of the connective, and the mark shows it."""
    assert middle(sentence)[0] == expected


def test_every_role_is_shown_by_a_sentence():
    """No role of the scheme goes untested."""
    assert {role for role, _ in SENTENCES.values()} == {*ROLES, UNMARKED}


def test_short_markers_are_words_of_their_own(middle):
    """可能 in 可能性 hedges nothing, 但 in 不但 turns nothing."""
    assert middle("这|种|可能性|不|大|。")[1] == []
    assert middle("不但|猫|睡|了|。")[0][0] == UNMARKED


def test_a_connective_counts_only_where_it_stands(middle):
    """然而 opens a sentence as its turn; inside it is weaker than 比如 at its head."""
    assert middle("比如|，|湖水|很|深|，|然而|鱼|不|多|。")[0] == ("evidence", "比如")


def test_an_opening_quote_is_no_obstacle(middle):
    """A sentence that opens with a quotation mark still opens with its connective."""
    assert middle("“|然而|，|门|没|开|。|”")[0] == ("contrast", "然而")


def test_behind_an_ordinal_the_sentence_begins_once_more(middle):
    """首先，因为 … gives a reason: counting hides no connective."""
    (role, marker), marks = middle("首先|，|因为|天|冷|，|人|少|。")
    assert (role, marker) == ("reason", "因为")
    assert (0, 2, "role", "首先", "enumeration:1") in marks


def test_the_additive_connective_continues_the_role_before(read):
    """另外 after a definition goes on defining, and says so with its mark."""
    roles, marks = read(["门|开|了|。", "所谓|的|湿地|，|就是|浅水|。", "另外|，|河口|有|芦苇|。"])
    assert roles[0][1:] == ["definition", "definition"]
    assert (0, 2, 0, 2, "role", "另外", "definition") in marks


def test_the_additive_connective_continues_nothing_at_the_start(read):
    """另外 that opens a paragraph has no sentence before it: its place decides."""
    assert read(["猫|睡|了|。"], ["另外|，|河口|有|芦苇|。", "鸟|飞|了|。"])[0][1][0] == "claim"


def test_what_stands_before_a_turn_concedes(read):
    """The sentence before 然而 concedes, also over a reason in between; what follows the turn does not."""
    roles, marks = read(["雨|停|了|。", "伞|很|轻|。", "因为|骨架|是|竹子|。", "然而|，|它|会|漏|。", "人|走|了|。"])
    assert roles[0][1:4] == ["concession", "reason", "contrast"]
    assert roles[0][4] != "concession"
    assert not [mark for mark in marks if mark[1] == 1 and mark[4] == "role"]


def test_a_comparison_is_no_turn(read):
    """与…不同 compares and makes nobody concede."""
    assert read(["门|开|了|。", "伞|很|轻|。", "与|伞|不同|，|帽子|不|漏|。"])[0][0][1] == UNMARKED


def test_places_speak_where_no_marker_does(read):
    """The first sentence leads in, a paragraph's first states, the last concludes; no marker is named for it."""
    roles, marks = read(["猫|睡|了|。", "狗|跑|了|。"], ["鸟|飞|了|。"], ["鱼|游|了|。", "云|散|了|。"])
    assert roles == [["background", UNMARKED], ["claim"], ["claim", "conclusion"]]
    assert marks == []


def test_the_first_sentence_of_a_section_leads_in(read):
    """A new section opens with background, where the same paragraph inside a section states."""
    paragraphs = [["猫|睡|了|。"], ["鸟|飞|了|。", "鱼|游|了|。"], ["云|散|了|。"]]
    assert read(*paragraphs)[0][1][0] == "claim"
    assert read(*paragraphs, sections=[0, 1, 1])[0][1][0] == "background"


def test_many_weak_markers_do_not_outvote_a_connective(middle):
    """因此 stays a conclusion among half a dozen words that lean to a claim."""
    assert middle("因此|，|桥|必然|将会|真正|始终|更加|无法|替代|。")[0] == ("conclusion", "因此")


def test_an_empty_article_and_an_empty_paragraph(read):
    """Nothing to read gives nothing."""
    assert read() == ([], [])
    assert read([], ["猫|睡|了|。"], [])[0] == [[], ["conclusion"], []]
