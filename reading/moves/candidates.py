"""The runs of a page's texts that may move, and the gaps that they may move to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Flags, Indices
from reading.moves.tables import MoveTables

LONGEST = 12
# No neighbour: the place of a story's start and end among the steps.
EDGE = -1


@dataclass(frozen=True, slots=True)
class Candidates:
    """All texts story by story, every run of a story's texts, and every gap before, between and after them.

    texts, story, before, after: (n,), of each text its number, its story, its neighbours there (EDGE for none);
    bounds: (stories + 1,), where each story begins, and the last one ends.
    first, last: (runs,), where each run begins and ends among the texts; a list is never parted from its title, nor
    what opens a story by itself from that.
    target, place: (gaps,), of each gap the story and which text stands after it; left, right: the texts beside it.
    """

    texts: Indices
    story: Indices
    before: Indices
    after: Indices
    bounds: Indices
    first: Indices
    last: Indices
    target: Indices
    place: Indices
    left: Indices
    right: Indices

    @property
    def home(self) -> Indices:
        """The story of each run, (runs,)."""
        return np.asarray(self.story[self.first])

    @property
    def stories(self) -> int:
        """How many stories there are."""
        return len(self.bounds) - 1

    @property
    def own(self) -> Flags:
        """Whether a gap lies in the run or at its ends, where moving changes nothing, (runs, gaps)."""
        first, last = self.first[:, None], self.last[:, None]
        inside = (self.place >= first) & (self.place <= last + 1)
        return np.asarray((self.home[:, None] == self.target) & inside)


def find_candidates(stories: Sequence[Sequence[int]], tables: MoveTables) -> Candidates:
    """The candidates among the rows of each story in their order."""
    texts = np.array([text for story in stories for text in story], dtype=np.intp)
    sizes = [len(story) for story in stories]
    story = np.repeat(np.arange(len(stories)), sizes)
    same = story[1:] == story[:-1]
    before, after = np.full(len(texts), EDGE), np.full(len(texts), EDGE)
    before[1:][same] = texts[:-1][same]
    after[:-1][same] = texts[1:][same]
    bounds = np.cumsum([0, *sizes])
    tied = tables.atomic[texts] & tables.atomic[before]
    first, last = _runs(story, tied, tables.atomic[texts] & tables.atomic[after])
    free = ~tables.anchored[texts[first]]
    first, last = first[free], last[free]
    inner, ends = np.flatnonzero(~tied), np.arange(len(stories))
    target, place = np.concatenate([story[inner], ends]), np.concatenate([inner, bounds[1:]])
    padded = np.append(texts, EDGE)
    left = np.where(place > bounds[target], padded[place - 1], EDGE)
    right = np.where(place < bounds[target + 1], padded[place], EDGE)
    return Candidates(texts, story, before, after, bounds, first, last, target, place, left, right)


def _runs(story: Indices, tied: Flags, tied_after: Flags) -> tuple[Indices, Indices]:
    """Where each run of a story begins and ends among all texts."""
    at = np.arange(len(story))
    first = np.concatenate([at[: max(0, len(at) - length)] for length in range(LONGEST)])
    last = np.concatenate([at[length:] for length in range(LONGEST)])
    whole = (story[first] == story[last]) & ~tied[first] & ~tied_after[last]
    return first[whole], last[whole]
