"""A page from its lines: its text from top to bottom, its day and number as its name or its folio line says."""

import datetime

from articles.layout import Box, Layout, Line
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
