"""A table of articles that somebody made by hand, as one that was read from files."""

import pandas as pd

from lundian.errors import LundianError
from lundian.text.decode import clean
from lundian.text.formats.document import Document, with_title
from lundian.text.rows import article_row, as_table, slug
from lundian.text.structure import read_lines


def prepare(articles: pd.DataFrame) -> pd.DataFrame:
    """Return an articles table with every column, from one that has at least `text`.

    A table that `read_articles` made comes back as it is. In any other, each text is read as a plain text file would be.
    """
    if "text" not in articles.columns:
        raise LundianError(
            "The table of articles has no column text; read files with read_articles, or add the column."
        )
    if "text_sha256" in articles.columns:
        return articles
    return as_table([_from_row(row, at) for at, row in enumerate(articles.to_dict("records"), start=1)])


def _from_row(row: dict, at: int) -> dict:
    name = str(row.get("article") or row.get("title") or f"article {at}")
    document = Document(read_lines(clean(str(row["text"]), name)), {"title": str(row.get("title") or "")})
    told = {key: str(value) for key, value in row.items() if key != "text" and value == value and value is not None}
    whole = with_title(document, name)
    return article_row(whole, {**told, "title": whole.meta["title"], "article": slug(name)})
