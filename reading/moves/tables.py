"""What the moves of a page are weighed by: what speaks for each row after each other, and what rows share."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags
from articles.block import BlockType
from reading.headlines.score import CERTAIN
from reading.joins.containment import PRIOR, shared_surprisal
from reading.joins.scores import NEVER, JoinScores, Logits, Matrix
from reading.moves.flow import TextFlow
from reading.rows.rows import TextRows

LEAST_LOGIT, MOST_LOGIT = -6.0, 8.0
LEAST_OPENING, MOST_OPENING = -6.0, 3.0
LEAST_LIKELY = -8.0
# A text fits after the one before it where none is so much better.
BETTER = 2.0
# What neighbours share is told in what neighbours of this page share at the mean, and no more than so often; where
# they share next to nothing, the mean is taken for this.
MOST_SHARED, LEAST_MEAN = 6.0, 0.05
EDGES = ("open end", "start")


@dataclass(frozen=True, slots=True)
class MoveTables:
    """What stays while runs move.

    steps: by the feature's name, (rows + 1, rows + 1), what it is for the column's row right after the row's, the last
    row and column standing for a story's start and end; shared: (rows, rows), the surprisal that two rows share; total:
    (rows,), what each holds; heads: (rows, stories), 1 where a row is a line of a story's headline; brief: (rows,),
    whether a row may be a headline; atomic: (rows + 1,), whether it is a list, its title or a row of a table;
    loose_start, loose_end: (rows + 1,), whether it begins or stops in mid-sentence and what is printed beside it does
    not fit; lead: (rows + 1,), whether it opens with a dateline; signed: (rows + 1,), whether a signature ends it;
    anchored: (rows + 1,), whether it is a list by itself or comes from another page, and so opens a story, or stands in
    two stories; headed:
    (stories,), whether a headline stands over it, or what came before it is known to be another story; certain:
    (stories,), the logit of that; bylined: (stories,), whether a byline stands under its headline.
    """

    steps: Mapping[str, Matrix]
    shared: Matrix
    total: Matrix
    heads: Matrix
    brief: Flags
    atomic: Flags
    loose_start: Flags
    loose_end: Flags
    lead: Flags
    signed: Flags
    anchored: Flags
    headed: Flags
    certain: Logits
    bylined: Flags


def move_tables(flow: TextFlow, joins: JoinScores, titles: Logits) -> MoveTables:
    """The tables of a page."""
    rows = flow.rows
    shared, total = shared_surprisal(joins)
    heads = (flow.head[:, None] & (flow.opens[:, None] == np.arange(flow.stories))).astype(np.float32)
    loose_start, loose_end = _loose(flow, joins)
    lists = _stories_of_lists(flow)
    anchored = (flow.opens >= 0) & ~flow.head & ((rows.listed & lists[flow.opens]) | rows.continued)
    anchored |= _twice(rows)
    # The story at the page's top may be what strayed from one under it.
    listed = np.zeros(flow.stories, dtype=np.bool_)
    listed[flow.opens[(flow.opens >= 0) & rows.listed & ~flow.head]] = True
    headed = heads.any(axis=0) | ((np.arange(flow.stories) > 0) & ~listed) | lists
    sure = np.where(rows.titled, CERTAIN, np.clip(titles, 0.0, None))
    certain = (heads * sure[:, None]).max(axis=0, initial=0.0)
    certain[headed & ~heads.any(axis=0)] = CERTAIN
    atomic, starts, ends, lead, signed, opens = (
        np.append(flags, False) for flags in (rows.atomic, loose_start, loose_end, rows.lead, rows.signed_off, anchored)
    )
    bylined = heads[[below is BlockType.BYLINE for below in rows.below]].any(axis=0)
    steps = _steps(flow, joins, shared, total)
    return MoveTables(
        steps, shared, total, heads, rows.brief, atomic, starts, ends, lead, signed, opens, headed, certain, bylined
    )


def _twice(rows: TextRows) -> Flags:
    """Which paragraphs two stories print; each shares most with its twin, and stands where it belongs."""
    times = Counter(rows.texts)
    return np.fromiter((times[text] > 1 for text in rows.texts), dtype=np.bool_) & ~rows.brief


def _stories_of_lists(flow: TextFlow) -> Flags:
    """Which stories, as printed, are nothing but a list."""
    story = np.maximum.accumulate(flow.opens)
    others = story[~flow.rows.atomic & ~flow.head]
    return ~np.isin(np.arange(flow.stories), others)


def _loose(flow: TextFlow, joins: JoinScores) -> tuple[Flags, Flags]:
    """Which rows begin and which stop in mid-sentence, and what is printed beside them does not fit."""
    rows = flow.rows
    best = np.maximum(joins.logits.max(axis=0, initial=0.0) - BETTER, 0.0)
    fits = np.eye(len(best), k=1, dtype=np.bool_) & rows.follows & (joins.logits > best)
    begins = (joins.openings > 0) | rows.lead | rows.atomic | rows.brief
    carried = joins.logits.max(axis=1, initial=0.0) > 0
    loose_end = rows.cut_off & ~flow.head & (~rows.brief | carried) & ~fits.any(axis=1)
    return ~begins & ~fits.any(axis=0) & loose_end.any(), loose_end


def _steps(flow: TextFlow, joins: JoinScores, shared: Matrix, total: Matrix) -> dict[str, Matrix]:
    """What speaks for each row right after each other: first after a row that is cut off, then after a whole one."""
    rows = flow.rows
    size = len(rows.numbers)
    cut, apart = rows.cut_off[:, None], ~rows.follows
    opening = np.clip(joins.openings, LEAST_OPENING, MOST_OPENING)
    root = np.sqrt(total + PRIOR)
    alike = np.clip(_by_neighbours(shared / (root[:, None] * root[None, :]), flow), 0.0, MOST_SHARED)
    likeliest, claimed = _alternatives(flow, joins)
    inner = {
        "join": np.clip(joins.logits, LEAST_LOGIT, MOST_LOGIT) * cut,
        "join, beside all that might follow": likeliest * cut,
        "join, beside all that might precede": claimed * cut,
        "join apart": cut & apart,
        "alike, cut off": alike * cut,
        "alike": alike * ~cut,
        "begins as a sentence does": opening[None, :] * ~cut,
        "a mark of mid-sentence after a whole one": rows.starts_mid_sentence[None, :] & ~cut,
        "apart": ~cut & apart,
        "a lead apart": rows.lead[None, :] & apart,
        "over a sign-off or a caption": rows.closed[:, None] & rows.follows,
        "after a signature": np.repeat(rows.signed_off[:, None], size, axis=1),
    }
    steps, edges = (
        {name: np.zeros((size + 1, size + 1), dtype=np.float32) for name in names} for names in (inner, EDGES)
    )
    for name, matrix in inner.items():
        steps[name][:-1, :-1] = matrix
    edges["open end"][:-1, -1] = rows.cut_off
    edges["start"][-1, :-1] = opening
    return steps | edges


def _by_neighbours(shared: Matrix, flow: TextFlow) -> Matrix:
    """What rows share, told in what neighbours in the stories as printed share at the mean."""
    story = np.maximum.accumulate(flow.opens)
    beside = np.flatnonzero((story[1:] == story[:-1]) & ~flow.head[1:] & ~flow.head[:-1])
    return np.asarray(shared / np.append(shared[beside, beside + 1], LEAST_MEAN).mean())


def _alternatives(flow: TextFlow, joins: JoinScores) -> tuple[Matrix, Matrix]:
    """Log probabilities that of all rows, or none, the column's follows the row's, and that the row's precedes it."""
    cut = flow.rows.cut_off
    out = flow.head[:, None] | flow.head[None, :] | (joins.logits <= NEVER)
    logits = np.where(out, -np.inf, joins.logits)
    none = np.zeros((len(cut), 1), dtype=np.float32)
    follows = logits - np.logaddexp.reduce(np.hstack([logits, none]), axis=1, keepdims=True)
    logits = np.where(cut[:, None], logits, -np.inf)
    begins = np.clip(joins.openings, LEAST_OPENING, -LEAST_OPENING)[None, :]
    precedes = logits - np.logaddexp.reduce(np.vstack([logits, begins]), axis=0, keepdims=True)
    return np.clip(follows, LEAST_LIKELY, 0.0), np.clip(precedes, LEAST_LIKELY, 0.0)
