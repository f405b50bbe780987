"""The calendar: weeks from Monday, and stretches of time that a person can take in."""

from datetime import date, timedelta

import pytest

from archive.calendar import Month, months, stretches

FIRST = date(2024, 2, 28)


def test_months_are_whole_weeks_latest_first() -> None:
    """Each month once; days of its neighbours are left out, the 29th of a leap year is in."""
    march, february = months([date(2024, 2, 29), date(2024, 3, 1), date(2024, 2, 1)])
    assert (march.year, march.month, february.month) == (2024, 3, 2)
    assert february.weeks[0] == (None, None, None, *(date(2024, 2, day) for day in (1, 2, 3, 4)))
    assert february.weeks[-1][:4] == (date(2024, 2, 26), date(2024, 2, 27), date(2024, 2, 28), date(2024, 2, 29))
    assert months([]) == []
    assert [len(month.weeks) for month in months([date.min, date.max])] == [5, 5]
    assert isinstance(march, Month)


@pytest.mark.parametrize(
    ("days", "unit", "count"), [(1, "天", 1), (45, "天", 45), (46, "周", 7), (420, "周", 61), (421, "月", 15)]
)
def test_the_longer_the_time_the_longer_its_stretches(days: int, unit: str, count: int) -> None:
    """Up to 45 days each is shown, up to 420 each week, else each month; a stretch without a digest too."""
    found, named = stretches([FIRST + timedelta(days - 1), FIRST])
    assert (found, len(named)) == (unit, count)
    every = [day for _, group in named for day in sorted(group)]
    assert every == [FIRST + timedelta(number) for number in range(days)]


def test_stretches_say_what_they_are() -> None:
    """A day has its date, a week its Monday, a month its year."""
    assert [name for name, _ in stretches([FIRST, FIRST + timedelta(1)])[1]] == ["2月28日", "2月29日"]
    assert stretches([FIRST, FIRST + timedelta(60)])[1][0][0] == "2024年2月26日起一周"
    assert stretches([FIRST, FIRST + timedelta(500)])[1][0][0] == "2024年2月"
    assert stretches([]) == ("天", [])
