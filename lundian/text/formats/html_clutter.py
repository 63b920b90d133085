"""What stands on a web page and is no part of its article."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def word_set(words: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(words.split())


_CODE = word_set("script style noscript template")
_TAGS = word_set("nav aside footer form button select textarea iframe object svg canvas audio video dialog menu")
_LISTS = word_set("p li ul ol dl div section")
_PROSE = word_set("p h1 h2 h3 h4 h5 h6 span b strong em i blockquote")  # never clutter by their names alone
_SURELY = word_set("comment comments cmt reply replies related recommend recommended recommendation sidebar footer")
_NAMES = word_set(
    "ad ads advert advertisement adbox banner share sharing shares "
    "breadcrumb breadcrumbs crumb crumbs nav navbar navigation menu menus "
    "copyright disclaimer editor ranking rank toolbar qrcode subscribe readmore tags pagination pager login modal "
    "dialog popup reward vote byline info meta social promo hot"
)
_WORDS = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# An element that holds more of the page's prose than this is no clutter, whatever it is called.
MOST_OF_A_PAGE, NEARLY_ALL = 0.4, 0.75

# Lines around an article that are addressed to the visitor of the page.
_LINE = re.compile(
    r"^[\s（(【\[*·>▼▲↓↑—-]*(?:点击(?:上方|下方|蓝字|这里|阅读|查看)|长按|扫码|扫一扫|微信扫|关注(?:我们|公众号)|阅读(?:全文|原文)|展开(?:全文|阅读)|查看(?:全文|更多)"
    r"|责任?编辑|责编|编辑\s*[:：/|]|审核\s*[:：]|校对\s*[:：]|值班编委|欢迎(?:转发|分享|订阅|关注)|点个?(?:赞|在看)|分享到|打开(?:微信|APP)|上一篇|下一篇"
    r"|未经(?:授权|许可)|转载请|版权(?:声明|所有)|广告\s*[:：]?|read more|continue reading|subscribe)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"[（(【\[*]*(?:(?:免责|版权|特别|郑重)?声明\s*[:：]|未经授权|转载请)")  # may be whole sentences
_END = re.compile(
    r"^[\s—\-–*·=]*(?:END|完|全文完|正文完|往期(?:推荐|回顾|精选)|(?:相关|延伸|推荐|更多|热门)(?:阅读|推荐|文章|新闻)|(?:精选|全部|网友)(?:留言|评论))[\s—\-–*·=:：]*$",
    re.IGNORECASE,
)
LONGEST_LINE = 60


def is_clutter(element: "HtmlElement", running: float, total: float) -> bool:
    """Say whether an element is none of the article's; `running` of the page's `total` characters of prose are in it."""
    if element.tag in _CODE:
        return True
    if _SURELY & _names(element) and running <= NEARLY_ALL * total:
        return True
    if running > MOST_OF_A_PAGE * total or (element.tag == "header" and running > 0):
        return False
    if element.tag in _TAGS or element.tag == "header" or _NAMES & _names(element):
        return True
    return _is_hidden(element) or _is_link_list(element)


def is_visitors_line(text: str) -> bool:
    """Say whether a line is addressed to the visitor of the page.

    >>> is_visitors_line("（责任编辑：某某）"), is_visitors_line("点击上方蓝字，关注我们"), is_visitors_line("广告主在减少预算。")
    (True, True, False)
    """
    if _NOTICE.match(text):
        return True
    return len(text) <= LONGEST_LINE and not text.endswith("。") and bool(_LINE.match(text))


def ends_article(text: str) -> bool:
    """Say whether a line closes the article, so that what follows is none of it.

    >>> ends_article("— END —"), ends_article("相关阅读："), ends_article("评论家的评论")
    (True, True, False)
    """
    return bool(_END.match(text))


def _is_hidden(element: "HtmlElement") -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _is_link_list(element: "HtmlElement") -> bool:
    """Say whether an element is links and little else, with neither a sentence nor a heading."""
    if element.tag not in _LISTS or element.find(".//a") is None or element.xpath(".//h1|.//h2|.//h3|.//h4"):
        return False
    text = "".join(element.text_content().split())
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a"))
    return linked > 0.6 * len(text) and not text.endswith(tuple("。！？!?…”"))


def _names(element: "HtmlElement") -> set[str]:
    """Return the words that an element's class and id are made of; a paragraph is not judged by them."""
    if element.tag in _PROSE:
        return set()
    words = [word.lower() for word in _WORDS.findall(f"{element.get('class', '')} {element.get('id', '')}")]
    return {*words, "readmore"} if {"read", "more"} <= set(words) else set(words)
