"""The pages of one day, read together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from articles.article import Article
from articles.jumps import join_jumps
from articles.language import MODELS
from articles.page import Page
from articles.reader import read_page
from articles.reading import Reading, gather


def read_issue(items: Iterable[Page | Article], models: Path = MODELS) -> Reading:
    """The articles of an issue in the order of its pages; an article already cut passes as it is.

    Stories that jump from one page to another become one. models: the folder of the trained models.
    """
    reading = gather([_reading(item, ordinal, models) for item, ordinal in numbered(items)])
    return replace(reading, articles=join_jumps(reading.articles))


def _reading(item: Page | Article, ordinal: int, models: Path) -> Reading:
    return Reading((item,)) if isinstance(item, Article) else read_page(item, ordinal, models)


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
