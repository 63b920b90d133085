"""The fixed words of a report, in English and Chinese."""

WORDS = {
    "en": {
        "lang": "en",
        "answer": "The answer",
        "articles": "Articles",
        "data": "Data",
        "figure": "Figure\u00a0",
        "table": "Table\u00a0",
        "colon": ". ",
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
        "colon": "：",
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
        "method": "文本依次切分为段落、句子和词；词以jieba词典加上该主题的词表为准。语气取值从−1到+1，"
        "依据一部评价性词语的词典，以及否定、程度等规则算出。区间均为95%区间；"
        "多重比较的p值已按比较的个数校正（q；Benjamini与Hochberg 1995）。"
        "所有数字，以及陈述数字的句子，都由图后的数据表算出。",
    },
}
