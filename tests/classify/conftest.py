"""The model that training makes of the corpus now, and the one that the project ships."""

from pathlib import Path

import pytest

from classify.learn import Training
from classify.model import Model, load
from classify.train import train

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Training:
    """What training learns from seeds/."""
    return train(ROOT / "seeds", tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def model() -> Model:
    """The model in models/."""
    return load(ROOT / "models")
