"""What speaks for each move and against it, by name: the features of a linear model of moves."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from articles.bigrams import Flags, Indices
from reading.joins.containment import PRIOR
from reading.joins.scores import Matrix
from reading.moves.candidates import EDGE, Candidates
from reading.moves.tables import MoveTables

# Surprisal in nats that a short text or a short story is taken to hold besides.
ENOUGH = 200.0
# What a text shares with its own story is at least taken for this when the page's mean is taken.
LEAST_LESSER, LEAST_BOTH, LEAST_HEAD = 0.05, 0.03, 0.05
# Of the runs that strayed on pages drawn from seeds/, 95 in 100 share no more than this with the headline.
MOST_BEYOND = 3.0
# What is less is a sum that comes to nothing.
ROUNDING = 1e-4
# A run that stops in mid-sentence may have strayed where it has so few texts; a longer one has lost what follows.
STRAYED = 2
Values = Matrix | Flags | npt.NDArray[np.float64]
Named = Mapping[str, Values]


def step_evidence(found: Candidates, steps: Matrix) -> Matrix:
    """What a move adds of a feature of steps: those that it makes less those that it breaks, (runs, gaps)."""
    opens, closes = found.texts[found.first], found.texts[found.last]
    before, after = found.before[found.first], found.after[found.last]
    made = steps[found.left[None, :], opens[:, None]] + steps[closes[:, None], found.right[None, :]]
    mended = steps[before, after] - steps[before, opens] - steps[closes, after]
    return np.asarray(made - steps[found.left, found.right][None, :] + mended[:, None])


def run_evidence(found: Candidates, tables: MoveTables) -> Named:
    """What speaks for each run's leaving its place, (runs,)."""
    opens, closes = found.texts[found.first], found.texts[found.last]
    before, after = found.before[found.first], found.after[found.last]
    size = found.last - found.first + 1
    headed = tables.headed[found.home]
    starts, ends = before == EDGE, after == EDGE
    empties = starts & ends & headed
    start, end = tables.loose_start[opens], tables.loose_end[closes] & (size <= STRAYED)
    between = tables.loose_end[before] & tables.loose_start[after]
    short = _within(tables.brief[found.texts].astype(np.float32), found.first, found.last) == size
    return {
        "any move": np.ones(len(size), dtype=np.float32),
        "nothing loose": ~(start | end | between | ~headed | empties),
        "loose start": start,
        "loose end": end,
        "loose end before": tables.loose_end[before],
        "loose start after": tables.loose_start[after],
        "loose on both sides": between,
        "under no headline": ~headed,
        "after a signature": tables.signed[before],
        "size": np.log(size),
        "only short lines": short,
        "a lead under its headline": tables.lead[opens] & starts & headed,
        "right under a byline": tables.bylined[found.home] & starts,
        "a lead": tables.lead[opens],
        "all but the lead": tables.lead[before] & ends & (found.before[found.first - 1] == EDGE) & headed,
        "all under its headline": empties,
        "all under its headline, as it is sure": empties * tables.certain[found.home],
    }


def gap_evidence(found: Candidates, tables: MoveTables) -> Named:
    """What speaks for a run's coming to each gap, (gaps,)."""
    start, end = found.left == EDGE, found.right == EDGE
    loose_left, loose_right = tables.loose_end[found.left], tables.loose_start[found.right]
    return {
        "opens a story": start & ~end,
        "fills an empty story": start & end,
        "ends a story": end,
        "after a loose end": loose_left,
        "before a loose start": loose_right,
        "between two that are loose": loose_left & loose_right,
        "to no headline": ~tables.headed[found.target],
    }


def meeting_evidence(found: Candidates, tables: MoveTables) -> Named:
    """What speaks for each run's standing in each gap, (runs, gaps)."""
    start, end = (tables.loose_start[found.texts[found.first]], tables.loose_end[found.texts[found.last]])
    return {
        "a loose end meets a loose start": start[:, None] & tables.loose_end[found.left][None, :],
        "its loose end meets a loose start": end[:, None] & tables.loose_start[found.right][None, :],
    }


