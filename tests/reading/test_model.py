"""The reader's models: logistic regressions by hashed names."""

from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from articles.arrays import write_arrays
from articles.errors import InputError
from articles.language import FILE as LANGUAGE
from articles.language import SHAPES, load_language
from articles.language import VERSION as LANGUAGE_VERSION
from reading.model import (
    FLOW,
    HEADLINES,
    HEADS,
    JOINS,
    MOVES,
    OPENINGS,
    SPLITS,
    VERSION,
    WORDING,
    HashedLogisticRegression,
    NamedWeights,
    feature_key,
    load_reader,
    load_regression,
)
from tests.trained import MODELS


def model(**weights: float) -> HashedLogisticRegression:
    """A regression with a bias of one half."""
    keys = sorted((feature_key(name), weight) for name, weight in weights.items())
    return HashedLogisticRegression(
        np.array([key for key, _ in keys], np.uint32), np.array([weight for _, weight in keys], np.float32), 0.5
    )


def test_a_logit_is_bias_and_weights() -> None:
    """Each feature that a text has adds its weight, as often as it is named; what was never learned adds nothing."""
    found = model(short=2.0, dated=-1.0).logits([["short", "dated"], [], ["unknown"], ["dated", "dated"]])
    assert found.tolist() == [1.5, 0.5, 0.5, -1.5]


def test_keys_are_crc_32() -> None:
    """The same on any machine, also for half a character."""
    assert feature_key("词 市政协") == crc32("词 市政协".encode())
    assert feature_key("\ud83d")


def test_models_are_loaded_or_told(tmp_path: Path) -> None:
    """A folder holds all of them or ends in one line; a language that is loaded already is taken."""
    with pytest.raises(InputError, match=r"language\.npz: it is missing"):
        load_reader(tmp_path)
    with pytest.raises(InputError, match=r"openings\.npz: it is missing"):
        load_reader(tmp_path, MODELS.language)
    arrays = {"keys": np.arange(2, dtype=np.uint32), "weights": np.ones(2, np.float16), "bias": np.array(-0.5)}
    for name in (OPENINGS, WORDING):
        write_arrays(tmp_path / name, VERSION, arrays)
    for name in (JOINS, HEADLINES, HEADS, MOVES, SPLITS, FLOW):
        with pytest.raises(InputError, match=rf"{name}: it is missing"):
            load_reader(tmp_path, MODELS.language)
        write_arrays(tmp_path / name, VERSION, {"names": np.array([name]), "weights": np.array([0.5], np.float32)})
    loaded = load_reader(tmp_path, MODELS.language)
    assert loaded.language is MODELS.language
    assert (loaded.joins, loaded.moves, loaded.flow) == ({JOINS: 0.5}, {MOVES: 0.5}, {FLOW: 0.5})
    assert (loaded.wording.bias, loaded.wording.weights.dtype) == (-0.5, np.float32)


def test_a_weight_that_is_not_there_is_told() -> None:
    """Weights of other names are no model of ours, which is told when the first is asked for."""
    with pytest.raises(InputError, match=r"joins\.npz: it has no weight of 'dashes'; run `make train`"):
        NamedWeights(Path("joins.npz"), {"strokes": 0.5})["dashes"]


@pytest.mark.parametrize("keys", [[1, 1], [2, 1]])
def test_keys_are_in_order(tmp_path: Path, keys: list[int]) -> None:
    """They are looked for as sorted numbers, so others would be found wrong."""
    arrays = {"keys": np.array(keys, np.uint32), "weights": np.ones(2, np.float16), "bias": np.array(0.5)}
    with pytest.raises(InputError, match="broken"):
        load_regression(write_arrays(tmp_path / OPENINGS, VERSION, arrays))


@pytest.mark.parametrize(
    "harm",
    [{"chars": [5, 5, 6]}, {"chars": [5, 70000, 70001]}, {"bigrams": [7, 5, 8]}, {"trigrams": [1, 2, 2**48]}],
)
def test_the_keys_of_the_language_are_in_order(tmp_path: Path, harm: dict[str, list[int]]) -> None:
    """They are keys of so many characters."""
    arrays = {name: np.ones(3, np.float16) for name in SHAPES}
    arrays |= {name: np.array([1, 2, 3], np.uint64) for name in ("chars", "bigrams", "trigrams")}
    load_language(write_arrays(tmp_path / LANGUAGE, LANGUAGE_VERSION, arrays).parent)
    arrays |= {name: np.array(keys, np.uint64) for name, keys in harm.items()}
    with pytest.raises(InputError, match="broken"):
        load_language(write_arrays(tmp_path / LANGUAGE, LANGUAGE_VERSION, arrays).parent)
