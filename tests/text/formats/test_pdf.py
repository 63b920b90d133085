"""PDF files give whole paragraphs, without what is printed on every page."""

import io
from importlib.util import find_spec

import pypdf
import pytest
import typst

from lundian.errors import LundianError
from lundian.text.formats import read_document

FONTS = find_spec("pylopdf_fonts_zh_cn").submodule_search_locations[0]
A = "社区食堂的账不难算，难的是让人愿意再来一次，这件事要慢慢做，急不得也省不得。"
B = "低价只能带来第一次光顾，留不住第二次；信任要一顿一顿做出来，账要一天一天记下去。"
LONG = "".join(
    f"第{number}家食堂去年卖出{number * 37}份午餐，今年却只剩下一半，店主说难处不在价钱。" for number in range(3, 12)
)
INDENTED = "#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 0.8em, spacing: 0.8em)"
APART = "#set par(justify: true, leading: 0.8em, spacing: 1.8em)"
CLOSE = "#set par(justify: true, leading: 0.8em, spacing: 0.8em)"
SETTINGS = {"indented": INDENTED, "apart": APART, "close": CLOSE}


def printed(body: str, setting: str = INDENTED, page: str = "") -> bytes:
    """Return a PDF file, set by typst in the package's font on small pages."""
    head = (
        f"#set page(width: 320pt, height: 240pt, margin: 36pt, {page})\n#set text(font: 'Noto Serif SC', size: 10pt)\n"
    )
    return typst.compile((head.replace("'", '"') + setting + "\n" + body).encode(), font_paths=[FONTS])


def blocks(raw: bytes) -> list[tuple[str, str]]:
    """Return kind and text of each block that is read from a PDF file."""
    return [(block.kind[0], block.text) for block in read_document(raw, "a.pdf").blocks]


@pytest.mark.parametrize("setting", SETTINGS)
def test_paragraphs_are_made_whole(setting):
    """Lines are joined to the paragraphs that were set, whether these are indented, set apart, or only end short."""
    assert blocks(printed(f"{A}\n\n{LONG}\n\n{B}\n\n{LONG}", SETTINGS[setting])) == [
        ("p", text) for text in (A, LONG, B, LONG)
    ]


def test_a_page_break_is_taken_out_and_counted():
    """A paragraph that goes on over pages is one, and says how many breaks were in it."""
    raw = printed(f"{A}\n\n{LONG}{LONG}")
    n_pages = len(pypdf.PdfReader(io.BytesIO(raw)).pages)
    document = read_document(raw, "a.pdf")
    assert n_pages > 1
    assert [(block.text, block.stitched) for block in document.blocks] == [(A, 0), (LONG * 2, n_pages - 1)]


def test_what_is_on_every_page_is_left_out():
    """Running heads that count, feet and page numbers are no text; the same words in the body are."""
    page = (
        "header: context [社区观察 第#counter(page).display()号], "
        "footer: context align(center)[— #counter(page).display() / 9 —]"
    )
    assert blocks(printed(f"社区观察第3号说，{A}\n\n{LONG}\n\n{LONG}", page=page)) == [
        ("p", f"社区观察第3号说，{A}"),
        ("p", LONG),
        ("p", LONG),
    ]


def test_heads_that_differ_from_page_to_page_are_left_out():
    """The magazine's name on the left page and the chapter's on the right stand apart from the text, at one height."""
    page = "header: context if calc.odd(counter(page).get().first()) [社区观察] else [一顿饭的账], header-ascent: 60%"
    assert blocks(printed(f"{A}\n\n{LONG}\n\n{LONG}", page=page)) == [("p", A), ("p", LONG), ("p", LONG)]


def test_columns_are_read_one_after_the_other():
    """A paragraph goes on in the next column."""
    assert blocks(printed(f"{A}\n\n{LONG}\n\n{B}\n\n{LONG}", page="columns: 2")) == [
        ("p", text) for text in (A, LONG, B, LONG)
    ]


