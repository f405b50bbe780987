"""Moves: a run of a story's texts taken out and put in somewhere else, all of them weighed at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from articles.evidence import Matrix
from articles.sharing import MASS
from articles.strip import Flags, Indices

# Of the logit in `assembly`: what a run shares with a story, as a part of the lesser of them, of both, and of the head;
# what a move costs, less where the run ends a story and belongs to the next one with texts or to the one before, more
# where it is long, nothing but lines that may be heads, would open its story, or is all that stands under a head.
LESSER, BOTH, HEAD = 12.9, 10.5, 7.5
MOVE, NEAR, LONG, BRIEF, FIRST, EMPTIED = -7.9, 5.6, -2.0, -2.2, -1.0, -2.0
LONGEST, USUAL = 12, 3
ENOUGH = 200.0
# No neighbour: the place of a story's start and end among the steps.
EDGE = -1


@dataclass(frozen=True, slots=True)
class Facts:
    """What stays while runs move.

    steps: (texts + 1, texts + 1), log odds that the column's text comes right after the row's, the last row and column
    standing for a story's start and end; kin: (texts, texts), what two texts share; mass: (texts,), what each holds;
    heads: (texts, stories), 1 where a text is a line of a story's head; brief: (texts,), whether a text may be a head;
    whole: (texts + 1,), whether it is a list or its title.
    """

    steps: Matrix
    kin: Matrix
    mass: Matrix
    heads: Matrix
    brief: Flags
    whole: Flags


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
class _Layout:
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


def find_move(stories: Sequence[Sequence[int]], facts: Facts) -> Move | None:
    """The move that gains most, None where none gains anything."""
    layout = _lay_out(stories)
    first, last = _runs(layout, facts)
    story, place = _gaps(layout, facts)
    if not len(first) or not len(story):
        return None
    gain = _gains(layout, facts, first, last, story, place)
    run, gap = divmod(int(gain.argmax()), gain.shape[1])
    if (most := float(gain[run, gap])) <= 0:
        return None
    source, target = int(layout.story[first[run]]), int(story[gap])
    start, end = (int(layout.bounds[one]) for one in (source, target))
    return Move(source, int(first[run]) - start, int(last[run]) - start, target, int(place[gap]) - end, most)


def _lay_out(stories: Sequence[Sequence[int]]) -> _Layout:
    texts = np.array([text for story in stories for text in story], dtype=np.intp)
    sizes = [len(story) for story in stories]
    story = np.repeat(np.arange(len(stories)), sizes)
    same = story[1:] == story[:-1]
    before, after = np.full(len(texts), EDGE), np.full(len(texts), EDGE)
    before[1:][same] = texts[:-1][same]
    after[:-1][same] = texts[1:][same]
    return _Layout(texts, story, before, after, np.cumsum([0, *sizes]))


def _runs(layout: _Layout, facts: Facts) -> tuple[Indices, Indices]:
    """Where each run of a story begins and ends among all texts; a list is never parted from its title."""
    at = np.arange(len(layout.texts))
    first = np.concatenate([at[: max(0, len(at) - length)] for length in range(LONGEST)])
    last = np.concatenate([at[length:] for length in range(LONGEST)])
    tied = facts.whole[layout.texts] & facts.whole[layout.before]
    whole = (layout.story[first] == layout.story[last]) & ~tied[first]
    whole &= ~(facts.whole[layout.texts] & facts.whole[layout.after])[last]
    return first[whole], last[whole]


def _gaps(layout: _Layout, facts: Facts) -> tuple[Indices, Indices]:
    """The story and the place of each gap: before each text, which it numbers among all, and at each story's end."""
    inner = np.flatnonzero(~(facts.whole[layout.texts] & facts.whole[layout.before]))
    ends = np.arange(len(layout.bounds) - 1)
    return np.concatenate([layout.story[inner], ends]), np.concatenate([inner, layout.bounds[1:]])


def _gains(layout: _Layout, facts: Facts, first: Indices, last: Indices, story: Indices, place: Indices) -> Matrix:
    """What each run gains in each gap, (runs, gaps): steps made less steps broken, kinship, and the price of moving."""
    texts, steps = layout.texts, facts.steps
    opens, closes = texts[first], texts[last]
    before, after = layout.before[first], layout.after[last]
    left = np.where(place > layout.bounds[story], texts[place - 1], EDGE)
    right = np.where(place < layout.bounds[story + 1], texts[np.minimum(place, len(texts) - 1)], EDGE)
    gain = steps[left[None, :], opens[:, None]] + steps[closes[:, None], right[None, :]] - steps[left, right][None, :]
    gain += (steps[before, after] - steps[before, opens] - steps[closes, after])[:, None]
    gain += _drawn(layout, facts, first, last)[:, story] + _prices(layout, facts, first, last)[:, story]
    gain += FIRST * ((left == EDGE) & (right != EDGE))
    home = layout.story[first][:, None] == story[None, :]
    gain[home & (place >= first[:, None]) & (place <= last[:, None] + 1)] = -np.inf
    return np.asarray(gain)


def _drawn(layout: _Layout, facts: Facts, first: Indices, last: Indices) -> Matrix:
    """How much more each run shares with each story than with the rest of its own, (runs, stories)."""
    home = np.arange(len(first)), layout.story[first]
    grouping = (layout.story[:, None] == np.arange(len(layout.bounds) - 1)).astype(np.float32)
    kin, mass = facts.kin[np.ix_(layout.texts, layout.texts)], facts.mass[layout.texts]
    shared, held = _within(kin @ grouping, first, last), _within(mass, first, last)[:, None]
    others = np.repeat((mass @ grouping)[None, :], len(first), axis=0)
    square = _summed(_summed(kin).T)
    shared[home] -= square[last + 1, last + 1] - 2 * square[first, last + 1] + square[first, first]
    others[home] -= held[:, 0]
    drawn = shared * (LESSER / (np.minimum(others, held) + ENOUGH) + BOTH / np.sqrt((others + MASS) * (held + MASS)))
    named = (facts.kin @ facts.heads)[layout.texts] / (facts.mass @ facts.heads + ENOUGH)
    drawn += HEAD * _within(named, first, last)
    return np.asarray(drawn - drawn[home][:, None])


def _within(values: Matrix, first: Indices, last: Indices) -> Matrix:
    """The sum of the values of each run's texts."""
    sums = _summed(values)
    return np.asarray(sums[last + 1] - sums[first])


def _summed(values: Matrix) -> Matrix:
    """Running sums along the first axis, from 0."""
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])


def _prices(layout: _Layout, facts: Facts, first: Indices, last: Indices) -> Matrix:
    """What it costs to move each run to each story, (runs, stories)."""
    home, stories = layout.story[first][:, None], np.arange(len(layout.bounds) - 1)
    filled = np.cumsum(np.diff(layout.bounds) > 0)
    between = filled[np.maximum(home, stories) - 1] - filled[np.minimum(home, stories)]
    beside = (between == 0) & (home != stories)
    ends = layout.after[last] == EDGE
    lines = _within(facts.brief[layout.texts].astype(np.float32), first, last) > last - first
    empties = ends & (layout.before[first] == EDGE) & (facts.heads.sum(axis=0) > 0)[layout.story[first]]
    price = MOVE + LONG * (last - first >= USUAL) + BRIEF * lines + EMPTIED * empties
    return np.asarray(price[:, None] + NEAR * (ends[:, None] & beside))
