"""The fixed words of a report, in English and Chinese."""

WORDS = {
    "en": {
        "lang": "en",
        "answer": "The answer",
        "articles": "Articles",
        "data": "Data",
        "figure": "Figure\u00a0",
        "table": "Table\u00a0",
        "colon": ".",
        "cannot": "What it cannot show",
        "read": "How to read it",
        "provenance": "Provenance",
        "measure": "Measure",
        "seed": "Seed",
        "figures": "Figures and the data that they draw",
        "made": "How it was made",
        "what": "What",
        "value": "Value",
        "rows": "Rows",
        "hash": "SHA-256 of the data",
        "contents": "Contents",
        "how": "Method",
        "by": " · ",
        "yes": "yes",
        "no": "no",
        "method": "Text is divided into paragraphs, sentences and words; words are those of jieba's dictionary and of the "
        "topic's list of terms. Tone runs from −1 to +1; it is read from a lexicon of words that judge, with rules for "
        "negation and degree. Intervals are 95% intervals; p-values of many comparisons are corrected for their number (q; "
        "Benjamini and Hochberg 1995). All numbers, and the sentences that state them, are computed from the tables behind "
        "the figures.",
    },
    "zh": {
        "lang": "zh-CN",
        "answer": "答案",
        "articles": "文章",
        "data": "数据",
        "figure": "图",
        "table": "表",
        "colon": "",
        "cannot": "此图不能说明",
        "read": "读图",
        "provenance": "来源与版本",
        "measure": "度量",
        "seed": "随机种子",
        "figures": "各图及其所绘数据",
        "made": "如何得出",
        "what": "项目",
        "value": "值",
        "rows": "行数",
        "hash": "数据的SHA-256",
        "contents": "目录",
        "how": "方法",
        "by": "　",
        "yes": "是",
        "no": "否",
        "method": "文本依次切分为段落、句子和词；词以jieba词典加上该主题的词表为准。语气取值从−1到+1，"
        "依据一部评价性词语的词典，以及否定、程度等规则算出。区间均为95%区间；"
        "多重比较的p值已按比较的个数校正（q；Benjamini与Hochberg 1995）。"
        "所有数字，以及陈述数字的句子，都由图后的数据表算出。",
    },
}

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
    "a": ("from", "甲"),
    "b": ("to", "乙"),
    "n": ("times", "次数"),
    "n_gone": ("paragraphs left out", "逐段剔除数"),
    "value": ("value", "值"),
    "low": ("low", "下限"),
    "high": ("high", "上限"),
    "flips_sign": ("sign flips", "正负号翻转"),
    "flips_top": ("top flips", "首位改变"),
    "flipped_by": ("flipped by", "由何翻转"),
    "tone": ("tone", "语气"),
    "n_known_snownlp": ("words known to SnowNLP", "SnowNLP认识的词数"),
    "n_unknown": ("unknown words", "未知词数"),
    "logodds": ("log-odds", "对数几率"),
    "dropped": ("dropped", "被删除"),
    "left": ("left context", "左文"),
    "right": ("right context", "右文"),
}


def column(name: str, language: str) -> str:
    """Return what a column is called for readers.

    >>> column("n_chars", "en"), column("n_chars", "zh"), column("new_one", "en")
    ('characters', '字符数', 'new one')
    """
    en, zh = COLUMNS.get(name, (name.replace("_", " "),) * 2)
    return zh if language == "zh" else en
