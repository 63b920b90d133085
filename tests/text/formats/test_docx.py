"""Word documents give their text as it reads with all changes accepted."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from lundian.errors import LundianError
from lundian.text.formats import read_document

A = "社区食堂的账不难算，难的是让人愿意再来一次，这件事要慢慢做，急不得也省不得。"
B = "低价只能带来第一次光顾，留不住第二次；信任要一顿一顿做出来。"


@pytest.fixture
def word() -> "docx.document.Document":
    """Return an empty Word document."""
    return docx.Document()


def written(word) -> bytes:
    """Return the bytes of a Word document."""
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def blocks(word) -> list[tuple[str, str]]:
    """Return kind and text of each block that is read from a Word document."""
    return [(block.kind[0], block.text) for block in read_document(written(word), "a.docx").blocks]


def insert(word, xml: str) -> None:
    """Put XML behind the last paragraph."""
    word.paragraphs[-1]._p.addnext(parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def test_styles_make_title_and_headings(word):
    """The title style is the title, heading styles are headings, by their localized names and outline levels too."""
    word.add_paragraph("食堂的账", style="Title")
    word.add_paragraph(A)
    word.add_heading("第一节", level=1)
    word.add_paragraph(A)
    word.styles.add_style("标题 2", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("第二节", style="标题 2")
    word.add_paragraph(B)
    insert(word, '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>第三节</w:t></w:r></w:p>')
    word.add_paragraph(B)
    assert blocks(word) == [("p", A), ("h", "第一节"), ("p", A), ("h", "第二节"), ("p", B), ("h", "第三节"), ("p", B)]
    assert read_document(written(word), "a.docx").meta["title"] == "食堂的账"


def test_bold_lines_are_headings(word):
    """A short line all in bold is a heading, a question too; a bold word in a paragraph makes none."""
    word.add_paragraph().add_run("凭什么便宜？").bold = True
    paragraph = word.add_paragraph()
    paragraph.add_run("慢").bold = True
    paragraph.add_run(A)
    word.add_paragraph(B)
    assert blocks(word) == [("h", "凭什么便宜？"), ("p", "慢" + A), ("p", B)]


def test_without_styles_it_is_read_like_plain_text(word):
    """Short lines are headings and halves of a paragraph are joined, as in a text file."""
    for line in ("食堂的账", A[:-4], A[-4:], "小节标题", B, B):
        word.add_paragraph(line)
    assert blocks(word) == [("h", "食堂的账"), ("p", A), ("h", "小节标题"), ("p", B), ("p", B)]


@settings(max_examples=20)
@given(st.lists(st.text("甲乙丙，。？“”AB 1&<>", min_size=1)))
def test_no_text_is_lost(texts):
    """Whatever a document is made of, its blocks joined give its text."""
    word = docx.Document()
    for text in (A, *texts):
        word.add_paragraph(text)
    joined = "".join(block.text for block in read_document(written(word), "a.docx").blocks)
    assert joined.replace(" ", "") == "".join([A, *texts]).replace(" ", "")


def test_changes_are_accepted(word):
    """What is deleted, moved away or hidden is gone, what is inserted stays."""
    word.add_paragraph(B)
    insert(
        word,
        "<w:p><w:r><w:t>食堂</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新账</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>不难算。</w:t></w:r></w:p>",
    )
    assert blocks(word) == [("p", B), ("p", "食堂新账不难算。")]


def test_rows_lists_and_line_breaks(word):
    """A row of a table and an item of a list is a paragraph each; a line break ends one where the sentence is over."""
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], "甲乙丙丁", strict=True):
        cell.text = text
    word.add_paragraph(f"{A}\n{B}")
    insert(
        word, '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>' + A[:-1] + "</w:t></w:r></w:p>"
    )
    word.add_paragraph(B)
    assert blocks(word) == [("p", text) for text in ("甲 乙", "丙 丁", A, B, A[:-1], B)]


def test_a_table_of_contents_is_left_out(word):
    """It says the headings again, with page numbers."""
    word.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("第一节\t1", style="toc 1")
    word.add_paragraph(A)
    word.add_paragraph(B)
    assert blocks(word) == [("p", A), ("p", B)]


def test_text_boxes_are_read_once(word):
    """A text box follows the paragraph that it hangs on; the copy of it for older programs is not read."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{B}</w:t></w:r></w:p></w:txbxContent>"
    word.add_paragraph(B)
    insert(
        word,
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        f"<w:r><w:t>{A}</w:t></w:r></w:p>",
    )
    assert blocks(word) == [("p", B), ("p", A), ("p", B)]


def test_properties_are_told_where_they_say_something(word):
    """Author and day are those of the file's properties, unless the author is the program's default."""
    word.add_paragraph(A)
    word.add_paragraph(B)
    assert "author" not in read_document(written(word), "a.docx").meta
    word.core_properties.author, word.core_properties.title = "林向晚", "食堂的账"
    assert "date" not in read_document(written(word), "a.docx").meta, "python-docx leaves the day of its template"
    word.core_properties.created = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    assert read_document(written(word), "a.docx").meta == {
        "title": "食堂的账",
        "author": "林向晚",
        "date": "2026-03-02",
    }


def test_heads_and_feet_are_no_text(word):
    """What stands at the top and bottom of each page is not read."""
    word.sections[0].header.paragraphs[0].text = "页眉"
    word.add_paragraph(A)
    assert blocks(word) == [("p", A)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password or Word's old format"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"", "damaged"),
    ],
)
def test_what_is_no_word_document_is_one_sentence(content, reason):
    """A damaged file and one with a password are refused with what to do."""
    with pytest.raises(LundianError, match=rf"^a\.docx: .*{reason}.*save"):
        read_document(content, "a.docx")


def test_another_office_file_is_one_sentence():
    """A zip file that is no Word document is refused."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("a.txt", "x")
    with pytest.raises(LundianError, match=r"^a\.docx: "):
        read_document(stream.getvalue(), "a.docx")


def test_the_old_format_is_told_what_to_become():
    """A .doc file is refused with the format to save it as."""
    with pytest.raises(LundianError, match=r"a\.doc: \.doc is not a format that is read; save it as \.docx\."):
        read_document(b"", "a.doc")
