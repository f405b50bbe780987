"""CSV: a row a story, for any spreadsheet."""

from digest.safe import csv_text
from digest.story import Digest
from digest.table import COLUMNS, rows


def render(digest: Digest) -> str:
    """The table as CSV."""
    return csv_text([list(COLUMNS), *rows(digest)])
