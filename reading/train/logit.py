"""A conditional logit: which of several choices is taken, by a linear score of each."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.bigrams import Flags

Table = npt.NDArray[np.float32]
# A feature that is nearly always 0 is not blown up more than so.
LEAST_SCALE = 0.2
DIGITS = 3


def fit_choices(
    questions: Sequence[tuple[Table, Flags]], penalty: float, near: npt.NDArray[np.float32] | None = None
) -> npt.NDArray[np.float32]:
    """The weights under which the right choices are the likeliest, (features,), rounded to three places.

    questions: of each its choices, (choices, features), and which of them are right, (choices,), one or several that
    are as good; penalty: half of a Gaussian prior's precision (L2), of features brought to one scale;
    near: weights that are near to these, (features,), from which they are sooner found.
    Source: D. McFadden, Conditional Logit Analysis of Qualitative Choice Behavior, 1974.
    """
    from scipy.optimize import minimize

    table = np.vstack([choices for choices, _ in questions]).astype(np.float64)
    right = np.concatenate([flags for _, flags in questions])
    sizes = np.array([len(choices) for choices, _ in questions])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    scale = np.maximum(np.sqrt((table**2).mean(axis=0)), LEAST_SCALE)
    table /= scale

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        logits = table @ weights
        logits -= np.repeat(np.maximum.reduceat(logits, starts), sizes)
        odds = np.exp(logits)
        best = np.where(right, odds, 0.0)
        sums, rights = np.add.reduceat(odds, starts), np.maximum(np.add.reduceat(best, starts), 1e-300)
        error = odds / np.repeat(sums, sizes) - best / np.repeat(rights, sizes)
        value = float((np.log(sums) - np.log(rights)).sum() + penalty * weights @ weights)
        return value, table.T @ error + 2 * penalty * weights

    start = np.zeros(len(scale)) if near is None else near * scale
    fitted: Any = minimize(loss, start, jac=True, method="L-BFGS-B")
    return np.asarray((fitted.x / scale).round(DIGITS), dtype=np.float32)
