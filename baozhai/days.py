"""The pages of each day, read together."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from articles.article import Article
from articles.errors import Failure
from articles.page import Page
from articles.workers import spread
from digest.models import Models
from reading.issue import STORYLESS, read_issue, storyless
from reading.reading import Reading


def read_days(items: Iterable[Page | Article], models: Models, jobs: int = 1) -> Sequence[Reading]:
    """The pages of each day read together."""
    days: dict[date | None, list[Page | Article]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    return list(spread(partial(_read_run, models), list(days.values()), jobs))


def storyless_pages(items: Iterable[Page | Article], articles: Iterable[Article]) -> list[Failure]:
    """A failure for each page on which no story was found."""
    return [Failure(source, STORYLESS) for source in storyless(items, articles)]


def _read_run(models: Models, days: Sequence[Sequence[Page | Article]]) -> list[Reading]:
    return [read_issue(items, models) for items in days]
