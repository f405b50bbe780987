"""The articles under what the user named, with a line on standard error for all that fails."""

from collections.abc import Iterable, Sequence

import click

from articles.article import Article
from articles.errors import Failure
from articles.page import Page
from baozhai.days import read_days, storyless_pages
from baozhai.inputs import Inputs, gather_inputs
from baozhai.progress import counting
from digest.models import Models
from reading.reading import Reading


def gather_articles(paths: Iterable[str], models: Models, jobs: int = 1) -> tuple[list[Article], Inputs]:
    """The articles, day by day in the order named, and what came in, with a line for each input that failed."""
    readings, inputs = gather_readings(paths, models, jobs)
    return [article for reading in readings for article in reading.articles], inputs


def gather_readings(paths: Iterable[str], models: Models, jobs: int = 1) -> tuple[Sequence[Reading], Inputs]:
    """What each day's pages hold, and what came in, with a line for each input that failed."""
    inputs = told_inputs(paths, jobs)
    with counting("pages", sum(isinstance(item, Page) for item in inputs.items)) as count:
        readings = read_days(inputs.items, models, jobs, count)
    articles = (article for reading in readings for article in reading.articles)
    for failure in storyless_pages(inputs.items, articles):
        inputs.failures.append(failure)
        say(failure)
    return readings, inputs


def told_inputs(paths: Iterable[str], jobs: int = 1) -> Inputs:
    """Everything under the paths, with a line for what fails, what is told once, and files passed over.

    Raises click.UsageError where a folder holds no page.
    """
    with counting("pages opened") as count:
        inputs = gather_inputs(paths, say, jobs, count)
    if inputs.empty:
        raise click.UsageError(str(inputs.empty[0]))
    for line in inputs.again:
        click.echo(line, err=True)
    for path, others in inputs.passed_over.items():
        if others:
            click.echo(f"{path}: {others} {'files' if others > 1 else 'file'} of other kinds passed over", err=True)
    return inputs


def say(failure: Failure) -> None:
    """One line on standard error."""
    click.echo(str(failure), err=True)
