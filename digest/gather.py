"""The articles under what the user named, each day's pages read together."""

from collections.abc import Iterable
from datetime import date

from articles.article import Article
from articles.errors import InputError
from articles.issue import read_issue
from articles.page import Page
from digest.inputs import Inputs, gather_inputs

STORYLESS = InputError("no story was found on it", "look whether it is a page of text")


def gather_articles(paths: Iterable[str]) -> tuple[list[Article], Inputs]:
    """The articles, day by day in the order named, and what came in, with a line for each input that failed."""
    inputs = gather_inputs(paths)
    days: dict[date | None, list[Page | Article]] = {}
    for item in inputs.items:
        days.setdefault(item.date, []).append(item)
    found = [article for items in days.values() for article in read_issue(items).articles]
    told = {(article.date, page) for article in found for page in article.pages} | {article.source for article in found}
    for item in inputs.items:
        if isinstance(item, Page) and not told & {item.source, (item.date, item.number)}:
            inputs.fail(item.source, STORYLESS)
    return found, inputs
