"""The reader's models: logistic regressions by hashed names."""

from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from articles.arrays import write_arrays
from articles.errors import InputError
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
    feature_key,
    load_reader,
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
