"""CSV: a row a story, for any spreadsheet; with the mark of UTF-8, without which Excel shows Chinese as noise."""

import csv
from io import StringIO

from digest.safe import FORMULA
from digest.story import Digest
from digest.table import COLUMNS, rows


def render(digest: Digest) -> str:
    """The table as CSV (RFC 4180); a text that a spreadsheet would run as a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_tame(cell) for cell in row] for row in rows(digest))
    return "\ufeff" + out.getvalue()


def _tame(cell: str | float) -> str | float:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
