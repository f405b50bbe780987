"""A day's input and the job to be done with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from articles.article import Article
from articles.page import Page, find_date
from digest.edition import edition
from digest.models import model
from digest.profile import Profile
from digest.rules import front_sheet
from digest.story import Digest
from summarize.length import Length

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Job:
    """How digests are to be made: the model's folder, the length of a summary, the profile, the call's options."""

    models: Path
    length: Length
    profile: Profile
    unsure: float | None = None
    budget: int | None = None


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


def make(issue: Issue, job: Job) -> Digest:
    """The digest of an issue."""
    whole = edition(issue.items, model(job.models), job.length, job.profile, job.unsure, issue.failures)
    return front_sheet(whole, job.budget) if job.budget else whole
