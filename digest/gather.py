"""The articles under what the user named, each day's pages read together."""

from collections.abc import Iterable

import click

from articles.article import Article
from articles.issue import read_issue
from digest.edition import storyless
from digest.inputs import Inputs, gather_inputs
from digest.issue import issues


def gather_articles(paths: Iterable[str]) -> tuple[list[Article], Inputs]:
    """The articles, day by day, and what came in, with a line for each input that failed."""
    inputs = gather_inputs(paths)
    found: list[Article] = []
    for issue in issues(inputs.items, ()):
        articles = read_issue(issue.items).articles
        found.extend(articles)
        for line in storyless(issue.items, articles):
            inputs.failures.append(line)
            click.echo(line, err=True)
    return found, inputs
