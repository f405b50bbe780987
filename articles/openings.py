"""How a text begins: as a sentence does, or in the middle of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from articles.arrays import load_arrays
from articles.language import FOLD, MODELS
from articles.words import words

VERSION = 1
REACH = 10


@dataclass(frozen=True, slots=True)
class Openings:
    """A logistic regression over a text's first words and characters; features are kept by their CRC-32, sorted."""

    keys: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]
    bias: float

    def odds(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The log odds that each text begins a sentence, (texts,)."""
        if not texts:
            return np.zeros(0, dtype=np.float32)
        wanted = np.array([list(features(text)) for text in texts], dtype=np.uint32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.asarray(
            self.bias + np.where(self.keys[at] == wanted, self.weights[at], 0).sum(axis=1), dtype=np.float32
        )


def features(text: str) -> Iterator[int]:
    """What is looked at: the first word, its length, the word after it; the first characters, alone and together."""
    start = text[:REACH].translate(FOLD)
    first, second, *_ = [*words(start), "", ""]
    yield from map(_key, (f"word {first}", f"words {first} {second}", f"then {second}", f"length {len(first)}"))
    yield from (_key(f"first {start[:size]}") for size in (1, 2, 3, 4))
    yield from (_key(f"at {place} {char}") for place, char in enumerate(start[:4].ljust(4)))
    yield from (_key(f"pair {place} {start[place : place + 2]}") for place in (1, 2))


def _key(name: str) -> int:
    return crc32(name.encode("utf-8", "surrogatepass"))


@cache
def openings(models: Path = MODELS) -> Openings:
    """The model that `make train` made; raises InputError where it is missing, broken or of another version."""
    arrays = load_arrays(models / "openings.npz", VERSION, ("keys", "weights", "bias"))
    return Openings(arrays["keys"], arrays["weights"].astype(np.float32), float(arrays["bias"]))
