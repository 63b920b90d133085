"""Saved web pages give their article, whole, and nothing else."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lundian import paths
from lundian.errors import LundianError
from lundian.text.articles import read_articles
from lundian.text.formats import read_document
from lundian.text.structure import from_text

A = "社区食堂的账不难算，难的是让人愿意再来一次，这件事要慢慢做。"
B = "低价只能带来第一次光顾，留不住第二次；信任要一顿一顿做出来。"
C = "街道提供场地，运营方提供厨房，居民用较低的价格换来一顿热饭。"


def page(body: str, head: str = "<title>食堂的账</title>") -> bytes:
    """Return a page with a menu, comments and a footer around its body."""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>首页</a><a href='/b'>财经</a></nav>"
        f"<div class='main'>{body}</div>"
        f"<div class='comments'><p>{'我觉得这家食堂很好，大家都说不错。' * 3}</p></div>"
        "<footer>版权所有，某某网站。</footer></body></html>"
    ).encode()


def blocks(body: str) -> list[tuple[str, str]]:
    """Return the kind and text of each block that is read from a page."""
    return [(block.kind[0], block.text) for block in read_document(page(body), "a.html").blocks]


def test_the_wechat_sample():
    """The WeChat page: what it says of itself, its headings by bold letters, its repeated line, nothing around it."""
    row = read_articles(paths.samples("wechat_repair_stall.html")).iloc[0]
    assert row[["title", "author", "date", "source"]].tolist() == [
        "修理铺回来了：一门慢生意的新账本",
        "林向晚",
        "2026-04-20",
        "一页街区",
    ]
    read = from_text(row["text"])
    assert [block.text for block in read if block.kind == "heading"] == ["一把伞的三种算法", "慢，是门槛也是护城河"]
    assert [block.text for block in read].count("修得好，是手艺；修得起，才是生意。") == 2
    assert (read[0].text[:4], read[-1].text[-5:], len(read)) == ("老街口的", "的时间。", 17) or read[-1].text.endswith(
        "的时间。"
    )
    for clutter in ("蓝字", "往期", "END", "留言", "扫一扫", "阅读原文", "原创"):
        assert clutter not in row["text"]


def test_the_news_sample():
    """The news page: metadata, both headings, table rows, the caption, repeated and short paragraphs; no menu, no ad."""
    row = read_articles(paths.samples("news_village_parcels.html")).iloc[0]
    assert row[["title", "author", "date", "source"]].tolist() == [
        "村口快递站：最后三公里的账该谁来付",
        "周未白",
        "2026-05-18",
        "县域经济网",
    ]
    read = from_text(row["text"])
    assert [block.text for block in read if block.kind == "heading"] == ["三毛钱买不来三公里", "谁在为便利买单"]
    texts = [block.text for block in read]
    assert texts.count("便利一旦有了，就没有人愿意退回去。") == 2
    assert {"快递站不只送包裹。", "图为合并路线后的分拣台（示意图）。", "单村直送 22 0.41元"} <= set(texts)
    for clutter in ("首页", "广告", "脚本", "阅读全文", "责任编辑", "相关阅读", "网友", "排行", "Copyright"):
        assert clutter not in row["text"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>{A}</p><h2>小节</h2><p>{B}</p><p>{C}</p>", [("p", A), ("h", "小节"), ("p", B), ("p", C)]),
        (f"<p>{A}<br><br>{B}</p><p>{C}</p>", [("p", A), ("p", B), ("p", C)]),
        (f"<p>{A}{B[:8]}<br>{B[8:]}</p><p>{B}</p><p>{C}</p>", [("p", A + B), ("p", B), ("p", C)]),
        (f"<section><section><p>{A}</p></section><p>{B}</p></section>", [("p", A), ("p", B)]),
        (f"<p>{A[:9]}\n   {A[9:]}</p><p>{B}</p>", [("p", A), ("p", B)]),
        (f"<p>&ldquo;{A}&rdquo;&nbsp;A&amp;B</p><p>{B}</p>", [("p", f"“{A}” A&B"), ("p", B)]),
        (f"<p>{A}</p><p><b>为什么便宜？</b></p><p>{B}</p>", [("p", A), ("h", "为什么便宜？"), ("p", B)]),
        (f"<p>{A}</p><p>{A}</p><p>短。</p><p>{B}</p>", [("p", A), ("p", A), ("p", "短。"), ("p", B)]),
        (f"<p>{A}</p><ol><li>{B}</li><li>{C}</li></ol>", [("p", A), ("p", B), ("p", C)]),
        (f"{A}<div>{B}</div>{C}", [("p", A), ("p", B), ("p", C)]),
        (f"<table><tr><td><p>{A}</p><p>{B}</p></td></tr></table>", [("p", A), ("p", B)]),
        (
            f"<table><tr><td>菜单</td><td><p>{A}</p><p><b>小节</b></p><p>{B}</p></td></tr></table>",
            [("p", A), ("h", "小节"), ("p", B)],
        ),
        (f"<p>{A}</p><p>小节标题</p><p>{B}</p><p>{C}</p>", [("p", A), ("h", "小节标题"), ("p", B), ("p", C)]),
        (f"<p>{A}</p><p style='display:none'>{B}</p><p>{C}</p>", [("p", A), ("p", C)]),
        (f"<p>{A}<a href='x'>甲店</a>也在。</p><p>{B}</p>", [("p", f"{A}甲店也在。"), ("p", B)]),
    ],
)
def test_blocks(body, expected):
    """Paragraphs, headings, line breaks, lists, tables and entities as a reader of the page sees them."""
    assert blocks(body) == expected


def test_an_old_page_in_a_table_of_fonts():
    """A page without paragraphs, as they were written once: lines that <br> ends, in a cell of a table, to the last one."""
    lines = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{text}" for text in (A, "<b>小节</b>", B, "短句。", C))
    cells = ("<a href=/>首页</a>", "作者：张三 2005年3月4日", f"<font>{lines}</font>")
    raw = "<table>" + "".join(f"<tr><td>{cell}</td></tr>" for cell in cells) + "</table>"
    document = read_document(raw.encode("gb18030"), "a.htm")
    assert [block.text for block in document.blocks] == [A, "小节", B, "短句。", C]
    assert document.meta == {"author": "张三", "date": "2005-03-04"}


@given(
    st.lists(st.tuples(st.sampled_from(["p", "h2", "li", "blockquote"]), st.text("甲乙丙，。？“”AB 1&<>", min_size=1)))
)
def test_no_text_of_the_article_is_lost(pieces):
    """Whatever an article is made of, its blocks joined give its text."""
    texts = [" ".join(text.split()) for _, text in pieces]
    inside = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for (tag, _), text in zip(pieces, texts, strict=True))
    blocks = read_document(page(f"<article><p>{A}</p>{inside}<p>{B}</p><p>{C * 9}</p></article>"), "a.html").blocks
    assert "".join(block.text for block in blocks) == "".join([A, *texts, B, C * 9])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_the_page_says_its_encoding(encoding):
    """The charset of <meta> is believed where it fits; gb2312 stands for all of GB18030."""
    told = {"gb18030": "gb2312"}.get(encoding, encoding)
    text = "街坊的帳不難算，難的是讓人願意再來一次。" * 4
    raw = f"<html><head><meta charset={told}><title>街坊</title></head><body><p>{text}</p></body></html>".encode(
        encoding
    )
    document = read_document(raw, "a.htm")
    assert ([block.text for block in document.blocks], document.confidence) == ([text], 1.0)


def test_a_wrong_charset_is_not_believed():
    """A page that says it is UTF-8 but is not is decoded as any other text."""
    raw = page(f"<p>{A}</p><p>{B}</p><script>{'x = 1;' * 2000}</script>").decode().encode("gb18030")
    assert read_document(raw, "a.html").blocks[0].text == A


def test_a_wrong_byte_counts_in_the_article_alone():
    """A page with a byte that is no text is read where the byte is a script's, and refused where it is the article's."""
    good = page(f"<p>{A}</p><p>{B}</p><script>var x = 'Q';</script>")
    assert read_document(good.replace(b"Q", b"\xff"), "a.html").blocks[1].text == B
    with pytest.raises(LundianError, match=r"a\.html: holds bytes in its article that are no text"):
        read_document(good.replace("低价".encode(), b"\xff"), "a.html")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>食堂的账——写在春天_观察_某网</title>", "食堂的账——写在春天"),
        ("<title>食堂的账 - 某网</title>", "食堂的账"),
        ("<title>某网</title><meta property='og:title' content='食堂的账'>", "食堂的账"),
        (
            '<title>某网</title><script type=\'application/ld+json\'>{"@graph": [{"headline": "食堂的账"}]}</script>',
            "食堂的账",
        ),
    ],
)
def test_where_a_title_comes_from(head, title):
    """From what the page says for others to quote, or its title without the site's name."""
    assert read_document(page(f"<p>{A}</p><p>{B}</p>", head), "a.html").meta["title"] == title


def test_nothing_is_fetched_or_run():
    """An external entity and a picture are not looked up, and a script leaves nothing."""
    raw = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<html><body><p>{A}&x;</p><p>{B}</p><img src='http://example.org/a.png'><script>alert(1)</script></body></html>"
    ).encode()
    texts = [block.text for block in read_document(raw, "a.html").blocks]
    assert texts[-1] == B
    assert texts[-2].removesuffix("&x;") == A


def test_a_page_in_one_file():
    """The HTML part of an .mhtml file is read."""
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    part = b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page(f"<p>{A}</p><p>{B}</p>") + b"\r\n--x--\r\n"
    assert [block.text for block in read_document(head + part, "a.mhtml").blocks] == [A, B]


@pytest.mark.parametrize(("name", "content"), [("a.html", b""), ("a.mhtml", b"no mail"), ("a.html", b"<nav>x</nav>")])
def test_a_page_without_an_article_is_one_sentence(tmp_path, name, content):
    """What holds no article is refused by its name."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LundianError, match=rf"^{name}: holds no "):
        read_articles(tmp_path / name)
