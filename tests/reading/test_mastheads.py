"""Mastheads: the day, the section and the number of a page, however papers print them."""

from pathlib import Path

import pytest

from formats.text import parse_page
from reading.reader import read_page
from tests.trained import MODELS

CASES = Path(__file__).parents[1] / "cases"
FOLIOS = {
    "12-fullwidth/own1": ("2025-04-09", "B", 2),
    "12-fullwidth/own2": ("2025-04-09", None, 12),
    "12-fullwidth/scan": ("2025-04-01", None, 3),
    "12-fullwidth/scan2": ("2025-04-02", None, 3),
    "18-header/own1": ("2025-04-09", None, 4),
    "18-header/own2": ("2025-04-09", None, 11),
    "18-header/scan1": ("2025-04-01", None, None),
    "18-header/scan2": ("2025-04-01", None, None),
    "18-header/scan3": ("2025-04-01", None, 3),
    "18-header/scan4": ("2025-04-01", None, 3),
    "18-header/scan5": ("2025-04-01", None, None),
    "18-header/scan6": ("2025-04-01", None, 3),
    "18-header/scan7": (None, None, 3),
    "18-header/scan8": ("2025-04-01", "A", 3),
    "19-sections/2025-04-09_D02版": ("2025-04-09", "D", 2),
    "19-sections/20250401A01": ("2025-04-01", "A", 1),
    "19-sections/20250401B01": ("2025-04-01", "B", 1),
    "19-sections/云岭晚报20250409C02": ("2025-04-09", "C", 2),
    "20-today8/front": ("2025-04-01", None, None),
    "20-today8/front2": ("2025-04-01", None, None),
    "20-today8/own1": ("2025-04-09", None, 1),
    "20-today8/own2": ("2025-04-09", None, None),
    "33-masthead/own1": ("2025-04-09", None, 6),
    "33-masthead/own2": ("2025-04-09", None, 7),
} | {f"33-masthead/s{number}": ("2025-04-01", None, 3) for number in (2, 3, 4, 6, 7, 8, 9, 10)}


@pytest.mark.parametrize("name", FOLIOS)
def test_mastheads_are_read(name: str) -> None:
    """Day, section and number, however they are printed; the line is furniture and no kicker."""
    page = parse_page((CASES / f"{name}.txt").read_text("utf-8"), f"{name}.txt")
    assert (page.date and page.date.isoformat(), page.section, page.number) == FOLIOS[name]
    (article,) = read_page(page, MODELS.reader).articles
    assert (article.kicker, article.section, article.page) == (None, page.section, page.number)
