"""Word: the digest as an official document, set after GB/T 9704-2012.

A4; margins 37, 35, 28 and 26 mm; 22 lines of 28 characters; title 2号小标宋, text 3号仿宋, headings 黑体 and 楷体;
the page number between dashes at the outer edge. Sizes: 2号 is 22 pt, 3号 16 pt, 4号 14 pt.
"""

import datetime
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from digest.safe import one_line, visible
from digest.story import Digest, Story
from digest.wording import UNTITLED, counts_of, day_of, domain_of, numeral, percent, summary_of, title_of, today, where

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
STILL = datetime.datetime(2000, 1, 1)  # the file tells no clock, so that the same digest gives the same bytes
STYLES = {  # style: face, points, first line's indent in points, centred
    "Normal": (FANG, 16, 32, False),
    "Title": (SONG, 22, 0, True),
    "Subtitle": (KAI, 16, 0, True),
    "Heading 1": (HEI, 16, 32, False),
    "Heading 2": (KAI, 16, 32, False),
    "Footer": ("宋体", 14, 0, False),
}


def render(digest: Digest) -> bytes:
    """The digest as a Word file."""
    document = Document()
    _sheet(document)
    _styles(document)
    _footers(document)
    _write(document, digest)
    out = BytesIO()
    document.save(out)
    return still(out.getvalue())


def still(data: bytes) -> bytes:
    """The same zip file without the time at which it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _write(document: Any, digest: Digest) -> None:
    document.core_properties.title = one_line(title_of(digest))
    document.add_paragraph(_text(title_of(digest)), "Title")
    document.add_paragraph(f"{day_of(digest)}　{counts_of(digest)}", "Subtitle")
    headings = iter(numeral(number) for number in range(1, 100))
    if digest.lines:
        document.add_heading(f"{next(headings)}、{today(digest, '要点')}", 1)
        for number, (text, _) in enumerate(digest.lines, 1):
            document.add_paragraph(f"{number}．{_text(text)}")
    groups = [(section.name, section.stories) for section in digest.sections] + [("待定，请过目", digest.unsure)]
    for name, stories in groups:
        if stories:
            document.add_heading(f"{next(headings)}、{_text(name)}（{len(stories)}篇）", 1)
            _stories(document, stories, digest)
    left = len(digest.left_out) + len(digest.failures)
    if left:
        document.add_heading(f"{next(headings)}、未收内容", 1)
        _plain(document, (f"{out.story.article.headline or UNTITLED}：{out.reason}。" for out in digest.left_out))
        _plain(document, digest.failures)


def _stories(document: Any, stories: Iterable[Story], digest: Digest) -> None:
    for number, story in enumerate(stories, 1):
        article = story.article
        document.add_heading(f"（{numeral(number)}）{_text(article.headline or UNTITLED)}", 2)
        _plain(document, summary_of(story).splitlines())
        domain = f"{domain_of(story, digest)}{percent(story.label.confidence)}" if story.label.unsure else None
        facts = (where(article), article.byline, domain, story.must and f"必收：含“{story.must}”")
        source = "，".join(one_line(fact) for fact in facts if fact)
        if source:
            document.add_paragraph(style="Normal").add_run(f"（{source}）").font.size = Pt(14)


def _plain(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(_text(line))


def _text(text: str) -> str:
    return visible(text).replace("\t", "　")


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
        if centred:
            layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
            layout.space_after = Pt(14)
    _without_rule(document.styles["Title"])
    _chinese(document.styles["Normal"])


def _chinese(style: Any) -> None:
    """The text is Chinese of the mainland, whose marks stand at the lower left of their square."""
    language = OxmlElement("w:lang")
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), "zh-CN")
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
