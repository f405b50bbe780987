"""`baozhai train`: seeds/ becomes models/."""

from pathlib import Path

import click

from baozhai import options
from baozhai.places import MODELS


@click.command("train")
@options.seeds
@options.own_models
def command(seeds: Path, models: Path) -> None:
    """Learn everything that is learned from the corpus, and write it with its card.

    The folder of the models changes at once, when all is learned, or not at all.
    """
    from baozhai.training import train
    from classify.evaluate import to_text, weigh
    from classify.model import probabilities

    trained = train(options.seeds_in(seeds), models)
    training = trained.training
    probs = probabilities(training.unseen, training.model.inverse_temperature)
    click.echo(f"{len(training.corpus)} articles learned; cross-validated over the corpus:")
    click.echo(to_text(weigh(training.model, training.truths, probs)).partition("\n\nRows")[0])
    if trained.kept:
        click.echo("Too few long stories to learn reading from: the reader that came with Baozhai is kept")
    click.echo(f"The whole card: {models / 'README.md'}")
    if models != MODELS:
        click.echo(f"The other verbs use these with --models {models}")
