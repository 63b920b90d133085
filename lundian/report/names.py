"""What columns and values of a notebook's tables are called for readers, in English and Chinese."""

import re

from lundian.say.rules import rule_name

COLUMNS = {  # what a table's columns are called for readers
    "article": ("article", "文章"),
    "title": ("title", "标题"),
    "author": ("author", "作者"),
    "date": ("date", "日期"),
    "source": ("source", "来源"),
    "n_paragraphs": ("paragraphs", "段落数"),
    "n_sentences": ("sentences", "句子数"),
    "n_chars": ("characters", "字符数"),
    "n_terms": ("words", "词数"),
    "mattr": ("MATTR", "MATTR"),
    "has_text": ("text at hand", "有原文"),
    "paragraph": ("paragraph", "段"),
    "sentence": ("sentence", "句"),
    "concept": ("concept", "概念"),
    "term": ("term", "词"),
    "kind": ("pattern", "句式"),
    "a": ("A", "甲"),
    "b": ("B", "乙"),
    "section": ("section", "节"),
    "marker": ("marker", "标记词"),
    "rank": ("rank", "名次"),
    "best": ("best rank", "最高名次"),
    "worst": ("worst rank", "最低名次"),
    "parts": ("parts", "切成"),
    "pmi": ("PMI", "点互信息"),
    "left_entropy": ("left entropy", "左邻熵"),
    "right_entropy": ("right entropy", "右邻熵"),
    "log_ratio": ("log ratio", "对数比"),
    "context": ("context", "上下文"),
    "rule": ("rule", "规则"),
    "share": ("share", "占比"),
    "note": ("note", "备注"),
    "n": ("times", "次数"),
    "n_gone": ("conditions without it", "不见于几种条件"),
    "value": ("value", "值"),
    "low": ("low", "下限"),
    "high": ("high", "上限"),
    "flips_sign": ("sign flips", "正负号翻转"),
    "flips_top": ("enters or leaves the top", "进出前列"),
    "flipped_by": ("flipped by", "由何翻转"),
    "tone": ("tone", "语气"),
    "part": ("part", "部分"),
    "difference": ("difference in tone", "语气之差"),
    "q": ("q", "q"),
    "n_named": ("sentences that name it", "提到它的句子"),
    "n_known_snownlp": ("words known to SnowNLP", "SnowNLP认识的词数"),
    "n_unknown": ("unknown words", "未知词数"),
    "logodds": ("log-odds", "对数几率"),
    "dropped": ("dropped", "被删除"),
    "left": ("left context", "左文"),
    "right": ("right context", "右文"),
}

VALUES = {
    "True": ("yes", "是"),
    "False": ("no", "否"),
    "not_a_but_b": ("not A but B", "不是甲而是乙"),
    "b_not_a": ("B, not A", "是乙而非甲"),
    "from_a_to_b": ("from A to B", "从甲到乙"),
    "rather_b_than_a": ("rather B than A", "与其甲，不如乙"),
    "unlike_a_b": ("unlike A, B", "不同于甲，乙"),
    "relative_to_a_b": ("relative to A, B", "相对于甲，乙"),
    "too little evidence": ("too little evidence", "证据太少"),
    "no label yet": ("no label yet", "尚无标注"),
    "no score has evidence": ("no score has evidence", "没有一个分数有依据"),
    "all scores are equal": ("all scores are equal", "分数全都相同"),
    "all labels are equal": ("all labels are equal", "标注全都相同"),
    "needs labels above and below 0": ("needs labels above and below 0", "需要0以上和0以下的标注"),
    "needs a label other than 0 with evidence": ("needs a label other than 0 with evidence", "需要有依据且不为0的标注"),
}
_CONDITIONS = (  # of a finding that is tried otherwise, as `robustness` names them
    (re.compile(r"without ([^,]+?) (\d+) to \1 (\d+)"), r"去掉\1第\2–\3段"),
    (re.compile(r"without ([^,]+?) (\d+)"), r"去掉\1第\2段"),
    (re.compile("plain dictionary"), "jieba原词典"),
    (re.compile("another stop list"), "另一停用词表"),
    (re.compile(", "), "、"),
)


def column(name: str, language: str) -> str:
    """Return what a column is called for readers.

    >>> column("n_chars", "en"), column("n_chars", "zh"), column("new_one", "en")
    ('characters', '字符数', 'new one')
    """
    en, zh = COLUMNS.get(name, (name.replace("_", " "),) * 2)
    return zh if language == "zh" else en


def value(text: str, name: str, language: str) -> str:
    """Return a cell's words of the column `name` for readers.

    >>> value("True", "has_text", "en"), value("from_a_to_b", "kind", "zh"), value("a_b", "article", "en")
    ('yes', '从甲到乙', 'a b')
    >>> value("plain", "rule", "zh"), value("too little evidence", "note", "zh")
    ('直接', '证据太少')
    >>> value("plain dictionary, without my_text 7", "flipped_by", "zh")
    'jieba原词典、去掉my text第7段'
    >>> value("without my_text 3 to my_text 5", "flipped_by", "zh")
    '去掉my text第3–5段'
    """
    if name == "rule":
        return rule_name(text, language)
    if text in VALUES:
        return VALUES[text][language == "zh"]
    text = text.replace("_", " ")
    for pattern, chinese in _CONDITIONS if name == "flipped_by" and language == "zh" else ():
        text = pattern.sub(chinese, text)
    return text
