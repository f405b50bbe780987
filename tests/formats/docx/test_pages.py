"""Pages of a paper in one document: each begins at its folio line, and nothing of them is lost."""

from datetime import date

import pytest

from articles.page import Page
from formats.docx.body import SHEET
from formats.docx.door import read_docx
from formats.docx.pages import split_pages
from formats.doors import open_file
from tests.zips import W, line, run, word_of

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
DAY = "岚川日报 2025年4月9日 星期三"


def test_pages_are_named_like_those_of_a_pdf() -> None:
    """Each has its number and section; one that names no day is of the day of the one before it."""
    body = (
        line(f"{DAY} 第1版") + line("新馆开馆") + line("新馆今天开馆。") + BREAK
        + line("A02版 要闻") + line("大桥今天封闭。") + BREAK
        + line("岚川日报 2025年4月10日 第一版") + line("明日有雨。")
    )  # fmt: skip
    first, second, third = read_docx(word_of(body), "p05.docx")
    assert (first.source, first.date, first.number) == ("p05.docx#1", date(2025, 4, 9), 1)
    assert (second.source, second.date, second.number, second.section) == ("p05.docx#2", date(2025, 4, 9), 2, "A")
    assert (third.source, third.date, third.number) == ("p05.docx#3", date(2025, 4, 10), 1)
    assert second.text == "A02版 要闻\n\n大桥今天封闭。"


@pytest.mark.parametrize(
    "ends",
    [
        BREAK,
        line("", "<w:sectPr/>"),
        f'<w:p><w:pPr/>{run("末段。")}<w:r><w:br w:type="page"/></w:r></w:p>',
    ],
)
def test_a_sheet_ends_in_many_ways(ends: str) -> None:
    """At a break of its own, of a section, in a paragraph; a nameplate may stand over the folio line."""
    body = line("甲题") + line("甲文。") + ends + line("岚川日报") + line("第2版") + line("乙文。")
    first, second = read_docx(word_of(body), "a.docx")
    assert second.text.split("\n\n") == ["岚川日报", "第2版", "乙文。"]
    assert first.text.startswith("甲题\n\n甲文。")
    before = line("甲文。") + line("第2版", "<w:pageBreakBefore/>") + line("乙文。")
    assert [page.number for page in read_docx(word_of(before), "a.docx")] == [1, 2]


def test_a_line_break_ends_no_sheet() -> None:
    """Nor does a sheet without a folio line begin a page: a story goes on there."""
    body = line("甲文，") + BREAK + line("接着的文。") + f"<w:p>{run('丙')}<w:r><w:br/></w:r>{run('第2版')}</w:p>"
    (page,) = read_docx(word_of(body), "2025-04-09-p03.docx")
    assert (page.source, page.number) == ("2025-04-09-p03.docx", 3)
    assert page.text == "甲文，\n\n接着的文。\n\n丙\n第2版"


def test_a_document_that_opens_with_a_folio_line_is_cut_at_each() -> None:
    """Without a sheet for each; with the nameplate that stands over it; a heading may be one."""
    assert split_pages(["岚川日报", f"{DAY} 第1版", "甲。", "岚川日报", f"{DAY} 第2版", "乙。"]) == [
        ["岚川日报", f"{DAY} 第1版", "甲。"],
        ["岚川日报", f"{DAY} 第2版", "乙。"],
    ]
    assert split_pages(["# 第1版", "甲。", "# 第2版 要闻", "乙。"]) == [["# 第1版", "甲。"], ["# 第2版 要闻", "乙。"]]


@pytest.mark.parametrize(
    "shown",
    [
        ["新馆开馆", f"来源：{DAY} 第1版", "甲。", "大桥封闭", f"来源：{DAY} 第3版", "乙。"],
        [f"{DAY} 第1版", "大桥大修四个月 第3版", "甲。"],
        [f"{DAY} 第1版", "第3版", "甲。"],
        [f"{DAY} 第1版", "甲。", SHEET, f"{DAY} 第1版", "乙。"],
        ["甲。", "（下转第3版）", "下转第3版", "乙。"],
        ["甲", "第2版说，", "乙", "丙", "第2版"],
    ],
    ids=["clippings", "teaser", "number alone", "same page", "jumps", "at the end"],
)
def test_what_names_a_page_and_opens_none(shown: list[str]) -> None:
    """Where a clipping comes from, teasers, jumps, what each sheet of a page repeats."""
    assert split_pages(shown) == [[text for text in shown if text != SHEET]]


def test_sections_of_several_pages_have_their_heads() -> None:
    """The folio line over the sheets of each section opens its page; one without a head goes on with the one before."""
    heads = {f"header{n}": f"<w:hdr {W}>{line('岚川日报')}{line(f'{DAY} 第{n}版')}</w:hdr>" for n in (1, 2)}
    refers = [f'<w:sectPr><w:headerReference r:id="rId{n}"/></w:sectPr>' for n in (1, 2)]
    body = line("甲题") + line("甲文。", refers[0]) + line("接着的文。", "<w:sectPr/>")
    body += line("乙题") + line("乙文。") + refers[1]
    related = "".join(f'<Relationship Id="rId{n}" Target="header{n}.xml"/>' for n in (1, 2))
    data = word_of(
        body, f'{W} xmlns:r="r"', **heads, **{"_rels/document.xml.rels": f"<Relationships>{related}</Relationships>"}
    )
    first, second = read_docx(data, "a.docx")
    assert first.text.split("\n\n") == [f"{DAY} 第1版", "甲题", "甲文。", "接着的文。"]
    assert second.text.split("\n\n") == [f"{DAY} 第2版", "乙题", "乙文。"]
    assert (first.date, second.number) == (date(2025, 4, 9), 2)


def test_text_in_disguise_is_made_plain() -> None:
    """On the folio line too, and in the head of sheets."""
    head = f"<w:hdr {W}>{line('2025年4⽉9⽇')}</w:hdr>"
    (page,) = open_file(word_of(line("第 2\u200b 版") + line("新\u200b馆今⽇开馆。"), header1=head), "a.docx")
    assert isinstance(page, Page)
    assert (page.text, page.number, page.date) == ("第2版\n\n新馆今日开馆。", 2, date(2025, 4, 9))


def test_the_section_of_the_head_is_the_pages() -> None:
    """It comes with the number."""
    head = f"<w:hdr {W}>{line('岚川日报 B03版')}</w:hdr>"
    (page,) = read_docx(word_of(line("新馆开馆。"), header1=head), "a.docx")
    assert (page.number, page.section) == (3, "B")
