"""The language model: how likely a character is after the two before it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from articles.arrays import FLOATS, WHOLE, broken, load_arrays
from articles.bigrams import BITS, Codes, find_sorted

FILE, VERSION = "language.npz", 1
START = "\x02"
# What a character counts for that was never seen: the logarithm of one in a million.
UNSEEN_LOG = np.float32(-14.0)
MASK = np.uint64(0xFFFF)

# As they are stored; of the keys, the differences.
SHAPES = {
    **{name: (WHOLE, (name,)) for name in ("chars", "bigrams", "trigrams")},
    **{f"{name}_logs": (FLOATS, (f"{name}s",)) for name in ("char", "bigram", "trigram")},
    **{f"{name}_weights": (FLOATS, (f"{name}s",)) for name in ("char", "bigram")},
}

Logs = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TrigramModel:
    """A trigram model of characters in ARPA's form: log probabilities of what was seen, back-off weights for the rest.

    Keys are sorted; a bigram's is its characters' code points at 16 bits each, a trigram's likewise.
    Source: I. H. Witten and T. C. Bell, The zero-frequency problem, IEEE Trans. Information Theory 37 (1991).
    """

    chars: Codes
    char_logs: Logs
    bigrams: Codes
    bigram_logs: Logs
    trigrams: Codes
    trigram_logs: Logs
    char_weights: Logs
    bigram_weights: Logs

    def pmi(self, left: Codes, right: Codes) -> Logs:
        """How much likelier `right` is after `left` than anywhere, in nats (pointwise mutual information).

        left: (n, 2) codes of the last two characters; right: (m, 2) codes of the first two; returns (n, m).
        """
        before, after = np.repeat(left, len(right), axis=0), np.tile(right, (len(left), 1))
        joined = self._log(before[:, 0], before[:, 1], after[:, 0]) + self._log(before[:, 1], after[:, 0], after[:, 1])
        return cast(Logs, joined.reshape(len(left), len(right)) - self._anywhere(right)[None, :])

    def _anywhere(self, pairs: Codes) -> Logs:
        return cast(Logs, self._char_log(pairs[:, 0]) + self._bigram_log(pairs[:, 0], pairs[:, 1]))

    def surprisal(self, bigrams: Codes) -> Logs:
        """Minus the log probability of bigrams (codes as in `bigrams`) in nats, the rarer the higher; shape kept."""
        first, second = bigrams >> BITS, bigrams & MASK
        return cast(Logs, -(self._char_log(first) + self._bigram_log(first, second)))

    def _char_log(self, a: Codes) -> Logs:
        found, at = find_sorted(self.chars, a)
        return np.where(found, self.char_logs[at], UNSEEN_LOG)

    def _bigram_log(self, a: Codes, b: Codes) -> Logs:
        found, at = find_sorted(self.bigrams, (a << BITS) | b)
        seen, char = find_sorted(self.chars, a)
        backed = np.where(seen, self.char_weights[char], 0) + self._char_log(b)
        return np.where(found, self.bigram_logs[at], backed)

    def _log(self, a: Codes, b: Codes, c: Codes) -> Logs:
        pair = (a << BITS) | b
        found, at = find_sorted(self.trigrams, (pair << BITS) | c)
        seen, context = find_sorted(self.bigrams, pair)
        backed = np.where(seen, self.bigram_weights[context], 0) + self._bigram_log(b, c)
        return np.where(found, self.trigram_logs[at], backed)


def load_language(models: Path) -> TrigramModel:
    """The model that `make train` made; raises InputError where it is missing, broken or of another version."""
    path = models / FILE
    arrays = load_arrays(path, VERSION, SHAPES)
    model = TrigramModel(**{name: _widened(array) for name, array in arrays.items()})
    for keys, chars in ((model.chars, 1), (model.bigrams, 2), (model.trigrams, 3)):
        if (keys[1:] <= keys[:-1]).any() or keys[-1] >> (BITS * np.uint64(chars)):
            raise broken(path)
    return model


def _widened(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Stored arrays as they are used: differences of sorted keys summed up again, half floats as single."""
    return np.cumsum(array, dtype=np.uint64) if array.dtype.kind == "u" else array.astype(np.float32)
