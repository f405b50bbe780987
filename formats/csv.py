"""The door for CSV and TSV: articles, a row each."""

import csv
import io
from collections.abc import Iterator

from articles.article import Article
from articles.errors import InputError
from formats.listed import list_articles
from formats.text import decode

DELIMITERS = ",\t;|"
# Excel writes such a first line, and heeds it.
SAID = "sep="
MOST_CELL = 10_000_000  # characters
# What a spreadsheet would run stands behind an apostrophe in what we write ourselves.
TAMED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
BROKEN = ("it is no list", "open it in Excel and save it as .xlsx")


def read_csv(data: bytes, source: str) -> Iterator[Article]:
    """The articles in the rows of a list in any encoding that Chinese text comes in.

    Raises InputError where it is no list, or no column of it holds texts.
    """
    text = decode(data).removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    if first.lower().startswith(SAID) and len(first.strip()) == len(SAID) + 1:
        delimiter, text = first[len(SAID)], rest
    else:
        delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(MOST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        yield from list_articles(([_untamed(cell) for cell in row] for row in rows), source)
    except csv.Error:
        raise InputError(*BROKEN) from None


def _untamed(cell: str) -> str:
    return cell[1:] if cell.startswith(TAMED) else cell
