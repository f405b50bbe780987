"""Counts the words and features of many articles at once, as flat arrays."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from classify.features import parts

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
HIGHEST = np.iinfo(np.int32).max
CACHE = 200_000  # words whose features are remembered; about 60 MB


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in each of `size` articles, article by article.

    Words in their order, with those that have no features: `word_rows` (the article), `words` (their numbers),
    `word_contributions` (the sum of what their features add to each score, words by columns).
    Entries, one for each feature of an article: `entry_rows`, `entry_columns`, `entry_times`.
    """

    size: int
    word_rows: Ints
    words: Ints
    word_contributions: Floats
    entry_rows: Ints
    entry_columns: Ints
    entry_times: Ints


class FeatureCounter:
    """Counts features by their place in a vocabulary; remembers the features and the sums of the words that it met.

    contributions: what a feature adds to each score, features by columns; words: those met, by their number, until the
    next count.
    """

    words: list[str]
    _numbers: defaultdict[str, int]
    _features: "array[int]"
    _ends: "array[int]"
    _sums: "array[float]"

    def __init__(self, vocabulary: Sequence[str], contributions: Floats | None = None) -> None:
        self.vocabulary = vocabulary
        self._columns = {feature: column for column, feature in enumerate(vocabulary)}
        self._contributions = np.zeros((len(vocabulary), 0)) if contributions is None else contributions
        self._forget()

    def __reduce__(self) -> tuple[type["FeatureCounter"], tuple[Sequence[str], Floats]]:
        """What it was made of goes to another process or a file; what it remembers it learns again."""
        return FeatureCounter, (self.vocabulary, self._contributions)

    def count(self, texts: Iterable[Sequence[str]]) -> Counts:
        """The counts of articles given as their words; takes each text before the next one is made."""
        if len(self.words) > CACHE:
            self._forget()
        number = self._numbers.__getitem__
        found = [np.fromiter(map(number, text), np.int64, len(text)) for text in texts]
        self._learn()
        words = np.concatenate(found)
        word_rows = np.repeat(np.arange(len(found)), [len(numbers) for numbers in found])
        sums = np.asarray(self._sums).reshape(len(self.words), self._contributions.shape[1])
        return Counts(len(found), word_rows, words, sums.take(words, axis=0), *self._entries(word_rows, words))

    def _entries(self, rows: Ints, words: Ints) -> tuple[Ints, Ints, Ints]:
        size = len(self.vocabulary)
        uses, columns = self._uses(words)
        # Half as wide they are sorted twice as fast.
        narrow = np.int32 if rows[-1:].sum() * size + size < HIGHEST else np.int64
        keys = np.sort((rows[uses] * size + columns).astype(narrow))
        first, times = firsts(keys)
        entry_rows = keys[first] // size
        return entry_rows, keys[first] - entry_rows * size, times

    def _uses(self, words: Ints) -> tuple[Ints, Ints]:
        """For each feature of each word the word's place and the feature's column."""
        ends = np.asarray(self._ends)
        starts = ends[words]
        sizes = ends[words + 1] - starts
        uses = np.repeat(np.arange(len(words)), sizes)
        shift = starts - (np.cumsum(sizes) - sizes)
        return uses, np.asarray(self._features)[np.arange(len(uses)) + shift[uses]]

    def _learn(self) -> None:
        """Look up the features of the words that got a number since the last time."""
        new = [*islice(reversed(self._numbers), len(self._numbers) - len(self.words))][::-1]
        for word in new:
            self._features.extend(self._columns[part] for part in parts(word) if part in self._columns)
            self._ends.append(len(self._features))
        uses, columns = self._uses(np.arange(len(self.words), len(self._numbers)))
        sums = np.zeros((len(new), self._contributions.shape[1]))
        np.add.at(sums, uses, self._contributions[columns])
        self._sums.frombytes(sums.tobytes())
        self.words += new

    def _forget(self) -> None:
        self.words = []
        self._numbers = defaultdict(int)
        self._numbers.default_factory = self._numbers.__len__
        self._features, self._ends, self._sums = array("i"), array("i", [0]), array("d")


def firsts(keys: Ints) -> tuple[Ints, Ints]:
    """Where each run of equal keys begins, and how long it is.

    >>> firsts(np.array([3, 3, 7]))
    (array([0, 2]), array([2, 1]))
    """
    first = np.flatnonzero(np.diff(keys, prepend=-1) > 0)
    return first, np.diff(first, append=len(keys))
