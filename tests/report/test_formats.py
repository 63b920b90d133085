"""What each format owes its reader: headings, alt text, captions, fonts, and files that open."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree, html

from lundian.plot import font
from lundian.report.make import report
from tests.report.conftest import FINDINGS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
ALTS = ["Bars & <1>: 茶馆.", "Bars & <2>: 茶馆."]


def member(path: str, name: str):
    """Return the tree of a member of an archive."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def slides(path: str) -> list:
    """Return the trees of the slides, in their order."""
    with zipfile.ZipFile(path) as archive:
        count = sum(name.startswith("ppt/slides/slide") for name in archive.namelist())
        return [etree.fromstring(archive.read(f"ppt/slides/slide{n}.xml")) for n in range(1, count + 1)]


def test_html_stands_alone_and_is_accessible(home, language):
    """One small file that asks for nothing from elsewhere: language, one title, headings, alt text, heads of tables."""
    path = Path(report("tea", "html", language))
    page = html.fromstring(path.read_bytes())
    assert path.stat().st_size < 3_000_000
    assert page.get("lang") == {"en": "en", "zh": "zh-CN"}[language]
    addresses = [one for name in ("src", "href") for one in page.xpath(f"//@{name}")]
    assert [one for one in addresses if not one.startswith(("data:", "#"))] == []
    assert [image.get("alt") for image in page.iter("img")] == ALTS
    assert all(image.get("src").startswith("data:image/svg+xml") for image in page.iter("img"))
    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//h2")) >= 5
    assert all(table.xpath(".//thead//th") for table in page.iter("table"))
    assert "data:font/woff" in page.xpath("string(//style)")


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_html_stays_small(home, monkeypatch):
    """Where the drawings would make the page too large, the largest go in as dots."""
    from lundian.report import html as writer

    monkeypatch.setattr(writer, "LARGEST", writer._REST + 40_000)
    page = html.fromstring(Path(report("tea", "html")).read_bytes())
    assert any(image.get("src").startswith("data:image/png") for image in page.iter("img"))


def test_docx_is_what_word_understands(home, language):
    """Headings, captions with fields, alt text, head rows that repeat, a font for Chinese, pictures of 300 dots to the inch."""
    from docx import Document
    from PIL import Image

    word = Document(report("tea", "docx", language))
    styles = [paragraph.style.name for paragraph in word.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") >= 5
    assert styles.count("Image Caption") == 2
    assert styles.count("Table Caption") == len(word.tables) == 4
    fields = [field.get(f"{W}instr").split() for field in word.element.body.iter(f"{W}fldSimple")]
    assert [words[1] for words in fields].count("Figure") == 2
    assert [image.get("descr") for image in word.element.body.iter() if image.tag.endswith("}docPr")] == ALTS
    assert all(table.rows[0]._tr.find(f".//{W}tblHeader") is not None for table in word.tables)
    order = [child.tag.removeprefix(W) for child in word.tables[0]._tbl.tblPr]
    assert order.index("tblW") < order.index("tblBorders") < order.index("tblLook")
    assert {fonts.get(f"{W}eastAsia") for fonts in word.styles.element.iter(f"{W}rFonts")} == {"Noto Sans SC"}
    shape = word.inline_shapes[0]
    picture = Image.open(
        io.BytesIO(next(part.blob for part in word.part.package.parts if "image" in part.content_type))
    )
    assert picture.width / (shape.width / 914_400) == pytest.approx(300, abs=2)


def test_pptx_is_a_finding_a_slide(home, language):
    """A figure's slide has its title for a title, alt text, and the finding in the notes; Chinese has its font."""
    path = report("tea", "pptx", language)
    pictured = [root for root in slides(path) if root.find(f".//{P}pic") is not None]
    assert [root.find(f".//{P}pic//{P}cNvPr").get("descr") for root in pictured] == ALTS
    for root in pictured:
        title = next(shape for shape in root.iter(f"{P}sp") if shape.find(f".//{P}ph").get("type") == "title")
        assert "茶馆" in "".join(title.itertext())
    with zipfile.ZipFile(path) as archive:
        notes = [name for name in archive.namelist() if name.startswith("ppt/notesSlides/notesSlide")]
        spoken = "".join("".join(etree.fromstring(archive.read(name)).itertext()) for name in notes)
    assert all("".join(finding.split()) in "".join(spoken.split()) for finding in FINDINGS[1:])
    fonts = member(path, "ppt/theme/theme1.xml").find(f".//{A}minorFont")
    assert fonts.find(f"{A}ea").get("typeface") == "Noto Sans SC"


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_long_titles_fit(home):
    """A title that is too long for one line of a slide gets smaller type."""
    from lundian.report.pptx import _fit_title

    def size(words: str) -> int:
        shape = etree.fromstring(
            f'<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><a:r><a:rPr/><a:t>{words}</a:t></a:r></p:sp>'
        )
        _fit_title(shape)
        return int(shape.find(f".//{A}rPr").get("sz"))

    assert size("Short") == 2000
    assert size("茶馆与平台" * 20) < 2000
    assert size("long words " * 30) < size("long words " * 14)


def test_pdf_has_text_tags_and_a_title(home, language):
    """The PDF's text can be copied, Chinese too; it is tagged, knows its language and title, and embeds the package's font."""
    from pypdf import PdfReader

    pdf = PdfReader(report("tea", "pdf", language))
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "茶馆" in text
    assert pdf.metadata.title.startswith("Who drinks")
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == {"en": "en", "zh": "zh-CN"}[language]
    assert root["/MarkInfo"]["/Marked"]
    fonts = {str(font.get_object()["/BaseFont"]) for page in pdf.pages for font in page["/Resources"]["/Font"].values()}
    assert any("NotoSansSC" in name for name in fonts)


@pytest.mark.parametrize("language", ["zh"], indirect=True)
@pytest.mark.parametrize("to", ["docx", "pptx"])
def test_office_opens_it(home, tmp_path, to):
    """LibreOffice reads the file and makes as many pages of it as there are slides, or several."""
    if not (office := shutil.which("soffice")):
        pytest.skip("LibreOffice is not installed; it is what opens the file here")
    path = Path(report("tea", to, "zh"))
    place = f"-env:UserInstallation=file://{tmp_path}/office"
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{Path(font.path()).parent}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    command = [office, place, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(
        command, check=True, capture_output=True, timeout=180, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
    )
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / f"{path.stem}.pdf").pages
    assert len(pages) == len(slides(path)) if to == "pptx" else len(pages) > 1
    assert any("茶馆" in page.extract_text() for page in pages)
