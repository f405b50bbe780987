"""Trains everything, for the command and the library alike."""

from pathlib import Path

from articles.corpus import read_corpus
from articles.errors import InputError
from articles.files import replaced_folder
from articles.language import FILE as LANGUAGE
from classify.card import write_card
from classify.model import ARRAYS, CARD
from classify.train import Training
from classify.train import train as train_classifier
from reading.model import FLOW, OPENINGS, WORDING
from reading.train.reader import learn_reader

README = "README.md"
# What a folder of models holds; `make` notes in the last one what they were learned from.
OURS = frozenset({ARRAYS, CARD, LANGUAGE, OPENINGS, WORDING, FLOW, README, "seeds.hash"})


def train(seeds: Path, models: Path) -> Training:
    """Learn from a folder of seeds and put the models in the place of those in `models`, all at once or not at all.

    Raises InputError where the seeds teach nothing, or `models` holds what are no models.
    """
    foreign = sorted(path.name for path in models.iterdir() if path.name not in OURS) if models.is_dir() else []
    if foreign:
        raise InputError(f"{models}: it holds other things than models ({foreign[0]})", "name a folder of their own")
    with replaced_folder(models) as fresh:
        training = train_classifier(seeds, fresh)
        learn_reader(read_corpus(seeds), fresh)
        write_card(training, fresh, models / README)
    return training
