"""`baozhai review`: walks through the unsure articles, one key each."""

import sys
from pathlib import Path

import click

from articles.article import Article
from baozhai import options
from baozhai.gather import gather_articles
from baozhai.own_words import office_models
from baozhai.places import train_command
from baozhai.verbs.classify import confidence_of, mark
from baozhai.verbs.correct import tell
from classify.domains import Domain
from classify.label import Label

SHOWN = 300  # characters of a text


@click.command("review")
@options.paths
@options.unsure
@options.seeds
@options.models
def command(paths: tuple[str, ...], unsure: float | None, seeds: Path, models: Path) -> None:
    """Show each unsure article under each PATH and file it under the domain whose key you press."""
    options.seeds_in(seeds)
    trained = office_models(models, paths)
    model = trained.classifier
    found, inputs = gather_articles(paths, trained)
    doubtful = [pair for pair in zip(found, model.labels(found, unsure), strict=True) if pair[1].unsure]
    click.echo(f"{len(doubtful)} of {len(found)} articles are unsure")
    keys = dict(zip("123456789abcdefghijklmnop", model.domains, strict=False))
    filed = 0
    for number, (article, label) in enumerate(doubtful, 1):
        click.echo(f"\n[{number}/{len(doubtful)}] {_card(article, label)}\n{_keys(keys, label)}")
        if (key := _ask(keys)) == "q":
            break
        filed += key in keys and not tell([article], article.id, keys[key], seeds)
    click.echo(f"\n{filed} filed" + (f"; run `{train_command(seeds)}` to learn from them" if filed else ""))
    raise SystemExit(bool(inputs.failures))


def _card(article: Article, label: Label) -> str:
    return f"{article.id}  {article.headline or '（无题）'}\n{mark(article.text[:SHOWN], label)}"


def _keys(keys: dict[str, Domain], label: Label) -> str:
    choices = "  ".join(
        f"{key} {domain.name} {confidence_of(label.scores[domain.key])}" for key, domain in keys.items()
    )
    return f"{choices}  s skip  q quit"


def _ask(keys: dict[str, Domain]) -> str:
    """The first key pressed that means something; the end of input means to quit."""
    while sys.stdin:
        try:
            key = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        except (EOFError, KeyboardInterrupt):
            return "q"
        if not key or key in "sq\x04" or key in keys:
            return "q" if key in ("", "\x04") else key
    return "q"
