"""The index of an archive: a calendar, each domain's stories over time, and a link to every digest."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from archive.calendar import months, stretches
from digest.pages import fill
from digest.wording import NAME, span, weekday

TEMPLATE = Path(__file__).parent / "templates" / "index.html"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the archive: its date (None if unknown), its links by format, its counts, its first line."""

    date: datetime.date | None
    links: tuple[tuple[str, str], ...]
    stories: int
    pages: int
    line: str | None
    domains: Mapping[str, int]

    @property
    def month(self) -> str:
        """The month that it is listed under."""
        return f"{self.date.year}年{self.date.month}月" if self.date else "日期不详"


@dataclass(frozen=True, slots=True)
class Course:
    """A domain's stories over time: a bar for each stretch with its place, height and what it says."""

    name: str
    total: int
    bars: tuple[tuple[float, float, str], ...]


def render(records: Sequence[Mapping[str, Any]]) -> str:
    """The index page of the days on record."""
    days = sorted(map(_day, records), key=lambda day: day.date or datetime.date.min, reverse=True)
    dates = [day.date for day in days if day.date]
    papers = list(dict.fromkeys(record["paper"] for record in records if record["paper"]))
    unit, time = stretches(dates)
    return fill(
        TEMPLATE,
        title="".join(f"《{paper}》" for paper in papers) + NAME,
        span=span(sorted(dates)),
        days=days,
        by_date={day.date: day for day in days},
        months=months(dates),
        listed=[(month, list(group)) for month, group in groupby(days, lambda day: day.month)],
        courses=courses(days, time),
        stretches=[name for name, _ in time],
        unit=unit,
        weekday=weekday,
    )


def courses(days: Sequence[Day], time: Sequence[tuple[str, set[datetime.date]]]) -> list[Course]:
    """Each domain's stories in each stretch of time, all on one scale."""
    names = list(dict.fromkeys(name for day in days for name in day.domains))
    counts = {name: [_count(name, days, dates) for _, dates in time] for name in names}
    most = max((count for row in counts.values() for count in row), default=0) or 1
    width = 100 / max(len(time), 1)
    return [
        Course(
            name,
            sum(row),
            tuple(
                (round(place * width, 3), round(100 * count / most, 1), f"{stretch}：{count}篇")
                for place, ((stretch, _), count) in enumerate(zip(time, row, strict=True))
            ),
        )
        for name, row in counts.items()
    ]


def _count(name: str, days: Sequence[Day], dates: set[datetime.date]) -> int:
    return sum(day.domains.get(name, 0) for day in days if day.date in dates)


def _day(record: Mapping[str, Any]) -> Day:
    return Day(
        record["date"] and datetime.date.fromisoformat(record["date"]),
        tuple((name, quote(file["name"])) for name, file in record["files"].items()),
        record["stories"],
        record["pages"],
        next(iter(record["lines"]), None),
        dict(record["domains"]),
    )
