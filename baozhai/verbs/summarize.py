"""`baozhai summarize`: each article's summary and keywords."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import click

from articles.article import Article, to_line
from articles.visible import visible
from articles.workers import Count, seconds, spread
from baozhai import options
from baozhai.gather import gather_articles
from baozhai.own_words import office_models
from baozhai.progress import counting
from digest.models import Models
from digest.wording import headline_of, joined, where
from summarize import summary as summaries
from summarize.length import Length
from summarize.rank import METHODS, summarize
from summarize.summary import Summary

SENTENCES = 3

Rows = Iterable[tuple[Article, Summary]]


@click.command("summarize")
@options.paths
@click.option("--sentences", type=click.IntRange(min=1), metavar="N", help=f"[default: {SENTENCES}]")
@click.option("--chars", type=click.IntRange(min=1), metavar="N", help="As near to N as whole sentences allow.")
@options.method(METHODS)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="text on a terminal, else jsonl.")
@options.jobs
@options.models
def command(
    paths: tuple[str, ...],
    sentences: int | None,
    chars: int | None,
    method: str,
    form: str | None,
    jobs: int,
    models: Path,
) -> None:
    """Say each article under each PATH (a file, a folder, or - for standard input) in a few of its own sentences."""
    if sentences and chars:
        raise click.UsageError("--sentences and --chars contradict each other; say one of them")
    length = Length(chars=chars) if chars else Length(sentences=sentences or SENTENCES)
    trained = office_models(models, paths)
    found, inputs = gather_articles(paths, trained, jobs)
    work = partial(_summarize, trained, length, method)
    with counting("articles", len(found)) as count:
        said = list(_counted(spread(work, found, jobs, seconds), count))
    for line in FORMATS[form or ("text" if sys.stdout.isatty() else "jsonl")](zip(found, said, strict=True)):
        click.echo(line)
    raise SystemExit(bool(inputs.failures))


def _summarize(models: Models, length: Length, method: str, article: Article) -> Summary:
    return summarize(article, length, models.language, method)


def _counted(done: Iterable[Summary], count: Count) -> Iterator[Summary]:
    for summary in done:
        count(1)
        yield summary


def _text(rows: Rows) -> Iterator[str]:
    for article, summary in rows:
        words = "、".join(word for word, _ in summary.keywords)
        place = f"（{where(article)}）" if where(article) else ""
        yield visible(
            f"{headline_of(article)}{place}\n  {joined([s.text for s in summary.sentences])}\n  【{words}】\n"
        )


def _jsonl(rows: Rows) -> Iterator[str]:
    for article, summary in rows:
        yield to_line(article, **summaries.to_json(summary))


FORMATS: Mapping[str, Callable[[Rows], Iterator[str]]] = {"text": _text, "jsonl": _jsonl}
