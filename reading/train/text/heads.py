"""Learns how the lines over a story part into kicker, headline and subhead, and which of them is a broken one."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from articles.arrays import write_arrays
from articles.bigrams import Flags
from articles.block import Block
from articles.corpus import Labelled
from articles.words import words
from reading.blocks.label import label_blocks
from reading.blocks.unwrap import NOT_FIRST, NOT_LAST
from reading.headlines.parts import MOST_LINES, HeadLines, Parting, lines_of, part_features, partings
from reading.joins.scores import score_joins
from reading.model import HEADS, VERSION, ReaderModel
from reading.rows.rows import text_rows
from reading.train.forge import NAMES
from reading.train.logit import Table, fit_choices
from reading.train.text.pages import MEETINGS, PRESENT, PRESIDED

PENALTY = 1.0
# Headlines of so many characters may be broken; of those that stand alone so many are, of the others so many.
LEAST, ALONE, BESIDE = 10, 0.15, 0.25
# So many stand right under each other; of those that a markdown page marks so many are marked alike.
STACKED, MARKED, ALIKE = 0.5, 0.35, 0.3
SHORTEST = 2
BLANKS = " \u3000"
# What stands over such a sign is a kicker.
UNBROKEN = NOT_LAST | frozenset("：:—")


@dataclass(frozen=True, slots=True)
class Told:
    """The lines over a story, as blocks, and which of them is what."""

    blocks: list[Block]
    right: Parting
    body: tuple[str, ...]


def learn_heads(halves: Sequence[tuple[Sequence[Labelled], ReaderModel]], models: Path) -> Path:
    """Writes `heads.npz`; halves: articles, each with a reader to which they are strange."""
    names: list[str] = []
    questions: list[tuple[Table, Flags]] = []
    for corpus, reader in halves:
        for told in draw_heads(corpus, random.Random(1)):
            if not (lines := head_lines(told, reader)):
                continue
            choices = list(partings(lines))
            found = [part_features(lines, choice) for choice in choices]
            names = names or sorted(found[0])
            table = np.array([[one[name] for name in names] for one in found], dtype=np.float32)
            questions.append((table, np.array([choice == told.right for choice in choices])))
    weights = fit_choices(questions, PENALTY)
    return write_arrays(models / HEADS, VERSION, {"names": np.array(names), "weights": weights})


def draw_heads(corpus: Sequence[Labelled], rng: random.Random) -> Iterator[Told]:
    """Heads of two lines and more: headlines with lines over and under them, some of them broken, and broken ones."""
    for article in corpus:
        subhead = article.subhead
        if article.domain == MEETINGS and not subhead and rng.random() < PRESIDED * ALONE:
            subhead = f"{rng.choice(NAMES)}{rng.choice(PRESENT)}"
        beside = bool(article.kicker or subhead)
        broken = len(article.headline) >= LEAST and rng.random() < (BESIDE if beside else ALONE)
        parts, blanks = _broken(article.headline, rng) if broken else ([article.headline], ())
        lines = [*filter(None, [article.kicker]), *parts, *filter(None, [subhead])]
        first = bool(article.kicker)
        right = Parting(first, first + len(parts) - 1, blanks)
        if len(lines) > 1:
            yield Told(_set(lines, right, rng), right, article.body)


def _broken(headline: str, rng: random.Random) -> tuple[list[str], tuple[bool, ...]]:
    """A headline in two or three lines of about one width, and at which ends a blank stood."""
    if (gap := next((at for at in range(len(headline)) if headline[at] in BLANKS), 0)) and rng.random() < 0.5:
        return [headline[:gap], headline[gap:].strip()], (True,)
    count = rng.randint(2, MOST_LINES) if len(headline) >= LEAST * 3 // 2 else 2
    ends = np.cumsum([len(word) for word in words(headline)]).tolist()
    fit = [
        end
        for end in ends
        if 0 < end < len(headline) and headline[end] not in NOT_FIRST and headline[end - 1] not in UNBROKEN
    ]
    cuts = {min(fit, key=lambda end: abs(end - len(headline) * part / count)) for part in range(1, count) if fit}
    bounds = [0, *sorted(cuts), len(headline)]
    parts = [headline[start:end] for start, end in pairwise(bounds)]
    blanks = tuple(part[-1] in BLANKS or after[0] in BLANKS for part, after in pairwise(parts))
    parts = [part.strip() for part in parts]
    return (parts, blanks) if all(len(part) >= SHORTEST for part in parts) else ([headline], ())


def _set(lines: Sequence[str], right: Parting, rng: random.Random) -> list[Block]:
    """The lines as blocks: the headline's stand under each other or are marked alike, the others in any way."""
    marked, alike, stacked = rng.random() < MARKED, rng.random() < ALIKE, rng.random() < STACKED
    blocks = []
    for at, line in enumerate(lines):
        inside = right.first <= at <= right.last
        level = (2 if inside or alike else 3) if marked else 0
        blocks.append(Block(line, level, under=stacked or right.first < at <= right.last))
    return blocks


def head_lines(told: Told, reader: ReaderModel) -> HeadLines | None:
    """The lines beside their text, as a page has them; None where one of them is taken for something else."""
    size = len(told.blocks)
    rows = text_rows(label_blocks([*told.blocks, *map(Block, told.body)]))
    if rows.numbers[:size] != tuple(range(size)):
        return None
    return lines_of(rows, score_joins(rows, reader), range(size), range(size, len(rows.blocks)))