def story_evidence(found: Candidates, tables: MoveTables) -> Named:
    """What speaks for each run's belonging to each story rather than to its own, (runs, stories)."""
    home, stories = found.home[:, None], np.arange(found.stories)
    filled = np.cumsum(np.diff(found.bounds) > 0)
    between = filled[np.maximum(home, stories) - 1] - filled[np.minimum(home, stories)]
    beside = (between == 0) & (home != stories)
    ends = (found.after[found.last] == EDGE)[:, None]
    return {
        **_affinities(found, tables),
        "at home": home == stories,
        "beside": beside,
        "next to its place": ends & beside,
    }


def _affinities(found: Candidates, tables: MoveTables) -> Named:
    """What each run shares with each story beyond what it shares with the rest of its own, (runs, stories).

    As a part of the lesser of them, of both, and of the story's headline; each told in what a text of this page shares
    with its own story at the mean, since stories of one event share more than others do.
    """
    texts, first, last = found.texts, found.first, found.last
    home = np.arange(len(first)), found.home
    grouping = (found.story[:, None] == np.arange(found.stories)).astype(np.float32)
    pairs, total = tables.shared[np.ix_(texts, texts)], tables.total[texts]
    shared, held = _within(pairs @ grouping, first, last), _within(total, first, last)[:, None]
    others = np.repeat((total @ grouping)[None, :], len(first), axis=0)
    square = _summed(_summed(pairs).T)
    shared[home] -= square[last + 1, last + 1] - 2 * square[first, last + 1] + square[first, first]
    others[home] -= held[:, 0]
    named = (tables.shared @ tables.heads)[texts] / (tables.total @ tables.heads + ENOUGH)
    lesser = shared / (np.minimum(others, held) + ENOUGH)
    both = shared / np.sqrt((others + PRIOR) * (held + PRIOR))
    single = first == last
    strange = _strangeness(both[single], found.home[single])
    with_both = _beyond(both, home, single, LEAST_BOTH)
    with_head = _beyond(_within(named, first, last), home, single, LEAST_HEAD)
    with_head = np.clip(with_head, -MOST_BEYOND, MOST_BEYOND)
    return {
        "any move, among strangers": np.full(both.shape, strange),
        "shares with the lesser": _beyond(lesser, home, single, LEAST_LESSER),
        "shares with both": with_both,
        "shares with the headline": with_head,
        "shares with both, among strangers": with_both * strange,
        "shares with the headline, among strangers": with_head * strange,
    }


def _strangeness(affinity: npt.NDArray[np.floating], home: Indices) -> float:
    """How strange the stories of a page are to each other, 0 to 1.

    What its texts share with the next best story beside what they share with their own, all of them together.
    affinity: (texts, stories); home: (texts,).
    """
    own = affinity[np.arange(len(home)), home].sum()
    others = affinity.copy()
    others[np.arange(len(home)), home] = 0
    return float(max(0.0, 1.0 - others.max(axis=1, initial=0.0).sum() / max(own, ROUNDING)))


def _beyond(affinity: npt.NDArray[np.floating], home: tuple[Indices, Indices], single: Indices, least: float) -> Matrix:
    """An affinity beyond that to the run's own story, in the page's mean of single texts."""
    own = affinity[home]
    mean = own[single & (own > ROUNDING)]
    return np.asarray((affinity - own[:, None]) / max(least, float(mean.mean()) if mean.size else least))


def _within(values: Matrix, first: Indices, last: Indices) -> Matrix:
    """The sum of the values of each run's texts."""
    sums = _summed(values)
    return np.asarray(sums[last + 1] - sums[first])


def _summed(values: Matrix) -> Matrix:
    """Running sums along the first axis, from 0."""
    return np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
