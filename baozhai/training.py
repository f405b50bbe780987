"""Trains everything, for the command and the library alike."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from articles.corpus import read_corpus
from articles.errors import InputError
from articles.files import replaced_folder
from articles.language import FILE as LANGUAGE
from articles.page import Page
from baozhai.places import MODELS
from classify.card import write_card
from classify.model import ARRAYS, CARD
from classify.train import Training
from classify.train import train as train_classifier
from reading.evaluate import pages_of
from reading.model import FLOW, HEADLINES, HEADS, JOINS, MOVES, OPENINGS, SPLITS, WORDING
from reading.train.reader import LEAST_STORIES, Told, learn_reader
from reading.train.text.pages import page_stories

README = "README.md"
# What a folder of models holds; `make` notes in the last one what they were learned from.
READER = (LANGUAGE, OPENINGS, WORDING, JOINS, HEADLINES, HEADS, MOVES, SPLITS, FLOW)
OURS = frozenset({ARRAYS, CARD, *READER, README, "seeds.hash"})


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learned; kept: whether the reader that came with the house was kept, as the corpus is small."""

    training: Training
    kept: bool


def train(seeds: Path, models: Path) -> Trained:
    """Learn from a folder of seeds and put the models in the place of those in `models`, all at once or not at all.

    A corpus of too few stories as long as a page prints them teaches no reading: the reader is the one that came.
    Raises InputError where the seeds teach nothing, or `models` holds what are no models.
    """
    foreign = sorted(path.name for path in models.iterdir() if path.name not in OURS) if models.is_dir() else []
    if foreign:
        raise InputError(f"{models}: it holds other things than models ({foreign[0]})", "name a folder of their own")
    with replaced_folder(models) as fresh:
        training = train_classifier(seeds, fresh)
        corpus = read_corpus(seeds)
        if kept := len(page_stories(corpus)) < LEAST_STORIES:
            for name in READER:
                shutil.copyfile(MODELS / name, fresh / name)
        else:
            learn_reader(corpus, fresh, own_pages(seeds))
        write_card(training, fresh, models / README)
    return Trained(training, kept)


def own_pages(seeds: Path) -> list[Told]:
    """An office's own pages of text with their truth: what a truth.json in a folder under seeds/pages names.

    The sample issue, whose truth lies in seeds/pages itself, is measured with and never learned from.
    """
    truths = sorted(path for path in (seeds / "pages").glob("**/truth.json") if path.parent != seeds / "pages")
    pairs = [pair for path in truths for pair in pages_of(path)]
    return [(page, list(map(dict, stories))) for stories, page in pairs if isinstance(page, Page) and not page.layout]
