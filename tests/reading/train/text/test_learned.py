"""What is learned from torn pages, small ones: the weights speak the way that the pages do."""

from pathlib import Path

import numpy as np
import pytest

from articles.page import Page
from formats.corpus import read_corpus
from reading.model import load_weights
from reading.train.logit import fit_choices
from reading.train.text.examples import Batch, Example, examples
from reading.train.text.headlines import learn_headlines, learn_splits
from reading.train.text.joins import learn_joins
from reading.train.text.moves import learn_moves
from reading.train.text.pages import draw_pages
from tests.trained import MODELS

CORPUS = read_corpus(Path(__file__).parents[4] / "seeds")


@pytest.fixture(scope="module")
def torn() -> list[Example]:
    """Some torn pages."""
    return list(examples((Page(page.text, ""), page.truth) for page in draw_pages(CORPUS, 20, 9)))


def test_choices_are_fitted_as_a_conditional_logit() -> None:
    """Two choices, the right one with a feature more by 1 in three of four questions: odds of 3, a weight of ln 3."""
    better, worse = np.array([[1.0], [0.0]], np.float32), np.array([True, False])
    weight = fit_choices([(better, worse)] * 3 + [(better, ~worse)], penalty=0.0)
    assert weight == pytest.approx([np.log(3)], abs=2e-3)
    several = fit_choices([(better, np.array([True, True]))], penalty=0.1)
    assert several == pytest.approx([0.0], abs=1e-3)


def test_joins_are_learned(torn: list[Example], tmp_path: Path) -> None:
    """What the language finds likely speaks for a join, a sentence's start against it."""
    weights = load_weights(learn_joins([Batch(torn, MODELS.reader)], tmp_path))
    assert weights.keys() == MODELS.reader.joins.keys()
    assert weights["characters"] > 0 > weights["begins as a sentence does"]


def test_headlines_and_splits_are_learned(torn: list[Example], tmp_path: Path) -> None:
    """A dateline after a line makes it a headline; what both sides share speaks against a split."""
    weights = load_weights(learn_headlines([Batch(torn, MODELS.reader)], tmp_path))
    assert weights.keys() == MODELS.reader.headlines.keys()
    assert weights["lead after"] > 0
    whole = list(examples((Page(page.text, ""), page.truth) for page in draw_pages(CORPUS, 30, 9, torn=False)))
    splits = load_weights(learn_splits([Batch(whole, MODELS.reader)], tmp_path))
    assert splits.keys() == MODELS.reader.splits.keys()
    assert splits["shared"] < 0 < splits["a lead after"]


def test_moves_are_learned(torn: list[Example], tmp_path: Path) -> None:
    """A move costs, and a join that it makes is worth something; every feature of a move has a weight."""
    weights = load_weights(learn_moves([Batch(torn, MODELS.reader)], tmp_path))
    assert weights.keys() == MODELS.reader.moves.keys()
    assert weights["any move"] < 0 < weights["join"]
