"""The days of an archive laid out in months and in stretches of time."""

import calendar
import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Month:
    """A month's weeks from Monday; days of its neighbours are None."""

    year: int
    month: int
    weeks: tuple[tuple[datetime.date | None, ...], ...]


def months(days: Sequence[datetime.date]) -> list[Month]:
    """The months in which the days lie, latest first."""
    return [Month(*key, _weeks(*key)) for key in sorted({(day.year, day.month) for day in days}, reverse=True)]


def stretches(days: Sequence[datetime.date]) -> tuple[str, list[tuple[str, set[datetime.date]]]]:
    """The time from the first day to the last in equal stretches, each with its name; and what they are: 天, 周 or 月.

    >>> unit, named = stretches([datetime.date(2024, 3, 1), datetime.date(2024, 3, 3)])
    >>> unit, [name for name, _ in named]
    ('天', ['3月1日', '3月2日', '3月3日'])
    """
    if not days:
        return "天", []
    count = (max(days) - min(days)).days + 1
    every = [min(days) + datetime.timedelta(number) for number in range(count)]
    unit, name = next((unit, name) for most, unit, name in UNITS if count <= most)
    return unit, [(key, set(group)) for key, group in groupby(every, name)]


def _day(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"


def _week(day: datetime.date) -> str:
    monday = day - datetime.timedelta(day.weekday())
    return f"{monday.year}年{_day(monday)}起一周"


def _month(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月"


def _weeks(year: int, month: int) -> tuple[tuple[datetime.date | None, ...], ...]:
    weeks = calendar.Calendar().monthdayscalendar(year, month)
    return tuple(tuple(datetime.date(year, month, day) if day else None for day in week) for week in weeks)


UNITS: tuple[tuple[float, str, Callable[[datetime.date], str]], ...] = (
    (45, "天", _day),
    (420, "周", _week),
    (math.inf, "月", _month),
)  # the most days that are shown so
