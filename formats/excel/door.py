"""The door for Excel: articles, a row each, on any of its sheets, or of what is saved under its name."""

import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from articles.article import Article
from articles.errors import Failure, InputError
from articles.expressions import expression
from formats.apart import ask, worker
from formats.encoding import decoded
from formats.excel.tables import FAR, TABLE, WORKBOOK, html_rows, workbook_sheets
from formats.listed import Cells, list_articles, told_lost
from formats.packed import Packed
from formats.separated import separated_rows

BROKEN = ("it is no Excel file, or a broken one", "open it in Excel or WPS and save it as .xlsx")
# Of the old format the library does not tell which.
LOCKED = ("it is locked by a password, or broken", "open it in Excel or WPS and save it as .xlsx, without a password")
WORKER = worker("formats.excel.worker", "python_calamine")
MOST_SECONDS = 300
ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
# Parts of a file that hold neither cells nor what they look like may be large: pictures.
READ = expression(r".*\.(?:xml|rels)")
SHEET = expression(r"xl/worksheets/[^/]*\.xml")
# Where a cell or a row says that it stands, if anything is in it.
CELL = expression(rb"""\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,9})["'](?![^<>]*/>)""")
# All places between the first cell and the last are held in memory, filled or not, at some 30 bytes each.
MOST_CELLS = 20_000_000

Sheet = tuple[str, Iterable[Cells]]


def read_excel(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles in the rows of its sheets, and a failure for a sheet of which no column holds texts.

    Many programs save a table of HTML, XML or plain text under Excel's name: it is read as what it is. Of several
    sheets the source is `X.xlsx#NAME`. Raises InputError where no sheet is a list of articles.
    """
    if not data:
        raise InputError("the file is empty", "save the list again")
    sheets = list(_book(data) if data.startswith((ZIP, OLE)) else _saved(data))
    lost: list[str] = []
    if len(sheets) < 2:
        yield from list_articles(sheets[0][1] if sheets else (), source, lost=lost)
        yield from told_lost(lost, source)
        return
    for title, rows in sheets:
        name = " ".join(title.split())
        place = f"{source}#{name}"
        try:
            yield from list_articles(rows, place, f"{Path(source).stem}-{name}", lost)
        except InputError as error:
            yield Failure(place, error)
    yield from told_lost(lost, source)


def _saved(data: bytes) -> Iterator[Sheet]:
    """The tables of what is no workbook."""
    if WORKBOOK.search(data):
        yield from workbook_sheets(data)
        return
    try:
        text = decoded(data).text
    except InputError:
        raise InputError(*BROKEN) from None
    yield "", (html_rows if TABLE.search(text) else separated_rows)(text)


def _book(data: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook, those of charts and empty ones apart."""
    packed = data.startswith(ZIP)
    answer = ask(WORKER, _repacked(data) if packed else data, seconds=MOST_SECONDS)
    if answer is None:
        raise InputError(*(BROKEN if packed else LOCKED))
    sheets: list[tuple[str, list[Any]]] = []
    for line in answer.splitlines():
        told = json.loads(line)
        if isinstance(told, str):
            sheets.append((told, []))
        else:
            sheets[-1][1].append(told)
    return ((name, rows) for name, rows in sheets if rows)


def _repacked(data: bytes) -> bytes:
    """The same file unpacked and packed again, so that no part of it is larger than it says, nor any sheet."""
    out = io.BytesIO()
    try:
        packed = Packed(data)
    except InputError:
        raise InputError(*BROKEN) from None
    cells = 0
    with ZipFile(out, "w") as safe:
        for name in filter(READ.fullmatch, packed.files):
            part = packed.read(name)
            cells += _extent(part) if SHEET.fullmatch(name) else 0
            if cells > MOST_CELLS:
                raise InputError(*FAR)
            safe.writestr(name, part)
    return out.getvalue()


def _extent(sheet: bytes) -> int:
    """How many cells stand between the first cell and the last, at most."""
    rows = columns = 1
    for match in CELL.finditer(sheet):
        rows, columns = max(rows, int(match[2])), max(columns, _column(match[1]))
    return rows * columns


def _column(letters: bytes) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number
