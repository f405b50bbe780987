"""A page from its lines: its text from top to bottom, its day and number as its name or its folio line says."""

import datetime

import pytest

from articles.layout import Box, Layout, Line
from articles.page import Page
from formats.placed import place_page

LAYOUT = Layout(
    600,
    800,
    (
        Line("云岭市图书馆新馆开馆", Box(50, 100, 300, 130), 30),
        Line("第2版", Box(500, 20, 550, 30), 10),
        Line("岚川日报 2025年4月9日", Box(50, 20, 200, 30), 10),
    ),
)


def test_a_page_is_named_by_its_folio_line() -> None:
    """Where its name does not tell, in a file of its own or of several pages."""
    for ordinal in (None, 5):
        page = place_page(LAYOUT, "scan.tif#5", ordinal)
        assert page.text == "岚川日报 2025年4月9日\n第2版\n云岭市图书馆新馆开馆"
        assert (page.date, page.number) == (datetime.date(2025, 4, 9), 2)


def test_a_name_goes_before_the_folio_line() -> None:
    """In a file of several pages it tells the day alone, and the place of a page its number where nothing else does."""
    page = place_page(LAYOUT, "2025-04-10-p03.png")
    assert (page.date, page.number) == (datetime.date(2025, 4, 10), 3)
    several = place_page(Layout(600, 800, LAYOUT.lines[:1]), "2025-04-10-p03.tif#7", 7)
    assert (several.date, several.number) == (datetime.date(2025, 4, 10), 7)


def page(*placed: tuple[str, float, float]) -> Page:
    """A front page with a nameplate, a headline and some text; more lines: what they say, left and top, in points."""
    small = [Line(text, Box(left, top, left + 10 * len(text), top + 10), 10) for text, left, top in placed]
    body = [Line("大桥建于三十年前桥面多处开裂", Box(50, top, 190, top + 10), 10) for top in range(180, 700, 14)]
    head = Line("第9版图书进社区", Box(50, 110, 300, 135), 25)
    layout = Layout(600, 800, (Line("岚川日报", Box(50, 20, 250, 70), 50), head, *body, *small))
    return place_page(layout, "day.pdf")


@pytest.mark.parametrize(
    "folio",
    [
        [("2025年4月9日 星期三 第1版", 50, 80)],
        [("2025年4月9日", 50, 80), ("星期三", 120, 80), ("要闻 第1版", 500, 81)],
        [("2025年4月9日 星期三", 50, 78), ("第1版", 50, 92)],
        [("第1版", 50, 760), ("2025年4月9日", 500, 760)],
    ],
    ids=["one line", "one row", "two rows", "foot"],
)
def test_a_teaser_is_not_the_number_of_the_page(folio: list[tuple[str, float, float]]) -> None:
    """It points to another page; the page's own number stands with the day, in the head or at the very foot."""
    teasers = [("导读", 400, 20), ("图书馆新馆开馆", 400, 32), ("第2版", 500, 32), ("东门大桥大修>>第3版", 400, 44)]
    read = page(*teasers, *folio)
    assert (read.number, read.date) == (1, datetime.date(2025, 4, 9))


def test_what_text_names_is_not_the_number_of_the_page() -> None:
    """A line amid the page, nor one at its head in a headline's type."""
    assert page(("相关报道见第2版", 300, 400), ("2025年4月8日", 300, 420)).number is None
    assert page(("相关报道见第2版", 300, 400), ("2025年4月8日", 300, 420)).date is None
    assert page(("第4版", 500, 20), ("相关报道见第2版", 300, 400)).number == 4
