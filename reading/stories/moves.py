"""Moves: a run of a story's texts taken out and put in somewhere else, all of them weighed at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags, Indices
from reading.joins.containment import PRIOR
from reading.joins.scores import Logits, Matrix

# Of the logit in `search`: what a run shares with a story, as a part of the lesser of them, of both, and of the head;
# what a move costs, less where the run ends a story and belongs to the next one with texts or to the one before, more
# where it is long, nothing but lines that may be heads, would open its story, or is all that stands under a head.
LESSER, BOTH, HEAD = 12.9, 10.5, 10.0
MOVE, NEAR, LONG, BRIEF, FIRST, EMPTIED = -7.9, 5.6, -2.0, -2.2, -1.0, -2.0
# And where nothing is loose at the run's place, which is then its own.
SETTLED = -3.0
# A run that stops in mid-sentence may have strayed too where it has so few texts; a longer one has lost what follows.
STRAYED = 2
# What stands under a headline leaves it the less gladly the surer that is; a lead right under it is its own.
CERTAIN, LED = -0.7, -8.0
LONGEST, USUAL = 12, 3
ENOUGH = 200.0
# No neighbour: the place of a story's start and end among the steps.
EDGE = -1


@dataclass(frozen=True, slots=True)
class ScoreTables:
    """What stays while runs move.

    steps: (texts + 1, texts + 1), log odds that the column's text comes right after the row's, the last row and column
    standing for a story's start and end; shared: (texts, texts), the surprisal that two texts share; total: (texts,),
    what each holds; heads: (texts, stories), 1 where a text is a line of a story's headline; brief: (texts,), whether a
    text may be a headline; atomic: (texts + 1,), whether it is a list, its title or a row of a table; loose_start,
    loose_end: (texts + 1,), whether it begins or stops in mid-sentence and what is printed beside it does not fit;
    lead: (texts + 1,), whether it opens with a dateline; certain: (stories,), the logit that the headline is one.
    """

    steps: Matrix
    shared: Matrix
    total: Matrix
    heads: Matrix
    brief: Flags
    atomic: Flags
    loose_start: Flags
    loose_end: Flags
    lead: Flags
    certain: Logits


@dataclass(frozen=True, slots=True)
class Move:
    """The texts from `first` to `last` of story `source` go to story `target`, before its text number `place`.

    gain: how much likelier the stories are after it, in log odds.
    """

    source: int
    first: int
    last: int
    target: int
    place: int
    gain: float


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """All texts story by story.

    texts, story, before, after: (n,), of each its number, its story, its neighbours there (EDGE for none);
    bounds: (stories + 1,), where each story begins, and the last one ends.
    """

    texts: Indices
    story: Indices
    before: Indices
    after: Indices
    bounds: Indices


def make_move(stories: Sequence[Sequence[int]], move: Move) -> list[list[int]]:
    """The stories after a move.

    >>> make_move([[0, 1, 2], [3]], Move(source=0, first=1, last=2, target=1, place=1, gain=2.5))
    [[0], [3, 1, 2]]
    """
    moved = [list(story) for story in stories]
    run = moved[move.source][move.first : move.last + 1]
    moved[move.target][move.place : move.place] = run
    start = move.first + (len(run) if move.source == move.target and move.place <= move.first else 0)
    del moved[move.source][start : start + len(run)]
    return moved


def find_move(stories: Sequence[Sequence[int]], tables: ScoreTables) -> Move | None:
    """The move that gains most, None where none gains anything."""
    placed = _arrange(stories)
    first, last = _runs(placed, tables)
    story, place = _gaps(placed, tables)
    if not len(first) or not len(story):
        return None
    gain = _gains(placed, tables, first, last, story, place)
    run, gap = divmod(int(gain.argmax()), gain.shape[1])
    if (most := float(gain[run, gap])) <= 0:
        return None
    source, target = int(placed.story[first[run]]), int(story[gap])
    start, end = (int(placed.bounds[one]) for one in (source, target))
    return Move(source, int(first[run]) - start, int(last[run]) - start, target, int(place[gap]) - end, most)


def _arrange(stories: Sequence[Sequence[int]]) -> _Arrangement:
    texts = np.array([text for story in stories for text in story], dtype=np.intp)
    sizes = [len(story) for story in stories]
    story = np.repeat(np.arange(len(stories)), sizes)
    same = story[1:] == story[:-1]
    before, after = np.full(len(texts), EDGE), np.full(len(texts), EDGE)
    before[1:][same] = texts[:-1][same]
    after[:-1][same] = texts[1:][same]
    return _Arrangement(texts, story, before, after, np.cumsum([0, *sizes]))


def _runs(placed: _Arrangement, tables: ScoreTables) -> tuple[Indices, Indices]:
    """Where each run of a story begins and ends among all texts; a list is never parted from its title."""
    at = np.arange(len(placed.texts))
    first = np.concatenate([at[: max(0, len(at) - length)] for length in range(LONGEST)])
    last = np.concatenate([at[length:] for length in range(LONGEST)])
    tied = tables.atomic[placed.texts] & tables.atomic[placed.before]
    whole = (placed.story[first] == placed.story[last]) & ~tied[first]
    whole &= ~(tables.atomic[placed.texts] & tables.atomic[placed.after])[last]
    return first[whole], last[whole]


def _gaps(placed: _Arrangement, tables: ScoreTables) -> tuple[Indices, Indices]:
    """The story and the place of each gap: before each text, which it numbers among all, and at each story's end."""
    inner = np.flatnonzero(~(tables.atomic[placed.texts] & tables.atomic[placed.before]))
    ends = np.arange(len(placed.bounds) - 1)
    return np.concatenate([placed.story[inner], ends]), np.concatenate([inner, placed.bounds[1:]])


