"""A story as a sparse matrix: which sentence holds which pairs of neighbouring characters.

Overlapping pairs are the index terms that serve Chinese best without a dictionary: J.-Y. Nie and others, On the use of
words and n-grams for Chinese information retrieval, IRAL 2000.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.words import words

SHIFT = np.uint64(21)
QUOTED = re.compile(r"《[^《》\n]{1,24}》|“[^“”\n]{2,12}”|「[^「」\n]{2,12}」|『[^『』\n]{2,12}』")

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a story and where they stand.

    codes: of each pair, sorted; sentences, pairs: the entries of the matrix, by sentence and then by pair;
    first, last: the sentences that hold a pair first and last; count: how many hold it;
    in_word: whether it ever stands inside one word; quoted: inside a title or a quoted name; figure: whether it has a digit.
    """

    codes: npt.NDArray[np.uint64]
    sentences: Indices
    pairs: Indices
    first: Indices
    last: Indices
    count: Indices
    in_word: Flags
    quoted: Flags
    figure: Flags

    def within(self, weights: Floats, count: int) -> Floats:
        """The sum of the weights of the pairs that each of so many sentences holds."""
        return np.bincount(self.sentences, weights=weights[self.pairs], minlength=count)

    def across(self, weights: Floats) -> Floats:
        """The sum of the weights of the sentences that hold each pair."""
        return np.bincount(self.pairs, weights=weights[self.sentences], minlength=len(self.codes))


def find_pairs(sentences: Sequence[str]) -> Pairs:
    """The pairs of a story's sentences."""
    text = "\n".join(sentence.replace("\n", " ") for sentence in sentences)
    chars = _chars(text)
    at = np.flatnonzero(_joined(chars))
    codes, number = np.unique(_codes(chars, at), return_inverse=True)
    sentence = np.cumsum(chars == ord("\n"))[at]
    entries = np.unique(sentence * max(len(codes), 1) + number)
    rows, columns = np.divmod(entries, max(len(codes), 1))
    first = np.full(len(codes), len(sentences))
    np.minimum.at(first, columns, rows)
    last = np.zeros(len(codes), dtype=np.intp)
    np.maximum.at(last, columns, rows)
    digit = ((chars >= ord("0")) & (chars <= ord("9"))) | ((chars >= 0xFF10) & (chars <= 0xFF19))
    return Pairs(
        codes, rows, columns, first, last, np.bincount(columns, minlength=len(codes)),
        _any(number, _inside_words(text)[at], len(codes)),
        _any(number, _inside_quotes(text)[at], len(codes)),
        _any(number, digit[at] | digit[at + 1], len(codes)),
    )  # fmt: skip


def pair_codes(text: str) -> list[int]:
    """The codes of a text's pairs of letters and digits, in its order, each as often as it stands there."""
    chars = _chars(text)
    found: list[int] = _codes(chars, np.flatnonzero(_joined(chars))).tolist()
    return found


def _chars(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _joined(chars: npt.NDArray[np.uint32]) -> Flags:
    """Whether a character and the next are both letters, digits or ideographs."""
    ascii_letter = ((chars | 0x20) >= ord("a")) & ((chars | 0x20) <= ord("z")) | (chars >= ord("0")) & (chars <= ord("9"))
    wide = (chars >= 0x3400) & (chars <= 0x9FFF) | (chars >= 0xFF10) & (chars <= 0xFF19) | (chars >= 0x20000)
    letter = ascii_letter | wide
    return letter[:-1] & letter[1:]


def _codes(chars: npt.NDArray[np.uint32], at: Indices) -> npt.NDArray[np.uint64]:
    return (chars[at].astype(np.uint64) << SHIFT) | chars[at + 1]


def _inside_words(text: str) -> Flags:
    """Whether the character after each place belongs to the same word."""
    starts = np.cumsum([len(word) for word in words(text)], dtype=np.intp)
    inside = np.ones(len(text) + 1, dtype=np.bool_)
    inside[starts - 1] = False
    return inside


def _inside_quotes(text: str) -> Flags:
    inside = np.zeros(len(text) + 1, dtype=np.bool_)
    for match in QUOTED.finditer(text):
        inside[match.start() : match.end()] = True
    return inside


def _any(number: Indices, flags: Flags, count: int) -> Flags:
    """Of each pair, whether a flag is set at any of its places."""
    return np.bincount(number[flags], minlength=count) > 0
