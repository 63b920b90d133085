"""A paragraph with the words that give it its tone: marked by colour, line and sign in the text, and listed below it."""

from html import escape

import pandas as pd

from lundian.explore.words import words
from lundian.say.numbers import number
from lundian.say.rules import rule_name


def paragraph_html(corpus: object, article: str, paragraph: int, language: str = "en") -> str:
    """Return a paragraph as HTML, its words of tone marked, with its tone above it and the words in a table below.

    Where the text is not at hand, a sentence says so and the table stands alone.

    Raises
    ------
    LundianError
        The corpus has no such article or paragraph.

    Examples
    --------
    >>> import lundian as ld
    >>> corpus = ld.extract(pd.DataFrame({"title": ["甲"], "text": ["这是<机会>。"]}))
    >>> "这是&lt;<mark" in paragraph_html(corpus, "甲", 1)
    True
    """
    from lundian.measure.tone import explain_tone, tone

    say = words(language)
    found = explain_tone(corpus, article, paragraph)
    row = _of(tone(corpus.only(article)), article, paragraph).iloc[0]
    sentences = _of(corpus.sentences, article, paragraph).sort_values("sentence")
    parts = [f'<p class="ld-tone">{escape(_summary(row, say))}</p>']
    if "text" in sentences.columns and sentences["text"].notna().all():
        spans = (marked(text, found[found["sentence"] == n], language) for n, text in _texts(sentences))
        parts += [f'<p class="ld-text" lang="zh">{"".join(spans)}</p>', _key(say) if len(found) else ""]
    else:
        parts.append(f"<p>{say['no_text']}</p>")
    return "\n".join([*parts, _table(found, language) if len(found) else ""])


def marked(text: str, found: pd.DataFrame, language: str = "en") -> str:
    """Return a sentence as HTML with its words of tone marked; the text between the tags is the sentence, escaped.

    Where two marks overlap, the first one is drawn; the table lists both.

    >>> row = {"start": [1], "end": [2], "term": ["好"], "rule": ["plain"], "value": [0.5]}
    >>> marked("a好&", pd.DataFrame(row))
    'a<mark class="ld-up" ... title="adds +0.50 to its sentence; rule: plain">好</mark>&amp;'
    """
    out, at = [], 0
    for word in found.sort_values(["start", "end"], kind="stable").itertuples():
        if word.start >= at:
            inside = escape(text[word.start : word.end])
            out += [escape(text[at : word.start]), f"{_open(word, language)}{inside}</mark>"]
            at = word.end
    return "".join([*out, escape(text[at:])])


def _open(word: object, language: str) -> str:
    up = word.value > 0
    why = words(language)["adds"].format(value=number(word.value, sign=True), rule=rule_name(word.rule, language))
    label = escape(f"{word.term}: {why}")
    return (
        f'<mark class="ld-{"up" if up else "down"}" data-sign="{"+" if up else "−"}" role="mark" '
        f'aria-label="{label}" title="{escape(why)}">'
    )


def _summary(row: pd.Series, say: dict[str, str]) -> str:
    if pd.isna(row["tone"]):
        return say["no_tone"].format(n=row["paragraph"])
    told = {name: number(row[name], sign=True) for name in ("tone", "low", "high")}
    return say["tone_of"].format(n=row["paragraph"], **told)


def _key(say: dict[str, str]) -> str:
    up, down = say["key"].split("|")
    return (
        f'<p class="ld-key"><mark class="ld-up" data-sign="+">{up}</mark> '
        f'<mark class="ld-down" data-sign="−">{down}</mark></p>'
    )


def _table(found: pd.DataFrame, language: str) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in words(language)["word_head"].split("|"))
    rows = (
        f'<tr><td>{word.sentence}</td><td lang="zh">{escape(word.term)}</td>'
        f"<td>{escape(rule_name(word.rule, language))}</td><td>{number(word.value, sign=True)}</td></tr>"
        for word in found.itertuples()
    )
    return f'<table class="ld-words"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _texts(sentences: pd.DataFrame) -> zip:
    return zip(sentences["sentence"], sentences["text"], strict=True)


def _of(table: pd.DataFrame, article: str, paragraph: int) -> pd.DataFrame:
    return table[(table["article"] == article) & (table["paragraph"] == paragraph)]
