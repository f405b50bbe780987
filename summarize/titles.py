"""How headline-like a pair of characters is: how often it stands in the headline of a story that holds it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.errors import InputError

VERSION = 1
MODELS = Path(__file__).resolve().parent.parent / "models"

Codes = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Titles:
    """Pairs of characters as sorted codes (see `summarize.pairs`), and how often each is in its story's headline.

    rates: natural logarithms of shares; usual: that of a pair that the corpus does not hold.
    Source of the idea: H. P. Edmundson, New Methods in Automatic Extracting, J. ACM 16 (1969), cue and title words.
    """

    pairs: Codes
    rates: Floats
    usual: float

    def log_rates(self, pairs: Codes) -> Floats:
        """The logarithms of the rates of pairs, in their order."""
        at = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        return np.where(self.pairs[at] == pairs, self.rates[at], self.usual)


@cache
def titles(models: Path = MODELS) -> Titles:
    """The table that `make train` made; raises InputError where it is missing, broken or of another version."""
    path = models / "titles.npz"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if int(arrays["version"]) != VERSION:
                raise InputError(f"{path} is of another version", "run `make train`")
            pairs = np.cumsum(arrays["pairs"], dtype=np.uint64)
            return Titles(pairs, arrays["rates"].astype(np.float64), float(arrays["usual"]))
    except FileNotFoundError:
        raise InputError(f"{path} is missing", "run `make train`") from None
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise InputError(f"{path} is broken ({error})", "run `make train`") from None
