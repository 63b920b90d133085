"""Make the samples that are no text files: run it in this folder, and it writes the same bytes each time.

market_notes.csv is written by hand; its rows become .jsonl and .parquet. The other articles stand below.
"""

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import typst

HERE = Path(__file__).resolve().parent
DAY = (2026, 6, 8)

# One block a line; "# " is the title, "## " a heading.
STUDY_ROOM = """
# 付费自习室：人们买的不是座位

三年前，付费自习室还是写字楼里的新鲜事；如今，仅城南一个区就有七十多家。一个座位一天三十元，不提供老师，不提供教材，甚至不允许说话。花钱买安静，听起来像是一门荒唐的生意，可是它偏偏活了下来。

很多人以为自习室卖的是座位。这种看法并不准确。图书馆有免费的座位，咖啡馆有便宜的座位，家里更不缺一张桌子。自习室真正卖的，是一种不被打断的时间，以及旁边那个同样在用功的陌生人。

## 安静是有成本的

安静看起来什么都不需要，其实样样要钱。隔音的墙、不晃的桌子、合适的灯，一个座位的装修要摊到四千元。更贵的是规则：谁在打电话，谁在吃泡面，都得有人去提醒。管得松了，老顾客会走；管得紧了，新顾客不来。

比如，学府路的一家自习室为了多赚钱，把过道改成了座位，会员数两个月涨了三成，续费率却从六成跌到了两成。店主后来承认，多摆的那十二张桌子，恰恰毁掉了他唯一的商品。

## 从卖时间到卖习惯

那么，好的自习室靠什么赚钱？我们比较了九家开业满两年的店，发现它们都不靠日票。日票客人来得快，走得也快；真正撑起房租的，是每天早上八点准时出现的那批人。他们买的是月卡，养成的是习惯。

当然，习惯也会变成束缚。考试季一过，座位会空掉一半，房租却一分不少。因此，聪明的店主开始在淡季出租会议桌，或者和周边的公司合作，让员工下班后来读两小时书。

## 不必人人都要一个格子

有人担心，付费自习室会让学习变成有钱人的事。这种担心值得认真对待。社区里的公共阅览室如果能够开到晚上十点，许多人就不必花这笔钱。市场补上了公共服务的缺口，但是缺口本身不应当被忘记。

自习室的流行说明，人们缺的不是一张桌子，而是一段完整的时间。谁能把时间还给他们，谁就能做成这门生意。
"""

SMALL_ORDERS = """
# 小单时代：一家八人工厂的排产表

镇上的这家针织厂只有八个人，却同时做着三十一个品牌的订单。最小的一单是六十件，最大的一单也不过两千件。老板说，十年前他等大单，现在他排小单，等大单的邻居大多已经关门。

所谓小单，并不是因为工厂变小了，而是因为卖货的人变多了。过去一个款式要供应三百家商场，现在一个款式只卖给一个直播间的观众。货架变成了屏幕，一次生产十万件就成了最大的风险。

## 排产表上的格子

老板的办公桌上压着一张排产表，每个格子是四个小时。红色是加急，蓝色是常规，空白是留给返单的。他说，以前最怕机器停，现在最怕格子满：格子满了，返单进不来，赚钱的机会就给了别人。

这张表改变了算账的方法。大单时代，利润藏在布料里，一米布省两分钱就是一笔大数目。小单时代，利润藏在换线里，从一个款式换到下一个款式，别人要半天，他只要四十分钟。换线快一倍，等于机器多了三分之一。

## 快，不等于便宜

不少人认为小单是大单的缩小版，价格理应更低。事实恰恰相反。六十件的单子，打版、调机、验货一样不少，每件成本要高出三成。买家愿意付这三成，是因为他们省下了仓库，也省下了清仓时打的五折。

因此，小单工厂卖的不是加工，而是确定性。说好七天，就不能是八天；说好不串色，就不能拿运气去赌。有一次染厂误了两天，老板宁可赔钱改用快递空运，也没有让客户的直播空场。他说，钱可以再挣，格子里的信用补不回来。

## 八个人的边界

当然，小单也有它的边界。八个人能记住三十一个品牌的脾气，八十个人就未必。隔壁镇的一家厂学他排小单，规模扩大到两百人，排产表变成了四张，返单反而慢了一周。灵活来自记性，而记性不会随着人数一起变多。

所以，政府在谈产业升级的时候，不应当只盯着谁能做大。让小厂共用一间打版室、一个染色实验室，比催它们合并更有用。企业也需要想清楚：自己要的究竟是更大的产能，还是更短的距离。

小单时代留给制造业的问题，不是机器够不够多，而是从一个想法到一件衣服，中间还要走几步路。
"""


