"""Excel: a row a story, filters on, the header frozen."""

from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from digest.safe import FORMULA, one_line
from digest.story import Digest
from digest.table import COLUMNS, rows
from digest.wording import title_of

STILL = datetime(2000, 1, 1)  # the file tells no clock, so that the same digest gives the same bytes
TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
A4 = 9
GAP, LINE, TALLEST = 8, 15, 409  # points
BASE = {"font_name": "等线", "font_size": 11, "valign": "top", "bottom": 1, "bottom_color": "#E3DDD0"}
FORMATS = {
    "head": BASE | {"bold": True, "bg_color": "#EFEAE0", "valign": "vcenter"},
    "text": BASE | {"text_wrap": True},
    "formula": BASE | {"text_wrap": True, "quote_prefix": True},  # stays text when it is edited, too
    "把握": BASE | {"num_format": "0%", "align": "center"},
    "字数": BASE | {"num_format": "#,##0"},
}


def render(digest: Digest) -> bytes:
    """The table as a workbook of one sheet; every text stays text, whatever it begins with."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, **TEXT_STAYS_TEXT})
    book.set_properties({"title": one_line(title_of(digest)), "created": STILL})
    formats = {name: book.add_format(look) for name, look in FORMATS.items()}
    sheet = book.add_worksheet("报摘")
    table = rows(digest)
    for column, (name, width) in enumerate(COLUMNS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, formats["head"])
        for line, row in enumerate(table, 1):
            _write(sheet, line, column, row[column], formats, name)
    _lay_out(sheet, table)
    book.close()
    return out.getvalue()


def _write(sheet: Any, line: int, column: int, cell: str | float, formats: dict[str, Any], name: str) -> None:
    if isinstance(cell, str):
        sheet.write_string(line, column, cell, formats["formula" if cell.startswith(FORMULA) else "text"])
    else:
        sheet.write_number(line, column, cell, formats[name])


def _lines(cell: str | float, width: int) -> int:
    """The lines that a cell takes: a column's width counts Latin letters, of which a Chinese character takes two."""
    return sum(1 + 2 * len(line) // width for line in str(cell).split("\n"))


def _lay_out(sheet: Any, table: list[list[str | float]]) -> None:
    for line, row in enumerate(table, 1):
        sheet.set_row(line, min(GAP + LINE * max(map(_lines, row, COLUMNS.values())), TALLEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
