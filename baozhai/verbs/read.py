"""`baozhai read`: the articles on the pages."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from articles.article import to_line
from baozhai import options
from baozhai.gather import gather_readings
from baozhai.own_words import office_models
from reading.explain import explain, show
from reading.reading import Reading


@click.command("read")
@options.paths
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="text on a terminal, else jsonl.")
@click.option(
    "--explain",
    "why",
    is_flag=True,
    help="Tell how torn each page is, and of each block what it was taken for, where it went, and why.",
)
@click.option(
    "--picture", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Draw each page into DIR, as SVG."
)
@options.jobs
@options.models
def command(paths: tuple[str, ...], form: str | None, why: bool, folder: Path | None, jobs: int, models: Path) -> None:
    """Put the articles on the pages under each PATH together (a file, a folder, or - for standard input)."""
    if why and form not in (None, "text"):
        raise click.UsageError("--explain is for reading; leave --format away")
    readings, inputs = gather_readings(paths, office_models(models, paths), jobs)
    form = "explain" if why else form or ("text" if sys.stdout.isatty() else "jsonl")
    for reading in readings:
        for line in FORMATS[form](reading):
            click.echo(line)
    if folder:
        from baozhai.pictures import draw_pages  # imported late: few ask for pictures

        inputs.failures += draw_pages(readings, inputs.items, folder)
    raise SystemExit(bool(inputs.failures))


def _text(reading: Reading) -> Iterator[str]:
    return show(reading)


def _jsonl(reading: Reading) -> Iterator[str]:
    return map(to_line, reading.articles)


FORMATS: Mapping[str, Callable[[Reading], Iterator[str]]] = {"text": _text, "jsonl": _jsonl, "explain": explain}
