"""The pages of each day, read together."""

from collections.abc import Iterable
from datetime import date

from articles.article import Article
from articles.errors import Failure
from articles.page import Page
from articles.workers import Count, uncounted
from digest.models import Models
from reading.issue import STORYLESS, read_issues, storyless
from reading.reading import Reading


def read_days(
    items: Iterable[Page | Article], models: Models, jobs: int = 1, count: Count = uncounted
) -> list[Reading]:
    """The pages of each day read together; jobs: processes that share them; count: called as each page is read."""
    days: dict[date | None, list[Page | Article]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    return read_issues(days.values(), models, jobs, count)


def storyless_pages(items: Iterable[Page | Article], articles: Iterable[Article]) -> list[Failure]:
    """A failure for each page on which no story was found."""
    return [Failure(source, STORYLESS) for source in storyless(items, articles)]
