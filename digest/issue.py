"""A day's input and the job to be done with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from articles.article import Article
from articles.errors import InputError
from articles.folio import find_date
from articles.page import Page
from articles.ranges import usual
from digest.edition import edition
from digest.models import Models
from digest.profile import Profile
from digest.rules import front_page
from digest.story import Digest
from reading.reading import Reading
from summarize.length import Length

UNDATED = "undated"
MOST_LISTED = 4


@dataclass(frozen=True, slots=True)
class DigestConfig:
    """How digests are to be made: the models, the profile, the length and the method of summaries, the options."""

    models: Models
    length: Length
    profile: Profile
    unsure: float | None = None
    budget: int | None = None
    method: str = "default"
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Issue:
    """What came in of one day, and the lines about what failed."""

    date: date | None
    items: tuple[Page | Article, ...]
    failures: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The day in ISO 8601."""
        return self.date.isoformat() if self.date else UNDATED


def issues(items: Iterable[Page | Article], failures: Iterable[str]) -> list[Issue]:
    """The days, earliest first, the undated last; a failure goes to the day that its file's name tells."""
    days: dict[date | None, list[Page | Article]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    told = [(find_date(Path(line.partition(": ")[0]).stem), line) for line in failures]
    order = sorted(days, key=lambda day: (day is None, day or date.min))
    return [
        Issue(day, tuple(days[day]), tuple(line for named, line in told if named == day or len(days) == 1))
        for day in order
    ]


def make(issue: Issue, config: DigestConfig, reading: Reading | None = None) -> Digest:
    """The digest of an issue; reading: of its pages, where they have been read already."""
    whole = edition(
        issue.items,
        config.models,
        config.length,
        config.profile,
        config.unsure,
        issue.failures,
        config.method,
        config.pictures,
        reading,
    )
    return front_page(whole, config.budget) if config.budget else whole


def only_day(items: Iterable[Page | Article]) -> date | None:
    """The one day that items name, None where they name none; raises InputError where they name several."""
    days = sorted({item.date for item in items if item.date})
    if len(days) > 1:
        raise InputError(f"these are pages of several days ({_listed(days)})", "say which one")
    return days[0] if days else None


def of_day(items: Sequence[Page | Article], day: date) -> list[Page | Article]:
    """The items of a day, those that name none among them; raises InputError where there is none, or no such day."""
    if not usual(day):
        raise InputError(f"no paper is of {day.isoformat()}", "say the day that the paper is of")
    chosen: list[Page | Article] = [replace(item, date=day) for item in items if item.date in (None, day)]
    if items and not chosen:
        days = _listed(sorted({item.date for item in items if item.date}))
        raise InputError(f"no page of {day.isoformat()} here", f"the days are {days}")
    return chosen


def _listed(days: Sequence[date]) -> str:
    """Some days, or the first and the last of many."""
    named = [day.isoformat() for day in days]
    return ", ".join(named) if len(named) <= MOST_LISTED else f"{named[0]} to {named[-1]}"
