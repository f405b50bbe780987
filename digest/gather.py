"""The articles under what the user named, each day's pages read together."""

from collections.abc import Iterable, Sequence
from datetime import date

from articles.article import Article
from articles.errors import InputError
from articles.issue import read_issue
from articles.page import Page
from articles.reading import Reading
from digest.inputs import Inputs, gather_inputs

STORYLESS = InputError("no story was found on it", "look whether it is a page of text")


def gather_articles(paths: Iterable[str], jobs: int = 1) -> tuple[list[Article], Inputs]:
    """The articles, day by day in the order named, and what came in, with a line for each input that failed."""
    readings, inputs = gather_readings(paths, jobs)
    return [article for reading in readings for article in reading.articles], inputs


def gather_readings(paths: Iterable[str], jobs: int = 1) -> tuple[Sequence[Reading], Inputs]:
    """What each day's pages hold, and what came in, with a line for each input that failed."""
    inputs = gather_inputs(paths)
    days: dict[date | None, list[Page | Article]] = {}
    for item in inputs.items:
        days.setdefault(item.date, []).append(item)
    readings = _read_days(list(days.values()), jobs)
    found = [article for reading in readings for article in reading.articles]
    told = {(article.date, page) for article in found for page in article.pages} | {article.source for article in found}
    for item in inputs.items:
        if isinstance(item, Page) and not told & {item.source, (item.date, item.number)}:
            inputs.fail(item.source, STORYLESS)
    return readings, inputs


def _read_days(days: Sequence[list[Page | Article]], jobs: int) -> Sequence[Reading]:
    if jobs == 1 or len(days) == 1:
        return [read_issue(items) for items in days]
    from joblib import Parallel, delayed  # imported late: it costs more than reading a page

    return list(Parallel(n_jobs=jobs)(delayed(read_issue)(items) for items in days))
