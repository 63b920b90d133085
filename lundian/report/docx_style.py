"""How a report's Word file looks: its page, its styles, the font for each script."""

from lundian.plot.font import PUBLIC_FAMILY

LATIN = "Arial"  # on every machine
BLUE, GREY, INK = "00588A", "595959", "1A1A1A"

# style → size in points, colour, points before and after, stays with what follows
STYLES = {
    "Normal": (10.5, INK, 0, 6, False),
    "Body Text": (10.5, INK, 4, 6, False),
    "First Paragraph": (10.5, INK, 4, 6, False),
    "Lead": (10.5, INK, 0, 6, True),
    "Compact": (10.5, INK, 0, 3, False),
    "Title": (26, BLUE, 110, 14, True),
    "Articles": (11, GREY, 0, 3, False),
    "Date": (11, GREY, 0, 36, False),
    "Heading 1": (16, BLUE, 24, 8, True),
    "Heading 2": (12.5, BLUE, 16, 6, True),
    "Answer": (13, INK, 0, 6, False),
    "Finding": (10.5, INK, 6, 6, False),
    "Limit": (9.5, GREY, 4, 6, False),
    "Captioned Figure": (10.5, INK, 8, 3, True),
    "Image Caption": (9, GREY, 0, 10, False),
    "Table Caption": (9, GREY, 8, 4, True),
    "Table Text": (9, INK, 2, 2, False),
    "Footnote Text": (8.5, GREY, 0, 2, False),
}


def restyle(word: object, language: str) -> None:
    """Give a Word document its styles, fonts, and tables of our kind."""
    from docx.enum.style import WD_STYLE_TYPE

    names = {style.name for style in word.styles}
    for name in STYLES:
        if name not in names:
            word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Body Text"]
    for style in word.styles:
        _fonts(style)
    for name, look in STYLES.items():
        _look(word.styles[name], *look)
    _defaults(word, language)
    for table in word.tables:
        _table(table, word.styles["Table Text"])
    _cover(word)


def _fonts(style: object) -> None:
    """Name a font for each script in place of the theme's."""
    from docx.oxml.ns import qn

    for fonts in style.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        latin = "Consolas" if style.name == "Verbatim Char" else LATIN
        for script, family in {"ascii": latin, "hAnsi": latin, "cs": latin, "eastAsia": PUBLIC_FAMILY}.items():
            fonts.set(qn(f"w:{script}"), family)


def _look(style: object, size: float, colour: str, before: float, after: float, kept: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.color.rgb = Pt(size), RGBColor.from_string(colour)
    style.font.bold = style.font.italic = False
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), kept
    form.alignment, form.line_spacing = WD_ALIGN_PARAGRAPH.LEFT, 1.0 if style.name == "Table Text" else 1.25


def _defaults(word: object, language: str) -> None:
    """Name the fonts and languages of text that has no style of its own."""
    from docx.oxml.ns import qn

    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}")
    fonts = defaults.find(f".//{qn('w:rFonts')}")
    fonts.attrib.clear()
    for script, family in {"ascii": LATIN, "hAnsi": LATIN, "cs": LATIN, "eastAsia": PUBLIC_FAMILY}.items():
        fonts.set(qn(f"w:{script}"), family)
    lang = defaults.find(f".//{qn('w:lang')}")
    lang.set(qn("w:val"), "en-US")
    lang.set(qn("w:eastAsia"), "zh-CN")
    word.core_properties.language = "zh-CN" if language == "zh" else "en-US"
    word.core_properties.author = ""


def set_page(section: object) -> None:
    """Set an A4 page with its number below."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.24)
    section.top_margin = section.bottom_margin = Cm(2.2)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    footer = section.footer.paragraphs[0]
    footer.alignment = 2
    footer._p.append(field)  # noqa: SLF001 (python-docx has no fields)


def _table(table: object, style: object) -> None:
    """Give a table its size of type, thin lines, and rows that no page break cuts."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    line = 'w:val="single" w:sz="4" w:space="0"'
    edges = "".join(f'<w:{side} {line} w:color="{c}"/>' for side, c in (("bottom", "D9D9D9"), ("insideH", "D9D9D9")))
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{edges}</w:tblBorders>")
    later = [qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption")]
    next(one for one in table._tbl.tblPr if one.tag in later).addprevious(borders)  # noqa: SLF001 (Word's order)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))  # noqa: SLF001
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.style = style


def _cover(word: object) -> None:
    """Begin a page after the cover, which ends with the answer."""
    heads = [paragraph for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"]
    if len(heads) > 1:
        heads[1].paragraph_format.page_break_before = True
