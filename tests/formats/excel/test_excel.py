"""Excel: workbooks that are broken or lie harm nobody, and what is saved under their name is read as what it is."""

import datetime
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.article import Article
from articles.errors import Failure, InputError
from formats.doors import find_door, open_file
from formats.excel import tables
from formats.excel.door import read_excel
from formats.excel.worker import rows
from tests.formats.test_listed import HEAD, ROW, check, old_workbook, text_list

# Where a workbook of xlwt holds its numbers: a record of 10 bytes for a cell, of which four are its row and column.
NUMBER = struct.pack("<HH", 0x27E, 10)
# The record that opens a workbook, and the number of the one that locks what is behind it.
OPENING, LOCKS = struct.pack("<HH", 0x809, 16), 0x2F
SS = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def html(*rows: list[str], head: str = "<html><head><meta charset='utf-8'></head>", cell: str = "td") -> str:
    body = "".join("<tr>" + "".join(f"<{cell} class=x>{text}</{cell}>" for text in row) + "</tr>" for row in rows)
    return f"{head}<body><table border=1>{body}</table></body></html>"


def in_xml(*rows: str) -> bytes:
    told = (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook {SS}><Worksheet ss:Name="表"><Table>'
    )
    return f"{told}{''.join(rows)}</Table></Worksheet></Workbook>".encode()


def row(*texts: str, looks: str = "") -> str:
    return f"<Row{looks}>{''.join(f'<Cell><Data>{text}</Data></Cell>' for text in texts)}</Row>"


def test_a_broken_workbook_is_one_line(tmp_path: Path) -> None:
    """What the library says as it breaks down is not for the user."""
    data = bytearray(old_workbook([HEAD, ROW]))
    data[514] = 0  # the library panics
    page = tmp_path / "a.xls"
    page.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "baozhai", "read", str(page)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    (told,) = done.stderr.splitlines()
    assert told.startswith(
        f"{page}: it is locked by a password, or broken; open it in Excel or WPS and save it as .xlsx"
    )


def test_a_locked_workbook_is_told() -> None:
    """Of the old format, where a record says that the rest is locked."""
    data = bytearray(old_workbook([HEAD, ROW]))
    struct.pack_into("<H", data, data.index(OPENING) + len(OPENING) + 16, LOCKS)
    with pytest.raises(InputError, match="locked by a password, or broken; "):
        list(read_excel(bytes(data), "a.xls"))


def test_the_worker_tells_sheets_and_rows() -> None:
    """Each sheet by its name, then its rows, as far as they are filled; what stands over them is not left out."""
    sheet = [["标题", "正文", ""], ["", "", ""], ["春", 3.5, ""]]
    assert list(rows(old_workbook(sheet))) == ["表", ["标题", "正文"], [], ["春", 3.5]]


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not end a process that asks for too much")
def test_a_workbook_of_the_old_format_that_claims_all_cells_is_told() -> None:
    """Some kilobytes that say that a cell stands in the last row and column of all: a line, and no memory."""
    data = bytearray(old_workbook([HEAD, [*ROW[:6], 12.5]]))
    struct.pack_into("<HH", data, data.index(NUMBER) + 4, 65_535, 65_535)
    started = time.perf_counter()
    with pytest.raises(InputError, match="or broken"):
        list(read_excel(bytes(data), "a.xls"))
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", list(",\t"))
def test_a_list_as_text_under_excels_name(encoding: str, delimiter: str) -> None:
    """As exports have it."""
    (article,) = open_file(text_list(HEAD, ROW, delimiter=delimiter).encode(encoding), "三月.xls")
    check(article, "三月.xls")


