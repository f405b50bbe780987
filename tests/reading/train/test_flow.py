"""Learning which text block follows which: from pages whose truth is known."""

import random
from pathlib import Path

import pytest

from reading.layout.blocks import survey
from reading.model import load_weights
from reading.train import flow
from reading.train.flow import _predecessors, learn_flow
from reading.train.typesetter.page import typeset
from reading.train.typesetter.shapes import SHAPES
from reading.train.typesetter.sheet import Look
from tests.reading.layout.layouts import told
from tests.reading.train.test_classifiers import CORPUS
from tests.trained import MODELS


def test_what_is_learned_is_what_a_typesetter_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text goes on without an indent where it was cut off, and does not climb; the same bytes each time."""
    monkeypatch.setattr(flow, "PAGES", 60)
    first = learn_flow(CORPUS, MODELS.reader, tmp_path).read_bytes()
    weights = load_weights(tmp_path / "flow.npz")
    assert weights["cut off, then no indent"] > 0 > weights["cut off, then an indent"]
    assert weights["higher up"] < weights["in the next column"]
    assert weights["under the head"] > weights["not under its head"]
    assert learn_flow(CORPUS, MODELS.reader, tmp_path).read_bytes() == first


@pytest.mark.parametrize("shape", SHAPES)
def test_the_truth_of_a_page_is_each_storys_own_order(shape: str) -> None:
    """Each block stands behind one of its own story that ends before it begins, or its headline, or nothing."""
    page = typeset(told(3), random.Random(1), Look(shapes=(shape,)))
    surroundings, _ = survey(page.layout)
    blocks = surroundings.blocks
    bodies = ["".join(story["body"]) for story in page.truth]
    for at, row in enumerate(_predecessors(page, surroundings)):
        (story,) = [body for body in bodies if blocks[at].text in body]
        if row < len(blocks):
            assert blocks[row].text + blocks[at].text in story
        else:
            assert story.startswith(blocks[at].text)
