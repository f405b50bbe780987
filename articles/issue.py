"""The pages of one day, read together."""

from collections.abc import Iterable, Sequence

from articles.article import Article
from articles.page import Page
from articles.reader import read_page
from articles.reading import Reading


def read_issue(items: Iterable[Page | Article]) -> Reading:
    """The articles of an issue in the order of its pages; an article already cut passes as it is."""
    return gather([Reading((item,)) if isinstance(item, Article) else read_page(item) for item in items])


def gather(readings: Sequence[Reading]) -> Reading:
    """Readings of single pages as one."""
    return Reading(
        tuple(article for reading in readings for article in reading.articles),
        tuple(block for reading in readings for block in reading.furniture),
        tuple(block for reading in readings for block in reading.duplicates),
    )
