"""The articles under what the user named, each day's pages read together."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

import click

from articles.article import Article
from articles.errors import Failure, InputError
from articles.page import Page
from articles.workers import spread
from baozhai.inputs import Inputs, gather_inputs
from digest.edition import STORYLESS
from digest.models import Models
from reading.issue import read_issue, storyless
from reading.reading import Reading


def gather_articles(paths: Iterable[str], models: Models, jobs: int = 1) -> tuple[list[Article], Inputs]:
    """The articles, day by day in the order named, and what came in, with a line for each input that failed."""
    readings, inputs = gather_readings(paths, models, jobs)
    return [article for reading in readings for article in reading.articles], inputs


def gather_readings(paths: Iterable[str], models: Models, jobs: int = 1) -> tuple[Sequence[Reading], Inputs]:
    """What each day's pages hold, and what came in, with a line for each input that failed."""
    inputs = told_inputs(paths)
    readings = read_days(inputs.items, models, jobs)
    for failure in storyless_pages(inputs.items, readings):
        inputs.failures.append(failure)
        say(failure)
    return readings, inputs


def read_days(items: Iterable[Page | Article], models: Models, jobs: int = 1) -> Sequence[Reading]:
    """The pages of each day read together."""
    days: dict[date | None, list[Page | Article]] = {}
    for item in items:
        days.setdefault(item.date, []).append(item)
    return list(spread(partial(_read_run, models), list(days.values()), jobs))


def storyless_pages(items: Iterable[Page | Article], readings: Sequence[Reading]) -> list[Failure]:
    """A failure for each page on which no story was found."""
    found = (article for reading in readings for article in reading.articles)
    return [Failure(source, STORYLESS) for source in storyless(items, found)]


def _read_run(models: Models, days: Sequence[Sequence[Page | Article]]) -> list[Reading]:
    return [read_issue(items, models) for items in days]


def told_inputs(paths: Iterable[str]) -> Inputs:
    """Everything under the paths, with a line for what fails and for files passed over.

    Raises click.UsageError where a folder holds no page.
    """
    try:
        inputs = gather_inputs(paths, say)
    except InputError as error:
        raise click.UsageError(str(error)) from None
    for path, others in inputs.passed_over.items():
        if others:
            click.echo(f"{path}: {others} {'files' if others > 1 else 'file'} of other kinds passed over", err=True)
    return inputs


def say(failure: Failure) -> None:
    """One line on standard error."""
    click.echo(str(failure), err=True)
