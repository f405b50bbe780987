"""`baozhai classify`: each article's domain."""

import csv
import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from articles import article as articles
from articles.article import Article, dumps
from articles.errors import InputError
from classify import label as labels
from classify.label import Label
from classify.model import Model, load
from digest.gather import gather_articles
from digest.marks import plain
from digest.models import MODELS

Labelled = Sequence[tuple[Article, Label]]


@click.command("classify")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), help="table on a terminal, else jsonl.")
@click.option("--explain", is_flag=True, help="Show each text with the words that made its domain.")
@click.option("--unsure", type=click.FloatRange(0, 1), help="Confidence below which a label is unsure.")
@click.option("--models", type=click.Path(path_type=Path), default=MODELS, help="The model's folder.")
def command(paths: tuple[str, ...], form: str | None, explain: bool, unsure: float | None, models: Path) -> None:
    """Tell the domain of each article under each PATH (a file, a folder, or - for standard input)."""
    try:
        model = load(models)
    except InputError as error:
        raise SystemExit(f"{models}: {error}") from None
    found, inputs = gather_articles(paths)
    rows = list(zip(found, model.labels(found, unsure), strict=True))
    wanted = "explain" if explain else form or ("table" if sys.stdout.isatty() else "jsonl")
    for line in FORMATS[wanted](rows, model):
        click.echo(line)
    raise SystemExit(bool(inputs.failures))
