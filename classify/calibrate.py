"""Makes confidence mean what it says: calibration, its error, coverage."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from classify.model import probabilities

BINS = 10
INVERSE_TEMPERATURES = np.round(np.geomspace(0.5, 20, 400), 4)

Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.int64]
Hits = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bin:
    """Labels with a confidence from `low` to below `high`: how many, their mean confidence, the share of right ones."""

    low: float
    high: float
    count: int
    confidence: float
    precision: float


def fit_inverse_temperature(scores: Floats, truths: Truths) -> float:
    """The inverse temperature under which the true domains are likeliest (temperature scaling: Guo and others 2017).

    scores: articles by domains, from models that had not seen the article or any other of its subject file.
    """
    rows = np.arange(len(truths))
    losses = [-np.log(probabilities(scores, beta)[rows, truths] + 1e-12).mean() for beta in INVERSE_TEMPERATURES]
    return float(INVERSE_TEMPERATURES[int(np.argmin(losses))])


def reliability(confidences: Floats, hits: Hits) -> Iterator[Bin]:
    """The labels by their confidence, in bins of equal width; empty bins are left out."""
    numbers = np.minimum((confidences * BINS).astype(int), BINS - 1)
    for number in np.unique(numbers).tolist():
        inside = numbers == number
        mean, precision = float(confidences[inside].mean()), float(hits[inside].mean())
        yield Bin(number / BINS, (number + 1) / BINS, int(inside.sum()), mean, precision)


def calibration_error(confidences: Floats, hits: Hits) -> float:
    """The expected calibration error: the bins' gap between confidence and precision, weighed by their counts.

    >>> calibration_error(np.array([0.75, 0.75]), np.array([True, False]))
    0.25
    """
    gaps = (one.count * abs(one.confidence - one.precision) for one in reliability(confidences, hits))
    return sum(gaps) / len(hits)


def threshold_for(precision: float, confidences: Floats, hits: Hits) -> float:
    """The lowest confidence from which on the labels are right in `precision` of cases; 1 where there is none."""
    order = np.argsort(-confidences, kind="stable")
    reached = np.cumsum(hits[order]) / np.arange(1, len(hits) + 1) >= precision
    # Rounded down: rounded up it would leave out the very label that reached it.
    return math.floor(10_000 * confidences[order][np.flatnonzero(reached)[-1]]) / 10_000 if reached.any() else 1.0


def coverage(confidences: Floats, hits: Hits, thresholds: tuple[float, ...]) -> list[tuple[float, float, float]]:
    """For each threshold: the threshold, the share of articles labelled, the share of right ones among those."""
    kept = [(threshold, confidences >= threshold) for threshold in thresholds]
    return [
        (threshold, float(sure.mean()), float(hits[sure].mean()) if sure.any() else 1.0) for threshold, sure in kept
    ]
