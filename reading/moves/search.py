"""Local search: the rows of each story in their true order, runs of them moved back from where the page prints them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reading.headlines.slogans import find_slogans
from reading.joins.scores import NEVER, JoinScores, Logits, Matrix
from reading.model import ReaderModel, Weights
from reading.moves.flow import TextFlow
from reading.moves.moves import find_move, make_move
from reading.moves.tables import LEAST_LOGIT, MOST_LOGIT, MOST_OPENING, move_tables
from reading.rows.rows import TextRows

MOST_MOVES = 16
# Two texts glued that are none make a sentence that nobody wrote; two that are left apart are whole all the same.
GLUED = 1.0


@dataclass(frozen=True, slots=True)
class Solution:
    """The rows of each story in their order.

    joins: a row that is cut off -> the one that carries it on; moved: row -> what it gained by coming to another story,
    in log odds.
    """

    orders: tuple[tuple[int, ...], ...]
    joins: Mapping[int, int]
    moved: Mapping[int, float]


def local_search(flow: TextFlow, joins: JoinScores, titles: Logits, models: ReaderModel) -> Solution:
    """From the page's own order, the best move after the other until none gains (steepest ascent)."""
    printed = np.maximum.accumulate(flow.opens)
    stories: list[list[int]] = [list(order) for order in orders_of(flow)]
    tables = move_tables(flow, joins, titles)
    moved: dict[int, float] = {}
    for _ in range(MOST_MOVES):
        if not (move := find_move(stories, tables, models.moves)):
            break
        run = stories[move.source][move.first : move.last + 1]
        moved |= dict.fromkeys(run, move.gain)
        # No text of it is settled where it comes: what was only taken along goes back as easily.
        tables.loose_start[run] = True
        stories = make_move(stories, move)
    home = {row: story for story, order in enumerate(stories) for row in order}
    moved = {row: gain for row, gain in moved.items() if home[row] != printed[row]}
    return Solution(tuple(map(tuple, stories)), _joins(stories, flow, joins, models.joins), moved)


def orders_of(flow: TextFlow) -> tuple[tuple[int, ...], ...]:
    """The rows of each story in the page's own order, headlines aside."""
    member = np.maximum.accumulate(flow.opens)
    return tuple(tuple(np.flatnonzero((member == story) & ~flow.head).tolist()) for story in range(flow.stories))


def joining_features(rows: TextRows, joins: JoinScores) -> dict[str, Matrix]:
    """What speaks for the column's row, which comes right after the row's, carrying it on in mid-sentence, by name.

    A short line over a text that begins as a sentence does may be a sub-head or a signature.
    """
    size = len(rows.blocks)
    return {
        "joined": np.ones((size, size), dtype=np.float32),
        "joined, by its logit": np.clip(joins.logits, LEAST_LOGIT, MOST_LOGIT),
        "joined, before a sentence's start": np.clip(joins.openings, 0.0, MOST_OPENING)[None, :].repeat(size, axis=0),
        "joined, printed apart": np.asarray(~rows.follows, dtype=np.float32),
        "joined, under a line": np.asarray(rows.brief[:, None] & (joins.openings > 0), dtype=np.float32),
    }


def _joins(stories: Sequence[Sequence[int]], flow: TextFlow, joins: JoinScores, weights: Weights) -> dict[int, int]:
    """A row that is cut off is joined to the one after it, slogans aside, where that is likely, else it stays open."""
    rows = flow.rows
    slogans = find_slogans(rows, joins, stories)
    texts = [[row for row in story if row not in slogans] for story in stories]
    logits = sum(weights[name] * value for name, value in joining_features(rows, joins).items())
    joined = rows.cut_off[:, None] & (joins.logits > NEVER) & (logits > GLUED)
    return {left: right for story in texts for left, right in pairwise(story) if joined[left, right]}
