"""Days and numbers that no paper has: what comes in with one is read without it, and told."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from articles.expressions import expression
from articles.folio import DATE, find_date, folio_lines
from articles.numerals import narrow
from articles.page import Page

Fits = Sequence[tuple[str, Callable[[Any], bool], str]]
FIRST_DAY, LAST_DAY = datetime.date(1800, 1, 1), datetime.date(2099, 12, 31)
LAST_PAGE = 9999
SHOWN = 40  # characters of a value that is told
# What is written as a day, and what as a page of so many figures that none is.
DAY = expression(
    r"(?<!\d)\d{4}(?:([-_./])\d{1,2}\1\d{1,2}|\s?年\s?\d{1,2}\s?月\s?\d{1,2}(?=\s?日)|(?<=19..|20..)[01]\d[0-3]\d)(?!\d)"
)
PAGE = expression(r"第\s?0*[1-9]\d{2,}\s?版|(?<![A-Za-z])(?:[pP]|page)[-_]?0*[1-9]\d{2,}(?!\d)")
WRITE_DAY, WRITE_PAGE = "write it as 2025-03-15, or say --date", f"write a number from 1 to {LAST_PAGE}"


def usual(day: datetime.date | None) -> datetime.date | None:
    """A day that a paper may have, None for another.

    >>> usual(datetime.date(9999, 12, 31)), usual(datetime.date(2025, 3, 15))
    (None, datetime.date(2025, 3, 15))
    """
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def iso_day(text: Any) -> datetime.date | None:
    """The day in ISO 8601 that a paper may have, None for anything else."""
    try:
        return usual(datetime.date.fromisoformat(text))
    except (TypeError, ValueError):
        return None


def lost_day(text: str) -> str | None:
    """What a text writes as its day, where that is none.

    >>> lost_day("2025-02-30-p01"), lost_day("岚川日报 9999年12月31日"), lost_day("2025-02-28-p01")
    ('2025-02-30', '9999年12月31', None)
    """
    found = DAY.search(narrow(text))
    return found[0] if found and not find_date(text) else None


def lost_in_page(page: Page) -> Iterator[tuple[str, str]]:
    """What a page, or the name of its source, says of its day and its number that no page has, and what to do."""
    stem = Path(page.source.rpartition("#")[0] or page.source).stem
    lines = [stem, *folio_lines(page.text)]
    if page.date is None and (day := next(filter(None, map(lost_day, lines)), None)):
        yield f"{day} is no day of a paper and is read as none", WRITE_DAY
    if page.number is None and (
        found := next(filter(None, map(PAGE.search, (DATE.sub(" ", narrow(line)) for line in lines))), None)
    ):
        yield f"{found[0][:SHOWN]} is no page of a paper and is read as none", WRITE_PAGE


def kept(row: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The row of an article without the days and numbers that none has, and what to say of each and to do.

    >>> kept({"id": "a", "date": "2025-02-30", "page": 10**12})[0]
    {'id': 'a', 'date': None, 'page': None}
    """
    left, told = dict(row), []
    single: Fits = (("date", lambda value: iso_day(value) is not None, WRITE_DAY), ("page", is_page, WRITE_PAGE))
    for field, fits, cure in single:
        value = row.get(field)
        if value not in (None, "") and not fits(value):
            left[field] = None
            told.append((f"the {field} {_shown(value)} is none of a paper and is read as none", cure))
    for field, fits in _numbered(row):
        numbers = row.get(field)
        if isinstance(numbers, list) and not all(map(fits, numbers)):
            left[field] = [number for number in numbers if fits(number)]
            told.append((f"the field {field!r} holds numbers that none has, which are left out", WRITE_PAGE))
    return left, told


def is_page(value: Any) -> bool:
    """Whether a value is the number of a page."""
    return type(value) is int and 1 <= value <= LAST_PAGE


def _numbered(row: Mapping[str, Any]) -> Iterator[tuple[str, Callable[[Any], bool]]]:
    """The fields that hold numbers, and which of them fit; what is no number at all is for others to tell."""
    body = row.get("body")
    paragraphs = len(body) if isinstance(body, list) else 1
    yield "pages", lambda value: type(value) is not int or is_page(value)
    yield "open_ends", lambda value: type(value) is not int or 0 <= value < paragraphs
    yield "places", lambda value: not _is_far(value)


def _is_far(place: Any) -> bool:
    """Whether a place is on a page that no paper has; 0 is a page without a number."""
    return isinstance(place, list) and bool(place) and type(place[0]) is int and not 0 <= place[0] <= LAST_PAGE


def _shown(value: Any) -> str:
    return repr(value)[:SHOWN] if isinstance(value, str | int | float) else f"({type(value).__name__})"
