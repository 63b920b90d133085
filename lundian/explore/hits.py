"""Where a term stands, as a table on the page and as one to take away."""

from html import escape

from lundian.explore.figure import downloads
from lundian.explore.words import words

MOST = 50  # lines on the page; the table to take away has all


def hits_html(corpus: object, term: str, language: str = "en") -> str:
    """Return every occurrence of a term in its context as HTML, in longer words too."""
    from lundian.measure.concordance import concordance, concordance_html
    from lundian.plot.save import csv_bytes

    if not term.strip():
        return ""
    table = concordance(corpus, term.strip(), width=20, match="string")
    if note := table.attrs.get("note"):
        return f"<p>{escape(words(language)['no_text'] if language == 'zh' else note)}</p>"
    many = "first" if len(table) > MOST else "hits"
    said = words(language)[many].format(term=term.strip(), n=len(table), most=MOST)
    shown = table.head(MOST).assign(article="¶")  # there is one article on the page
    rest = f"{concordance_html(shown)}{downloads('concordance', {'csv': csv_bytes(table)}, language)}"
    return f"<p>{escape(said)}</p>{rest if len(table) else ''}"
