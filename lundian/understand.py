"""What a reader would like to see before an article is stored: what was understood of a file or of a text."""

import tempfile
from pathlib import Path

import pandas as pd
import yaml

from lundian.errors import LundianError
from lundian.text.articles import read_articles
from lundian.text.decode import decode
from lundian.text.formats.plain import split_front_matter
from lundian.text.rows import slug
from lundian.text.sentences import split_sentences
from lundian.text.structure import from_text

SIZES = ("n_sections", "n_paragraphs", "n_sentences", "n_chars")
_TEXT_FILES = (".txt", ".md", ".markdown")  # what a title can be written into


def is_text(what: str | Path) -> bool:
    """Say whether this is a text and not the name of a file: it has a line break or ends a sentence.

    >>> is_text("平台是什么？平台是撮合。"), is_text("rents.txt"), is_text(Path("一篇。"))
    (True, False, False)
    """
    return isinstance(what, str) and ("\n" in what or what.rstrip().endswith(tuple("。！？…”")))


def material(what: str | Path, title: str = "") -> tuple[str, bytes]:
    """Return the file name and the bytes to store: those of the file, or of the text with its title as front matter.

    Raises
    ------
    LundianError
        There is no such file, or a title can't be written into its format.
    """
    if is_text(what):
        first = what.strip().split("\n", 1)[0]
        return f"{slug(title or first[:30])}.txt", _with_title(what, title).encode()
    path = Path(what).expanduser()
    if not path.is_file():
        raise LundianError(f"{path}: there is no such file; check the spelling.")
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise LundianError(f"{path}: can't be opened ({error.strerror}); check who may read it.") from None
    if not title:
        return path.name, raw
    if path.suffix.lower() not in _TEXT_FILES:
        raise LundianError(
            f"{path.name}: a title can be given to {', '.join(_TEXT_FILES)} only; write it into the file."
        )
    return path.name, _with_title(decode(raw, path.name).text, title).encode()


def _with_title(text: str, title: str) -> str:
    if not title:
        return text
    meta, body = split_front_matter(text, title)
    return f"---\n{yaml.safe_dump({**meta, 'title': title}, allow_unicode=True)}---\n\n{body}"


def understand(name: str, raw: bytes) -> pd.DataFrame:
    """Return the articles in the bytes of a file called `name`, as `read_articles` does, with their sizes.

    Returns
    -------
    pandas.DataFrame
        One row per article: the columns of `read_articles`, then n_sections (headings), n_paragraphs, n_sentences and
        n_chars (of the body).

    Raises
    ------
    LundianError
        The file can't be read.

    Examples
    --------
    >>> understand("a.txt", "平台\\n\\n平台是什么？平台是撮合。".encode())[["title", "n_paragraphs", "n_sentences"]]
      title  n_paragraphs  n_sentences
    0    平台             1            2
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, name)
        copy.write_bytes(raw)
        articles = read_articles(copy)
    if articles.empty:
        raise LundianError(f"{name}: holds no article that can be read.")
    return articles.join(pd.DataFrame([_sizes(text) for text in articles["text"]], columns=list(SIZES)))


def _sizes(text: str) -> tuple[int, ...]:
    blocks = from_text(text)
    body = [block.text for block in blocks if block.kind == "paragraph"]
    sentences = sum(len(split_sentences(paragraph)) for paragraph in body)
    return len(blocks) - len(body), len(body), sentences, sum(map(len, body))
