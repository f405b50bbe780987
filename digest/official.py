"""The sheet and the styles of an official document after GB/T 9704-2012.

A4; margins 37, 35, 28 and 26 mm; 22 lines of 28 characters; title 2号小标宋, text 3号仿宋, headings 黑体 and 楷体;
the page number between dashes at the outer edge. Sizes: 2号 is 22 pt, 3号 16 pt, 4号 14 pt.
"""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
STYLES = {  # style: face, points, first line's indent in points, centred
    "Normal": (FANG, 16, 32, False),
    "Title": (SONG, 22, 0, True),
    "Subtitle": (KAI, 16, 0, True),
    "Heading 1": (HEI, 16, 32, False),
    "Heading 2": (KAI, 16, 32, False),
    "Footer": ("宋体", 14, 0, False),
}


def lay_out(document: Any) -> None:
    """Give a Word document the sheet, the styles and the page numbers."""
    _sheet(document)
    _styles(document)
    _footers(document)


def _sheet(document: Any) -> None:
    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.top_margin, sheet.bottom_margin, sheet.left_margin, sheet.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
    sheet.footer_distance = Mm(28)  # the number stands 7 mm under the text


def _styles(document: Any) -> None:
    for name, (face, points, indent, centred) in STYLES.items():
        style = document.styles[name]
        font, layout = style.font, style.paragraph_format
        _face(style, face)
        font.size, font.bold, font.italic, font.color.rgb = Pt(points), False, False, RGBColor(0, 0, 0)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points * 1.6 if centred else 29)
        layout.space_before = layout.space_after = Pt(0)
        layout.first_line_indent = Pt(indent)
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
        if centred:
            layout.space_after = Pt(14)
    _without_rule(document.styles["Title"])
    _chinese(document.styles["Normal"])


def _chinese(style: Any) -> None:
    """The text is Chinese of the mainland, whose marks stand at the lower left of their square."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def _face(style: Any, face: str) -> None:
    """One face for Chinese and Latin; a theme's face would win over it and so has to go."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), face)
    fonts.set(qn("w:hint"), "eastAsia")  # “ ” … belong to both scripts: they are Chinese here


def _without_rule(style: Any) -> None:
    for rule in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(rule)


def _footers(document: Any) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    sheet = document.sections[0]
    for footer, side in (
        (sheet.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (sheet.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Footer"]
        paragraph.alignment = side
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        paragraph.add_run("— ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" —")


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
