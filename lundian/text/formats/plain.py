"""Plain text, with YAML front matter if it has any."""

from lundian.errors import LundianError
from lundian.text.decode import decode
from lundian.text.formats.document import META, Document, as_meta
from lundian.text.structure import read_lines


def read_plain(raw: bytes, name: str) -> Document:
    """Read plain text, with YAML front matter if it has any."""
    decoded = decode(raw, name)
    meta, body = split_front_matter(decoded.text, name)
    return Document(read_lines(body), meta, decoded.encoding, decoded.confidence)


def split_front_matter(text: str, name: str) -> tuple[dict[str, str], str]:
    """Return what YAML front matter says (the known keys only) and the text behind it.

    >>> split_front_matter("---\\ntitle: 平台\\ntopics: [a, b]\\n---\\n正文。", "x.md")
    ({'title': '平台', 'topics': 'a;b'}, '正文。')
    """
    head, fence, body = text.lstrip("\n").removeprefix("---\n").partition("\n---\n")
    if not text.lstrip("\n").startswith("---\n") or not fence:
        return {}, text
    import yaml

    try:
        said = yaml.safe_load(head)
    except yaml.YAMLError as error:
        where = f" in line {error.problem_mark.line + 2}" if getattr(error, "problem_mark", None) else ""
        raise LundianError(f"{name}: the front matter is not YAML{where}; write one 'key: value' a line.") from None
    if not isinstance(said, dict):
        return {}, text
    return {key: as_meta(said[key]) for key in META if said.get(key) is not None}, body
