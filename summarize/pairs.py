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
SHIFT, PLACES = np.uint64(21), np.uint64(22)
LINE = ord("\n")
LETTER, DIGIT = 1, 2
QUOTED = re.compile(r"《[^《》\n]{1,24}》|“[^“”\n]{2,12}”|「[^「」\n]{2,12}」|『[^『』\n]{2,12}』")

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs of a story and where they stand.

    codes: of each pair, sorted; sentences, pairs: the entries of the matrix, by pair and then by sentence;
    first, last: the sentences that hold a pair first and last; count: how many hold it;
    in_word: whether it ever stands inside one word; quoted: inside a title or a quoted name; figure: it has a digit.
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
        return cast(Floats, np.bincount(self.sentences, weights=weights[self.pairs], minlength=count))

    def across(self, weights: Floats) -> Floats:
        """The sum of the weights of the sentences that hold each pair."""
        return cast(Floats, np.bincount(self.pairs, weights=weights[self.sentences], minlength=len(self.codes)))


def pairs_in(pairs: Pairs, text: str) -> Flags:
    """Which of a story's pairs another text holds."""
    held = np.zeros(len(pairs.codes), dtype=np.bool_)
    if text and len(held):
        wanted = np.array(pair_codes(text), dtype=np.uint64)
        at = np.minimum(np.searchsorted(pairs.codes, wanted), len(held) - 1)
        held[at[pairs.codes[at] == wanted]] = True
    return held


def find_pairs(sentences: Sequence[Sequence[str]]) -> Pairs:
    """The pairs of a story's sentences, each given by all its words and marks."""
    words = [word for sentence in sentences for word in (*sentence, "\n")]
    text = "".join(words)
    chars = _chars(text)
    at = _places(chars)
    sentence = np.cumsum(chars == LINE)[at]
    code = _codes(chars, at)
    order = np.argsort(code << PLACES | sentence.astype(np.uint64))
    code, sentence, at = code[order], sentence[order], at[order]
    opens = _changes(code)
    new = opens | _changes(sentence)
    starts = np.flatnonzero(opens[new])
    kind = _kinds(chars)
    flags = np.stack([_inside_words(words)[at], _inside_quotes(text)[at], (kind[at] | kind[at + 1]) > LETTER])
    flags = np.logical_or.reduceat(flags, np.flatnonzero(opens), axis=1) if len(at) else flags
    rows = sentence[new]
    ends = np.append(starts, len(rows))[1:]
    return Pairs(code[opens], rows, np.cumsum(opens[new]) - 1, rows[starts], rows[ends - 1], ends - starts, *flags)


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
    kind = _kinds(chars)
    return np.flatnonzero(np.minimum(kind[:-1], kind[1:]))


def _kinds(chars: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """What each character is: 0 a mark, LETTER (ideographs too) or DIGIT; what lies beyond 16 bits is an ideograph."""
    return _kind_table()[np.minimum(chars, 0xFFFF)]


@cache
def _kind_table() -> npt.NDArray[np.uint8]:
    table = np.zeros(0x10000, dtype=np.uint8)
    for first, last, kind in (("a", "z", LETTER), ("A", "Z", LETTER), ("0", "9", DIGIT), ("０", "９", DIGIT)):
        table[ord(first) : ord(last) + 1] = kind
    table[0x3400:0xA000] = table[0xFFFF] = LETTER
    return table


def _codes(chars: npt.NDArray[np.uint32], at: Indices) -> npt.NDArray[np.uint64]:
    return (chars[at].astype(np.uint64) << SHIFT) | chars[at + 1]


def _inside_words(words: Sequence[str]) -> Flags:
    """Whether the character after each place belongs to the same word."""
    ends = np.cumsum(np.fromiter(map(len, words), np.intp, len(words)))
    inside = np.ones(int(ends[-1]) if len(ends) else 0, dtype=np.bool_)
    inside[ends - 1] = False
    return inside


def _inside_quotes(text: str) -> Flags:
    inside = np.zeros(len(text) + 1, dtype=np.bool_)
    for match in QUOTED.finditer(text):
        inside[match.start() : match.end()] = True
    return inside
