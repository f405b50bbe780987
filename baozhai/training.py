"""Trains everything, for the command and the library alike."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from articles.errors import InputError
from articles.files import replaced_folder
from articles.language import FILE as LANGUAGE
from articles.page import Page
from articles.words import using
from articles.workers import Count, uncounted
from baozhai.own_words import seeds_lexicon
from baozhai.places import MODELS
from classify.card import CARD_FILE, PICTURE, write_card
from classify.learn import STEPS, Training
from classify.model import ARRAYS, CARD
from classify.train import train as train_classifier
from formats.corpus import Tell, ignore, read_printed
from formats.lexicon import STOP, WORDS, write_lexicon
from reading.evaluate import pages_of
from reading.model import FLOW, HEADLINES, HEADS, JOINS, MOVES, OPENINGS, SPLITS, WORDING
from reading.train.reader import LEAST_STORIES, Told, learn_reader
from reading.train.reader import STEPS as READER_STEPS
from reading.train.text.pages import page_stories

# Shows how many of what is called so are done.
Counting = Callable[[str, int], AbstractContextManager[Count]]
# What a folder of models holds; `make` notes in the last one what they were learned from.
READER = (LANGUAGE, OPENINGS, WORDING, JOINS, HEADLINES, HEADS, MOVES, SPLITS, FLOW)
OURS = frozenset({ARRAYS, CARD, *READER, CARD_FILE, PICTURE, WORDS, STOP, "seeds.hash"})


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learned; kept: whether the reader that came with the house was kept, as the corpus is small."""

    training: Training
    kept: bool


def silent(what: str, total: int) -> AbstractContextManager[Count]:
    """Shows nothing."""
    return nullcontext(uncounted)


def train(seeds: Path, models: Path, tell: Tell = ignore, counting: Counting = silent) -> Trained:
    """Learn from seeds and put the models in the place of those in `models`, all at once or not at all.

    seeds: a folder of the corpus, or a list of labelled articles. tell: called with what of it is passed over;
    counting: shows what is done. A corpus of too few stories as long as a page prints them, or of lists, teaches no
    reading: the reader is the one that came.
    Raises InputError where the seeds teach nothing, or `models` holds what are no models.
    """
    foreign = sorted(path.name for path in models.iterdir() if path.name not in OURS) if models.is_dir() else []
    if foreign:
        raise InputError(f"{models}: it holds other things than models ({foreign[0]})", "name a folder of their own")
    lexicon = seeds_lexicon(seeds.parent if seeds.is_file() else seeds)
    with replaced_folder(models) as fresh, using(lexicon):
        write_lexicon(lexicon, fresh)
        with counting("labels", STEPS) as count:
            training = train_classifier(seeds, fresh, tell, count)
        printed = read_printed(seeds)
        if kept := len(page_stories(printed)) < LEAST_STORIES:
            for name in READER:
                shutil.copyfile(MODELS / name, fresh / name)
        else:
            with counting("reader", READER_STEPS) as count:
                learn_reader(printed, fresh, own_pages(seeds), count)
        write_card(training, fresh, models / CARD_FILE)
    return Trained(training, kept)


def own_pages(seeds: Path) -> list[Told]:
    """An office's own pages of text with their truth: what a truth.json in a folder under seeds/pages names.

    The sample issue, whose truth lies in seeds/pages itself, is measured with and never learned from.
    """
    truths = sorted(path for path in (seeds / "pages").glob("**/truth.json") if path.parent != seeds / "pages")
    pairs = [pair for path in truths for pair in pages_of(path)]
    return [(page, list(map(dict, stories))) for stories, page in pairs if isinstance(page, Page) and not page.layout]
