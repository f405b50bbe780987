"""Learns everything that the reader learns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from articles.corpus import Labelled
from articles.language import load_language
from articles.page import Page
from articles.workers import Count, spread, uncounted
from reading.model import ReaderModel, load_regression, load_weights
from reading.train.classifiers import learn_openings, learn_wording
from reading.train.flow import learn_flow
from reading.train.forge import DAMAGES, Story, fit_stories, forge_pages
from reading.train.language import learn_language
from reading.train.text.examples import Batch, Example, examples
from reading.train.text.headlines import learn_headlines, learn_splits
from reading.train.text.heads import learn_heads
from reading.train.text.joins import learn_joins
from reading.train.text.moves import learn_moves
from reading.train.text.pages import draw_pages

# Pages drawn from each half of the corpus; on half of those for moves alone the stories are parts of articles, than
# which none are more akin.
PAGES, WHOLE, MOVED, PARTED = 300, 200, 1000, 0.5
# Whole pages for splits alone, which are seldom.
SPLIT = 400
# Pages of notes with each damage, of notes of so many characters, where there are so many of them.
NOTES, LONGEST_NOTE, LEAST_NOTES = 24, 600, 20
TORN = tuple(damage for damage in DAMAGES if damage != "headless")
EACH = dict.fromkeys(((), *((damage,) for damage in TORN), TORN), NOTES)
# And with what strays among strangers.
STRAYS = {("moved",): 300, TORN: 150}
# What an article takes on one core.
SECONDS = 0.015
STEPS = 6
# A corpus with fewer stories that a page would print teaches no reading.
LEAST_STORIES = 300
Told = tuple[Page, list[Story]]


def learn_reader(corpus: Sequence[Labelled], models: Path, own: Sequence[Told] = (), count: Count = uncounted) -> None:
    """Writes what the reader learns into a folder.

    Language, openings and the wording of headlines from the corpus; the weights of joins, headlines, moves and splits
    from torn pages, the flow of text blocks from pages set in type. Pages of one half of the corpus are read by a
    reader that knows the other half alone, since a paper's text is strange.
    own: an office's own pages, each with what a careful reader makes of it; they are learned from too.
    count: called as each of the STEPS is done.
    """
    halves = _halves(corpus)
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        known = [(corpus, models), *zip(halves, (Path(one), Path(other)), strict=True)]
        _, *strangers = spread(_stranger, known, jobs=2, cost=_seconds)
    count(1)
    # Each reads what it does not know.
    halves = halves[::-1]
    torn = [
        Batch([*pages, *examples(own)], reader) for pages, reader in zip(_drawn(_torn, halves), strangers, strict=True)
    ]
    torn = _with(torn, joins=load_weights(learn_joins(torn, models)))
    count(1)
    whole = [Batch(pages, old.reader) for pages, old in zip(_drawn(_whole, halves), torn, strict=True)]
    headlines = load_weights(learn_headlines([*torn, *whole], models))
    learn_heads([(half, batch.reader) for batch, half in zip(torn, halves, strict=True)], models)
    count(1)
    more = [Batch(pages, old.reader) for pages, old in zip(_drawn(_more, halves), torn, strict=True)]
    learn_splits([*whole, *more], models)
    count(1)
    moved = [Batch([*pages, *old.pages], old.reader) for pages, old in zip(_drawn(_strayed, halves), torn, strict=True)]
    moved = _with(moved, headlines=headlines)
    learn_moves(moved, models)
    count(1)
    learn_flow(halves[0], moved[0].reader, models)
    count(1)


def _halves(corpus: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """The corpus in two, each article by its headline, so that a new one leaves the others where they are."""
    halves: tuple[list[Labelled], list[Labelled]] = ([], [])
    for article in corpus:
        halves[crc32(article.headline.encode()) % 2].append(article)
    return halves


def _with(batches: Sequence[Batch], **weights: Any) -> list[Batch]:
    """The batches, their readers with weights that were learned."""
    return [replace(batch, reader=replace(batch.reader, **weights)) for batch in batches]


def _drawn(
    draw: Callable[[Sequence[Labelled]], list[Example]], halves: Sequence[list[Labelled]]
) -> list[list[Example]]:
    """What is drawn from each half."""
    return list(spread(draw, halves, jobs=2, cost=lambda half: SECONDS * len(half)))


def _seconds(known: tuple[Sequence[Labelled], Path]) -> float:
    return SECONDS * len(known[0])


def _stranger(known: tuple[Sequence[Labelled], Path]) -> ReaderModel:
    """A reader that has read so much of the corpus and has no weights yet; what it learned lies in the folder."""
    corpus, folder = known
    language = load_language(learn_language(corpus, folder).parent)
    openings, wording = (load_regression(learn(corpus, folder)) for learn in (learn_openings, learn_wording))
    return ReaderModel(language, openings, wording, joins={}, headlines={}, heads={}, moves={}, splits={}, flow={})


def _torn(corpus: Sequence[Labelled]) -> list[Example]:
    return list(examples(chain(_pages(corpus, 1, PAGES), _notes(corpus, EACH))))


def _whole(corpus: Sequence[Labelled]) -> list[Example]:
    return list(examples(_pages(corpus, 2, WHOLE, torn=False)))


def _more(corpus: Sequence[Labelled]) -> list[Example]:
    return list(examples(_pages(corpus, 4, SPLIT, torn=False)))


def _strayed(corpus: Sequence[Labelled]) -> list[Example]:
    return list(examples(chain(_pages(corpus, 3, MOVED, parted=PARTED), _notes(corpus, STRAYS))))


def _notes(corpus: Sequence[Labelled], pages: Mapping[tuple[str, ...], int]) -> Iterator[Told]:
    """Pages of notes, so many with each of the damages."""
    notes = [story for story in fit_stories(corpus) if sum(map(len, story["body"])) <= LONGEST_NOTE]
    for damages, count in pages.items() if len(notes) > LEAST_NOTES else ():
        for page in forge_pages(notes, count, damages):
            yield Page(source="", text=page.text), page.truth


def _pages(corpus: Sequence[Labelled], seed: int, count: int, torn: bool = True, parted: float = 0.0) -> Iterator[Told]:
    for page in draw_pages(corpus, count, seed, torn, parted):
        yield Page(source="", text=page.text), page.truth
