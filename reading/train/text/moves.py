"""Learns which runs of a page's texts have strayed, and where they belong."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from articles.arrays import write_arrays
from articles.bigrams import Flags, Indices
from articles.workers import spread
from reading.headlines.score import score_headlines
from reading.joins.scores import Matrix, score_joins
from reading.model import MOVES, VERSION, ReaderModel
from reading.moves.candidates import EDGE, Candidates, find_candidates
from reading.moves.evidence import gap_evidence, meeting_evidence, run_evidence, step_evidence, story_evidence
from reading.moves.flow import text_flow
from reading.moves.moves import candidate, make_move
from reading.moves.search import orders_of
from reading.moves.tables import MoveTables, move_tables
from reading.train.logit import Table, fit_choices
from reading.train.text.examples import Batch, Example

PENALTY = 1.0
# What a page takes on one core.
SECONDS = 0.05
MOST_STEPS = 8
# Of a page's wrong moves so many are kept, and so many looked at, drawn at random; then those that the first weights
# like best.
MOST, DRAWN, HARDEST = 1500, 60, 200


@dataclass(frozen=True, slots=True)
class Question:
    """The moves that a page offers, (moves, features), and which of them are right; none where nothing strayed."""

    table: Table
    right: Flags


def learn_moves(batches: Sequence[Batch], models: Path) -> Path:
    """Writes `moves.npz`, of each move that a page offers and of making none."""
    asked = list(spread(_asked_in, batches, jobs=len(batches), cost=_seconds))
    names = next(names for names, questions in asked if questions)
    questions = [question for _, some in asked for question in some]
    rng = random.Random(1)
    weights = fit_choices([_drawn(question, DRAWN, rng) for question in questions], PENALTY)
    for _ in range(2):
        weights = fit_choices([_hardest(question, weights, rng) for question in questions], PENALTY, near=weights)
    return write_arrays(models / MOVES, VERSION, {"names": np.array(names), "weights": weights})


def _seconds(batch: Batch) -> float:
    return SECONDS * len(batch.pages)


def _asked_in(batch: Batch) -> tuple[list[str], list[Question]]:
    """The names of the features, and what is asked of the pages of a batch."""
    rng = np.random.default_rng(3)
    asked = [one for page in batch.pages for one in _questions(page, batch.reader, rng)]
    return asked[0][0] if asked else [], [question for _, question in asked]


def _drawn(question: Question, count: int, rng: random.Random) -> tuple[Table, Flags]:
    """Right moves, so many wrong ones, and making none."""
    wrong = np.flatnonzero(~question.right).tolist()
    return _asked(question, rng.sample(wrong, min(count, len(wrong))))


def _hardest(question: Question, weights: Matrix, rng: random.Random) -> tuple[Table, Flags]:
    """Right moves, the likeliest of the wrong ones and some others, and making none."""
    wrong = np.flatnonzero(~question.right)
    ranked = wrong[np.argsort(-(question.table[wrong] @ weights), kind="stable")]
    others = ranked[HARDEST:].tolist()
    return _asked(question, [*ranked[:HARDEST].tolist(), *rng.sample(others, min(HARDEST // 2, len(others)))])


def _asked(question: Question, wrong: Sequence[int]) -> tuple[Table, Flags]:
    right = np.flatnonzero(question.right)
    none = np.zeros((1, question.table.shape[1]), dtype=np.float32)
    table = np.vstack([question.table[right], question.table[list(wrong)], none])
    flags = np.zeros(len(table), dtype=np.bool_)
    flags[: len(right)] = True
    flags[-1] = not len(right)
    return table, flags


def _questions(page: Example, reader: ReaderModel, rng: np.random.Generator) -> Iterator[tuple[list[str], Question]]:
    """What is asked of a page whose headlines are read rightly, from the page as printed until all is in its place."""
    joins = score_joins(page.rows, reader)
    titles = score_headlines(page.rows, joins, reader)
    flow = text_flow(page.rows, titles > 0)
    found = {
        int(story): int(page.head[row])
        for row, story in enumerate(flow.opens)
        if page.head[row] >= 0 and flow.head[row]
    }
    wrong = flow.head & (page.story >= 0)
    if wrong.any() or sorted(found.values()) != list(range(page.stories)):
        return
    goal = {story: opened for opened, story in found.items()}
    tables = move_tables(flow, joins, titles)
    stories: list[list[int]] = [list(order) for order in orders_of(flow)]
    for _ in range(MOST_STEPS):
        candidates = find_candidates(stories, tables)
        if not len(candidates.first) or not len(candidates.place):
            return
        right = list(_right_moves(candidates, page, goal))
        yield _asked_of(candidates, tables, right, rng)
        if not right:
            return
        run, gap = max(right, key=lambda move: candidates.last[move[0]] - candidates.first[move[0]])
        move = candidate(candidates, run, gap, 0.0)
        tables.loose_start[stories[move.source][move.first : move.last + 1]] = True
        stories = make_move(stories, move)


def _asked_of(
    found: Candidates, tables: MoveTables, right: Sequence[tuple[int, int]], rng: np.random.Generator
) -> tuple[list[str], Question]:
    """The features of right moves and of MOST others that change something, so that memory lasts."""
    flags: Flags = np.zeros((len(found.first), len(found.place)), dtype=np.bool_)
    for run, gap in right:
        flags[run, gap] = True
    others = np.flatnonzero(~flags & ~found.own)
    drawn = rng.choice(others, min(MOST, len(others)), replace=False)
    runs, gaps = np.divmod(np.sort(np.append(np.flatnonzero(flags), drawn)), flags.shape[1])
    stories = found.target[gaps]
    features: dict[str, Matrix] = {name: step_evidence(found, one)[runs, gaps] for name, one in tables.steps.items()}
    for evidence, at in (
        (meeting_evidence, (runs, gaps)),
        (run_evidence, (runs,)),
        (story_evidence, (runs, stories)),
        (gap_evidence, (gaps,)),
    ):
        features |= {name: np.asarray(values[at], dtype=np.float32) for name, values in evidence(found, tables).items()}
    return list(features), Question(np.stack(list(features.values()), axis=-1), flags[runs, gaps])


def _right_moves(found: Candidates, page: Example, goal: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The moves that bring a whole run to its place: behind the text that it follows in truth, or before the next."""
    owner, place = page.story[found.texts], page.place[found.texts]
    for run in np.flatnonzero(_whole_runs(found, owner, place)).tolist():
        first, last = int(found.first[run]), int(found.last[run])
        story, target = int(owner[first]), goal.get(int(owner[first]), -1)
        if target < 0:
            continue
        own = np.flatnonzero((owner == story) & (found.story == target))
        own = own[(own < first) | (own > last)]
        before, after = own[place[own] < place[first]], own[place[own] > place[last]]
        if len(before) + len(after) < len(own) or (int(found.story[first]) == target and last - first + 1 > len(own)):
            continue
        if _in_place(found, target, before, place, first):
            continue
        if len(before):
            gap = int(before[place[before].argmax()]) + 1
        else:
            gap = int(after[place[after].argmin()]) if len(after) else int(found.bounds[target])
        yield from ((run, at) for at in np.flatnonzero((found.target == target) & (found.place == gap)).tolist())


def _whole_runs(found: Candidates, owner: Indices, place: Indices) -> Flags:
    """Whether each run is of one story, in its order, and what stands beside it does not belong to it, (runs,)."""
    ordered = (owner[1:] == owner[:-1]) & (np.diff(place) > 0)
    broken = np.cumsum(np.append(False, ~ordered))
    beside = np.flatnonzero(ordered & (found.story[1:] == found.story[:-1]))
    joined = np.zeros(len(owner) + 1, dtype=np.bool_)
    for left in beside.tolist():
        between = (owner == owner[left]) & (place > place[left]) & (place < place[left + 1])
        joined[left + 1] = not between.any()
    return np.asarray((broken[found.first] == broken[found.last]) & ~joined[found.first] & ~joined[found.last + 1])


def _in_place(found: Candidates, target: int, before: Indices, place: Indices, first: int) -> bool:
    """Whether a run stands in its story behind what it follows, or opens it where it follows nothing."""
    left = first - 1 if found.before[first] != EDGE else EDGE
    follows = int(before[place[before].argmax()]) if len(before) else EDGE
    return bool(found.story[first] == target) and left == follows
