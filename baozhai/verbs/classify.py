"""`baozhai classify`: each article's domain."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from articles import article as articles
from articles.article import Article, to_line
from articles.workers import LABEL, spread_runs
from baozhai import options
from baozhai.gather import gather_runs
from baozhai.own_words import office_models
from classify import label as labels
from classify.label import Label
from digest.models import Models
from digest.safe import csv_text
from digest.wording import percent

Rows = Iterable[tuple[Article, Label]]
Names = Mapping[str, str]
COLUMNS = ("id", "source", "headline", "domain", "confidence", "unsure", "evidence")


@click.command("classify")
@options.paths
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "csv"]), help="table on a terminal, else jsonl.")
@click.option("--explain", is_flag=True, help="Show each text, with the words that made its domain in 【】.")
@options.unsure
@options.jobs
@options.models
def command(
    paths: tuple[str, ...], form: str | None, explain: bool, unsure: float | None, jobs: int, models: Path
) -> None:
    """Tell the domain of each article under each PATH (a file, a folder, or - for standard input)."""
    if explain and form not in (None, "table"):
        raise click.UsageError("--explain is for reading; leave --format away")
    trained = office_models(models, paths)
    runs, count, inputs = gather_runs(paths, trained, jobs)
    labelled = spread_runs(partial(_labels, trained, unsure), runs, jobs, LABEL * count)
    rows = (row for run, labels in labelled for row in zip(run, labels, strict=True))
    form = "explain" if explain else form or ("table" if sys.stdout.isatty() else "jsonl")
    for line in FORMATS[form](rows, {domain.key: domain.name for domain in trained.classifier.domains}):
        click.echo(line)
    raise SystemExit(bool(inputs.failures))


def _labels(models: Models, unsure: float | None, run: Sequence[Article]) -> list[Label]:
    return models.classifier.labels(run, unsure)


def _jsonl(rows: Rows, names: Names) -> Iterator[str]:
    return (to_line(article, **labels.to_json(label)) for article, label in rows)


def _csv(rows: Rows, names: Names) -> Iterator[str]:
    yield csv_text([COLUMNS]).removesuffix("\n")
    for article, label in rows:
        row = articles.to_json(article) | labels.to_json(label)
        words = "、".join(word for word, _ in label.evidence)
        yield csv_text([[*(row[name] for name in COLUMNS[:-1]), words]]).strip("\ufeff\n")


def _table(rows: Rows, names: Names) -> Iterator[str]:
    for article, label in rows:
        mark = "？" if label.unsure else "　"
        words = "、".join(word for word, _ in label.evidence[:4])
        yield f"{names[label.domain]}{mark} {confidence_of(label.confidence):>4}  {_headline(article)}  （{words}）"


def _explain(rows: Rows, names: Names) -> Iterator[str]:
    for article, label in rows:
        probs = "，".join(f"{names[key]} {confidence_of(score)}" for key, score in label.scores.items())
        yield f"{_headline(article)}\n  {names[label.domain]} {'（待定）' if label.unsure else ''}：{probs}"
        yield "  " + "  ".join(f"{word} {share:.1%}" for word, share in label.evidence)
        yield "".join(f"    {mark(line, label)}\n" for line in (article.headline, *article.body) if line)


def confidence_of(share: float) -> str:
    """Of confidence, in whole percent: no label is certain.

    >>> confidence_of(1.0), confidence_of(0.974), confidence_of(0.001)
    ('99%', '97%', '<1%')
    """
    return percent(min(share, 0.99))


def mark(text: str, label: Label) -> str:
    """The text with the label's evidence in 【】; where two words overlap, the longer one stands.

    >>> mark("市知识产权局开会", Label("ip", 1.0, {}, (("知识产权", 0.4), ("知识产权局", 0.2)), False))
    '市【知识产权局】开会'
    """
    words = sorted({word for word, _ in label.evidence}, key=lambda word: (-len(word), word))
    return re.sub("|".join(map(re.escape, words)), r"【\g<0>】", text, flags=re.IGNORECASE) if words else text


def _headline(article: Article) -> str:
    return article.headline or "（无题）" + " ".join(article.text[:20].split())


FORMATS: Mapping[str, Callable[[Rows, Names], Iterator[str]]] = {
    "table": _table,
    "jsonl": _jsonl,
    "csv": _csv,
    "explain": _explain,
}
