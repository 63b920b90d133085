"""Files to articles: one table of articles with their text, from a file or a folder."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from lundian import paths
from lundian.errors import LundianError, tell
from lundian.text.decode import clean
from lundian.text.formats import Document, read_document, with_title
from lundian.text.structure import Block, read_lines, to_text

COLUMNS = (
    "article",
    "title",
    "author",
    "date",
    "source",
    "topics",
    "file",
    "encoding",
    "confidence",
    "n_stitched",
    "file_sha256",
    "text_sha256",
    "text",
)
_NOT_IN_SLUG = re.compile(r"[^\w]+")


def read_articles(path: str | Path, topic: str = "") -> pd.DataFrame:
    """Read the articles in a file or a folder.

    A file that data/articles/index.csv lists is divided into the articles listed; every other file is one article.

    Parameters
    ----------
    path
        A file in a format of `lundian.text.formats`, or a folder of them (folders in it included).
    topic
        The topic that the articles belong to besides those that their front matter names; the name of the folder that
        they lie in where none is given.

    Returns
    -------
    pandas.DataFrame
        One row per article: article (a slug), title, author, date, source, topics (separated by ;), file, encoding,
        confidence (in the encoding, 0 to 1), n_stitched (breaks taken out of paragraphs), file_sha256, text_sha256 and text
        (headings marked with "## ", one block a line). `attrs["refused"]` lists (file, reason) of the files of a folder
        that could not be read; each is also said in one sentence.

    Raises
    ------
    LundianError
        The path does not exist, or it is one file and can't be read.

    Examples
    --------
    >>> articles = read_articles(paths.samples("community_canteen.md"))
    >>> articles["article"].tolist()
    ['community_canteen']
    """
    path = Path(path).expanduser()
    if path.is_file():
        return as_table(read_file(path, topic or (_topic_folder(path.resolve(), path.resolve().parent))))
    if not path.is_dir():
        raise LundianError(f"{path}: there is no such file or folder; check the spelling.")
    return _read_files(article_files(path), path, topic)


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder that may be articles, in a fixed order; hidden files and those that explain are not."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$")))
    return sorted(path for path in found if path.name not in ("index.csv", "README.md"))


def _read_files(files: Iterable[Path], top: Path, topic: str) -> pd.DataFrame:
    """Read each of the files; name those that can't be read and go on."""
    rows, refused = [], []
    for file in files:
        try:
            rows += read_file(file, topic or _topic_folder(file, top))
        except (LundianError, OSError) as error:
            refused.append((str(file), str(error)))
            tell(f"Left out: {error}")
    table = as_table(rows)
    table.attrs["refused"] = refused
    return table


def _topic_folder(file: Path, top: Path) -> str:
    """Return the topic by the folder that a file lies in: the first one below data/articles/ or the folder read."""
    base = paths.articles() if file.is_relative_to(paths.articles()) else top
    folders = file.relative_to(base).parts[:-1]
    return folders[0] if folders else ""


def read_file(path: Path, topic: str = "") -> list[dict]:
    """Return one row per article of a file."""
    raw = path.read_bytes()
    document = read_document(raw, path.name)
    sha256 = hashlib.sha256(raw).hexdigest()
    listed = _listed(path.name, sha256)
    if len(listed):
        return [_row(part, {**meta, "file": path.name}, sha256) for part, meta in _divide(document, listed, path.name)]
    whole = with_title(document, path.stem)
    if not any(block.kind == "paragraph" for block in whole.blocks):
        raise LundianError(
            f"{path.name}: holds no paragraph, so there is nothing to read; check that it is the right file."
        )
    topics = ";".join(dict.fromkeys(filter(None, [*whole.meta.get("topics", "").split(";"), topic])))
    return [_row(whole, {**whole.meta, "article": slug(path.stem), "topics": topics, "file": path.name}, sha256)]


def text_hash(title: str, text: str) -> str:
    """Return the hash by which features know their text: of the title and the canonical text."""
    return hashlib.sha256(f"{title}\n\n{text}".encode()).hexdigest()


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
    return as_table([_from_record(record, at) for at, record in enumerate(articles.to_dict("records"), start=1)])


def index() -> pd.DataFrame:
    """Return data/articles/index.csv: the articles that the project ships features of, and where each starts in its file."""
    path = paths.articles("index.csv")
    return pd.read_csv(path, dtype=str, keep_default_na=False) if path.is_file() else pd.DataFrame(columns=["file"])


def slug(name: str) -> str:
    """Return a name as a key: lower case, words joined by _, nothing that a file system minds.

    >>> slug("2024 平台经济（上）")
    '2024_平台经济_上'
    """
    return _NOT_IN_SLUG.sub("_", unicodedata.normalize("NFKC", name).lower()).strip("_")[:60] or "article"


def as_table(rows: list[dict]) -> pd.DataFrame:
    """Return rows as the articles table, none twice."""
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    text = [name for name in COLUMNS if name not in ("confidence", "n_stitched")]
    return distinct(table.astype(dict.fromkeys(text, "str")).astype({"confidence": "float64", "n_stitched": "int64"}))


def distinct(table: pd.DataFrame) -> pd.DataFrame:
    """Return articles so that none stands twice: a slug that another text has gets the beginning of its text's hash."""
    table = table.copy()
    doubled = table["article"].duplicated(keep=False) & table["article"].duplicated()
    table.loc[doubled, "article"] += "_" + table.loc[doubled, "text_sha256"].str[:8]
    return table.drop_duplicates("article", ignore_index=True)


def _row(document: Document, meta: dict[str, str], file_sha256: str) -> dict:
    text = to_text(document.blocks)
    title = meta["title"]
    told = {name: meta.get(name, "") for name in ("article", "title", "author", "date", "source", "topics", "file")}
    return told | {
        "encoding": document.encoding,
        "confidence": document.confidence,
        "n_stitched": sum(block.stitched for block in document.blocks),
        "file_sha256": file_sha256,
        "text_sha256": text_hash(title, text),
        "text": text,
    }


def _from_record(record: dict, at: int) -> dict:
    name = str(record.get("article") or record.get("title") or f"article {at}")
    document = Document(read_lines(clean(str(record["text"]), name)), {"title": str(record.get("title") or "")})
    told = {key: str(value) for key, value in record.items() if key != "text" and value == value and value is not None}
    whole = with_title(document, name)
    return _row(whole, {**told, "title": whole.meta["title"], "article": slug(name)}, "")


def _listed(name: str, sha256: str) -> pd.DataFrame:
    """Return the index's rows for a file, known by its content or by its name."""
    rows = index()
    if rows.empty:
        return rows
    same = rows["file_sha256"] == sha256
    return rows[same if same.any() else rows["file"] == name]


def _divide(document: Document, listed: pd.DataFrame, name: str) -> Iterator[tuple[Document, dict[str, str]]]:
    """Yield the part of a file that each listed article is, without its title, and what the index says of it."""
    starts = [_start(document.blocks, title, name) for title in listed["starts_at"]]
    ends = [*starts[1:], len(document.blocks)]
    for meta, start, end in zip(listed.to_dict("records"), starts, ends, strict=True):
        blocks = document.blocks[start + 1 : end]
        yield Document(blocks, encoding=document.encoding, confidence=document.confidence), meta


def _start(blocks: list[Block], title: str, name: str) -> int:
    places = [at for at, block in enumerate(blocks) if block.text == title]
    if not places:
        raise LundianError(
            f"{name}: has no line {title!r}, at which index.csv says that an article starts; mend the index."
        )
    return places[0]
