"""What the texts of a page show: how each might carry on another, and which pairs of characters it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from articles.language import Codes, Language, codes
from articles.learned import Learned
from articles.naming import is_lead
from articles.openings import opening_features
from articles.words import words

Matrix = npt.NDArray[np.float32]

CLOSED = re.compile(r"[。！？!?…：:；;](?:[”’』」）)》\"]|[（(][^（）()]{1,24}[）)])*$|[)）]$")
LOOSE_START = re.compile(r"[，,。、；;：:！!？?”’』」）)》%％]")
# What ends with these is no word that runs on.
WEAK = "，、的"
MARKS = re.compile(r"[“”‘’《》（）()『』「」]")
PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "『": "』", "「": "」"}

# Fitted with the moves, see `assembly`.
BOND, OPENING, SEEN, WORD, OPENED = 0.5, -0.38, 0.67, 1.12, 3.5
REACH = 6
HOPELESS = 0.0
NEVER = -99.0


@dataclass(frozen=True)
class Evidence:
    """What is known of a strip's texts.

    joints: (texts, texts), log odds that the right one carries on the left one; loose: whether a text stops in
    mid-sentence; opening: log odds that it begins as a sentence does; table: (texts, pairs), which pairs of characters
    it holds; surprise: (pairs,), how surprising each is.
    """

    joints: Matrix
    loose: npt.NDArray[np.bool_]
    opening: npt.NDArray[np.float32]
    table: Matrix
    surprise: npt.NDArray[np.float32]

    @cached_property
    def rarity(self) -> npt.NDArray[np.float32]:
        """The surprise of each pair, the less the more texts hold it."""
        texts = len(self.table)
        spread = np.maximum(self.table.sum(axis=0), 1)
        return np.asarray(self.surprise * np.log((texts + 1) / spread) / np.log(texts + 1), dtype=np.float32)


def gather_evidence(texts: Sequence[str], whole: Sequence[bool], closed: Sequence[bool], learned: Learned) -> Evidence:
    """Everything that joining asks, computed once for a page.

    whole: of each text, whether it is never cut; closed: whether it is said to go on elsewhere.
    """
    loose = np.array([is_loose_end(text) and not entire for text, entire in zip(texts, whole, strict=True)], dtype=bool)
    joints = np.full((len(texts), len(texts)), -5.0, dtype=np.float32)
    ends = np.flatnonzero(loose).tolist()
    opening = learned.openings.odds(list(map(opening_features, texts)))
    joints[ends] = joint_odds([texts[at] for at in ends], texts, opening, learned.language)
    joints[:, [is_lead(text) or entire for text, entire in zip(texts, whole, strict=True)]] = NEVER
    joints[list(closed)] = NEVER
    np.fill_diagonal(joints, NEVER)
    return Evidence(joints, loose, opening, *pair_table(texts, learned.language))


def is_loose_end(text: str) -> bool:
    """Whether a piece stops in mid-sentence.

    >>> is_loose_end("新馆的藏书、主要特"), is_loose_end("交上“青溪答卷”。(周岚)")
    (True, False)
    """
    return not CLOSED.search(text[-64:])


def is_loose_start(text: str) -> bool:
    """Whether a piece begins with a mark that no paragraph begins with."""
    return bool(LOOSE_START.match(text))


def joint_odds(
    lefts: Sequence[str], rights: Sequence[str], opening: npt.NDArray[np.float32], language: Language
) -> Matrix:
    """The log odds that each right piece carries on the sentence in which each left piece stops, (lefts, rights).

    rights: all texts of the page; opening: of each, the log odds that it begins as a sentence does.
    Five witnesses: the language's own odds over the gap; how little the right piece begins as a sentence does; a word
    that runs across; strings over the gap that the page prints elsewhere (a cache model: R. Kuhn and R. De Mori, IEEE
    PAMI 12, 1990); brackets and quotes left open.
    """
    if not lefts or not rights:
        return np.zeros((len(lefts), len(rights)), dtype=np.float32)
    ends = codes("".join((" " + text)[-2:] for text in lefts)).reshape(-1, 2)
    starts = codes("".join((text + "  ")[:2] for text in rights)).reshape(-1, 2)
    odds = BOND * language.bond(ends, starts) + OPENING * opening[None, :]
    odds += SEEN * _seen(ends, starts, codes("\n".join(rights) + "\n\n\n")) + _brackets(lefts, rights)
    return np.asarray(odds + WORD * _words_across(lefts, rights, odds > HOPELESS), dtype=np.float32)


def _words_across(lefts: Sequence[str], rights: Sequence[str], asked: npt.NDArray[np.bool_]) -> Matrix:
    """Whether the segmenter finds a word that begins left of the gap and ends right of it; no where it is not asked."""
    found = np.zeros(asked.shape, dtype=np.float32)
    for left, right in zip(*asked.nonzero(), strict=True):
        found[left, right] = _runs_across(lefts[left][-REACH:], rights[right][:REACH])
    return found


def _runs_across(left: str, right: str) -> bool:
    at = 0
    for word in words(left + right):
        if at >= len(left):
            return False
        at += len(word)
        if at > len(left):
            return True
    return False


def _seen(ends: Codes, starts: Codes, page: Codes) -> Matrix:
    """How long a string over the gap stands elsewhere on the page: 1 for two characters to 4 for four."""
    grams = np.sort(_packed(page[:-3], page[1:-2], page[2:-1], page[3:]))
    before, last, first, after = ends[:, 0, None], ends[:, 1, None], starts[None, :, 0], starts[None, :, 1]
    two, weak = _opens(grams, _packed(last, first), 2), np.isin(last, codes(WEAK))
    three = _opens(grams, _packed(before, last, first), 3) + 1 * _opens(grams, _packed(last, first, after), 3)
    four = _opens(grams, _packed(before, last, first, after), 4)
    return np.asarray(np.where(two & ~weak, np.minimum(4, 1 + 2 * three + 3 * four), 0), dtype=np.float32)


def _packed(*chars: Codes) -> Codes:
    """Characters side by side in one number, 16 bits each."""
    packed = np.zeros(1, dtype=np.uint64)
    for char in chars:
        packed = packed << np.uint64(16) | char
    return packed


def _opens(grams: Codes, wanted: Codes, size: int) -> npt.NDArray[np.bool_]:
    """Whether one of the sorted four-grams opens with the characters that are wanted."""
    rest = np.uint64(16 * (4 - size))
    at = np.minimum(np.searchsorted(grams, wanted << rest), len(grams) - 1)
    return np.asarray(grams[at] >> rest == wanted)


def _brackets(lefts: Sequence[str], rights: Sequence[str]) -> Matrix:
    """A bonus where the right piece closes what the left one left open."""
    opened = np.array([_balance(text)[1] > 0 for text in lefts])[:, None]
    closing = np.array([_balance(text)[0] > 0 for text in rights])[None, :]
    return np.where(opened & closing, OPENED, 0).astype(np.float32)


@lru_cache(maxsize=1024)
def _balance(text: str) -> tuple[int, int]:
    """How many brackets and quotes a text closes without opening them, and opens without closing."""
    unopened, stack = 0, []
    for char in MARKS.findall(text):
        if char in PAIRS:
            stack.append(PAIRS[char])
        elif stack and char == stack[-1]:
            stack.pop()
        elif char in PAIRS.values():
            unopened += 1
    return unopened, len(stack)


def pair_table(texts: Sequence[str], language: Language) -> tuple[Matrix, npt.NDArray[np.float32]]:
    """Which pairs of characters each text holds, (texts, pairs) of 0 and 1, and how surprising each is, (pairs,)."""
    points = codes("\n".join(text.replace("\n", " ") for text in texts))
    rows = np.cumsum(points == ord("\n"), dtype=np.uint64)
    worded = _is_word(points)
    inside = np.flatnonzero(worded[:-1] & worded[1:])
    pairs = (points[inside] << np.uint64(16)) | points[inside + 1]
    keys, columns = np.unique(pairs, return_inverse=True)
    table = np.zeros((len(texts), len(keys)), dtype=np.float32)
    table[rows[inside], columns] = 1
    return table, language.surprise(keys)


def _is_word(points: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Chinese characters, digits and Latin letters."""
    digit = (points >= ord("0")) & (points <= ord("9"))
    latin = ((points | np.uint64(32)) >= ord("a")) & ((points | np.uint64(32)) <= ord("z"))
    return digit | latin | (points >= 0x3400) & (points <= 0x9FFF)
