"""`baozhai summarize`: each article's summary and keywords."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from articles import article as articles
from articles.article import Article, dumps
from articles.errors import InputError
from digest.gather import gather_articles
from digest.safe import visible
from digest.wording import headline_of, joined, where
from summarize import summary as summaries
from summarize.length import Length
from summarize.rank import METHODS, summarize
from summarize.summary import Summary

SENTENCES = 3
# From so many articles on it takes more than a second.
MANY = 500

Rows = Iterable[tuple[Article, Summary]]
Said = Mapping[Article, Mapping[str, Any]]


@click.command("summarize")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--sentences", type=click.IntRange(min=1), metavar="N", help=f"[default: {SENTENCES}]")
@click.option("--chars", type=click.IntRange(min=1), metavar="N", help="As near to N as whole sentences allow.")
@click.option("--method", type=click.Choice(list(METHODS)), default="default", help="classic ranks as textrank4zh.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), help="text on a terminal, else jsonl.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to share the work.")
def command(
    paths: tuple[str, ...], sentences: int | None, chars: int | None, method: str, form: str | None, jobs: int
) -> None:
    """Say each article under each PATH (a file, a folder, or - for standard input) in a few of its own sentences."""
    if sentences and chars:
        raise click.UsageError("--sentences and --chars contradict each other; say one of them")
    length = Length(chars=chars) if chars else Length(sentences=sentences or SENTENCES)
    found, inputs = gather_articles(paths, jobs)
    try:
        rows = zip(found, _summaries(found, length, method, jobs), strict=True)
        for line in FORMATS[form or ("text" if sys.stdout.isatty() else "jsonl")](rows, inputs.said):
            click.echo(line)
    except InputError as error:
        raise SystemExit(str(error)) from None
    raise SystemExit(bool(inputs.failures))


def _summaries(found: Sequence[Article], length: Length, method: str, jobs: int) -> Iterator[Summary]:
    if jobs == 1 or len(found) < MANY:
        work: Iterable[Summary] = (summarize(article, length, method) for article in found)
    else:
        from joblib import Parallel, delayed  # imported late: it costs more than a page's summaries

        work = Parallel(n_jobs=jobs, return_as="generator")(delayed(summarize)(a, length, method) for a in found)
    if len(found) < MANY or not sys.stderr.isatty():
        yield from work
    else:
        with click.progressbar(work, length=len(found), label="articles", file=sys.stderr) as watched:
            yield from watched


def _text(rows: Rows, said: Said) -> Iterator[str]:
    for article, summary in rows:
        words = "、".join(word for word, _ in summary.keywords)
        place = f"（{where(article)}）" if where(article) else ""
        yield visible(
            f"{headline_of(article)}{place}\n  {joined([s.text for s in summary.sentences])}\n  【{words}】\n"
        )


def _jsonl(rows: Rows, said: Said) -> Iterator[str]:
    for article, summary in rows:
        yield dumps({**said.get(article, {}), **articles.to_json(article), **summaries.to_json(summary)})


FORMATS: Mapping[str, Callable[[Rows, Said], Iterator[str]]] = {"text": _text, "jsonl": _jsonl}