def test_short_lines_are_headings_where_no_letters_are_larger():
    """Headings in the size of the text are told by being short and without a full stop, at a full line's end too."""
    body = f"{LONG}\n\n小节一\n\n{B}\n\n小节二\n\n{LONG}"
    assert [kind for kind, _ in blocks(printed(body, CLOSE))] == ["p", "h", "p", "h", "p"]
    assert [kind for kind, _ in blocks(printed(f"#text(size: 16pt)[题目]\n\n{body}"))] == ["h", "p", "h", "p", "h", "p"]


def test_a_page_number_on_a_single_page_is_left_out():
    """A number alone at the foot is the page's, one in the text is not."""
    read = blocks(printed(f"{A}\n\n12\n\n{B}", page='numbering: "1"'))
    assert [text for _, text in read] == [A, "12", B]


def test_larger_letters_are_headings():
    """Title and headings are told by their size, a title of two lines is one."""
    title = "社区食堂的账：一顿饭能不能撑起一门长久的生意"
    body = f"#text(size: 16pt)[{title}]\n\n{A}\n\n#text(size: 12pt)[便宜不是护城河]\n\n{LONG}\n\n{B}"
    assert blocks(printed(body)) == [("h", title), ("p", A), ("h", "便宜不是护城河"), ("p", LONG), ("p", B)]


def test_a_head_above_the_title_is_left_out():
    """On a single page nothing repeats; what stands above the title is the head of the page."""
    body = f"#text(size: 16pt)[食堂的账]\n\n{A}\n\n{B}"
    assert blocks(printed(body, page="header: [社区观察]")) == [("h", "食堂的账"), ("p", A), ("p", B)]


def test_footnotes_are_left_out():
    """The note at the foot and the small number that calls it are no text."""
    assert blocks(printed(f"{A[:10]}#footnote[这是一条脚注，不该进正文。]{A[10:]}\n\n{LONG}"))[0] == ("p", A)


def test_gaps_of_typesetting_are_no_blanks():
    """Blanks between Han characters and others go, those between Latin words stay, a hyphenated word is whole."""
    text = "第 3 章讲 Just in Time 的账，100 件起订。"
    assert blocks(printed(f"{text}\n\n{LONG}"))[0] == ("p", "第3章讲Just in Time的账，100件起订。")


def test_properties_are_told():
    """Title and author of the properties are told, where the page shows no title and no program made them up."""
    said = f'#set document(title: "食堂的账", author: "林向晚")\n{LONG}\n\n{LONG}'
    assert read_document(printed(said), "a.pdf").meta == {"title": "食堂的账", "author": "林向晚"}
    assert read_document(printed(said.replace("林向晚", "Administrator")), "a.pdf").meta == {"title": "食堂的账"}


def locked(raw: bytes, password: str) -> bytes:
    """Return a PDF file that a reader's password opens."""
    writer, stream = pypdf.PdfWriter(clone_from=io.BytesIO(raw)), io.BytesIO()
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(stream)
    return stream.getvalue()


def test_a_password_is_told():
    """A file that needs a password is refused; one that anybody may open is read."""
    raw = printed(f"{A}\n\n{LONG}")
    with pytest.raises(LundianError, match=r"^a\.pdf: .*password"):
        read_document(locked(raw, "secret"), "a.pdf")
    assert blocks(locked(raw, "")) == blocks(raw)


def empty() -> bytes:
    """Return a PDF file without a page."""
    stream = io.BytesIO()
    pypdf.PdfWriter().write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "damaged"),
        (b"%PDF-1.7 cut off", "damaged"),
        (empty(), "no text layer"),
        (printed("#rect(width: 100pt, height: 100pt)"), "no text layer"),
        (printed("某" * 200), "do not say which characters"),
    ],
)
def test_what_can_not_be_read_is_one_sentence(content, reason):
    """A damaged file, pages that are pictures, and letters without names are refused by name."""
    with pytest.raises(LundianError, match=rf"^a\.pdf: .*{reason}"):
        read_document(content, "a.pdf")
