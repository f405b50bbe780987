"""What rows share, worked out by hand on four rows and five bigrams."""

import numpy as np
import pytest

from reading.joins.containment import (
    LINE_PRIOR,
    PRIOR,
    containment,
    overlap,
    same_story_logit,
    shared_surprisal,
)
from reading.joins.scores import JoinScores

# Rows 0 and 1 share the first bigram, 2 holds one alone, 3 none.
TABLE = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0]], dtype=np.float32)
SURPRISAL = np.array([400, 300, 200, 500], dtype=np.float32)
HALF = float(np.log(5 / 2) / np.log(5))  # what a bigram of two rows in four counts


def scores(table: np.ndarray = TABLE, surprisal: np.ndarray = SURPRISAL) -> JoinScores:
    rows = len(table)
    return JoinScores(np.zeros((rows, rows), np.float32), np.zeros(rows, np.float32), table, surprisal)


def test_shared_is_weighed_by_rarity() -> None:
    """Two rows share what both hold, none anything with itself; each holds all its own."""
    shared, total = shared_surprisal(scores())
    assert shared[0, 1] == shared[1, 0] == pytest.approx(400 * HALF)
    assert (shared.sum(), shared.diagonal().any()) == (pytest.approx(800 * HALF), False)
    assert total == pytest.approx(np.array([400 * HALF + 300, 400 * HALF + 200, 500, 0]))


def test_overlap_is_the_share_of_the_lesser() -> None:
    """Of two runs the one that holds less is the measure, and a run holds a bigram once."""
    held = 400 * HALF + 200
    assert overlap(scores(), [0], [1]) == overlap(scores(), [1], [0])
    assert overlap(scores(), [0], [1]) == pytest.approx((400 * HALF / (held + PRIOR), held))
    assert overlap(scores(), [0, 0], [1]) == overlap(scores(), [0], [1])
    assert overlap(scores(), [0], [2])[0] == 0


def test_much_in_common_speaks_for_one_story_nothing_for_two() -> None:
    """From a share of 0.045 on the odds are even; they are bounded, and little text says little."""
    assert same_story_logit(scores(), [0], [1]) == 5
    assert same_story_logit(scores(), [0], [2]) == -3
    assert same_story_logit(scores(surprisal=SURPRISAL / 4), [0], [1]) == pytest.approx(
        5 * (400 * HALF + 200) / 4 / 300
    )
    assert same_story_logit(scores(), [], [1]) == same_story_logit(scores(), [0], []) == 0
    table = np.array([[1, 1, 0], [1, 0, 1]], dtype=np.float32)
    for shared, sign in ((100, 1), (60, -1)):
        surprisal = np.array([shared, 600, 600], dtype=np.float32)
        assert np.sign(same_story_logit(scores(table, surprisal), [0], [1])) == sign


def test_a_line_is_held_by_texts() -> None:
    """The share of a line that any of the texts holds, rarity aside; a line without pairs is held by nothing."""
    assert containment(scores(), 0, [1]) == pytest.approx(400 / (700 + LINE_PRIOR))
    assert containment(scores(), 0, [1, 2]) == containment(scores(), 0, [1])
    assert containment(scores(), 1, [0, 1]) == pytest.approx(600 / (600 + LINE_PRIOR))
    assert containment(scores(), 0, [2]) == containment(scores(), 0, []) == containment(scores(), 3, [0]) == 0
