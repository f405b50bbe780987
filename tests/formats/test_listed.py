"""Lists of articles, as CSV and Excel: columns by their usual names, and nothing lost of the others."""

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwt

from articles.article import Article
from articles.errors import Failure, InputError, Notice
from formats import separated
from formats.csv import read_csv
from formats.doors import find_door, open_file
from formats.excel.door import _extent, read_excel
from formats.listed import COLUMNS, NAMES, find_day, list_articles
from tests.zips import zipped

HEAD = ["标题", "正文", "见报日期", "版次", "作者", "报纸", "点击"]
ROW = ["新馆开馆", "新馆今天开馆。\n　　藏书六十万册。", "2025/3/15", "A03", "江映雪", "云岭日报", "12"]


def workbook(**sheets: list[list[Any]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def old_workbook(rows: list[list[Any]]) -> bytes:
    out, book = io.BytesIO(), xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(out)
    return out.getvalue()


def text_list(*rows: list[str], delimiter: str = ",") -> str:
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def check(article: Any, source: str) -> None:
    """That an article is the one of ROW."""
    assert isinstance(article, Article)
    assert (article.headline, article.byline, article.source) == ("新馆开馆", "江映雪", source)
    assert article.body == ("新馆今天开馆。", "藏书六十万册。")
    assert (article.date, article.page, article.section) == (datetime.date(2025, 3, 15), 3, "A")
    assert (article.paper, dict(article.extra)) == ("云岭日报", {"点击": "12"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_a_list_as_text(encoding: str, delimiter: str) -> None:
    """In any encoding and with any delimiter that spreadsheets write; an id is the file and the row, as one counts."""
    (article,) = read_csv(text_list(HEAD, [""] * 7, ROW, delimiter=delimiter).encode(encoding), "d/三月.csv")
    check(article, "d/三月.csv")
    assert article.id == "三月-0003"


def test_a_list_in_excel() -> None:
    """Of the new format and the old, known by their bytes; dates, numbers and a title over the head."""
    day = datetime.datetime(2025, 3, 15, 8, 30)
    rows: list[list[Any]] = [["三月见报"], [], HEAD, [*ROW[:2], day, *ROW[3:6], 12]]
    (article,) = open_file(workbook(表=rows, 空=[]), "三月")
    check(article, "三月")
    old: list[list[Any]] = [HEAD, [*ROW[:2], 45731.5, *ROW[3:6], 12.0]]
    assert find_door(old_workbook(old), "三月").module == "excel.door"
    (article,) = open_file(old_workbook(old), "三月.doc")
    check(article, "三月.doc")


def test_each_sheet_is_a_list() -> None:
    """Its name is in the source and the ids; one without texts is a line."""
    first, other, third = read_excel(
        workbook(要闻=[HEAD, ROW], 统计=[["部门", "篇数"], ["要闻部", 3]], 副刊=[HEAD, ROW]), "a.xlsx"
    )
    check(first, "a.xlsx#要闻")
    check(third, "a.xlsx#副刊")
    assert isinstance(first, Article)
    assert first.id == "a-要闻-0002"
    assert isinstance(other, Failure)
    assert str(other).startswith("a.xlsx#统计: none of its columns holds texts (部门、篇数); call the one that does")


@pytest.mark.parametrize(("field", "names"), NAMES.items())
def test_every_usual_name_of_a_column(field: str, names: tuple[str, ...]) -> None:
    """In any case, width and frame; no name stands for two fields."""
    assert len(COLUMNS) >= sum(len(names) for names in NAMES.values())
    values = {"date": "2025-03-15", "page": "3"}
    for name in (field, *names, f"【{field.upper()}】（必填）"):
        rows = (
            [[name, "text"], [values.get(field, "春"), "文。"]] if field != "body" else [["title", name], ["题", "春"]]
        )
        (article,) = list_articles(rows, "a.csv")
        found = article.extra.get("url") if field == "url" else getattr(article, field)
        assert found == {"date": datetime.date(2025, 3, 15), "page": 3, "body": ("春",)}.get(field, "春")


def test_what_is_no_date_and_no_page_is_null_and_kept() -> None:
    """Under the name of its column; so is a second column for one field; what no cell can hold is left out."""
    head = ["日期", "版面", "标题", "题目", "正文", "places"]
    (article,) = list_articles(
        [head, ["9999999", "要闻", "题", "又题", "文。", "x"], ["", "", "", "", "", "x"]], "a.csv"
    )
    assert (article.date, article.page, article.headline) == (None, None, "题")
    assert article.extra == {"日期": "9999999", "版面": "要闻", "题目": "又题"}
    (article,) = list_articles([["date", "text"], ["2025-02-31", "文。"]], "a.csv")
    assert (article.date, article.extra) == (None, {})


def test_a_text_as_html_is_read() -> None:
    """As exports of web sites have it; a sign of less than is none."""
    first, second = list_articles([["text"], ["<p>春来了。</p><p>花开<br/>了。</p>"], ["3 < 4，5 > 4。"]], "a.csv")
    assert (first.body, second.body) == (("春来了。", "花开", "了。"), ("3 < 4，5 > 4。",))


def test_pages_as_lists_have_them() -> None:
    """第3版, 03, B03版:要闻, and 3.0 as spreadsheets write it; a year is none."""
    pages = ["第3版", "03", "B03版：要闻", "3.0", "3", "2025"]
    found = list(list_articles([["版次", "text"], *([page, "文。"] for page in pages)], "a.csv"))
    assert [(one.page, one.section) for one in found] == [(3, None)] * 2 + [(3, "B")] + [(3, None)] * 2 + [(None, None)]


def test_what_we_tamed_ourselves_comes_back() -> None:
    """An apostrophe before what a spreadsheet would run is not the text's; any other is."""
    found = read_csv(text_list(["标题", "正文"], ["'=春", "'-3度。"], ["'春'", "'+"]).encode(), "a.csv")
    assert [(one.headline, one.body) for one in found] == [("=春", ("-3度。",)), ("'春'", ("+",))]


@pytest.mark.parametrize("delimiter", list(",;\t"))
def test_a_title_over_a_list_as_text(delimiter: str) -> None:
    """It does not tell how cells are parted; what tells is the first line that has any."""
    (article,) = read_csv(("三月见报统计\n\n" + text_list(HEAD, ROW, delimiter=delimiter)).encode(), "a.csv")
    check(article, "a.csv")


def test_cells_of_a_list_may_be_large_and_bare() -> None:
    """A text of a million characters; rows that are shorter or longer than the head; line ends of any kind."""
    large = "花" * 1_000_000
    rows = f'标题,正文,作者\r春,{large}\r\r,,\r夏,"他说""荷""",记者,多余\r'
    first, second = read_csv(rows.encode(), "a.csv")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.body == (large,)
    assert (second.id, second.body, second.byline) == ("a-0005", ('他说"荷"',), "记者")


def test_a_section_is_a_letter() -> None:
    """The name of a page is no part of its number, and is kept where it does not take the field's name."""
    first, second = list_articles([["Section", "text"], ["b", "文。"], ["要闻", "文。"]], "a.csv")
    assert (first.section, first.extra) == ("B", {})
    assert (second.section, second.extra) == (None, {"Section": "要闻"})


def test_a_line_that_excel_heeds_is_heeded() -> None:
    """It says how cells are parted."""
    (article,) = read_csv(f"sep=;\r\n{text_list(HEAD, ROW, delimiter=';')}".encode(), "a.csv")
    check(article, "a.csv")


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "a.csv", "the file is empty"),
        (b"", "a.xlsx", "the file is empty"),
        ("标题,点击\n春,3\n".encode(), "a.csv", "none of its columns holds texts \\(标题、点击\\); call the one"),
        (b"\n \n", "a.csv", "it is empty"),
        (workbook(表=[]), "a.xlsx", "it is empty"),
        (b"abc", "a.xls", "none of its columns holds texts \\(abc\\)"),
        (b"\0\1\2" * 99, "a.xls", "no Excel file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le"), "a.xls", "or broken"),
        (zipped({"xl/workbook.xml": b"<a"}), "a.xlsx", "no Excel file"),
        (b"PK\3\4", "a.xlsx", "no Excel file"),
        (zipped({"xl/workbook.xml": b" " * 20_000_000}), "a.xlsx", "200 times"),
    ],
)
def test_what_is_no_list_is_told(data: bytes, name: str, told: str) -> None:
    """On one line, with the cure; where no column holds texts it names them."""
    with pytest.raises(InputError, match=told):
        list(open_file(data, name))


