"""The choice: sentences in the order of what each adds to those before it, and the best set that fits the length."""

from collections.abc import Sequence

import numpy as np

from articles.bigrams import Indices
from summarize.bigrams import Bigrams, Floats
from summarize.candidates import Candidate
from summarize.length import Length

# So many sentences are looked at beyond those of TYPICAL characters that the length may hold: with 5 instead of 20 a
# summary of 80 characters is 85% full, not 91%.
SPARE = 20
TYPICAL = 20
# A sentence of which less than this share of the pairs is new says what was said.
NEW = 0.35
# Two of less than this share of the best are no better than it.
NEAR = 0.5


def greedy_max_coverage(
    bigrams: Bigrams,
    weights: Floats,
    own: Floats,
    factors: Floats,
    alone: Floats,
    candidates: Sequence[Candidate],
    length: Length,
) -> dict[int, float]:
    """The first sentences by what each adds: the weight of its bigrams that none before it holds.

    own: what each is worth beside its bigrams; factors: of both; alone: of both too, as long as the sentence before is
    not in. One that needs the one before waits until that one is in; the first of all needs none. What does not fit the
    length beside the first is passed over unless it comes near to it. Source: greedy maximum coverage of concepts,
    D. Gillick and B. Favre, A Scalable Global Model for Summarization, 2009.
    """
    count = len(candidates)
    costs = np.array([_cost(candidate, length) for candidate in candidates])
    open_weights = weights.copy()
    ready = ~np.array([candidate.needs_previous for candidate in candidates], dtype=np.bool_)
    ready[:1] = True
    # What is longer than the length is looked at only where nothing else can stand.
    able = ready & (costs <= length.budget)
    fits = costs <= length.budget if able.any() else np.ones(count, dtype=np.bool_)
    ready &= fits
    alone = alone.copy()
    unsaid = np.ones(len(weights))
    held = np.maximum(bigrams.within(unsaid, count), 1.0)
    gains: dict[int, float] = {}
    while len(gains) < min(pool_size(length), count):
        new = bigrams.within(unsaid, count) / held
        worth = np.where(ready, (bigrams.within(open_weights, count) + own * new) * factors * alone, -1.0)
        if gains:
            first, top = next(iter(gains.items()))
            worth[(new < NEW) | ((costs > length.budget - costs[first]) & (worth < NEAR * top))] = -1.0
        best = int(worth.argmax())
        if worth[best] < 0:
            break
        gains[best] = float(worth[best])
        said = bigrams.bigrams[bigrams.sentences == best]
        open_weights[said] = unsaid[said] = 0
        ready[best] = False
        if best + 1 < count:
            ready[best + 1] = best + 1 not in gains and fits[best + 1]
            alone[best + 1] = 1.0
    return gains


def pool_size(length: Length) -> int:
    """How many sentences are worth looking at for a length: as many as it asks for, more where they must fit in."""
    return length.sentences or SPARE + length.budget // TYPICAL


def knapsack(candidates: Sequence[Candidate], gains: dict[int, float], length: Length) -> list[int]:
    """The sentences that fill a length best, in the story's order; at least one if there is any.

    Every set that fits is weighed at once (a knapsack after R. McDonald, A Study of Global Inference Algorithms in
    Multi-document Summarization, ECIR 2007); of two that are worth the same the longer wins. A sentence that needs the
    one before comes only with it.
    """
    costs = {number: _cost(candidates[number], length) for number in gains}
    if length.sentences:
        return sorted(gains)
    groups = _groups(candidates, gains)
    best = np.full(length.budget + 1, -np.inf)
    best[0] = 0
    choices = [_add_group(best, group, gains, costs) for group in groups]
    chosen = _traced(choices, groups, costs, length.budget - int(best[::-1].argmax()))
    return sorted(chosen) or _nearest(candidates, gains, costs, length.budget)


def _cost(candidate: Candidate, length: Length) -> int:
    """What a sentence costs, or a part of it; the first part bears the sign for what is left of it."""
    return length.spent_on(candidate.text) + (bool(candidate.leaves) and not candidate.part and not length.sentences)


def _groups(candidates: Sequence[Candidate], gains: dict[int, float]) -> list[list[int]]:
    """Runs of sentences of which each needs the one before."""
    groups: list[list[int]] = []
    for number in sorted(gains):
        if groups and candidates[number].needs_previous and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _add_group(best: Floats, group: Sequence[int], gains: dict[int, float], costs: dict[int, int]) -> Indices:
    """Updates the best gain of each total in place; returns how many of the group each total then takes."""
    before, taken = best.copy(), np.zeros(len(best), dtype=np.intp)
    cost, gain = 0, 0.0
    for size, number in enumerate(group, 1):
        cost, gain = cost + costs[number], gain + gains[number]
        if cost >= len(best):
            break
        offered = before[: len(best) - cost] + gain
        better = offered > best[cost:]
        best[cost:][better] = offered[better]
        taken[cost:][better] = size
    return taken


def _traced(
    choices: Sequence[Indices], groups: Sequence[Sequence[int]], costs: dict[int, int], total: int
) -> list[int]:
    chosen: list[int] = []
    for taken, group in zip(reversed(choices), reversed(groups), strict=True):
        numbers = group[: int(taken[total])]
        chosen.extend(numbers)
        total -= sum(costs[number] for number in numbers)
    return chosen


def _nearest(candidates: Sequence[Candidate], gains: dict[int, float], costs: dict[int, int], budget: int) -> list[int]:
    """The one sentence to give where each is longer than the length: worth much, and not much too long."""
    top = max(gains.values(), default=0) or 1
    alone = [number for number in gains if not candidates[number].part]
    return sorted(alone, key=lambda number: costs[number] / budget - gains[number] / top)[:1]