def _gains(
    placed: _Arrangement, tables: ScoreTables, first: Indices, last: Indices, story: Indices, place: Indices
) -> Matrix:
    """What each run gains in each gap, (runs, gaps): steps made less steps broken, affinity, and the cost of moving."""
    texts, steps = placed.texts, tables.steps
    opens, closes = texts[first], texts[last]
    before, after = placed.before[first], placed.after[last]
    left = np.where(place > placed.bounds[story], texts[place - 1], EDGE)
    right = np.where(place < placed.bounds[story + 1], texts[np.minimum(place, len(texts) - 1)], EDGE)
    gain = steps[left[None, :], opens[:, None]] + steps[closes[:, None], right[None, :]] - steps[left, right][None, :]
    gain += (steps[before, after] - steps[before, opens] - steps[closes, after])[:, None]
    gain += _affinity_gain(placed, tables, first, last)[:, story] + _move_cost(placed, tables, first, last)[:, story]
    gain += FIRST * ((left == EDGE) & (right != EDGE))
    home = placed.story[first][:, None] == story[None, :]
    gain[home & (place >= first[:, None]) & (place <= last[:, None] + 1)] = -np.inf
    return np.asarray(gain)


def _affinity_gain(placed: _Arrangement, tables: ScoreTables, first: Indices, last: Indices) -> Matrix:
    """How much more each run shares with each story than with the rest of its own, (runs, stories)."""
    home = np.arange(len(first)), placed.story[first]
    grouping = (placed.story[:, None] == np.arange(len(placed.bounds) - 1)).astype(np.float32)
    pairs, total = tables.shared[np.ix_(placed.texts, placed.texts)], tables.total[placed.texts]
    shared, held = _within(pairs @ grouping, first, last), _within(total, first, last)[:, None]
    others = np.repeat((total @ grouping)[None, :], len(first), axis=0)
    square = _summed(_summed(pairs).T)
    shared[home] -= square[last + 1, last + 1] - 2 * square[first, last + 1] + square[first, first]
    others[home] -= held[:, 0]
    gained = shared * (LESSER / (np.minimum(others, held) + ENOUGH) + BOTH / np.sqrt((others + PRIOR) * (held + PRIOR)))
    named = (tables.shared @ tables.heads)[placed.texts] / (tables.total @ tables.heads + ENOUGH)
    gained += HEAD * _within(named, first, last)
    return np.asarray(gained - gained[home][:, None])


def _within(values: Matrix, first: Indices, last: Indices) -> Matrix:
    """The sum of the values of each run's texts."""
    sums = _summed(values)
    return np.asarray(sums[last + 1] - sums[first])


def _summed(values: Matrix) -> Matrix:
    """Running sums along the first axis, from 0."""
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])


def _move_cost(placed: _Arrangement, tables: ScoreTables, first: Indices, last: Indices) -> Matrix:
    """What it costs to move each run to each story, (runs, stories)."""
    home, stories = placed.story[first][:, None], np.arange(len(placed.bounds) - 1)
    filled = np.cumsum(np.diff(placed.bounds) > 0)
    between = filled[np.maximum(home, stories) - 1] - filled[np.minimum(home, stories)]
    beside = (between == 0) & (home != stories)
    ends = placed.after[last] == EDGE
    lines = _within(tables.brief[placed.texts].astype(np.float32), first, last) > last - first
    headed = (tables.heads.sum(axis=0) > 0)[placed.story[first]]
    empties = ends & (placed.before[first] == EDGE) & headed
    between = tables.loose_end[placed.before[first]] & tables.loose_start[placed.after[last]]
    loose = tables.loose_start[placed.texts[first]] | between
    loose |= tables.loose_end[placed.texts[last]] & (last - first < STRAYED)
    loose |= ~headed | empties
    led = tables.lead[placed.texts[first]] & (placed.before[first] == EDGE) & headed
    price = MOVE + SETTLED * ~loose + LONG * (last - first >= USUAL) + BRIEF * lines + LED * led
    price += empties * (EMPTIED + CERTAIN * tables.certain[placed.story[first]])
    return np.asarray(price[:, None] + NEAR * (ends[:, None] & beside))
