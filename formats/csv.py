"""The door for CSV and TSV: articles, a row each."""

from collections.abc import Iterator

from articles.article import Article
from articles.errors import Failure, Notice
from formats.encoding import decoded
from formats.listed import list_articles, told_lost
from formats.separated import separated_rows


def read_csv(data: bytes, source: str) -> Iterator[Article | Failure]:
    """The articles in the rows of a list in any encoding that Chinese text comes in; bad bytes are told.

    Raises InputError where it is no list, or no column of it holds texts.
    """
    found = decoded(data)
    if found.told:
        yield Notice(source, found.told)
    lost: list[str] = []
    yield from list_articles(separated_rows(found.text), source, lost=lost)
    yield from told_lost(lost, source)
