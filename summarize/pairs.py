"""A story as a sparse matrix: which sentence holds which pairs of neighbouring characters.

Overlapping pairs are the index terms that serve Chinese best without a dictionary: J.-Y. Nie and others, On the use of
words and n-grams for Chinese information retrieval, IRAL 2000.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np
import numpy.typing as npt

# A code point takes 21 bits; what is left of 64 beside two of them tells sentences apart.
SHIFT, PLACES, ONE = np.uint64(21), np.uint64(22), np.uint64(1)
LINE = ord("\n")
LAST = 0xFFFF
QUOTED = re.compile(r"《[^《》\n]{1,24}》|“[^“”\n]{2,12}”|「[^「」\n]{2,12}」|『[^『』\n]{2,12}』")

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a story and where they stand.

    codes: of each pair, sorted; sentences, pairs: the entries of the matrix, by pair and then by sentence;
    first, last: the sentences that hold a pair first and last; count: how many hold it;
    quoted: whether it ever stands inside a title or a quoted name.
    """

    codes: npt.NDArray[np.uint64]
    sentences: Indices
    pairs: Indices
    first: Indices
    last: Indices
    count: Indices
    quoted: Flags

    def within(self, weights: Floats, count: int) -> Floats:
        """The sum of the weights of the pairs that each of so many sentences holds."""
        return cast(Floats, np.bincount(self.sentences, weights=weights[self.pairs], minlength=count))

    def across(self, weights: Floats) -> Floats:
        """The sum of the weights of the sentences that hold each pair."""
        return cast(Floats, np.bincount(self.pairs, weights=weights[self.sentences], minlength=len(self.codes)))


def pairs_in(pairs: Pairs, text: str) -> Flags:
    """Which of a story's pairs another text holds."""
    held = np.zeros(len(pairs.codes), dtype=np.bool_)
    if text and len(held):
        chars = _chars(text)
        wanted = _codes(chars, _places(chars))
        at = np.minimum(pairs.codes.searchsorted(wanted), len(held) - 1)
        held[at[pairs.codes[at] == wanted]] = True
    return held


def find_pairs(sentences: Sequence[str]) -> Pairs:
    """The pairs of a story's sentences."""
    text = "\n".join(sentences)
    chars = _chars(text)
    at = _places(chars)
    code = _codes(chars, at)
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
    return Pairs(codes, rows, numbers, rows[starts], rows[starts + count - 1], count, quoted)


def _changes(values: npt.NDArray[np.generic]) -> Flags:
    """Whether each value differs from the one before; the first does."""
    changed = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=changed[1:])
    return changed


def pair_codes(text: str) -> list[int]:
    """The codes of a text's pairs of letters and digits, in its order, each as often as it stands there."""
    chars = _chars(text)
    found: list[int] = _codes(chars, _places(chars)).tolist()
    return found


def _chars(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _places(chars: npt.NDArray[np.uint32]) -> Indices:
    """Where a character and the next are both letters, digits or ideographs."""
    letter = _letters().take(chars, mode="clip")
    return (letter[:-1] & letter[1:]).nonzero()[0]


@cache
def _letters() -> Flags:
    """Of each code point up to LAST whether it is a letter, digit or ideograph; what lies beyond is read as LAST."""
    table = np.zeros(LAST + 1, dtype=np.bool_)
    for first, last in ("az", "AZ", "09", "０９", "\u3400\u9fff"):
        table[ord(first) : ord(last) + 1] = True
    table[LAST] = True
    return table


def _codes(chars: npt.NDArray[np.uint32], at: Indices) -> npt.NDArray[np.uint64]:
    return (chars[at].astype(np.uint64) << SHIFT) | chars[at + 1]


def _inside_quotes(text: str) -> Flags:
    inside = np.zeros(len(text) + 1, dtype=np.bool_)
    for match in QUOTED.finditer(text):
        inside[match.start() : match.end()] = True
    return inside
