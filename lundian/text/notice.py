"""What a reader should look at before an article is stored: sentences on what may have been misunderstood.

Whoever shows an article before it is stored, or right after it was read, calls `notices` on each row of `read_articles` and
prints what it returns. Which script a text is in is for the caller to say (`lundian.words.script.is_traditional`): this room
knows no words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lundian.errors import LundianError
from lundian.text.structure import Block, ends_sentence, from_text, is_heading_like

SHORT = 300  # characters; of fewer, little can be measured
LONG = 1500  # characters; an article as long as this has sections as a rule
SURE_ENCODING = 0.9
KEYWORD = 3  # characters that headings have in common where they speak of one thing
STRAY = 0.1  # share of a later keyword's places that may lie before its article begins

_BYLINE = re.compile(
    r"\s*(?:(?:作者|撰文|文)\s*[:：/／|｜丨]|(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}).{0,50}"
)
_SENTENCES = {
    "en": {
        "two": "There may be two articles in this file: a second one seems to begin at “{at}”. "
        "If so, put each into a file of its own.",
        "byline": "The line “{at}” is counted as text. Take it out of the file; in .txt and .md, author and date can stand "
        "at the very top, in lines of their own: ---, author: …, date: …, ---.",
        "stitched": "{n} places where a page or line break cut a paragraph were joined; check one of them.",
        "stitched_one": "One place where a page or line break cut a paragraph was joined; check it.",
        "traditional": "The text is in traditional script, and the dictionary of words is simplified; convert it first "
        "(ld.to_simplified), or many words fall apart.",
        "encoding": "The encoding was guessed: {encoding}, with a confidence of {confidence:.0%}. "
        "Check that the characters are right.",
        "short": "The article has only {n} characters; findings about so short a text are weak.",
        "sections": "No section headings were found, so nothing can be said section by section.",
    },
    "zh": {
        "two": "这个文件里可能有两篇文章：第二篇似乎从“{at}”开始。如果是这样，请拆成两个文件。",
        "byline": "“{at}”这一行被当作正文计算。请把它从文件中删去；在 .txt 和 .md 里，作者和日期可以写在文件最开头，"
        "各占一行：---、author: …、date: …、---。",
        "stitched": "有{n}处被分页或换行截断的段落已接好，请核对其中一处。",
        "stitched_one": "有一处被分页或换行截断的段落已接好，请核对。",
        "traditional": "全文是繁体字，而分词词典是简体的；请先转换（ld.to_simplified），否则许多词会被切碎。",
        "encoding": "编码是猜测的：{encoding}，把握为{confidence:.0%}。请确认文字没有乱码。",
        "short": "全文只有{n}个字符，篇幅太短，结论不可靠。",
        "sections": "没有找到小标题，因此无法逐节分析。",
    },
}


def notices(article: Mapping[str, object], *, traditional: bool = False, language: str = "en") -> list[str]:
    """Return what a reader should look at in an article that was read; an empty list where there is nothing.

    Parameters
    ----------
    article
        A row of `read_articles` or an item of `iter_articles`: title, text, encoding, confidence and n_stitched are looked at.
    traditional
        Whether the text is in traditional script.
    language
        "en" or "zh".

    Returns
    -------
    list of str
        Sentences: two articles in one file, an author or a date that is taken for text, breaks taken out of paragraphs,
        traditional script, an encoding that was guessed with low confidence, a very short article, no section headings; in
        this order.

    Raises
    ------
    LundianError
        The language is neither.

    Examples
    --------
    >>> row = {"title": "平台", "text": "平台是什么？", "encoding": "big5", "confidence": 0.7, "n_stitched": 0}
    >>> for sentence in notices(row, language="zh"):
    ...     print(sentence)
    编码是猜测的：big5，把握为70%。请确认文字没有乱码。
    全文只有6个字符，篇幅太短，结论不可靠。
    """
    if language not in _SENTENCES:
        raise LundianError(f"There is no language {language!r}; choose one of {', '.join(_SENTENCES)}.")
    said = _SENTENCES[language]
    return [said[key].format(**values) for key, values in _found(article, traditional)]


def _found(article: Mapping[str, object], traditional: bool) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what there is to say, by its key, with the values of the sentence."""
    blocks = from_text(str(article["text"]))
    n = sum(len(block.text) for block in blocks if block.kind == "paragraph")
    if second := second_title(str(article["title"]), blocks):
        yield "two", {"at": second}
    if blocks and _is_byline(blocks[0]):
        yield "byline", {"at": blocks[0].text}
    if article["n_stitched"]:
        yield "stitched" if article["n_stitched"] > 1 else "stitched_one", {"n": article["n_stitched"]}
    if traditional:
        yield "traditional", {}
    if article["confidence"] < SURE_ENCODING:
        yield "encoding", {"encoding": article["encoding"], "confidence": article["confidence"]}
    if n < SHORT:
        yield "short", {"n": n}
    if n >= LONG and all(block.kind == "paragraph" for block in blocks):
        yield "sections", {}


def second_title(title: str, blocks: Sequence[Block]) -> str | None:
    """Return the line at which a second article seems to begin: by a byline under it, or by what later headings speak of."""
    return _over_byline(blocks) or _over_other_headings(title, blocks)


def _over_byline(blocks: Sequence[Block]) -> str | None:
    """Return a heading in the middle that an author or a date follows, as they follow a title."""
    for at in range(3, len(blocks) - 2):
        line, below = blocks[at - 1], blocks[at]
        is_title = line.kind == "heading" or is_heading_like(line.text)
        if is_title and _is_byline(below):
            return line.text
    return None


def _is_byline(block: Block) -> bool:
    """Say whether a block is a line that names an author or a day, and no sentence."""
    return bool(_BYLINE.fullmatch(block.text)) and not ends_sentence(block.text)


def _over_other_headings(title: str, blocks: Sequence[Block]) -> str | None:
    """Return the heading from which on all headings share a word that neither title nor text knew before."""
    headings = [at for at, block in enumerate(blocks) if block.kind == "heading"]
    for first in range(len(headings) - 1):
        later = [blocks[at].text for at in headings[first:]]
        word = _shared(later)
        if len(word) >= KEYWORD and word not in title:
            before = sum(block.text.count(word) for block in blocks[: headings[first]])
            after = sum(block.text.count(word) for block in blocks[headings[first] :])
            return later[0] if headings[first] > 1 and before <= STRAY * after else None
    return None


def _shared(texts: Sequence[str]) -> str:
    """Return the longest string that all texts hold.

    >>> _shared(["产业互联网的路", "说产业互联网", "产业互联网"])
    '产业互联网'
    """
    shortest = min(texts, key=len)
    spans = ((a, b) for a in range(len(shortest)) for b in range(a + 1, len(shortest) + 1))
    held = (shortest[a:b] for a, b in spans if all(shortest[a:b] in text for text in texts))
    return max(held, key=len, default="")
