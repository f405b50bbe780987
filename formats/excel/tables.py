"""Tables that other programs save under Excel's name: a page of HTML, or the XML of Excel 2003."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml import etree

from articles.errors import InputError
from articles.expressions import expression
from formats.markdown import CELL, COMMENT, ROW
from formats.markup import tagged_paragraphs

WORKBOOK = expression(rb"<(?:\w+:)?Workbook[\s>]")
TABLE = expression(r"<table[\s>]", re.IGNORECASE)
SPAN = expression(r"<t[dh]\b[^>]*?\bcolspan\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
# A list of articles has a few columns; what stands in such a one stands there by mistake.
MOST_COLUMNS, MOST_ROWS = 1_000, 1_048_576
BROKEN = ("it is a workbook in XML, and broken", "open it in Excel or WPS and save it as .xlsx")
FAR = ("a cell of it stands far from all others", "delete what is beside the list and save it again")

# An element of lxml, which has no types of its own.
Element = Any


def html_rows(html: str) -> Iterator[list[str]]:
    """The rows of the tables in a page, a cell's paragraphs on lines of their own; cells over several columns first."""
    for row in ROW.finditer(COMMENT.sub("", html)):
        cells: list[str] = []
        for cell in CELL.finditer(row[1]):
            inner = cell[1]
            cells.append("\n".join(tagged_paragraphs(inner)) if "<" in inner else unescape(inner))
            span = SPAN.match(cell[0])
            cells += [""] * (int(span[1]) - 1 if span else 0)
        yield cells


def workbook_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Sequence[str]]]]:
    """The sheets of a workbook in XML, each with its name and its rows; what it would fetch or put in stays out.

    Raises InputError where it is broken.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        book = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(*BROKEN) from None
    for sheet in _of(book, "Worksheet"):
        yield _said(sheet, "Name") or "", _rows(sheet)


def _rows(sheet: Element) -> Iterator[Sequence[str]]:
    at = 0
    for row in (row for table in _of(sheet, "Table") for row in _of(table, "Row")):
        place = _place(row, at, MOST_ROWS)
        yield from ([] for _ in range(at, place))
        yield _cells(row)
        at = place + 1


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    for cell in _of(row, "Cell"):
        cells += [""] * (_place(cell, len(cells), MOST_COLUMNS) - len(cells))
        cells.append("".join(text for data in _of(cell, "Data") for text in data.itertext()))
        across = _said(cell, "MergeAcross") or ""
        cells += [""] * (int(across) if across.isdecimal() and len(across) < 4 else 0)
    return cells


def _place(one: Element, at: int, most: int) -> int:
    """The place of a row or a cell, from 0: the next one, or that which it says."""
    said = _said(one, "Index") or ""
    place = int(said) - 1 if said.isdecimal() and len(said) < 10 else at
    if place >= most:
        raise InputError(*FAR)
    return max(at, place)


def _of(one: Element, name: str) -> Iterator[Element]:
    return (child for child in one if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == name)


def _said(one: Element, name: str) -> str | None:
    return next((value for key, value in one.attrib.items() if key.rpartition("}")[2] == name), None)
