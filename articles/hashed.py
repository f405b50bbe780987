"""A linear model of what a text looks like: logistic regression over named features, kept by their CRC-32."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from articles.arrays import load_arrays

VERSION = 1


@dataclass(frozen=True, slots=True)
class Hashed:
    """keys: (features,), sorted; weights: of each; bias: the log odds of a text without any."""

    keys: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]
    bias: float

    def odds(self, rows: Sequence[Sequence[str]]) -> npt.NDArray[np.float32]:
        """The log odds of each text, (texts,), given the names of its features."""
        wanted = np.fromiter(map(key, chain.from_iterable(rows)), dtype=np.uint32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        found = np.where(self.keys[at] == wanted, self.weights[at], 0)
        owner = np.repeat(np.arange(len(rows)), list(map(len, rows)))
        return np.asarray(self.bias + np.bincount(owner, found, len(rows)), dtype=np.float32)


def key(name: str) -> int:
    """What a feature is kept by."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def load_hashed(path: Path) -> Hashed:
    """The model of a file; raises InputError where it is missing, broken or of another version."""
    arrays = load_arrays(path, VERSION, ("keys", "weights", "bias"))
    return Hashed(arrays["keys"], arrays["weights"].astype(np.float32), float(arrays["bias"]))
