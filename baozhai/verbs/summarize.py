"""`baozhai summarize`: each article's summary and keywords."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from articles.article import Article, to_line
from articles.visible import visible
from articles.workers import SUMMARY, Count, spread_runs
from baozhai import options
from baozhai.gather import gather_runs
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
@click.option("--chars", type=click.IntRange(min=1), metavar="N", help="At most N characters, sentences shortened.")
@click.option("--whole", is_flag=True, help="With --chars: shorten no sentence.")
@click.option("--explain", is_flag=True, help="Tell of each sentence where it stands, its score, and what was cut.")
@options.method(METHODS)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="text on a terminal, else jsonl.")
@options.jobs
@options.models
def command(
    paths: tuple[str, ...],
    sentences: int | None,
    chars: int | None,
    whole: bool,
    explain: bool,
    method: str,
    form: str | None,
    jobs: int,
    models: Path,
) -> None:
    """Say each article under each PATH (a file, a folder, or - for standard input) in a few of its own sentences."""
    if sentences and chars:
        raise click.UsageError("--sentences and --chars contradict each other; say one of them")
    if explain and form not in (None, "text"):
        raise click.UsageError("--explain is for reading; leave --format away")
    form = "explain" if explain else form or ("text" if sys.stdout.isatty() else "jsonl")
    length = Length(chars=chars, whole=whole) if chars else Length(sentences=sentences or SENTENCES)
    trained = office_models(models, paths)
    runs, total, inputs = gather_runs(paths, trained, jobs)
    work = partial(_summaries, trained, length, method)
    with counting("articles", total) as count:
        rows = _counted(spread_runs(work, runs, jobs, SUMMARY * total), count)
        # On a terminal the bar must be gone before the first line.
        early = () if sys.stdout.isatty() else FORMATS[form](rows)
        for line in early:
            click.echo(line)
        late = list(rows)
    for line in FORMATS[form](late):
        click.echo(line)
    raise SystemExit(bool(inputs.failures))


def _summaries(models: Models, length: Length, method: str, run: Sequence[Article]) -> list[Summary]:
    return [summarize(article, length, models.language, method) for article in run]


def _counted(done: Iterable[tuple[Sequence[Article], Sequence[Summary]]], count: Count) -> Rows:
    for run, said in done:
        for row in zip(run, said, strict=True):
            count(1)
            yield row


def _text(rows: Rows) -> Iterator[str]:
    for article, summary in rows:
        words = "、".join(word for word, _ in summary.keywords)
        place = f"（{where(article)}）" if where(article) else ""
        yield visible(
            f"{headline_of(article, summary)}{place}\n  {joined([s.text for s in summary.sentences])}\n  【{words}】\n"
        )


def _explain(rows: Rows) -> Iterator[str]:
    """Each sentence with its paragraph and place from 1, its share of the weightiest one's score, and its cuts."""
    for article, summary in rows:
        yield visible(headline_of(article, summary))
        for one in summary.sentences:
            cuts = f"; cut: {', '.join(one.cuts)}" if one.cuts else ""
            yield visible(f"  {one.text}\n    {one.paragraph + 1}.{one.place + 1}  {one.score:.2f}{cuts}")
        yield ""


def _jsonl(rows: Rows) -> Iterator[str]:
    for article, summary in rows:
        yield to_line(article, **summaries.to_json(summary))


FORMATS: Mapping[str, Callable[[Rows], Iterator[str]]] = {"text": _text, "jsonl": _jsonl, "explain": _explain}