def test_cells_far_apart_are_told_not_held() -> None:
    """A sheet is held from its first cell to its last: two of them would fill the machine."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(InputError, match="far from all others"):
        list(read_excel(out.getvalue(), "a.xlsx"))
    assert _extent(b'<row r="7"><c r="AB3"/><c r=\'B2\' s="1"><v>1</v></c></row>') == 14


def test_bad_bytes_of_a_list_are_told() -> None:
    """With their place, before its articles."""
    notice, article = read_csv("标题,正文\r\n春,花".encode() + b"\xff" + ("花开了。" * 9).encode(), "a.csv")
    assert isinstance(notice, Notice)
    assert isinstance(article, Article)
    assert article.body == ("花\ufffd" + "花开了。" * 9,)


def test_a_cell_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quote that is never closed takes the rest of the file, up to a limit."""
    monkeypatch.setattr(separated, "MOST_CELL", 100)
    with pytest.raises(InputError, match="it is no list"):
        list(read_csv(('标题,正文\n春,"' + "花" * 101).encode(), "a.csv"))
    csv.field_size_limit(10_000_000)


def test_a_day_is_told_whatever_wrote_it() -> None:
    """As a date, a time, or the number that Excel counts; a number that is none of a day is none."""
    written = [
        "2025-03-15T08:30:00",
        "20250315083000",
        "202503150830",
        "2025.3.15",
        "2025年03月15日 星期六",
        "20250315",
        "45731.35",
    ]
    assert {find_day(text) for text in written} == {datetime.date(2025, 3, 15)}
    assert [find_day(text) for text in ("99999", "4573", "三月", "")] == [None] * 4


def test_real_use_of_a_folder(tmp_path: Path) -> None:
    """A list in a folder of pages is passed over: articles are named one by one."""
    from formats.doors import page_files

    (tmp_path / "a.csv").write_bytes(b"a")
    (tmp_path / "b.txt").write_bytes(b"a")
    assert page_files(tmp_path) == ([tmp_path / "b.txt"], 1)
