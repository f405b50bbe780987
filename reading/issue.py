"""The pages of one day, read together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from articles.article import Article
from articles.errors import InputError
from articles.page import Page
from articles.workers import Count, seconds, spread, uncounted
from reading.jumps import join_jumps
from reading.model import ReaderModel
from reading.reader import read_alone, with_page
from reading.reading import Reading, merge

STORYLESS = InputError("no story was found on it", "look whether it is a page of text")


class HoldsReader(Protocol):
    """What has a reader, which may be loaded when it is first asked for: articles already cut need none."""

    @property
    def reader(self) -> ReaderModel:
        """The reader."""


def read_issue(
    items: Iterable[Page | Article], models: HoldsReader, jobs: int = 1, count: Count = uncounted
) -> Reading:
    """The articles of an issue in the order of its pages; an article already cut passes as it is.

    Stories that jump from one page to another become one. jobs, count: as read_issues takes them.
    """
    [reading] = read_issues([items], models, jobs, count)
    return reading


def read_issues(
    days: Iterable[Iterable[Page | Article]], models: HoldsReader, jobs: int = 1, count: Count = uncounted
) -> list[Reading]:
    """What each day's pages hold.

    jobs: processes that share the pages; count: called as each page is read.
    """
    issues = [list(numbered(items)) for items in days]
    pages = [(item, ordinal) for issue in issues for item, ordinal in issue if isinstance(item, Page)]
    found = spread(partial(_read, models), pages, jobs, _cost)
    return [_joined(issue, found, count) for issue in issues]


def _read(models: HoldsReader, page: tuple[Page, int]) -> Reading:
    return read_alone(page[0], models.reader, page[1])


def _cost(page: tuple[Page, int]) -> float:
    return seconds(page[0])


def _joined(issue: Iterable[tuple[Page | Article, int]], found: Iterator[Reading], count: Count) -> Reading:
    """One reading of a day's pages, each of which is found in its turn."""
    parts = []
    for item, ordinal in issue:
        if isinstance(item, Article):
            parts.append(Reading((item,)))
        else:
            parts.append(with_page(item, next(found), ordinal))
            count(1)
    reading = merge(parts)
    return replace(reading, articles=join_jumps(reading.articles))


def numbered(items: Iterable[Page | Article]) -> Iterator[tuple[Page | Article, int]]:
    """Each item with the number that names its page in ids: of a day's pages without one the first, the second, …"""
    unnumbered: Counter[object] = Counter()
    for item in items:
        if isinstance(item, Page) and item.number is None:
            day = item.date or Path(item.source).stem
            unnumbered[day] += 1
            yield item, unnumbered[day]
        else:
            yield item, 1


def storyless(items: Iterable[Page | Article], articles: Iterable[Article]) -> list[str]:
    """The source of each page that gave no story."""
    found = list(articles)
    sources = {article.source for article in found}
    numbers = {(article.date, number) for article in found for number in article.pages}
    return [
        item.source
        for item in items
        if isinstance(item, Page) and item.source not in sources and (item.date, item.number) not in numbers
    ]
