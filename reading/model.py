"""What the reader learned from the corpus."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from articles.arrays import CURE, FLOATS, TEXTS, WHOLE, broken, load_arrays
from articles.bigrams import find_sorted
from articles.errors import InputError
from articles.language import TrigramModel, load_language

OPENINGS, WORDING, VERSION = "openings.npz", "wording.npz", 1
JOINS, HEADLINES, HEADS, MOVES, SPLITS = "joins.npz", "headlines.npz", "heads.npz", "moves.npz", "splits.npz"
FLOW = "flow.npz"
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class HashedLogisticRegression:
    """A logistic regression over named features, kept by their CRC-32.

    keys: (features,), sorted; weights: of each; bias: the logit of a text without any.
    Source: K. Weinberger and others, Feature Hashing for Large Scale Multitask Learning, ICML 2009.
    """

    keys: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]
    bias: float

    def logits(self, rows: Sequence[Sequence[str]]) -> npt.NDArray[np.float32]:
        """The logit of each text, (texts,), given the names of its features."""
        wanted = np.fromiter(map(feature_key, chain.from_iterable(rows)), dtype=np.uint32)
        found, at = find_sorted(self.keys, wanted)
        owner = np.repeat(np.arange(len(rows)), list(map(len, rows)))
        sums = np.bincount(owner, np.where(found, self.weights[at], 0), len(rows))
        return np.asarray(self.bias + sums, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class ReaderModel:
    """language: how characters follow each other; openings: whether a text begins as a sentence does; wording: whether
    a line is worded as a headline is. And weights under their features' names: joins: of a text that carries on another
    in mid-sentence; headlines: of a line of a headline; heads: of how the lines over a story part; moves: of a run that
    has strayed; splits: of a story that ends where no headline stands; flow: of a text block that follows another on a
    laid out page.
    """

    language: TrigramModel
    openings: HashedLogisticRegression
    wording: HashedLogisticRegression
    joins: Weights
    headlines: Weights
    heads: Weights
    moves: Weights
    splits: Weights
    flow: Weights


def feature_key(name: str) -> int:
    """What a feature is kept by."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def load_reader(models: Path, language: TrigramModel | None = None) -> ReaderModel:
    """The models in a folder, the language if it is loaded already; raises InputError where one cannot be used."""
    language = language or load_language(models)
    openings, wording = (load_regression(models / name) for name in (OPENINGS, WORDING))
    weights = (load_weights(models / name) for name in (JOINS, HEADLINES, HEADS, MOVES, SPLITS, FLOW))
    return ReaderModel(language, openings, wording, *weights)


def load_regression(path: Path) -> HashedLogisticRegression:
    """A logistic regression from its file; raises InputError where it cannot be used."""
    arrays = load_arrays(
        path, VERSION, {"keys": (WHOLE, ("features",)), "weights": (FLOATS, ("features",)), "bias": (FLOATS, ())}
    )
    if (arrays["keys"][1:] <= arrays["keys"][:-1]).any():
        raise broken(path)
    return HashedLogisticRegression(arrays["keys"], arrays["weights"].astype(np.float32), float(arrays["bias"]))


class NamedWeights(dict[str, float]):
    """Weights under their features' names; a name that the file lacks is told when it is asked for."""

    def __init__(self, path: Path, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.path = path

    def __missing__(self, name: str) -> float:
        raise InputError(f"{self.path}: it has no weight of {name!r}", CURE)


def load_weights(path: Path) -> NamedWeights:
    """Weights under their features' names from a file; raises InputError where it cannot be used."""
    arrays = load_arrays(path, VERSION, {"names": (TEXTS, ("features",)), "weights": (FLOATS, ("features",))})
    return NamedWeights(path, dict(zip(arrays["names"].tolist(), arrays["weights"].tolist(), strict=True)))
