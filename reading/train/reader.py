"""Learns everything that the reader learns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.corpus import Labelled
from articles.language import load_language
from articles.page import Page
from articles.workers import Count, uncounted
from reading.model import ReaderModel, load_regression, load_weights
from reading.train.classifiers import learn_openings, learn_wording
from reading.train.flow import learn_flow
from reading.train.forge import Story
from reading.train.language import learn_language
from reading.train.text.examples import Example, examples
from reading.train.text.headlines import learn_headlines, learn_splits
from reading.train.text.joins import learn_joins
from reading.train.text.moves import learn_moves
from reading.train.text.pages import draw_pages

# Pages drawn from the corpus, and from each half of it to learn moves; on half of these the stories are parts of
# articles, than which none are more akin.
PAGES, WHOLE, MOVED, PARTED = 250, 150, 450, 0.5
DRAWN = PAGES + WHOLE + 2 * MOVED
# A corpus with fewer stories that a page would print teaches no reading.
LEAST_STORIES = 300
Told = tuple[Page, list[Story]]


def learn_reader(corpus: Sequence[Labelled], models: Path, own: Sequence[Told] = (), count: Count = uncounted) -> None:
    """Writes what the reader learns into a folder.

    Language, openings and the wording of headlines from the corpus; the weights of joins, headlines, moves and splits
    from torn pages, the flow of text blocks from pages set in type. Pages of one half of the corpus are read by a
    reader that knows the other half alone, since a paper's text is strange.
    own: an office's own pages, each with what a careful reader makes of it; they are learned from too.
    count: called as each of the DRAWN pages is read.
    """
    learn_language(corpus, models)
    learn_openings(corpus, models)
    learn_wording(corpus, models)
    halves = corpus[::2], corpus[1::2] or corpus
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        first, second = _stranger(halves[0], Path(one)), _stranger(halves[1], Path(other))
        torn = list(examples(chain(_drawn(halves[1], 1, PAGES, count), own)))
        first = replace(first, joins=load_weights(learn_joins(torn, first, models)))
        whole = list(examples(_drawn(halves[1], 2, WHOLE, count, torn=False)))
        first = replace(first, headlines=load_weights(learn_headlines([*torn, *whole], first, models)))
        second = replace(second, joins=first.joins, headlines=first.headlines)
        learn_splits(whole, first, models)
        learn_moves(chain(_read(halves[1], 3, first, count, own), _read(halves[0], 4, second, count)), models)
        learn_flow(halves[1], first, models)


def _stranger(known: Sequence[Labelled], folder: Path) -> ReaderModel:
    """A reader that has read so much of the corpus and has no weights yet."""
    language = load_language(learn_language(known, folder).parent)
    openings, wording = (load_regression(learn(known, folder)) for learn in (learn_openings, learn_wording))
    return ReaderModel(language, openings, wording, joins={}, headlines={}, moves={}, splits={}, flow={})


def _read(
    corpus: Sequence[Labelled], seed: int, reader: ReaderModel, count: Count, own: Sequence[Told] = ()
) -> Iterator[tuple[Example, ReaderModel]]:
    """Torn pages beside the reader to which they are strange."""
    for example in examples(chain(_drawn(corpus, seed, MOVED, count, parted=PARTED), own)):
        yield example, reader


def _drawn(
    corpus: Sequence[Labelled], seed: int, pages: int, count: Count, torn: bool = True, parted: float = 0.0
) -> Iterator[Told]:
    for page in draw_pages(corpus, pages, seed, torn, parted):
        yield Page(source="", text=page.text), page.truth
        count(1)
