"""Folio lines: where a page names its day and its number, and where it does not."""

import datetime

import pytest

from articles.folio import find_date, find_number, folio_lines, folio_number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-3-6", (2024, 3, 6)),
        ("2024.03.16", (2024, 3, 16)),
        ("2024年12月31日", (2024, 12, 31)),
        ("19980102", (1998, 1, 2)),
        ("2024-02-30 2024-03-01", (2024, 3, 1)),
        ("12024-03-16", None),
        ("2024-03-161", None),
        ("2024136", None),
        ("1824-03-16", None),
        ("第20240版", None),
    ],
)
def test_the_first_day_of_a_text(text: str, day: tuple[int, int, int] | None) -> None:
    """Of this century or the last, and a day that there was."""
    assert find_date(text) == (day and datetime.date(*day))


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("2024-03-16-p02", 2),
        ("版12", 12),
        ("page_3", 3),
        ("20240316-04", 4),
        ("第５版", None),
        ("scan100", None),
        ("B03", None),
    ],
)
def test_the_number_in_a_name(stem: str, number: int | None) -> None:
    """Of one or two digits behind its mark; the day is none."""
    assert find_number(stem) == number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("岚川日报 第2版", 2),
        ("12版 要闻", 12),
        ("A05", 5),
        ("D12 副刊", 12),
        ("E03", None),
        ("BA05", None),
        ("A511", None),
        ("第100版", None),
    ],
)
def test_the_number_in_a_folio_line(line: str, number: int | None) -> None:
    """版 with its figure, or a section's letter from A to D with it."""
    assert folio_number(line) == number


def test_folio_lines_stand_at_the_ends() -> None:
    """Among the first and the last five lines, short and without a sentence's marks."""
    lines = [f"第{number}行" for number in range(12)]
    assert list(folio_lines("\n\n".join(lines))) == lines[:5] + lines[-5:]
    for line in ("新馆，开馆", "新馆开馆。", "（下转第3版）", "馆" * 61):
        assert list(folio_lines(line)) == []
    assert set(folio_lines(f" 第2版 \n{'馆' * 60}")) == {"第2版", "馆" * 60}
