"""What the reader learned from the corpus, loaded once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from articles.hashed import Hashed, load_hashed
from articles.language import MODELS, Language, language


@dataclass(frozen=True, slots=True)
class Learned:
    """language: the odds of characters; openings: log odds that a text begins as a sentence does; wording: that a line
    is worded as a headline is.
    """

    language: Language
    openings: Hashed
    wording: Hashed


@cache
def learned(models: Path = MODELS) -> Learned:
    """The models that `make train` made; raises InputError where one is missing, broken or of another version."""
    return Learned(language(models), load_hashed(models / "openings.npz"), load_hashed(models / "wording.npz"))
