"""A story as a sparse matrix: which sentence holds which bigrams."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from articles.bigrams import Codes, Flags, Indices, bigram_codes, bigrams_at, char_codes, find_sorted
from articles.expressions import expression

# Beside a bigram of 32 bits so many tell sentences apart.
PLACES, ONE = np.uint64(22), np.uint64(1)
LINE = ord("\n")
QUOTED = expression(r"《[^《》\n]{1,24}》|“[^“”\n]{2,12}”|「[^「」\n]{2,12}」|『[^『』\n]{2,12}』")

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bigrams:
    """The bigrams of a story and where they stand.

    codes: of each bigram, sorted; sentences, bigrams: the entries of the matrix, by bigram and then by sentence;
    first, last: the sentences that hold a bigram first and last; count: how many hold it;
    quoted: whether it ever stands inside a title or a quoted name.
    """

    codes: Codes
    sentences: Indices
    bigrams: Indices
    first: Indices
    last: Indices
    count: Indices
    quoted: Flags

    def within(self, weights: Floats, count: int) -> Floats:
        """The sum of the weights of the bigrams that each of so many sentences holds."""
        return cast(Floats, np.bincount(self.sentences, weights=weights[self.bigrams], minlength=count))

    def across(self, weights: Floats) -> Floats:
        """The sum of the weights of the sentences that hold each bigram."""
        return cast(Floats, np.bincount(self.bigrams, weights=weights[self.sentences], minlength=len(self.codes)))


def held_in(bigrams: Bigrams, text: str) -> Flags:
    """Which of a story's bigrams another text holds."""
    held = np.zeros(len(bigrams.codes), dtype=np.bool_)
    if text and len(held):
        found, at = find_sorted(bigrams.codes, bigram_codes(text))
        held[at[found]] = True
    return held


def find_bigrams(sentences: Sequence[str]) -> Bigrams:
    """The bigrams of a story's sentences."""
    text = "\n".join(sentences)
    chars = char_codes(text)
    code, at = bigrams_at(chars)
    entries = np.sort(code << PLACES | (chars == LINE).cumsum()[at].astype(np.uint64))
    entries = entries[_changes(entries)]
    rows = (entries & ((ONE << PLACES) - ONE)).astype(np.intp)
    entries >>= PLACES
    opens = _changes(entries)
    starts = opens.nonzero()[0]
    numbers = opens.cumsum() - 1
    count = np.bincount(numbers)
    codes = entries[opens]
    quoted = np.zeros(len(codes), dtype=np.bool_)
    quoted[codes.searchsorted(code[_inside_quotes(text)[at]])] = True
    return Bigrams(codes, rows, numbers, rows[starts], rows[starts + count - 1], count, quoted)


def _changes(values: npt.NDArray[np.generic]) -> Flags:
    """Whether each value differs from the one before; the first does."""
    changed = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def _inside_quotes(text: str) -> Flags:
    inside = np.zeros(len(text) + 1, dtype=np.bool_)
    for match in QUOTED.finditer(text):
        inside[match.start() : match.end()] = True
    return inside
