"""Pages beside their truth: which story each row belongs to, where in it, and which rows are lines of headlines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags, Indices
from articles.page import Page
from reading.blocks.label import label_blocks
from reading.blocks.split import split_blocks
from reading.folding import fold
from reading.model import ReaderModel
from reading.rows.rows import TextRows, text_rows
from reading.train.forge import Story

SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Example:
    """The rows of a page and what they are in truth, all (rows,).

    story: of a row of a story's body, -1 of any other; place: where in the body it begins; head: the story whose
    headline it is, -1 of any other; over: whether it is a line over or under a headline; follows: the row that carries
    it on in mid-sentence, the row itself where its paragraph ends or what follows is not on the page, -1 where that is
    not known; stories: how many there are.
    """

    rows: TextRows
    story: Indices
    place: Indices
    head: Indices
    over: Flags
    follows: Indices
    stories: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages beside the reader to which they are strange."""

    pages: Sequence[Example]
    reader: ReaderModel


def pages_of(batches: Iterable[Batch]) -> Iterator[tuple[Example, ReaderModel]]:
    """Each page with its reader."""
    return ((page, batch.reader) for batch in batches for page in batch.pages)


def examples(pages: Iterable[tuple[Page, list[Story]]]) -> Iterator[Example]:
    """An example of each page of text."""
    for page, stories in pages:
        rows = text_rows(label_blocks(split_blocks(page.text)))
        if rows.blocks:
            yield _example(rows, stories)


def _example(rows: TextRows, stories: list[Story]) -> Example:
    texts = [fold(text) for text in rows.texts]
    bodies = [[fold(paragraph) for paragraph in _paragraphs(story["body"])] for story in stories]
    whole = ["".join(body) for body in bodies]
    lines = {fold(story.get("headline") or ""): number for number, story in enumerate(stories)}
    beside = {fold(story.get(name) or "") for story in stories for name in ("kicker", "subhead")}
    head = np.array([lines.get(text, -1) if text else -1 for text in texts], dtype=np.intp)
    over = np.array([bool(text) and text in beside for text in texts], dtype=np.bool_)
    story = np.array([next((at for at, body in enumerate(whole) if text and text in body), -1) for text in texts])
    story[(head >= 0) | over | np.array([len(text) < SHORTEST for text in texts])] = -1
    place = np.array([whole[at].find(text) if at >= 0 else -1 for at, text in zip(story, texts, strict=True)])
    ends = [set(np.cumsum([len(paragraph) for paragraph in body]).tolist()) for body in bodies]
    follows = np.full(len(texts), -1)
    starts = {(int(at), int(start)): row for row, (at, start) in enumerate(zip(story, place, strict=True)) if at >= 0}
    for row in np.flatnonzero(story >= 0).tolist():
        end = int(place[row]) + len(texts[row])
        inside = end not in ends[story[row]] and len(bodies[story[row]]) > 1
        follows[row] = starts.get((int(story[row]), end), row) if inside else row if end in ends[story[row]] else -1
    return Example(rows, story, place, head, over, follows, len(stories))


def _paragraphs(body: list[str] | str) -> list[str]:
    return [body] if isinstance(body, str) else body
