"""Word: what a document shows becomes a page, in its order, once; what it hides or would fetch does not."""

import io
import time
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from articles.errors import InputError
from articles.page import Page
from formats.docx.body import paragraphs
from formats.docx.door import read_docx
from formats.docx.element import Element
from formats.docx.numbering import Numbering
from formats.docx.styles import Styles, find_styles, outline_level
from formats.doors import open_file
from tests.zips import W, line, run, word_of

STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
FIGURES = ("线路", "首班", "末班", "12路", "六点", "七点")
SHARED = Path(__file__).resolve().parents[4] / "shared" / "files"


def text_of(data: bytes, source: str = "page.docx") -> str:
    (page,) = read_docx(data, source)
    assert isinstance(page, Page)
    return page.text


def test_a_document_as_word_writes_it() -> None:
    """Headings by their styles with their levels, paragraphs, and a table a row a line, in their order."""
    document = Document()
    document.add_heading("云岭市图书馆新馆开馆", 0)
    document.add_paragraph("4月8日，新馆开馆。")
    document.add_heading("东门大桥封闭", 2)
    table = document.add_table(2, 3)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), FIGURES, strict=True):
        cell.text = text
    document.add_paragraph("公交改道。")
    out = io.BytesIO()
    document.save(out)
    (page,) = read_docx(out.getvalue(), "2025-04-09-p02.docx")
    assert page.text.split("\n\n") == [
        "# 云岭市图书馆新馆开馆",
        "4月8日，新馆开馆。",
        "## 东门大桥封闭",
        "线路\t首班\t末班\n12路\t六点\t七点",
        "公交改道。",
    ]
    assert (page.source, page.date, page.number) == ("2025-04-09-p02.docx", date(2025, 4, 9), 2)


