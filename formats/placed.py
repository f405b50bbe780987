"""A page whose lines have their places, whichever door found them."""

from pathlib import Path

from articles.folio import find_date, find_number, folio_lines, folio_number
from articles.layout import Layout
from articles.page import Page


def place_page(layout: Layout, source: str, ordinal: int | None = None) -> Page:
    """A page from its layout: its day and number from the name of its source, else from its folio line.

    ordinal: its place in a file of several pages, which is its number where nothing else tells.
    """
    text = "\n".join(line.text for line in sorted(layout.lines, key=lambda line: (line.box.top, line.box.left)))
    stem = Path(source if ordinal is None else source.rpartition("#")[0]).stem
    folio = list(folio_lines(text))
    day = find_date(stem) or next(filter(None, map(find_date, folio)), None)
    in_name = find_number(stem) if ordinal is None else None
    number = in_name or next(filter(None, map(folio_number, folio)), None) or ordinal
    return Page(text, source, day, number, layout)
