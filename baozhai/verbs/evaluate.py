"""`baozhai evaluate`: what the product is worth, on a gold file."""

import json
from importlib import import_module
from pathlib import Path

import click

from articles.errors import InputError
from articles.words import using
from baozhai import options
from digest.models import Models

# Each task is a module with evaluate(gold, models), to_text and to_json.
TASKS = {"read": "reading.evaluate", "classify": "classify.evaluate", "summarize": "summarize.evaluate"}


@click.command("evaluate")
@click.argument("task", type=click.Choice(list(TASKS)))
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="[default: table]")
@click.option(
    "--picture", type=click.Path(path_type=Path), metavar="FILE", help="Of classify: draw it as .svg, .png or .pdf."
)
@options.models
def command(task: str, gold: Path, form: str, picture: Path | None, models: Path) -> None:
    """Weigh TASK on GOLD, a file of JSON lines with the right answers."""
    if picture and task != "classify":
        raise click.UsageError(f"--picture shows labels; leave it away with {task}")
    judge = import_module(TASKS[task])
    try:
        with using(Models(models).lexicon):
            worth = judge.evaluate(gold, models)
    except InputError as error:
        raise SystemExit(f"{gold}: {error}") from None
    click.echo(
        judge.to_text(worth) if form == "table" else json.dumps(judge.to_json(worth), ensure_ascii=False, indent=1)
    )
    if picture:
        from classify.pictures import draw  # imported late: few ask for pictures

        draw(worth, picture)
