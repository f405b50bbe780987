"""What speaks over the gap between two pieces: strings that the page has elsewhere, words, brackets and quotes."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from articles.bigrams import BITS, Codes, Flags, char_codes, packed
from articles.expressions import expression
from articles.words import words

Matrix = npt.NDArray[np.float32]

# What ends with these is no word that runs on.
WEAK = "，、的"
MARKS = expression(r"[“”‘’《》（）()『』「」]")
PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "『": "』", "「": "」"}
WORD_SPAN = 6
# No word runs across it.
STOP = "。"
LONGEST_SEEN = 4


def strings_seen(ends: Codes, starts: Codes, texts: Sequence[str]) -> Matrix:
    """How long a string over the gap stands elsewhere on the page: 1 for two characters to 4 for four.

    ends: (lefts, 2), the last two characters of each left piece; starts: (rights, 2), the first two of each right one;
    texts: all of the page; returns (lefts, rights).
    """
    page = char_codes("\n".join(texts) + "\n\n\n")
    grams = np.sort(packed(page[:-3], page[1:-2], page[2:-1], page[3:]))
    before, last, first, after = ends[:, 0, None], ends[:, 1, None], starts[None, :, 0], starts[None, :, 1]
    two, weak = _opens(grams, packed(last, first), 2), np.isin(last, char_codes(WEAK))
    three = _opens(grams, packed(before, last, first), 3) + 1 * _opens(grams, packed(last, first, after), 3)
    four = _opens(grams, packed(before, last, first, after), 4)
    seen = np.minimum(LONGEST_SEEN, 1 + 2 * three + 3 * four)
    return np.asarray(np.where(two & ~weak, seen, 0), dtype=np.float32)


def _opens(grams: Codes, wanted: Codes, size: int) -> Flags:
    """Whether one of the sorted four-grams opens with the characters that are wanted."""
    rest = BITS * np.uint64(4 - size)
    at = np.minimum(np.searchsorted(grams, wanted << rest), len(grams) - 1)
    return np.asarray(grams[at] >> rest == wanted)


def words_across(lefts: Sequence[str], rights: Sequence[str], asked: Flags) -> Matrix:
    """Whether the segmenter finds a word that begins left of the gap and ends right of it; no where it is not asked."""
    found = np.zeros(asked.shape, dtype=np.float32)
    pairs = [(lefts[left][-WORD_SPAN:], rights[right][:WORD_SPAN]) for left, right in np.argwhere(asked).tolist()]
    ends = {0, *accumulate(map(len, words(STOP.join(left + right for left, right in pairs))))}
    begins = accumulate((len(left) + len(right) + len(STOP) for left, right in pairs), initial=0)
    found[asked] = [at + len(left) not in ends for at, (left, _) in zip(begins, pairs, strict=False)]
    return found


def closing_pairs(lefts: Sequence[str], rights: Sequence[str]) -> Matrix:
    """Whether the right piece closes a bracket or a quotation that the left one left open, (lefts, rights)."""
    opened = np.array([_balance(text)[1] > 0 for text in lefts])[:, None]
    closing = np.array([_balance(text)[0] > 0 for text in rights])[None, :]
    return np.asarray(opened & closing, dtype=np.float32)


@lru_cache(maxsize=1024)
def _balance(text: str) -> tuple[int, int]:
    """How many brackets and quotes a text closes without opening them, and opens without closing.

    >>> _balance("他说：“要办好"), _balance("办好。”他又说")
    ((0, 1), (1, 0))
    """
    unopened, stack = 0, []
    for char in MARKS.findall(text):
        if char in PAIRS:
            stack.append(PAIRS[char])
        elif stack and char == stack[-1]:
            stack.pop()
        elif char in PAIRS.values():
            unopened += 1
    return unopened, len(stack)
