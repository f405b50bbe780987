"""Reads workbooks in a process of its own: a broken one may make the library panic, or ask for more than there is."""

import io
import json
import sys
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum

from formats.apart import limit_memory

# Bytes. A sheet is held from its first cell to its last, whether they are filled or not, at some 30 bytes each.
MOST_MEMORY = 1_500_000_000


def rows(data: bytes) -> Iterator[Any]:
    """For each sheet that is no chart its name, then its rows, a list each, without what is empty at their ends."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        yield sheet.name
        for row in book.get_sheet_by_name(sheet.name).iter_rows():
            end = len(row)
            while end and row[end - 1] == "":
                end -= 1
            yield row[:end]


def main() -> None:
    """Answers the bytes on standard input with a line of JSON for each sheet and each row."""
    limit_memory(MOST_MEMORY)
    for row in rows(sys.stdin.buffer.read()):
        sys.stdout.buffer.write(json.dumps(row, default=str).encode() + b"\n")
