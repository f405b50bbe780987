"""`baozhai train`: seeds/ becomes models/."""

from pathlib import Path

import click

from baozhai import options
from baozhai.gather import say
from baozhai.places import MODELS, SEEDS
from baozhai.progress import counting


@click.command("train")
@click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    default=SEEDS,
    help="The corpus: a folder of DOMAIN/*.md or .txt and lists, or a list (.csv, .xlsx, .jsonl) with a label column.",
)
@options.own_models
def command(seeds: Path, models: Path) -> None:
    """Learn everything that is learned from the corpus, and write it with its card.

    The folder of the models changes at once, when all is learned, or not at all.
    """
    from baozhai.training import train
    from classify.doubts import doubts, to_lines
    from classify.evaluate import to_text, weigh
    from classify.model import probabilities

    trained = train(seeds if seeds.exists() else options.seeds_in(seeds), models, say, counting)
    training = trained.training
    probs = probabilities(training.unseen, training.model.inverse_temperature)
    click.echo(f"{len(training.corpus)} articles learned; cross-validated over the corpus:")
    click.echo(to_text(weigh(training.model, training.truths, probs)).partition("\n\nRows")[0])
    for line in to_lines(doubts(training)):
        click.echo(line)
    if trained.kept:
        click.echo("Too few long stories to learn reading from: the reader that came with Baozhai is kept")
    click.echo(f"The whole card: {models / 'README.md'}")
    if models != MODELS:
        click.echo(f"The other verbs use these with --models {models}")