def test_a_heading_is_known_by_its_style_the_one_under_it_or_its_outline() -> None:
    """Whatever language its name is in; a paragraph's own outline counts before its style's; rings are no headings."""
    styles = f"""<w:styles {W}>
    <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="b"><w:name w:val="标题 3"/></w:style>
    <w:style w:styleId="c"><w:name w:val="小题"/><w:basedOn w:val="b"/></w:style>
    <w:style w:styleId="d"><w:name w:val="大纲"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:styleId="e"><w:name w:val="正文"/><w:basedOn w:val="f"/></w:style>
    <w:style w:styleId="f"><w:name w:val="文"/><w:basedOn w:val="e"/></w:style>
    <w:style w:styleId="g"><w:name w:val="注"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
    </w:styles>"""
    marked = "".join(line(f"第{name}", f'<w:pStyle w:val="{name}"/>') for name in "1bcdefg")
    own = line("其一", '<w:outlineLvl w:val="0"/>') + line("其二", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
    assert text_of(word_of(marked + own, styles=styles)).split("\n\n") == [
        "# 第1", "### 第b", "### 第c", "## 第d", "第e", "第f", "第g", "# 其一", "其二",
    ]  # fmt: skip


def test_a_text_box_is_read_once_after_the_paragraph_it_is_tied_to() -> None:
    """Word writes it twice, the second time for older programs; a heading of two lines is two of that level."""
    box = f"<w:txbxContent>{line('短讯')}{line('明日有雨。')}</w:txbxContent>"
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    tied = f"<w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r>"
    two = f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{run("春到")}<w:r><w:br/></w:r>{run("云岭")}</w:p>'
    body = f"<w:p>{run('本报讯 ')}{tied}{run('春天来了。')}</w:p>{two}{line('完。')}"
    assert text_of(word_of(body)).split("\n\n") == ["本报讯 春天来了。", "短讯", "明日有雨。", "# 春到\n# 云岭", "完。"]


def test_what_was_deleted_or_is_hidden_is_not_on_the_page() -> None:
    """What was put in is; so is what a field, a link or a form shows, but not what they are made of."""
    body = f"""<w:p><w:ins>{run("新馆")}</w:ins><w:del><w:r><w:delText>旧馆</w:delText></w:r></w:del>
    <w:moveFrom>{run("移走")}</w:moveFrom><w:moveTo>{run("今天")}</w:moveTo>{run("暗记", "<w:vanish/>")}
    {run("开", '<w:vanish w:val="0"/>')}<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>{run("馆")}</w:hyperlink>
    <w:r><w:tab/><w:noBreakHyphen/><w:sym w:char="25CF"/></w:r></w:p>
    <w:sdt><w:sdtContent>{line("表单")}</w:sdtContent></w:sdt>"""
    assert text_of(word_of(body)) == "新馆今天开馆\t-●\n\n表单"


def test_cells_that_lay_out_a_page_come_in_order() -> None:
    """A cell of several paragraphs is a column, not a figure; deleted rows are gone."""
    cells = [line("甲题") + line("甲文。"), line("乙题") + line("乙文。") + line("")]
    row = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{line('删')}</w:tc></w:tr>"
    assert text_of(word_of(f"<w:tbl><w:tr>{row}</w:tr>{gone}</w:tbl>")).split("\n\n") == [
        "甲题",
        "甲文。",
        "乙题",
        "乙文。",
    ]


def test_notes_stand_at_the_end_and_the_head_of_sheets_tells_the_day() -> None:
    """What parts notes from the text is none; a day in the text itself counts before that of the head."""
    between, note = f'<w:footnote w:type="separator">{line("——")}', f"<w:footnote>{line('注：略。')}"
    notes = f"<w:footnotes {W}>{between}</w:footnote>{note}</w:footnote></w:footnotes>"
    head = f"<w:hdr {W}>{line('岚川日报 2025年4月9日 第2版')}</w:hdr>"
    (page,) = read_docx(word_of(line("新馆开馆。"), footnotes=notes, header1=head), "新馆.docx")
    assert (page.text, page.date, page.number) == ("新馆开馆。\n\n注：略。", date(2025, 4, 9), 2)
    (dated,) = read_docx(word_of(line("岚川日报 2025年4月8日") + line("新馆开馆。"), header1=head), "新馆.docx")
    assert (dated.date, dated.number) == (date(2025, 4, 8), 2)


def test_both_namespaces_of_word_are_read() -> None:
    """Strict documents have another one."""
    assert text_of(word_of(line("题", '<w:outlineLvl w:val="1"/>') + line("文。"), STRICT)) == "## 题\n\n文。"


def test_what_a_document_would_fetch_or_blow_up_stays_out(tmp_path: Path) -> None:
    """Entities are not put in, whether they name a file or each other."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert text_of(word_of(line("前&x;后"), head=head)) == "前后"
    nests = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    started = time.perf_counter()
    with pytest.raises(InputError, match="no Word document"):
        text_of(word_of(line("前&a11;后"), head=f'<!DOCTYPE a [<!ENTITY a0 "笑">{nests}]>'))
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04 broken", "no Word document"),
        (word_of("<w:p>"), "no Word document"),
        (word_of(""), "no text is in it"),
        (word_of(line("大" * 12_000_000)), "200 times"),
    ],
    ids=["empty", "no zip", "no XML", "no text", "bomb"],
)
def test_what_is_no_page_is_told(data: bytes, told: str) -> None:
    """On one line, with the cure."""
    with pytest.raises(InputError, match=told):
        list(open_file(data, "page.docx"))


def test_a_document_is_read_in_no_time() -> None:
    """A page of some 2,000 paragraphs within a second, whatever machine."""
    data = word_of("".join(line(f"第{n}段，新馆今天开馆。") for n in range(2_000)))
    started = time.perf_counter()
    assert text_of(data).count("\n\n") == 1_999
    assert time.perf_counter() - started < 1


def test_parts_are_what_they_say() -> None:
    """A part that is nothing but text has no styles; no outline is no level."""
    from lxml import etree

    part: Element = etree.fromstring(f"<w:hdr {W}>{line('版头')}<?x y?></w:hdr>")
    assert find_styles(part) == Styles()
    assert list(paragraphs(part, Numbering())) == ["版头"]
    assert outline_level(None) is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample files are not here")
def test_real_documents() -> None:
    """Text boxes once; a document with nothing but an entity is told and fetches nothing."""
    boxes = text_of((SHARED / "textbox.docx").read_bytes())
    assert boxes.count("Suggested Reportable Symptoms") == boxes.count("Student falls ill") == 1
    assert "hyperlink" in text_of((SHARED / "unit_test_formatting.docx").read_bytes())
    with pytest.raises(InputError, match="no text is in it"):
        list(read_docx((SHARED / "xxe.docx").read_bytes(), "xxe.docx"))
