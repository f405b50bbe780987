"""The articles under what the user named, with a line on standard error for all that fails."""

import sys
from collections.abc import Iterable, Sequence

import click

from articles.article import Article
from articles.errors import Failure
from articles.page import Page
from articles.visible import as_line
from baozhai.days import read_days, storyless_pages
from baozhai.inputs import Inputs, gather_inputs, stream_inputs
from baozhai.progress import counting
from baozhai.shelf import RUN, Shelf, is_long
from baozhai.streams import tame
from digest.models import Models
from reading.reading import Reading


def gather_articles(paths: Iterable[str], models: Models, jobs: int = 1) -> tuple[list[Article], Inputs]:
    """The articles, day by day in the order named, and what came in, with a line for each input that failed."""
    readings, inputs = gather_readings(paths, models, jobs)
    return [article for reading in readings for article in reading.articles], inputs


def gather_runs(paths: Sequence[str], models: Models, jobs: int = 1) -> tuple[Iterable[Sequence[Article]], int, Inputs]:
    """The articles a few at a time, how many they are, and what came in; of long lists few are in memory at once."""
    if not is_long(paths):
        found, inputs = gather_articles(paths, models, jobs)
        return [found[at : at + RUN] for at in range(0, len(found), RUN)], len(found), inputs
    shelf, inputs = Shelf(), Inputs()
    for article in stream_inputs(paths, inputs, say):
        shelf.put(article)
    for line in inputs.again:
        click.echo(as_line(line), err=True)
    return shelf.runs(models), len(shelf), inputs


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

    Raises click.UsageError where nothing was named but folders without a page.
    """
    with counting("pages opened") as count:
        inputs = gather_inputs(paths, say, jobs, count)
    if inputs.empty and not (inputs.items or inputs.failures):
        raise click.UsageError(str(inputs.empty[0]))
    inputs.failures += inputs.empty
    for failure in inputs.empty:
        say(failure)
    for line in inputs.again:
        click.echo(as_line(line), err=True)
    for path, others in inputs.passed_over.items():
        if others:
            kinds = f"{others} {'files' if others > 1 else 'file'} of other kinds passed over"
            click.echo(as_line(f"{path}: {kinds}"), err=True)
    return inputs


def say(failure: Failure) -> None:
    """One line on standard error."""
    line = str(failure)
    # While a bar is shown, rich writes what comes to standard error.
    click.echo(tame(line) if sys.stderr.isatty() else line, err=True)
