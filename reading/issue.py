"""The pages of one day, read together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from articles.article import Article
from articles.errors import InputError
from articles.ids import page_id, split_id
from articles.page import Page
from articles.workers import Count, seconds, spread, uncounted
from reading.reading import Reading, merge

if TYPE_CHECKING:
    from reading.model import ReaderModel

STORYLESS = InputError("no story was found on it", "look whether it is a page of text")


class HoldsReader(Protocol):
    """What has a reader, which may be loaded when it is first asked for: articles already cut need none."""

    @property
    def reader(self) -> "ReaderModel":
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
    issues = [named(list(items)) for items in days]
    pages = [(item, ordinal, copy) for issue in issues for item, ordinal, copy in issue if isinstance(item, Page)]
    found = spread(partial(_read, models), pages, jobs, _cost)
    return [_joined(issue, found, count) for issue in issues]


def _read(models: HoldsReader, page: tuple[Page, int, int]) -> Reading:
    from reading.reader import read_alone  # imported late: articles already cut need no reader

    item, ordinal, copy = page
    return read_alone(item, models.reader, ordinal, copy)


def _cost(page: tuple[Page, int, int]) -> float:
    return seconds(page[0])


def _joined(issue: Iterable[tuple[Page | Article, int, int]], found: Iterator[Reading], count: Count) -> Reading:
    """One reading of a day's pages, each of which is found in its turn."""
    parts = []
    for item, ordinal, _ in issue:
        if isinstance(item, Article):
            parts.append(Reading((item,)))
        else:
            parts.append(next(found).with_page(item, ordinal))
            count(1)
    reading = merge(parts)
    if not any(article.continued_from for article in reading.articles):
        return reading
    from reading.jumps import join_jumps  # imported late, as the reader is

    return replace(reading, articles=join_jumps(reading.articles))


def named(items: Sequence[Page | Article]) -> list[tuple[Page | Article, int, int]]:
    """Each item with what names its articles, whatever the order in which items come: no id is there twice.

    First, of a day's pages without a number, whether it is the first, the second, …; then which it is of several pages
    of one name. An article keeps its id, unless another has it already.
    """
    articles = {at: item for at, item in enumerate(items) if isinstance(item, Article)}
    pages = {at: item for at, item in enumerate(items) if isinstance(item, Page)}
    names = free_names([item.id for item in articles.values()], list(map(rank_of, articles.values())))
    found: dict[int, tuple[Page | Article, int, int]] = {
        at: (replace(item, id=name), 1, 1) for (at, item), name in zip(articles.items(), names, strict=True)
    }
    copies: Counter[str] = Counter()
    for name, copy in (split_id(item.id) for item in articles.values()):
        copies[name] = max(copies[name], copy)
    unnumbered: Counter[object] = Counter()
    for at, item in sorted(pages.items(), key=lambda page: rank_of(page[1])):
        day = item.paper, item.date or Path(item.source).stem
        unnumbered[day] += item.number is None
        ordinal = unnumbered[day] if item.number is None else 1
        name = page_id(item, ordinal)
        copies[name] += 1
        found[at] = item, ordinal, copies[name]
    return [found[at] for at in range(len(items))]


def free_names(names: Sequence[str], ranks: Sequence[Any]) -> list[str]:
    """The names of a day's articles, no two alike: of those of one name the first by rank keeps it."""
    taken, given = set(names), set[str]()
    found, numbers = list(names), Counter[str]()
    for at in sorted(range(len(names)), key=ranks.__getitem__):
        while found[at] in given or (found[at] in taken and found[at] != names[at]):
            numbers[names[at]] += 1
            found[at] = f"{names[at]}-{numbers[names[at]] + 1}"
        given.add(found[at])
    return found


def rank_of(item: Page | Article) -> tuple[object, ...]:
    """The order in which names are given: pages with a number first, then by source, X.pdf#2 before X.pdf#10."""
    parts = [part.lstrip("0") for part in re.split(r"(\d+)", item.source or "")]
    source = tuple((len(part) if part.isdecimal() else 0, part) for part in parts)
    return isinstance(item, Page) and item.number is None, source, item.text


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