@pytest.mark.parametrize(
    "head", ["", "<html><body>", "<!DOCTYPE html>\n<html><style>td {}</style><body>", "<meta a>\n"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_table_of_html_under_excels_name(head: str, encoding: str) -> None:
    """Each cell as it is shown, a title over the head; under a page's name it is a page."""
    title = "<tr><td colspan='7'>三月见报</td></tr>"
    cells = [text.replace("\n　　", "<br>&nbsp;") for text in ROW]
    data = html(HEAD, cells, head=head).replace("<table border=1>", f"<table border=1><!-- <tr> -->{title}")
    assert find_door(data.encode(encoding), "a.XLS").module == "excel.door"
    (article,) = open_file(data.encode(encoding), "a.xls")
    check(article, "a.xls")
    assert head[:5] != "<html" or find_door(data.encode(encoding), "a.htm").module == "html.door"


def test_a_cell_over_several_columns() -> None:
    """What stands behind it stands in its own column."""
    spanned = "<table><tr><th colspan=2>标题<th>正文</tr><tr><td>春 &amp; 秋<td><td>文。</table>"
    (article,) = open_file(spanned.encode(), "a.xls")
    assert isinstance(article, Article)
    assert (article.headline, article.body) == ("春 & 秋", ("文。",))


def test_a_workbook_in_xml() -> None:
    """Each cell and row where it says that it stands; a sheet without texts is a line, one that is empty none."""
    day = [*ROW[:2], "2025-03-15T00:00:00.000", *ROW[3:]]
    data = in_xml(row("三月见报"), row(*HEAD, looks=' ss:Index="3"'), row(*day))
    (article,) = open_file(data, "三月.xls")
    check(article, "三月.xls")
    assert isinstance(article, Article)
    assert article.id == "三月-0004"
    more = b'<Worksheet ss:Name="b"><Table><Row><Cell><Data>x</Data></Cell></Row></Table></Worksheet></Workbook>'
    first, second = open_file(data.replace(b"</Workbook>", more), "三月.xls")
    check(first, "三月.xls#表")
    assert isinstance(second, Failure)
    gap = '<Row><Cell><Data>春</Data></Cell><Cell ss:Index="3"><Data>文。</Data></Cell></Row>'
    (article,) = open_file(in_xml(row("标题", "作者", "正文"), gap), "a.xls")
    assert isinstance(article, Article)
    assert (article.headline, article.byline, article.body) == ("春", None, ("文。",))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (html(["部门", "篇数"], ["要闻部", "3"]).encode(), "none of its columns holds texts \\(部门、篇数\\)"),
        (in_xml()[:-20], "workbook in XML, and broken"),
        (in_xml('<Row ss:Index="99999999"/>'), "far from all others"),
        (in_xml(row("正文"), '<Row><Cell ss:Index="5000"/></Row>'), "far from all others"),
        (b"<table></table>", "it is empty"),
    ],
    ids=["no texts", "broken", "far row", "far cell", "empty"],
)
def test_what_is_no_list_is_told(data: bytes, told: str) -> None:
    """On one line, with the cure."""
    with pytest.raises(InputError, match=told):
        list(open_file(data, "a.xls"))


def test_nothing_is_put_in_from_elsewhere(tmp_path: Path) -> None:
    """An entity of a workbook in XML that names a file stays out."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", "utf-8")
    head = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    data = in_xml(row("正文"), row("前&x;后")).replace(b'<?xml version="1.0"?>', head.encode())
    (article,) = open_file(data, "a.xls")
    assert isinstance(article, Article)
    assert article.body == ("前&x;后",)


def test_columns_are_few() -> None:
    """Rows of a table in HTML that say that they are wide cost nothing."""
    wide = list(tables.html_rows("<tr><td colspan=999999>a<td>b</tr>" * 10))
    assert [len(cells) for cells in wide] == [1000] * 10


def test_dates_as_cells() -> None:
    """Of both formats: a day, a day with a time, and a number are days; a number out of range is none, and kept."""
    days = [datetime.date(2025, 3, 15), 45731, 45731.35, "2025/3/15", 9_999_999]
    sheet = [["日期", "正文"], *([day, "文。"] for day in days)]
    found = [one for one in open_file(old_workbook(sheet), "a.xls") if isinstance(one, Article)]
    assert [one.date for one in found] == [datetime.date(2025, 3, 15)] * 4 + [None]
    assert found[-1].extra == {"日期": "9999999"}
