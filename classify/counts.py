"""Counts the words and features of many articles at once, as flat arrays."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from classify.features import parts

Ints = npt.NDArray[np.int64]
CACHE = 200_000  # words whose features are remembered; about 40 MB
LOW = 20  # bits for the lesser of two numbers sorted as one: no article has a million words


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in each of `size` articles, article by article.

    Words that have features: `word_rows` (the article), `words` (their numbers), `places` (where in the article they
    stand first), `times`. Uses, one for each feature of each such word: `uses` (the word's place above), `columns`.
    Entries, one for each feature of an article: `entry_rows`, `entry_columns`, `entry_times`.
    """

    size: int
    word_rows: Ints
    words: Ints
    places: Ints
    times: Ints
    uses: Ints
    columns: Ints
    entry_rows: Ints
    entry_columns: Ints
    entry_times: Ints


@dataclass(slots=True)
class Counter:
    """Counts features by their place in a vocabulary; remembers the features of the words that it met."""

    vocabulary: Sequence[str]
    _columns: dict[str, int] = field(init=False)
    _numbers: dict[str, int] = field(init=False, default_factory=dict)
    _features: Ints = field(init=False)
    _ends: Ints = field(init=False)

    def __post_init__(self) -> None:
        self._columns = {feature: column for column, feature in enumerate(self.vocabulary)}
        self._forget()

    def count(self, texts: Sequence[Sequence[str]]) -> Counts:
        """The counts of articles given as their words."""
        numbers = self._look_up([word for text in texts for word in text])
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        rows = np.repeat(np.arange(len(texts)), lengths)
        places = np.arange(len(numbers)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        sizes = np.diff(self._ends)
        keep = sizes[numbers] > 0
        keys, places, times = _tally(rows[keep] * len(sizes) + numbers[keep], places[keep])
        word_rows, words = _parted(keys, len(sizes))
        uses = np.repeat(np.arange(len(words)), sizes[words])
        shift = self._ends[words] - (np.cumsum(sizes[words]) - sizes[words])
        columns = self._features[np.arange(len(uses)) + shift[uses]]
        entries, entry_times = _add(word_rows[uses] * len(self.vocabulary) + columns, times[uses])
        entry_rows, entry_columns = _parted(entries, len(self.vocabulary))
        return Counts(
            len(texts), word_rows, words, places, times, uses, columns, entry_rows, entry_columns, entry_times
        )

    def _look_up(self, tokens: list[str]) -> Ints:
        if len(self._numbers) > CACHE:
            self._forget()
        known = self._numbers
        try:
            return np.fromiter(map(known.__getitem__, tokens), np.int64, len(tokens))
        except KeyError:
            self._learn([word for word in dict.fromkeys(tokens) if word not in known])
            return np.fromiter(map(known.__getitem__, tokens), np.int64, len(tokens))

    def _learn(self, words: list[str]) -> None:
        found = [[self._columns[part] for part in parts(word) if part in self._columns] for word in words]
        self._numbers |= {word: number for number, word in enumerate(words, len(self._numbers))}
        self._features = np.concatenate([self._features, np.array([c for columns in found for c in columns], np.int64)])
        self._ends = np.concatenate([self._ends, self._ends[-1] + np.cumsum([len(columns) for columns in found])])

    def _forget(self) -> None:
        self._numbers = {}
        self._features, self._ends = np.zeros(0, np.int64), np.zeros(1, np.int64)


def _tally(keys: Ints, places: Ints) -> tuple[Ints, Ints, Ints]:
    """Each key once, in order, with its least place and how often it stands."""
    both = np.sort(keys << LOW | places)
    keys = both >> LOW
    first = _first(keys)
    return keys[first], both[first] & ((1 << LOW) - 1), np.diff(np.append(first, len(keys)))


def _add(keys: Ints, times: Ints) -> tuple[Ints, Ints]:
    """Each key once, in order, with the sum of its times."""
    both = np.sort(keys << LOW | times)
    keys = both >> LOW
    first = _first(keys)
    return keys[first], np.add.reduceat(both & ((1 << LOW) - 1), first) if len(first) else first


def _parted(keys: Ints, size: int) -> tuple[Ints, Ints]:
    """Row and column of each key; twice as fast as np.divmod."""
    rows = keys // size
    return rows, keys - rows * size


def _first(keys: Ints) -> Ints:
    """Where each run of equal keys begins."""
    return np.flatnonzero(np.diff(keys, prepend=-1))
