"""`baozhai train`: seeds/ becomes models/."""

from pathlib import Path

import click

from articles.corpus import read_corpus
from articles.errors import InputError
from articles.learn import learn_reader
from digest.models import MODELS


@click.command("train")
@click.option("--seeds", type=click.Path(path_type=Path), default=MODELS.parent / "seeds", help="The corpus's folder.")
@click.option("--models", type=click.Path(path_type=Path), default=MODELS, help="The folder to write to.")
def command(seeds: Path, models: Path) -> None:
    """Learn everything that is learned from the corpus, and write it with its card."""
    from classify.card import write_card
    from classify.evaluate import to_text, weigh
    from classify.model import probabilities
    from classify.train import train

    try:
        learned = train(seeds, models)
        corpus = read_corpus(seeds)
        learn_reader(corpus, models)
        card = write_card(learned, models)
    except InputError as error:
        raise SystemExit(f"baozhai train: {error}") from None
    unseen = weigh(learned.model, learned.truths, probabilities(learned.unseen, learned.model.sharpness))
    click.echo(f"{len(learned.corpus)} articles learned; cross-validated over the corpus:")
    click.echo(to_text(unseen).partition("\n\nRows")[0])
    click.echo(f"The whole card: {card}")
