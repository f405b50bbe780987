"""Local search: the rows of each story in their true order, runs of them moved back from where the page prints them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reading.joins.containment import PRIOR, shared_surprisal
from reading.joins.scores import JoinScores, Logits, Matrix
from reading.stories.flow import TextFlow
from reading.stories.moves import ScoreTables, find_move, make_move

# A conditional logit over all moves on 640 forged pages, one of them or none the true one; `moves` and `joins.scores`
# have its other parts. Of a join of texts that the page prints apart; how much a text that begins as a sentence does
# suits the start of a paragraph; of paragraphs printed apart; of a lead in the middle of a story; of an open end at a
# story's end; what neighbours share; a sign-off or a caption between them.
APART, OPENING, ELSEWHERE, LEAD, OPEN, NEIGHBOURS, PARTED = 0.4, 0.42, -1.45, -3.0, -1.45, 8.3, -2.6
# A text fits after the one before it where none is so much better.
BETTER = 2.0
LEAST_LOGIT, MOST_LOGIT = -6.0, 8.0
LEAST_OPENING, MOST_OPENING = -6.0, 3.0
MOST_MOVES = 16
# The log odds from which an open end is joined to the text after it, where the page prints it there and where not, and
# where it may be a sub-head or a signature over a text that begins as a sentence does.
JOINED_NEXT, JOINED_APART, JOINED_LINE = -3.4, -0.4, 2.0


@dataclass(frozen=True, slots=True)
class Solution:
    """The rows of each story in their order.

    joins: a row that is cut off -> the one that carries it on; moved: row -> what it gained by coming to another story,
    in log odds.
    """

    orders: tuple[tuple[int, ...], ...]
    joins: Mapping[int, int]
    moved: Mapping[int, float]


def local_search(flow: TextFlow, joins: JoinScores, titles: Logits) -> Solution:
    """From the page's own order, the best move after the other until none gains (steepest ascent)."""
    printed = np.maximum.accumulate(flow.opens)
    stories: list[list[int]] = [list(order) for order in orders_of(flow)]
    tables = score_tables(flow, joins, titles)
    moved: dict[int, float] = {}
    for _ in range(MOST_MOVES):
        if not (move := find_move(stories, tables)):
            break
        run = stories[move.source][move.first : move.last + 1]
        moved |= dict.fromkeys(run, move.gain)
        # No text of it is settled where it comes: what was only taken along goes back as easily.
        tables.loose_start[run] = True
        stories = make_move(stories, move)
    home = {row: story for story, order in enumerate(stories) for row in order}
    moved = {row: gain for row, gain in moved.items() if home[row] != printed[row]}
    return Solution(tuple(map(tuple, stories)), _joins(stories, flow, joins), moved)


def orders_of(flow: TextFlow) -> tuple[tuple[int, ...], ...]:
    """The rows of each story in the page's own order, headlines aside."""
    member = np.maximum.accumulate(flow.opens)
    return tuple(tuple(np.flatnonzero((member == story) & ~flow.head).tolist()) for story in range(flow.stories))


def score_tables(flow: TextFlow, joins: JoinScores, titles: Logits) -> ScoreTables:
    """What every move is weighed by."""
    rows = flow.rows
    shared, total = shared_surprisal(joins)
    heads = (flow.head[:, None] & (flow.opens[:, None] == np.arange(flow.stories))).astype(np.float32)
    steps = _steps(flow, joins, shared, total)
    best = np.maximum(joins.logits.max(axis=0, initial=0.0) - BETTER, 0.0)
    fits = np.eye(len(best), k=1, dtype=np.bool_) & rows.follows & (joins.logits > best)
    begins = (joins.openings > 0) | rows.lead | rows.atomic | rows.brief
    carried = joins.logits.max(axis=1, initial=0.0) > 0
    loose_end = rows.cut_off & ~flow.head & (~rows.brief | carried) & ~fits.any(axis=1)
    loose_start = ~begins & ~fits.any(axis=0) & loose_end.any()
    atomic, starts, ends, lead = (np.append(flags, False) for flags in (rows.atomic, loose_start, loose_end, rows.lead))
    certain = (heads * np.clip(titles, 0.0, None)[:, None]).max(axis=0, initial=0.0)
    return ScoreTables(steps, shared, total, heads, rows.brief, atomic, starts, ends, lead, certain)


def _steps(flow: TextFlow, joins: JoinScores, shared: Matrix, total: Matrix) -> Matrix:
    """Logits that the column's row comes right after the row's in a story; the last ones are its start and end."""
    rows = flow.rows
    opening = np.clip(joins.openings, LEAST_OPENING, MOST_OPENING)
    root = np.sqrt(total + PRIOR)
    joined = np.clip(joins.logits, LEAST_LOGIT, MOST_LOGIT) + APART * ~rows.follows
    begun = OPENING * opening + ELSEWHERE * ~rows.follows + NEIGHBOURS * shared / (root[:, None] * root[None, :])
    apart = LEAD * (rows.lead & ~rows.follows) + PARTED * (rows.closed[:, None] & rows.follows)
    steps = np.zeros((len(rows.numbers) + 1,) * 2, dtype=np.float32)
    steps[:-1, :-1] = np.where(rows.cut_off[:, None], joined, begun) + apart
    steps[:-1, -1] = OPEN * rows.cut_off
    steps[-1, :-1] = OPENING * opening
    return steps


def _joins(stories: Sequence[Sequence[int]], flow: TextFlow, joins: JoinScores) -> dict[int, int]:
    """A row that is cut off is joined to the one after it where the logit is high enough, else it stays open."""
    rows = flow.rows
    lines = rows.brief[:, None] & (joins.openings > 0)
    least = np.where(lines, JOINED_LINE, np.where(rows.follows, JOINED_NEXT, JOINED_APART))
    joined = rows.cut_off[:, None] & (joins.logits > least)
    return {left: right for story in stories for left, right in pairwise(story) if joined[left, right]}
