"""The language model: how likely a character is after the two before it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from articles.arrays import FLOATS, broken, load_arrays
from articles.bigrams import BITS, Codes, Flags, Indices, find_sorted

FILE, VERSION = "language.npz", 2
START = "\x02"
# What a character counts for that was never seen: the logarithm of one in a million.
UNSEEN_LOG = np.float32(-14.0)
MASK = np.uint64(0xFFFF)

SHAPES = {
    **{name: ("u8", (name,)) for name in ("chars", "bigrams", "trigrams")},
    **{f"{name}_logs": (FLOATS, (f"{name}s",)) for name in ("char", "bigram", "trigram")},
    **{f"{name}_weights": (FLOATS, (f"{name}s",)) for name in ("char", "bigram")},
}

Logs = npt.NDArray[np.float32]
Stored = npt.NDArray[np.floating[Any]]
# Codes of bigrams, which of them were seen, and where they stand.
Found = tuple[Codes, Flags, Indices]


@dataclass(frozen=True)
class TrigramModel:
    """A trigram model of characters in ARPA's form: log probabilities of what was seen, back-off weights for the rest.

    Keys are sorted; a bigram's is its characters' code points at 16 bits each, a trigram's likewise. Logarithms are
    stored as half floats, and reckoned with as single.
    Source: I. H. Witten and T. C. Bell, The zero-frequency problem, IEEE Trans. Information Theory 37 (1991).
    """

    chars: Codes
    char_logs: Stored
    bigrams: Codes
    bigram_logs: Stored
    trigrams: Codes
    trigram_logs: Stored
    char_weights: Stored
    bigram_weights: Stored

    def pmi(self, left: Codes, right: Codes) -> Logs:
        """How much likelier `right` is after `left` than anywhere, in nats (pointwise mutual information).

        left: (n, 2) codes of the last two characters; right: (m, 2) codes of the first two; returns (n, m).
        """
        before, after = np.repeat(left, len(right), axis=0), np.tile(right, (len(left), 1))
        far, last, first, then = before[:, 0], before[:, 1], after[:, 0], after[:, 1]
        across = self._find((last << BITS) | first)
        joined = self._log(self._find((far << BITS) | last), first, self._bigram_log(across, last, first))
        joined += self._log(across, then, self._bigram_log(self._find((first << BITS) | then), first, then))
        return cast(Logs, joined.reshape(len(left), len(right)) - self._anywhere(right)[None, :])

    def _anywhere(self, pairs: Codes) -> Logs:
        return -self.surprisal(pairs[:, 0] << BITS | pairs[:, 1])

    def surprisal(self, bigrams: Codes) -> Logs:
        """Minus the log probability of bigrams (codes as in `bigrams`) in nats, the rarer the higher; shape kept."""
        first, second = bigrams >> BITS, bigrams & MASK
        logs, _ = self._of_chars
        return cast(Logs, -(logs[first.astype(np.intp)] + self._bigram_log(self._find(bigrams), first, second)))

    @cached_property
    def _of_chars(self) -> tuple[Logs, Logs]:
        """Of every character of 16 bits its log probability and its back-off weight, (65536,) each."""
        logs = np.full(int(MASK) + 1, UNSEEN_LOG, dtype=np.float32)
        weights = np.zeros_like(logs)
        at = self.chars.astype(np.intp)
        logs[at], weights[at] = self.char_logs, self.char_weights
        return logs, weights

    def _find(self, pairs: Codes) -> Found:
        return (pairs, *find_sorted(self.bigrams, pairs))

    def _bigram_log(self, pair: Found, a: Codes, b: Codes) -> Logs:
        _, found, at = pair
        logs, weights = self._of_chars
        return np.where(found, self.bigram_logs[at], weights[a.astype(np.intp)] + logs[b.astype(np.intp)])

    def _log(self, pair: Found, c: Codes, shorter: Logs) -> Logs:
        """The log probability of a character after a pair; shorter: the same after the pair's last one."""
        codes, seen, context = pair
        found, at = find_sorted(self.trigrams, (codes << BITS) | c)
        return np.where(found, self.trigram_logs[at], np.where(seen, self.bigram_weights[context], 0) + shorter)


def load_language(models: Path) -> TrigramModel:
    """The model that `make train` made; raises InputError where it is missing, broken or of another version."""
    path = models / FILE
    arrays = load_arrays(path, VERSION, SHAPES)
    model = TrigramModel(**arrays)
    for keys, chars in ((model.chars, 1), (model.bigrams, 2), (model.trigrams, 3)):
        if (keys[1:] <= keys[:-1]).any() or keys[-1] >> (BITS * np.uint64(chars)):
            raise broken(path)
    return model
