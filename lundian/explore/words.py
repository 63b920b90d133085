"""What the page and the widgets say, in English and Chinese."""

from lundian.plot.check import check_language

WORDS = {
    "en": {
        "title": "Explore an article",
        "lead": "Choose an article, or upload one of your own. Everything below is computed from it, on this machine.",
        "article": "Article",
        "topic": "Topic of an upload",
        "upload": "Upload an article…",
        "sample": "sample: {name}",
        "shipped": "{title} (features only)",
        "no_topic": "my_articles (no concepts)",
        "reading": "Reading {name}…",
        "wrong": "This can't be used. {why}",
        "stored": "Stored {names} as {file}; from now on the list above has it.",
        "next": "Picked {name}. Now choose Run → Run Selected Cell and All Below in the menu.",
        "contents": "On this page",
        "tone_arc": "Where does the tone turn?",
        "reader": "Read a paragraph with its words of tone",
        "top_terms": "Which terms carry the argument?",
        "concepts": "Where are the topic's concepts named?",
        "concordance": "Where does a term stand?",
        "paragraph": "Paragraph",
        "previous": "◀ Previous",
        "following": "Next ▶",
        "chosen": "{n} · tone {tone} · {opening}",
        "tone_of": "Paragraph {n}: tone {tone}, with a 95 % interval from {low} to {high}.",
        "no_tone": "Paragraph {n}: no word of it has a tone in the lexicon.",
        "key": "raises the tone|lowers the tone",
        "adds": "adds {value} to its sentence; rule: {rule}",
        "word_head": "Sentence|Word|Rule|Adds to the sentence's tone",
        "no_text": "The article's text is not at hand, so only the words that count are shown.",
        "term": "Term",
        "type": "type a term, then Enter",
        "hits": "{term}: {n} in the text.",
        "first": "{term}: {n} in the text, of which the first {most} are shown; the table has all.",
        "download": "Download:",
        "picture": "picture (PNG)",
        "drawing": "drawing (SVG)",
        "table": "table (CSV)",
        "waiting": "Still being computed…",
        "language": "Language",
        "about": "{n_paragraphs} paragraphs · {n_chars} characters · {n_terms} words",
    },
    "zh": {
        "title": "看一篇文章",
        "lead": "选择一篇文章，或上传自己的文章。下面的一切都在这台电脑上由它算出。",
        "article": "文章",
        "topic": "上传文章的主题",
        "upload": "上传文章……",
        "sample": "样例：{name}",
        "shipped": "{title}（只有特征）",
        "no_topic": "my_articles（没有概念）",
        "reading": "正在读{name}……",
        "wrong": "用不了。{why}",
        "stored": "{names}已存为{file}，以后可在上面的列表里选。",
        "next": "已选{name}。请在菜单中选择Run → Run Selected Cell and All Below。",
        "contents": "本页内容",
        "tone_arc": "语气在哪里转折？",
        "reader": "逐段阅读，标出带语气的词",
        "top_terms": "论证靠哪些词支撑？",
        "concepts": "主题的概念在哪里出现？",
        "concordance": "一个词出现在哪里？",
        "paragraph": "段落",
        "previous": "◀ 上一段",
        "following": "下一段 ▶",
        "chosen": "{n} · 语气{tone} · {opening}",
        "tone_of": "第{n}段：语气{tone}，95%区间从{low}到{high}。",
        "no_tone": "第{n}段：没有词典认得的语气词。",
        "key": "抬高语气|压低语气",
        "adds": "给所在句子加{value}；规则：{rule}",
        "word_head": "句|词|规则|对句子语气的贡献",
        "no_text": "手头没有这篇文章的原文，只列出计分的词。",
        "term": "词",
        "type": "输入一个词，按回车",
        "hits": "{term}：文中{n}处。",
        "first": "{term}：文中{n}处，这里列出前{most}处，表格中有全部。",
        "download": "下载：",
        "picture": "图片（PNG）",
        "drawing": "矢量图（SVG）",
        "table": "表格（CSV）",
        "waiting": "还在计算……",
        "language": "语言",
        "about": "{n_paragraphs}段 · {n_chars}字 · {n_terms}词",
    },
}


def in_language(html: str, language: str) -> str:
    """Return HTML that says what language it is in, so that a screen reader pronounces it.

    >>> in_language("<p>一</p>", "zh")
    '<div lang="zh"><p>一</p></div>'
    """
    return f'<div lang="{language}">{html}</div>'


def words(language: str) -> dict[str, str]:
    """Return what is said in a language.

    >>> words("zh")["article"]
    '文章'
    """
    return WORDS[check_language(language)]
