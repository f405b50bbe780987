"""Where the trained model lies, and the model itself, loaded once a process."""

from functools import cache
from pathlib import Path

from classify.model import Model, load

MODELS = Path(__file__).resolve().parent.parent / "models"


@cache
def model(directory: Path) -> Model:
    """The model in a folder; raises InputError where there is none that can be used."""
    return load(directory)
