"""`baozhai read`: the articles on the pages."""

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click

from articles.article import Article, dumps, to_json
from articles.reading import Reading
from articles.show import explain, show
from digest.gather import gather_readings

Said = Mapping[Article, Mapping[str, Any]]


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="text on a terminal, else jsonl.")
@click.option(
    "--explain", "why", is_flag=True, help="Tell of each block what it was taken for, where it went, and why."
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Days read at the same time.")
def command(paths: tuple[str, ...], form: str | None, why: bool, jobs: int) -> None:
    """Put the articles on the pages under each PATH together (a file, a folder, or - for standard input)."""
    if why and form not in (None, "text"):
        raise click.UsageError("--explain is for reading; leave --format away")
    readings, inputs = gather_readings(paths, jobs)
    form = "explain" if why else form or ("text" if sys.stdout.isatty() else "jsonl")
    for reading in readings:
        for line in FORMATS[form](reading, inputs.said):
            click.echo(line)
    raise SystemExit(bool(inputs.failures))


def _text(reading: Reading, said: Said) -> Iterator[str]:
    return show(reading)


def _jsonl(reading: Reading, said: Said) -> Iterator[str]:
    return (dumps({**said.get(article, {}), **to_json(article)}) for article in reading.articles)


def _explain(reading: Reading, said: Said) -> Iterator[str]:
    return explain(reading.places)


FORMATS: Mapping[str, Callable[[Reading, Said], Iterator[str]]] = {"text": _text, "jsonl": _jsonl, "explain": _explain}
