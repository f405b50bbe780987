"""The pages of one day, read together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from articles.article import Article
from articles.errors import InputError
from articles.page import Page
from reading.jumps import join_jumps
from reading.model import ReaderModel
from reading.reader import read_page
from reading.reading import Reading, merge

STORYLESS = InputError("no story was found on it", "look whether it is a page of text")


class HoldsReader(Protocol):
    """What has a reader, which may be loaded when it is first asked for: articles already cut need none."""

    @property
    def reader(self) -> ReaderModel:
        """The reader."""


def read_issue(items: Iterable[Page | Article], models: HoldsReader) -> Reading:
    """The articles of an issue in the order of its pages; an article already cut passes as it is.

    Stories that jump from one page to another become one.
    """
    reading = merge([_reading(item, ordinal, models) for item, ordinal in numbered(items)])
    return replace(reading, articles=join_jumps(reading.articles))


def _reading(item: Page | Article, ordinal: int, models: HoldsReader) -> Reading:
    return Reading((item,)) if isinstance(item, Article) else read_page(item, models.reader, ordinal)


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
