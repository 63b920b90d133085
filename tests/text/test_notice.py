"""What a reader should look at is said, in both languages, and nothing is said where all is well."""

import pytest

from lundian import paths
from lundian.errors import LundianError
from lundian.text.articles import read_articles
from lundian.text.notice import notices, second_title
from lundian.text.structure import Block, from_text

LONG = "这一段写得足够长，有主语也有谓语，一直写到能当作正文的长度为止，还要再多写几个字。"


def row(**changed) -> dict:
    """Return a row that there is nothing to say of, changed."""
    text = "\n\n".join(["## 小节", *[LONG] * 10])
    return {"title": "题", "text": text, "encoding": "utf-8", "confidence": 1.0, "n_stitched": 0} | changed


def test_nothing_is_said_of_a_plain_article():
    """An article of ordinary length, with sections and a sure encoding, needs no look."""
    assert notices(row()) == []
    told = notices(row(text=f"2026年3月2日，社区食堂开门了。\n\n{LONG}"))
    assert not any("counted as text" in sentence for sentence in told), "a sentence that opens with a day is no byline"


@pytest.mark.parametrize(
    ("changed", "english", "chinese"),
    [
        ({"n_stitched": 1}, "One place", "有一处"),
        ({"text": f"作者：林晓\n\n{LONG}"}, "“作者：林晓” is counted as text", "“作者：林晓”这一行被当作正文"),
        ({"n_stitched": 5}, "5 places", "有5处"),
        ({"confidence": 0.71, "encoding": "big5"}, "big5, with a confidence of 71%", "big5，把握为71%"),
        ({"text": LONG, "n_stitched": 7}, f"only {len(LONG)} characters", f"只有{len(LONG)}个字符"),
        ({"text": "\n\n".join([LONG] * 50)}, "No section headings", "没有找到小标题"),
    ],
)
def test_each_is_said_in_both_languages(changed, english, chinese):
    """Breaks, a guessed encoding, a short article and one without sections are told with their numbers."""
    assert any(english in sentence for sentence in notices(row(**changed)))
    assert any(chinese in sentence for sentence in notices(row(**changed), language="zh"))


def test_traditional_script_is_for_the_caller_to_say():
    """The sentence is there where the caller says so."""
    assert "traditional script" in notices(row(), traditional=True)[0]
    assert "繁体" in notices(row(), traditional=True, language="zh")[0]


def test_the_samples_hold_one_article_each():
    """No sample is taken for two articles."""
    for name in (
        "community_canteen.md",
        "night_bus.txt",
        "wechat_repair_stall.html",
        "study_room.docx",
        "small_orders.pdf",
    ):
        article = read_articles(paths.samples(name)).iloc[0]
        assert second_title(article["title"], from_text(article["text"])) is None, name


def test_a_byline_in_the_middle_begins_an_article():
    """A heading with author or date under it, in the middle, is a second title; a byline under the first is not."""
    halves = [
        Block("heading", "米价"),
        Block("paragraph", "作者：甲"),
        Block("paragraph", LONG),
        Block("paragraph", LONG),
        Block("heading", "油价"),
        Block("paragraph", "2026年3月2日  某刊"),
        Block("paragraph", LONG),
        Block("paragraph", LONG),
    ]
    assert second_title("题", halves) == "油价"
    assert second_title("题", halves[:4] + halves[6:]) is None


def test_headings_that_speak_of_something_new_begin_an_article():
    """Where all later headings share a word that was not there before, the first of them may be a title."""
    first = [Block("heading", "平价米的由来"), Block("paragraph", "平价米" + LONG)] * 2
    headings = [Block("heading", "预制菜来了"), Block("heading", "怎样看预制菜")]
    second = [block for heading in headings for block in (heading, Block("paragraph", "预制菜" + LONG))]
    assert second_title("平价米", first + second) == "预制菜来了"
    assert second_title("平价米", [Block("paragraph", "预制菜" + LONG), *first, *second]) is None
    assert second_title("预制菜与平价米", first + second) is None


def test_the_source_file_holds_two(source_file):
    """The real file, read without the index, is seen to hold two articles, at the title of the second."""
    from lundian.text.formats import read_document
    from lundian.text.listed import index

    document = read_document(source_file.read_bytes(), source_file.name)
    assert second_title(document.blocks[0].text, document.blocks[1:]) == index()["starts_at"].iloc[1]


def test_an_unknown_language_lists_the_known():
    """A language that sentences can't be had in is told with those that they can."""
    with pytest.raises(LundianError, match="en, zh"):
        notices(row(), language="fr")
