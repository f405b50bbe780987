"""Moves: a run of a story's texts taken out and put in somewhere else, all of them weighed at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reading.joins.scores import Matrix
from reading.model import Weights
from reading.moves.candidates import Candidates, find_candidates
from reading.moves.evidence import (
    Named,
    gap_evidence,
    meeting_evidence,
    run_evidence,
    step_evidence,
    story_evidence,
)
from reading.moves.tables import MoveTables


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


def find_move(stories: Sequence[Sequence[int]], tables: MoveTables, weights: Weights) -> Move | None:
    """The move that gains most, None where none gains anything.

    weights: of each feature of `evidence`, as `reading.train.moves` learns them.
    """
    found = find_candidates(stories, tables)
    if not len(found.first) or not len(found.place):
        return None
    gain = gains(found, tables, weights)
    run, gap = divmod(int(gain.argmax()), gain.shape[1])
    return candidate(found, run, gap, float(gain[run, gap])) if gain[run, gap] > 0 else None


def candidate(found: Candidates, run: int, gap: int, gain: float) -> Move:
    """The move of a run to a gap."""
    source, target = int(found.home[run]), int(found.target[gap])
    here, there = int(found.bounds[source]), int(found.bounds[target])
    first, last = (int(at[run]) - here for at in (found.first, found.last))
    return Move(source, first, last, target, int(found.place[gap]) - there, gain)


def gains(found: Candidates, tables: MoveTables, weights: Weights) -> Matrix:
    """What each run gains in each gap, in log odds, (runs, gaps); less than anything where it stands already."""
    steps = step_evidence(found, _weighed(tables.steps, weights))
    runs, gaps = _weighed(run_evidence(found, tables), weights), _weighed(gap_evidence(found, tables), weights)
    stories = _weighed(story_evidence(found, tables), weights)
    gain = steps + (runs[:, None] + stories)[:, found.target] + gaps[None, :]
    gain += _weighed(meeting_evidence(found, tables), weights)
    return np.asarray(np.where(found.own, -np.inf, gain))


def _weighed(features: Named, weights: Weights) -> Matrix:
    return np.asarray(sum(weights[name] * feature for name, feature in features.items()), dtype=np.float32)
