"""Every occurrence of a term with what stands left and right of it."""

from html import escape

import pandas as pd

from lundian.errors import LundianError
from lundian.measure.base import NO_TEXT, PLACE, choose, with_note
from lundian.provenance import measured

COLUMNS = ["article", "paragraph", "sentence", "left", "term", "right"]
SORTS = {
    "position": lambda row: (),
    "left": lambda row: (row[3][::-1],),  # from the term outwards
    "right": lambda row: (row[5],),
}


@measured
def concordance(
    corpus: object, term: str, width: int = 15, sort: str = "position", match: str = "word"
) -> pd.DataFrame:
    """List every occurrence of a term in its context (KWIC: Luhn 1960, American Documentation 11(4)).

    Parameters
    ----------
    corpus
        A corpus with text.
    term
        What to look for.
    width
        How many characters of context on each side; it ends where the paragraph ends.
    sort
        "position" in the text, "left" or "right": by what stands next to the term on that side, from the term outwards.
    match
        "word": where the term is a word, as in counts; "string": wherever its characters stand, in longer words too.

    Returns
    -------
    pandas.DataFrame
        One row per occurrence: article, paragraph, sentence, left, term, right. Articles without text are left out; where
        none has text the table is empty, and `.attrs["note"]` says what to do.

    Raises
    ------
    LundianError
        The term is blank, or `sort` or `match` is none of the above.
    """
    choose(sort, SORTS, "concordance: sort")
    choose(match, ["word", "string"], "concordance: match")
    if not term.strip():
        raise LundianError("concordance: the term is blank; give at least one character.")
    sentences = corpus.sentences
    if "text" not in sentences.columns or not sentences["text"].notna().any():
        empty = pd.DataFrame({name: pd.Series(dtype="int64" if name in COLUMNS[1:3] else "str") for name in COLUMNS})
        return with_note(empty, NO_TEXT)
    sentences = sentences[sentences["text"].notna()]
    hits = _words(corpus.tokens, term) if match == "word" else _strings(sentences, term)
    rows = list(_rows(hits, sentences, term, max(width, 0)))
    rows.sort(key=lambda row: (*SORTS[sort](row), *row[:3], row[6]))
    table = pd.DataFrame([row[:6] for row in rows], columns=COLUMNS)
    return table.astype({name: "int64" if name in COLUMNS[1:3] else "str" for name in COLUMNS})


def concordance_html(table: pd.DataFrame) -> str:
    """Return a concordance as an HTML table, the term aligned in the middle and every character of the text made safe.

    >>> row = pd.DataFrame([["a", 1, 2, "<b>", "茶", "&"]], columns=COLUMNS)
    >>> "&lt;b&gt;" in concordance_html(row)
    True
    """
    head = '<table class="concordance"><thead><tr><th>source</th><th></th><th></th><th></th></tr></thead><tbody>'
    styles = ("text-align:left;color:#666", "text-align:right", "text-align:center;font-weight:bold", "text-align:left")
    lines = [
        "<tr>"
        + "".join(f'<td style="{style}">{escape(cell)}</td>' for style, cell in zip(styles, cells, strict=True))
        + "</tr>"
        for cells in _cells(table)
    ]
    return "\n".join([head, *lines, "</tbody></table>"])


def _cells(table: pd.DataFrame) -> list[tuple[str, str, str, str]]:
    return [
        (f"{row.article} {row.paragraph}.{row.sentence}", row.left, row.term, row.right)
        for row in table.itertuples(index=False)
    ]


def _words(tokens: pd.DataFrame, term: str) -> pd.DataFrame:
    """Return article, paragraph, sentence and offset in the sentence of each word that is the term."""
    keys = [*PLACE, "sentence"]
    inside = tokens.merge(tokens.loc[tokens["term"] == term, keys].drop_duplicates(), on=keys)
    length = inside["term"].str.len()
    inside["start"] = length.groupby([inside[key] for key in keys]).cumsum() - length
    return inside.loc[inside["term"] == term, [*keys, "start"]]


def _strings(sentences: pd.DataFrame, term: str) -> pd.DataFrame:
    """Return the same of each place where the term's characters stand, also where they overlap."""
    inside = sentences[sentences["text"].str.contains(term, regex=False)]
    starts = [[i for i in range(len(text)) if text.startswith(term, i)] for text in inside["text"]]
    return inside[[*PLACE, "sentence"]].assign(start=starts).explode("start")


def _rows(hits: pd.DataFrame, sentences: pd.DataFrame, term: str, width: int):
    """Yield the lines, with the context taken from the whole paragraph."""
    wanted = sentences.merge(hits[PLACE].drop_duplicates(), on=PLACE).sort_values([*PLACE, "sentence"])
    texts = {key: "".join(part) for key, part in wanted.groupby(PLACE)["text"]}
    length = wanted["text"].str.len()
    offset = length.groupby([wanted[key] for key in PLACE]).cumsum() - length
    first = dict(zip(wanted[[*PLACE, "sentence"]].itertuples(index=False, name=None), offset, strict=True))
    for article, paragraph, sentence, start in hits.itertuples(index=False, name=None):
        text, at = texts[article, paragraph], first[article, paragraph, sentence] + start
        end = at + len(term)
        yield article, paragraph, sentence, text[max(at - width, 0) : at], term, text[end : end + width], at