def blocks(article: str) -> Iterator[tuple[str, str]]:
    """Yield the blocks of an article: what each is, and its text."""
    kinds = {"#": "title", "##": "heading"}
    for line in filter(None, article.split("\n")):
        mark, _, text = line.partition(" ")
        yield (kinds[mark], text) if mark in kinds else ("paragraph", line)


def word_file(article: str, author: str) -> bytes:
    """Return an article as a Word document, with a page header that is no part of it."""
    document = docx.Document()
    styles = {"title": "Title", "heading": "Heading 1", "paragraph": "Normal"}
    for kind, text in blocks(article):
        document.add_paragraph(text, style=styles[kind])
    document.sections[0].header.paragraphs[0].text = "城市生活观察"
    said = document.core_properties
    said.author, said.title = author, next(blocks(article))[1]
    said.created = said.modified = dt.datetime(*DAY, tzinfo=dt.UTC)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made:
        return zip_file({name: made.read(name) for name in made.namelist()})


def pdf_file(article: str, author: str) -> bytes:
    """Return an article as a PDF file with a running head, page numbers and a paragraph that goes on over the page."""
    title = next(blocks(article))[1]
    marks = {"title": "= ", "heading": "== ", "paragraph": ""}
    source = PAGE.format(title=title, author=author, date=DAY) + "\n\n".join(
        marks[kind] + text for kind, text in blocks(article)
    )
    return typst.compile(source.encode(), font_paths=list(find_spec("pylopdf_fonts_zh_cn").submodule_search_locations))


PAGE = """
#set document(title: "{title}", author: "{author}", date: datetime(year: {date[0]}, month: {date[1]}, day: {date[2]}))
#set page(
  width: 148mm, height: 176mm, margin: (x: 20mm, y: 24mm),
  header: context align(center, text(8pt)[制造观察　第#counter(page).display()页]),
  footer: context align(center, text(8pt)[— #counter(page).display() —]),
)
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.9em, spacing: 0.9em)
#show heading: set text(font: "Noto Sans SC", weight: "regular")
#show heading: set block(above: 1.4em, below: 1em)
"""


def zip_file(entries: dict[str, bytes]) -> bytes:
    """Return a zip archive of these entries, without the time at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def main(folder: Path = HERE) -> None:
    """Write the samples to a folder."""
    with (HERE / "market_notes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "market_notes.jsonl").write_bytes("".join(lines).encode())
    pq.write_table(pa.Table.from_pylist(rows), folder / "market_notes.parquet", compression="zstd")
    (folder / "study_room.docx").write_bytes(word_file(STUDY_ROOM, "何以宁"))
    (folder / "small_orders.pdf").write_bytes(pdf_file(SMALL_ORDERS, "沈一舟"))
    inside = {"transport/night_bus.txt": "night_bus.txt", "transport/parcels.html": "news_village_parcels.html"}
    inside |= {"services/canteen.md": "community_canteen.md"}
    (folder / "street_notes.zip").write_bytes(zip_file({name: (HERE / of).read_bytes() for name, of in inside.items()}))


if __name__ == "__main__":
    main()
