"""Saved web pages: the article, without menus, scripts, comments, advertisements and "read more".

The page is read as it was saved: nothing in it is run, and nothing that it names is fetched.
"""

import re
from typing import TYPE_CHECKING

from lundian.errors import LundianError
from lundian.text.decode import Decoded, clean, decode, is_utf8_with_flaws
from lundian.text.formats.document import Document
from lundian.text.formats.html_body import body_blocks, find_body
from lundian.text.formats.html_meta import page_meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_FLAW = "\ufffd"
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030"}  # pages name a subset of what they hold


def read_html(raw: bytes, name: str) -> Document:
    """Read a saved web page."""
    decoded = _decoded(raw, name)
    page = _parse(decoded.text, name)
    meta = page_meta(page)  # first: a byline is no part of the article, and goes with the rest that is none
    blocks = body_blocks(find_body(page), meta.get("title", ""))
    if decoded.text.count(_FLAW) and any(_FLAW in block.text for block in blocks):
        raise LundianError(
            f"{name}: holds bytes in its article that are no text in {decoded.encoding}; save the page again."
        )
    return Document(blocks, meta, decoded.encoding, decoded.confidence)


def read_mhtml(raw: bytes, name: str) -> Document:
    """Read a web page saved as one file (.mhtml): its first part that is HTML."""
    import email

    for part in email.message_from_bytes(raw).walk():
        if part.get_content_type() == "text/html":
            return read_html(part.get_payload(decode=True), name)
    raise LundianError(f"{name}: holds no web page; save the page again, as HTML.")


def _decoded(raw: bytes, name: str) -> Decoded:
    """Decode a page as it says itself, or as any other text where that fails; a few wrong bytes may lie beside the article."""
    told = _CHARSET.search(raw[:4096])
    encoding = told[1].decode().lower() if told else ""
    try:
        return Decoded(clean(raw.decode(_WIDER.get(encoding, encoding)), name), encoding, 1.0)
    except (LookupError, UnicodeDecodeError):
        if is_utf8_with_flaws(raw):
            return Decoded(clean(raw.decode("utf-8", "replace"), name), "utf-8", 1.0)
        return decode(raw, name)


def _parse(text: str, name: str) -> "HtmlElement":
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        raise LundianError(f"{name}: holds no web page; save the page again, as HTML.") from None
