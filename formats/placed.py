"""A page whose lines have their places, whichever door found them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from articles.folio import UNKNOWN, Folio, find_date, line_folio, may_be_folio, name_folio, page_folio
from articles.layout import Layout, Line
from articles.page import Page
from formats.plain import plain

# Of a page's height: how far its folio may stand under its first line, a nameplate between, and over its last.
HEAD, FOOT = 0.15, 0.05
# Of the body's type: larger type is a headline's. Of a line's height: lines are level that differ by less.
SMALL, LEVEL = 2.0, 0.5


def place_page(layout: Layout, source: str, ordinal: int | None = None) -> Page:
    """A page from its layout: its day and number from the name of its source, else from its folio line.

    Its lines are made plain; those of which nothing is left are gone.
    ordinal: its place in a file of several pages, which is its number where nothing else tells.
    """
    layout = replace(layout, lines=tuple(filter(_text, map(_plain, layout.lines))))
    lines = sorted(layout.lines, key=lambda line: (line.box.top, line.box.left))
    stem = Path(source if ordinal is None else source.rpartition("#")[0]).stem
    folio = list(_folio(lines, layout.height))
    dated = [(line, day) for line in folio if (day := find_date(line.text))]
    in_name = name_folio(stem) if ordinal is None else UNKNOWN
    told = page_folio(in_name, _printed(folio, [line for line, _ in dated]))
    return Page(
        "\n".join(line.text for line in lines),
        source,
        find_date(stem) or next((day for _, day in dated), None),
        told.number or ordinal,
        layout,
        section=told.section,
    )


def _plain(line: Line) -> Line:
    text = " ".join(plain(line.text).split("\n"))
    return line if text == line.text else replace(line, text=text.strip())


def _text(line: Line) -> str:
    return line.text


def _folio(lines: Sequence[Line], height: float) -> Iterator[Line]:
    """The lines at the head and at the very foot of a page that may be its folio, from the top down."""
    if not lines:
        return
    largest = SMALL * median(line.size for line in lines for _ in line.text)
    head, foot = lines[0].box.top + HEAD * height, max(line.box.bottom for line in lines) - FOOT * height
    for line in lines:
        at_edge = line.box.top <= head or line.box.bottom >= foot
        if at_edge and line.size <= largest and may_be_folio(line.text):
            yield line


def _printed(folio: Sequence[Line], dated: Sequence[Line]) -> Folio:
    """The page's number and section: on the line that names the day, else beside it, else nearest to it.

    A teaser beside the nameplate names pages as well, those that it points to.
    """
    numbered = [(line, told) for line in folio if (told := line_folio(line.text)).number]
    if not numbered:
        return UNKNOWN
    return min(numbered, key=lambda found: min((_off(found[0], day) for day in dated), default=0.0))[1]


def _off(line: Line, other: Line) -> float:
    """How far over or under another line one stands, in points; -1 for the line itself, 0 for those beside it."""
    if line is other:
        return -1.0
    off = abs((line.box.top + line.box.bottom) - (other.box.top + other.box.bottom)) / 2
    return off if off > LEVEL * max(line.box.height, other.box.height) else 0.0
