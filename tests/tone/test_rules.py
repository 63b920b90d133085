"""Each rule on a sentence of its own: which rule a word counts by, and which way."""

import pytest

from lundian.tone.lexicon import LexiconScorer

CASES = [
    # terms, then what one word must be told by: term, rule, sign of its value
    ("这 是 机会", "机会", "plain", 1),
    ("这 不是 机会", "机会", "negated", -1),
    ("并非 没有 机会", "机会", "plain", 1),
    ("机会 很 多 ， 但 困境 更 多", "机会", "conceded", 1),
    ("机会 很 多 ， 但 困境 更 多", "困境", "main_clause", -1),
    ("尽管 困境 仍 在 ， 他 来 了", "困境", "although", -1),
    ("这 不是 机会 ， 而是 陷阱", "机会", "not_but", -1),
    ("与其 说 是 机会 ， 不如 说 是 陷阱", "机会", "not_but", -1),
    ("他们 摆脱 了 困境", "困境", "reversed", 1),
    ("他们 失去 了 机会", "机会", "reversed", -1),
    ("公司 净利润 同比 下降", "下降", "direction", -1),
    ("公司 成本 同比 下降", "下降", "direction", 1),
    ("公司 降低 了 成本", "降低", "direction", 1),
    ("投诉 增加", "增加", "direction", -1),
    ("流量 见顶", "见顶", "direction", -1),
    ("如果 又 是 困境 ， 那么 再 说", "困境", "hypothetical", -1),
    ("我们 需要 机会", "机会", "necessity", 1),
    ("或许 是 机会", "机会", "possible", 1),
    ("这 是 机会 吗 ？", "机会", "question", 1),
    ("这 是 机会 吗", "机会", "question", 1),
    ("难道 这 是 机会 ？", "机会", "rhetorical", -1),
    ("这里 哪有 机会", "机会", "rhetorical", -1),
    ("看似 繁荣", "繁荣", "seeming", -1),
    ("从 困境 走向 机会", "困境", "left_behind", 1),
    ("所谓 的 困境", "困境", "disputed", 1),
    ("困境 并 不存在", "困境", "denied", 1),
    ("同 旧 的 困境 不同", "困境", "unlike", 1),
    ("非常 精彩", "精彩", "intensified", 1),
    ("有点 失望", "失望", "diminished", -1),
]


@pytest.mark.parametrize(("sentence", "term", "rule", "sign"), CASES)
def test_rule(sentence, term, rule, sign):
    """A word counts by the rule that its surroundings call for, with the sign that a reader gives it."""
    _, evidence = LexiconScorer().score([sentence.split()])
    row = evidence[evidence["term"] == term].iloc[0]
    assert row["rule"] == rule
    assert row["value"] * sign > 0


def test_every_rule_is_tried():
    """The cases above name every rule of rules.csv but the one for what nobody names."""
    tried = {rule for _, _, rule, _ in CASES}
    assert set(LexiconScorer().rules) - tried == {"so_called"}


def test_a_clause_ends_what_a_negator_reaches():
    """不 in one clause says nothing about the next."""
    _, evidence = LexiconScorer().score([["他", "不", "来", "，", "机会", "多"]])
    assert evidence["rule"].tolist() == ["plain"]


def test_an_adjective_takes_the_side_of_its_noun():
    """全新 praises an 机会 and does not praise a 困境."""
    scorer = LexiconScorer()
    scores, _ = scorer.score([["全新", "的", "机会"], ["全新", "的", "困境"]])
    assert scores["tone"][0] > 0 > scores["tone"][1]
    assert (scorer.score([["全新", "的", "困境"]])[1]["value"] < 0).all()


def test_the_name_of_a_firm_has_no_tone():
    """辉煌 in 辉煌科技 is a name; alone it is praise."""
    _, evidence = LexiconScorer().score([["辉煌", "科技", "发布", "公告"], ["成就", "辉煌"]])
    assert "辉煌" not in evidence.loc[evidence["sentence"] == 0, "term"].tolist()
    assert "辉煌" in evidence.loc[evidence["sentence"] == 1, "term"].tolist()


def test_a_negator_with_a_tone_of_its_own_counts_once():
    """无法 speaks for itself only where there is nothing that it denies."""
    _, evidence = LexiconScorer().score([["我们", "无法", "看到", "机会"], ["我们", "无法", "前行"]])
    assert evidence.loc[evidence["sentence"] == 0, "term"].tolist() == ["机会"]
    assert evidence.loc[evidence["sentence"] == 1, "term"].tolist() == ["无法"]
