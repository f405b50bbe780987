"""Rows of a list as text, their cells set apart by commas, tabs, semicolons or bars."""

import csv
import io
from collections.abc import Iterator

from articles.errors import InputError

HIGHEST = 10  # lines over which a title may go
DELIMITERS = ",\t;|"
# Excel writes such a first line, and heeds it.
SAID = "sep="
MOST_CELL = 10_000_000  # characters
# What a spreadsheet would run stands behind an apostrophe in what we write ourselves.
TAMED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
BROKEN = ("it is no list", "open it in Excel and save it as .xlsx")


def separated_rows(text: str) -> Iterator[list[str]]:
    """The rows; raises InputError where a cell does not end."""
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    # A title may stand over the list.
    head = next((line for line in text.splitlines()[:HIGHEST] if any(map(line.count, DELIMITERS))), first)
    if first.lower().startswith(SAID) and len(first.strip("\r\n")) == len(SAID) + 1:
        delimiter, text = first[len(SAID)], rest
    else:
        delimiter = max(DELIMITERS, key=head.count)
    csv.field_size_limit(MOST_CELL)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [_untamed(cell) for cell in row]
    except csv.Error:
        raise InputError(*BROKEN) from None


def _untamed(cell: str) -> str:
    return cell[1:] if cell.startswith(TAMED) else cell
