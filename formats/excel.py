"""The door for Excel: articles, a row each, on any of its sheets."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from articles.article import Article
from articles.errors import Failure, InputError
from formats.listed import list_articles
from formats.packed import Packed

BROKEN = ("it is no Excel file, or a broken one", "open it in Excel or WPS and save it as .xlsx")
LOCKED = ("it is locked by a password", "save it without one")
FAR = ("a cell of it stands far from all others", "delete what is beside the list and save it again")
# Parts of a file that hold neither cells nor what they look like may be large: pictures.
READ = re.compile(r".*\.(?:xml|rels)")
SHEET = re.compile(r"xl/worksheets/[^/]*\.xml")
# Where a cell or a row says that it stands, if anything is in it.
CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,9})["'](?![^<>]*/>)""")
# All places between the first cell and the last are held in memory, filled or not, at some 30 bytes each.
MOST_CELLS = 20_000_000


def read_excel(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles in the rows of its sheets, and a failure for a sheet of which no column holds texts.

    Of several sheets the source is `X.xlsx#NAME`. Raises InputError where no sheet is a list of articles.
    """
    if not data:
        raise InputError("the file is empty", "save the list again")
    sheets = [sheet for sheet in _sheets(data) if sheet.height]
    if len(sheets) < 2:
        yield from list_articles(sheets[0].iter_rows() if sheets else (), source)
        return
    for sheet in sheets:
        name = " ".join(sheet.name.split())
        place = f"{source}#{name}"
        try:
            yield from list_articles(sheet.iter_rows(), place, f"{Path(source).stem}-{name}")
        except InputError as error:
            yield Failure(place, error)


def _sheets(data: bytes) -> list[CalamineSheet]:
    """The sheets, those of charts apart."""
    safe = _repacked(data) if data.startswith(b"PK") else data
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(safe))
        tables = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        return [book.get_sheet_by_name(name) for name in tables]
    except PasswordError:
        raise InputError(*LOCKED) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # what a broken file makes of the library may be a panic, which is no Exception
        raise InputError(*BROKEN) from None


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
