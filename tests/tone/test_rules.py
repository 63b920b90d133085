"""Each rule on a sentence of its own: which rule a word counts by, and which way."""

import pandas as pd
import pytest

from lundian import paths
from lundian.tone.lexicon import LexiconScorer
from lundian.tone.texts import score_tone
from lundian.tone.vocabulary import compile_vocabulary

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
    ("困境 得到 了 化解", "困境", "reversed", 1),
    ("他们 忽视 了 缺陷", "缺陷", "reversed", -1),
    ("太过 精彩", "精彩", "excess", -1),
    ("没有 优势 的 小店 失败", "失败", "plain", -1),
    ("没有 机会 却 失望", "失望", "main_clause", -1),
    ("缺乏 历练 是 败笔", "败笔", "plain", -1),
    ("信任 正 被 破坏", "信任", "reversed", -1),
    ("无论 是 机会 还是 别的 ， 都 要 去", "机会", "hypothetical", 1),
    ("公司 净利润 同比 下降", "下降", "direction", -1),
    ("公司 成本 同比 下降", "下降", "direction", 1),
    ("公司 降低 了 成本", "降低", "direction", 1),
    ("投诉 增加", "增加", "direction", -1),
    ("流量 见顶", "见顶", "direction", -1),
    ("利润 却 下滑", "利润", "direction", -1),
    ("业绩 严重 下滑", "业绩", "direction", -1),
    ("导致 利润 下降", "利润", "direction", -1),
    ("避免 利润 下降", "下降", "reversed", 1),
    ("现金流 堪忧", "堪忧", "direction", -1),
    ("债务 堪忧", "堪忧", "direction", -1),
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
    ("困境 变成 了 机会", "困境", "left_behind", 1),
    ("创新 变成 奇迹", "创新", "plain", 1),
    ("曾经 红火 的 生意 如今 冷清", "红火", "left_behind", -1),
    ("人说 这 是 机会 ， 其实不然", "机会", "denied", -1),
    ("他 会 成功 才 怪", "成功", "denied", -1),
    ("看似 繁荣 的 市场 暗藏 危机", "危机", "plain", -1),
    ("没有 诚信 、 没有 未来", "没有未来", "plain", -1),
    ("不 努力 就 没有 机会", "机会", "negated", -1),
    ("不 改革 只有 死路一条", "死路一条", "plain", -1),
    ("不是 只有 失败", "失败", "negated", 1),
    ("这 是 进步 ， 而 不是 倒退", "倒退", "negated", 1),
    ("信任 被 恶习 破坏", "信任", "reversed", -1),
    ("破坏 了 多年 积累 的 信任", "信任", "reversed", -1),
    ("打破 了 国外 厂商 对 高端 市场 的 垄断", "垄断", "reversed", 1),
    ("清除 了 拖沓 、 推诿 、 内耗 、 顽疾", "顽疾", "reversed", 1),
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


def test_what_how_and_why_cast_no_doubt():
    """A question's mark counts against a thing, but not where the question only asks what, how or why."""
    scores, evidence = LexiconScorer().score([["真", "的", "好", "吗", "？"], ["本质", "是", "什么", "？"]])
    assert evidence.loc[evidence["term"] == "？", "sentence"].tolist() == [0]
    assert scores["n_evidence"].tolist()[1] == 0


def test_a_question_that_denies_is_told_by_its_noun():
    """难道 and the question mark count for themselves only where there is no word that they turn."""
    scores, evidence = LexiconScorer().score([["难道", "不是", "进步", "吗", "？"], ["难道", "这样", "？"]])
    assert evidence.loc[evidence["sentence"] == 0, "term"].tolist() == ["进步"]
    assert scores["tone"][0] > 0 > scores["tone"][1]


def test_a_noun_before_a_bad_one_only_tells_its_kind():
    """优势危机 is a crisis: a good noun right before a bad one does not count, one in another clause does."""
    _, evidence = LexiconScorer().score([["优势", "危机"], ["优势", "，", "危机"]])
    assert evidence[["sentence", "term"]].to_numpy().tolist() == [[0, "危机"], [1, "优势"], [1, "危机"]]


def test_a_suffix_is_no_end_of_a_compound():
    """A longer word takes the tone of the noun that it ends with, but 消费力 is no 费力, and 反垄断 no 垄断."""
    words = compile_vocabulary({"红利": 1.0, "费力": -1.0, "垄断": -1.0})
    assert [float(words.tone[words.number(word)]) for word in ("流量红利", "消费力", "反垄断")] == [1.0, 0.0, 0.0]


def test_a_degree_word_goes_with_its_adjective():
    """太差 in one token has the tone of 差; any other word needs an end of two characters."""
    words = compile_vocabulary({"差": -1.0})
    assert [float(words.tone[words.number(word)]) for word in ("太差", "邮差")] == [-1.0, 0.0]


def test_a_negator_that_turns_nothing_keeps_its_own_tone():
    """无法 before a verb without a tone says that something fails; before a word with one it turns that word."""
    _, evidence = LexiconScorer().score([["无法", "让", "作用", "发挥", "出来"], ["无法", "成功"]])
    assert evidence[["sentence", "term", "rule"]].to_numpy().tolist() == [[0, "无法", "plain"], [1, "成功", "negated"]]


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


def test_short_sentences_have_the_sign_that_a_reader_gives_them():
    """Of the sentences that try one construction each, more than five in six that a reader calls good or bad have that sign."""
    sentences = pd.read_csv(paths.data("labels", "grammar_sentences.csv"))
    told = sentences[sentences["sign"] != 0]
    tone = score_tone(told["sentence"].tolist())["tone"].fillna(0)
    assert (tone.to_numpy() * told["sign"].to_numpy() > 0).mean() > 5 / 6
