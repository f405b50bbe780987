"""What texts share, and how much that says of their being one story."""

from collections.abc import Sequence

import numpy as np

from articles.evidence import Evidence, Matrix

MASS = 60.0


def cohesion(known: Evidence) -> tuple[Matrix, Matrix]:
    """What every two texts share, (texts, texts), nothing with themselves, and what each one holds, (texts,).

    Measured in surprise; a pair of characters counts the less the more texts of the page hold it. Source: lexical
    cohesion after M. A. Hearst, TextTiling, Computational Linguistics 23 (1997).
    """
    shared = np.asarray((known.table * known.rarity) @ known.table.T, dtype=np.float32)
    holds = shared.diagonal().copy()
    np.fill_diagonal(shared, 0)
    return shared, holds


def likeness(known: Evidence, one: Sequence[int], other: Sequence[int]) -> float:
    """Log odds that two runs of texts are parts of one story, from the pairs of characters that both hold.

    Fitted on 1,600 pairs of runs: parts of one story share a tenth of the lesser one's surprise, of two a fiftieth.
    """
    if not len(one) or not len(other):
        return 0.0
    share, least = shared(known, one, other)
    return float(np.clip(70 * (share - 0.045), -3, 5)) * min(1.0, least / 300)


def shared(known: Evidence, one: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """How much of the lesser of two runs of texts the other one holds too, 0 to 1, and how much that lesser one holds.

    Measured in surprise; a pair of characters counts the less the more texts of the page hold it.
    """
    weight = known.rarity
    left, right = known.table[list(one)].max(axis=0), known.table[list(other)].max(axis=0)
    least = min(float(left @ weight), float(right @ weight))
    return float((left * right) @ weight) / (least + MASS), least


def coverage(known: Evidence, line: int, texts: Sequence[int]) -> float:
    """How much of a line's surprise the texts hold, 0 to 1."""
    whole = float(known.table[line] @ known.surprise)
    if not len(texts) or not whole:
        return 0.0
    return float((known.table[line] * known.table[list(texts)].max(axis=0)) @ known.surprise) / (whole + 10)
