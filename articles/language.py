"""The language's own odds: how likely a character is after the two before it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from articles.arrays import load_arrays

VERSION = 1
MODELS = Path(__file__).resolve().parent.parent / "models"
START = "\x02"
FOLD = str.maketrans(",:;?!()．％", "，：；？！（）.%")

Codes = npt.NDArray[np.uint64]
Logs = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Language:
    """A trigram model of characters in ARPA's form: log probabilities of what was seen, back-off weights for the rest.

    Keys are sorted; a bigram's is its characters' code points at 16 bits each, a trigram's likewise.
    Source: I. H. Witten and T. C. Bell, The zero-frequency problem, IEEE Trans. Information Theory 37 (1991).
    """

    chars: Codes
    char_logs: Logs
    pairs: Codes
    pair_logs: Logs
    triples: Codes
    triple_logs: Logs
    char_weights: Logs
    pair_weights: Logs

    def bond(self, left: Codes, right: Codes) -> Logs:
        """How much likelier `right` is after `left` than anywhere, natural logarithm (pointwise mutual information).

        left: (n, 2) codes of the last two characters; right: (m, 2) codes of the first two; returns (n, m).
        """
        before, after = np.repeat(left, len(right), axis=0), np.tile(right, (len(left), 1))
        joined = self._log(before[:, 0], before[:, 1], after[:, 0]) + self._log(before[:, 1], after[:, 0], after[:, 1])
        return cast(Logs, joined.reshape(len(left), len(right)) - self._anywhere(right)[None, :])

    def _anywhere(self, pairs: Codes) -> Logs:
        return cast(Logs, self._char_log(pairs[:, 0]) + self._pair_log(pairs[:, 0], pairs[:, 1]))

    def surprise(self, pairs: Codes) -> Logs:
        """Minus the log probability of pairs of characters (codes as in `pairs`), the rarer the higher; shape kept."""
        first, second = pairs >> np.uint64(16), pairs & np.uint64(0xFFFF)
        return cast(Logs, -(self._char_log(first) + self._pair_log(first, second)))

    def _char_log(self, a: Codes) -> Logs:
        found, at = _find(self.chars, a)
        return np.where(found, self.char_logs[at], np.float32(-14.0))

    def _pair_log(self, a: Codes, b: Codes) -> Logs:
        found, at = _find(self.pairs, (a << np.uint64(16)) | b)
        known, char = _find(self.chars, a)
        backed = np.where(known, self.char_weights[char], 0) + self._char_log(b)
        return np.where(found, self.pair_logs[at], backed)

    def _log(self, a: Codes, b: Codes, c: Codes) -> Logs:
        pair = (a << np.uint64(16)) | b
        found, at = _find(self.triples, (pair << np.uint64(16)) | c)
        known, context = _find(self.pairs, pair)
        backed = np.where(known, self.pair_weights[context], 0) + self._pair_log(b, c)
        return np.where(found, self.triple_logs[at], backed)


def _find(keys: Codes, wanted: Codes) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.intp]]:
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return keys[at] == wanted, at


def codes(text: str) -> Codes:
    """The code points of a text, half-width marks read as full-width, what lies beyond 16 bits as U+FFFD."""
    points = np.frombuffer(text.translate(FOLD).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.where(points > 0xFFFF, 0xFFFD, points).astype(np.uint64)


@cache
def language(models: Path = MODELS) -> Language:
    """The model that `make train` made; raises InputError where it is missing, broken or of another version."""
    arrays = load_arrays(models / "language.npz", VERSION, tuple(Language.__slots__))
    return Language(**{name: _widened(array) for name, array in arrays.items()})


def _widened(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Stored arrays as they are used: differences of sorted keys summed up again, half floats as single."""
    return np.cumsum(array, dtype=np.uint64) if array.dtype.kind == "u" else array.astype(np.float32)
