"""What a web page says of its article: title, author, date and source, as WeChat, news sites and search engines mark them."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from lundian.text.formats.document import as_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHINA = dt.timezone(dt.timedelta(hours=8))  # the clock by which a page's seconds since 1970 become a day
LONGEST_BYLINE = 120
MOST_BYLINES = 500

# What <meta> elements are called, by name or property, in order of preference.
_META = {
    "title": ("og:title", "twitter:title", "headline"),
    "author": ("author", "article:author", "og:article:author", "og:author", "byl"),
    "date": (
        "article:published_time",
        "og:published_time",
        "og:release_date",
        "publishdate",
        "pubdate",
        "publish_time",
        "date",
    ),
    "source": ("og:site_name", "mediaid", "source", "copyright_source", "application-name"),
}
_SECONDS = re.compile(r"\b(?:ct|create_time|createTime|oriCreateTime)\s*[=:]\s*[\"']?(\d{10})\b")
_AUTHOR = re.compile(r"(?:^|[\s|｜])(?:作者|撰文|文|记者|By)\s*[:：/／|｜丨]\s*([^\s:：|｜/，。；]{2,20})")
_SOURCE = re.compile(r"(?:来源|来自|出处)\s*[:：]\s*([^\s|｜，。；]{2,30})")
_ANY_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}(?!\d)")
_SITE = re.compile(r"\s*(?:[_|｜]|--|\s[-–—]\s)\s*[^_|｜]*?$")


def page_meta(page: "HtmlElement") -> dict[str, str]:
    """Return title, author, date and source of a page, as far as it tells them."""
    told, linked = _meta_elements(page), _linked_data(page)
    byline = " ".join(islice(_bylines(page), MOST_BYLINES))
    found = {
        "title": _text(page, "//*[@id='activity-name']")
        or _first(told, "title")
        or linked.get("headline", "")
        or _title(page),
        "author": _wechat_author(page) or _first(told, "author") or linked.get("author", "") or _match(_AUTHOR, byline),
        "date": _date(page, told, linked, byline),
        "source": _text(page, "//*[@id='js_name']") or _match(_SOURCE, byline) or _first(told, "source"),
    }
    return {name: value for name, value in found.items() if value}


def _meta_elements(page: "HtmlElement") -> dict[str, str]:
    told: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        told.setdefault(name.lower(), " ".join(element.get("content", "").split()))
    return told


def _first(told: dict[str, str], what: str) -> str:
    values = (told.get(name, "") for name in _META[what])
    return next((value for value in values if value and not value.startswith("http")), "")


def _linked_data(page: "HtmlElement") -> dict[str, str]:
    """Return headline, author and datePublished of the page's JSON-LD."""
    for item in _linked_items(page):
        if isinstance(item, dict) and item.get("headline"):
            author = item.get("author")
            author = author[0] if isinstance(author, list) and author else author
            name = author.get("name") if isinstance(author, dict) else author
            told = {"headline": item["headline"], "author": name, "date": item.get("datePublished")}
            return {key: str(value or "") for key, value in told.items()}
    return {}


def _linked_items(page: "HtmlElement") -> Iterator[object]:
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            said = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        items = said.get("@graph", said) if isinstance(said, dict) else said
        yield from items if isinstance(items, list) else [items]


def _title(page: "HtmlElement") -> str:
    """Return the one heading of the first rank, or the page's title without the site's name behind it."""
    title = _text(page, "//head/title")
    ranks = [text for element in page.iter("h1") if (text := _flat(element))]
    if len(ranks) == 1 or (ranks and ranks[0] in title):
        return ranks[0]
    while (shorter := _SITE.sub("", title)) and shorter != title:
        title = shorter
    return title


def _wechat_author(page: "HtmlElement") -> str:
    found = page.xpath("//*[@id='meta_content']//*[contains(@class, 'rich_media_meta_text')]")
    texts = (_flat(element) for element in found if element.get("id") is None)
    return next((text for text in texts if text and not _ANY_DATE.search(text)), "")


def _date(page: "HtmlElement", told: dict[str, str], linked: dict[str, str], byline: str) -> str:
    texts = [_text(page, "//*[@id='publish_time']"), _first(told, "date"), linked.get("date", ""), _seconds(page)]
    texts += [element.get("datetime", "") for element in page.iter("time")]
    dates = (as_date(text) for text in [*texts, _match(_ANY_DATE, byline)])
    return next((date for date in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", date)), "")


def _seconds(page: "HtmlElement") -> str:
    """Return the day that a script of the page names in seconds since 1970, as WeChat's does."""
    for script in page.iter("script"):
        if found := _SECONDS.search(script.text or ""):
            return dt.datetime.fromtimestamp(int(found[1]), CHINA).date().isoformat()
    return ""


def _bylines(page: "HtmlElement") -> Iterator[str]:
    """Yield the short texts of the page that could be a byline."""
    for element in page.iter("p", "div", "span", "em", "time", "li", "td", "section", "address"):
        text = _flat(element) if len(element) < 10 else ""
        if 0 < len(text) <= LONGEST_BYLINE:
            yield text


def _match(pattern: re.Pattern, text: str) -> str:
    found = pattern.search(text)
    return found[found.re.groups] if found else ""


def _text(page: "HtmlElement", path: str) -> str:
    return next((text for element in page.xpath(path) if (text := _flat(element))), "")


def _flat(element: "HtmlElement") -> str:
    return " ".join(element.text_content().split())
