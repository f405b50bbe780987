"""Pairs of neighbouring characters, each as one number: the one code of them in the house.

Overlapping pairs are the index terms that serve Chinese best without a dictionary: J.-Y. Nie and others, On the use of
words and n-grams for Chinese information retrieval, IRAL 2000.
"""

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

# Half-width marks are read as full-width ones, and ％ as %.
FOLD = str.maketrans(",:;?!()．％", "，：；？！（）.%")
BITS = np.uint64(16)
LAST = 0xFFFF
REPLACEMENT = 0xFFFD

Codes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]


def char_codes(text: str) -> Codes:
    """The code points of a text, folded; what lies beyond 16 bits as U+FFFD."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return _folded().take(points, mode="clip")


def packed(*chars: Codes) -> Codes:
    """Characters side by side in one number, up to four of 16 bits each."""
    code = np.zeros(1, dtype=np.uint64)
    for char in chars:
        code = code << BITS | char
    return code


def bigrams_at(chars: Codes) -> tuple[Codes, Indices]:
    """The bigrams of letters, digits and ideographs in a run of characters, and where each begins."""
    letter = _letters().take(chars.astype(np.intp))
    at = (letter[:-1] & letter[1:]).nonzero()[0]
    return chars[at] << BITS | chars[at + 1], at


def bigram_codes(text: str) -> Codes:
    """The bigrams of a text in its order, each as often as it stands there.

    >>> len(bigram_codes("市政协，开会")), len(set(bigram_codes("哈哈哈").tolist()))
    (3, 1)
    """
    return bigrams_at(char_codes(text))[0]


@cache
def _folded() -> Codes:
    """Of each code point what it is read as; the last one stands for all beyond."""
    table = np.arange(LAST + 2, dtype=np.uint64)
    table[list(FOLD)] = list(FOLD.values())
    table[LAST + 1] = REPLACEMENT
    return table


@cache
def _letters() -> Flags:
    """Of each code point whether it is a letter, a digit or an ideograph; one beyond 16 bits is taken for one."""
    table = np.zeros(LAST + 1, dtype=np.bool_)
    for first, last in ("az", "AZ", "09", "０９", "\u3400\u9fff"):
        table[ord(first) : ord(last) + 1] = True
    table[REPLACEMENT] = True
    return table


def find_sorted(keys: npt.NDArray[Any], wanted: npt.NDArray[Any]) -> tuple[Flags, Indices]:
    """Which of the wanted numbers stand among sorted keys, and where; shapes as `wanted`."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return keys[at] == wanted, at
