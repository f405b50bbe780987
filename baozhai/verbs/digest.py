"""`baozhai digest`: the day's digest, or an archive of them."""

import datetime
from typing import Any

import click

from baozhai import options
from baozhai.run import DigestOptions, run
from baozhai.target import split_formats
from digest.render import RENDERERS
from summarize.rank import METHODS


def shared_options(function: Any) -> Any:
    """The options that `digest` and `watch` share."""
    for option in (
        options.unsure,
        click.option("--budget", type=click.IntRange(1), metavar="N", help="A front page of N characters."),
        click.option("--pictures", is_flag=True, help="Beside each story its place on its page (HTML; of PDF pages)."),
        options.jobs,
        options.models,
        options.method(METHODS),
        click.option("--chars", type=click.IntRange(1), metavar="N", help="Summaries of N characters at most."),
        click.option("--whole", is_flag=True, help="Shorten no sentence, and end none with ……."),
        click.option("--sentences", type=click.IntRange(1), metavar="N", help="Summaries of N sentences."),
        click.option("--format", "formats", metavar="F,…", help=f"{', '.join(RENDERERS)}; html unless FILE says else."),
        click.option("--paper", help="The paper's name."),
    ):
        function = option(function)
    return function


@click.command("digest")
@options.paths
@click.option("-o", "--output", metavar="FILE_OR_DIR", help="A file, or a folder: a digest for each day and an index.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day; pages of other days are passed over.")
@shared_options
def command(paths: tuple[str, ...], output: str | None, date: datetime.datetime | None, **asked: Any) -> None:
    """Write the digest of the pages under each PATH (a file, a folder, or - for standard input).

    A file baozhai.toml beside the pages may hold paper, domains, sentences or chars, formats, must, never, words,
    stopwords; options win over it.
    """
    raise SystemExit(run(paths, DigestOptions(day=date and date.date(), output=output, **resolve(asked))).code)


def resolve(asked: dict[str, Any]) -> dict[str, Any]:
    """The shared options as a call takes them; raises click.UsageError where two of them contradict each other."""
    if asked["sentences"] and asked["chars"]:
        raise click.UsageError("--sentences and --chars contradict each other; say one of them")
    return asked | {"formats": split_formats(asked["formats"])}
