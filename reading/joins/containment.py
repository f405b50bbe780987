"""What rows share, and how much that says of their being one story."""

from collections.abc import Sequence

import numpy as np

from reading.joins.scores import JoinScores, Matrix

# Added to what two texts hold, in nats, so that little texts share little.
PRIOR = 60.0
LINE_PRIOR = 10.0


def shared_surprisal(joins: JoinScores) -> tuple[Matrix, Matrix]:
    """What every two rows share, (rows, rows), nothing with themselves, and what each one holds, (rows,).

    In nats of surprisal; a bigram counts the less the more rows of the page hold it. Source: lexical cohesion after
    M. A. Hearst, TextTiling, Computational Linguistics 23 (1997).
    """
    shared = np.asarray((joins.table * joins.idf_surprisal) @ joins.table.T, dtype=np.float32)
    total = shared.diagonal().copy()
    np.fill_diagonal(shared, 0)
    return shared, total


def same_story_logit(joins: JoinScores, one: Sequence[int], other: Sequence[int]) -> float:
    """Log odds that two runs of rows are parts of one story, from the bigrams that both hold.

    Fitted on 1,600 pairs of runs: parts of one story share a tenth of the lesser one's surprisal, of two a fiftieth.
    """
    if not len(one) or not len(other):
        return 0.0
    share, least = overlap(joins, one, other)
    return float(np.clip(70 * (share - 0.045), -3, 5)) * min(1.0, least / 300)


def overlap(joins: JoinScores, one: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """How much of the lesser of two runs of rows the other one holds too, 0 to 1, and how much that lesser one holds.

    In nats of surprisal; a bigram counts the less the more rows of the page hold it (Szymkiewicz-Simpson coefficient).
    """
    weight = joins.idf_surprisal
    left, right = joins.table[list(one)].max(axis=0), joins.table[list(other)].max(axis=0)
    least = min(float(left @ weight), float(right @ weight))
    return float((left * right) @ weight) / (least + PRIOR), least


def containment(joins: JoinScores, line: int, texts: Sequence[int]) -> float:
    """How much of a line's surprisal the texts hold, 0 to 1 (A. Broder's containment, 1997, weighed by surprisal)."""
    whole = float(joins.table[line] @ joins.surprisal)
    if not len(texts) or not whole:
        return 0.0
    held = float((joins.table[line] * joins.table[list(texts)].max(axis=0)) @ joins.surprisal)
    return held / (whole + LINE_PRIOR)
