"""Calibration: confidence means what it says."""

import numpy as np
import pytest

from classify.calibrate import (
    INVERSE_TEMPERATURES,
    Bin,
    calibration_error,
    coverage,
    fit_inverse_temperature,
    reliability,
    threshold_for,
)
from classify.model import probabilities


def test_the_temperature_is_found_again() -> None:
    """Truths drawn with the probabilities of one temperature are likeliest under it, of all that are tried."""
    rng = np.random.default_rng(1)
    scores = rng.normal(size=(20_000, 3))
    for beta in (0.7, 2.0, 6.0):
        probs = probabilities(scores, beta)
        truths = (rng.random((len(scores), 1)) > probs.cumsum(axis=1)).sum(axis=1)
        assert fit_inverse_temperature(scores, truths) == pytest.approx(beta, rel=0.05)


def test_who_is_always_right_may_be_sure_and_who_never_is_may_not() -> None:
    """At the ends the greatest and the least of the temperatures are taken."""
    scores = np.eye(2)
    assert fit_inverse_temperature(scores, np.array([0, 1])) == INVERSE_TEMPERATURES[-1] == 20
    assert fit_inverse_temperature(scores, np.array([1, 0])) == INVERSE_TEMPERATURES[0] == 0.5


def test_labels_stand_in_bins_by_their_confidence() -> None:
    """A bin holds from its lower bound to below its upper one, the last its upper one too; empty bins are not told."""
    confidences, hits = np.array([0.3, 0.39, 0.4, 1.0]), np.array([True, False, True, True])
    low, middle, high = reliability(confidences, hits)
    assert (low.low, low.high, low.count, low.precision) == (0.3, 0.4, 2, 0.5)
    assert low.confidence == pytest.approx(0.345)
    assert (middle, high) == (Bin(0.4, 0.5, 1, 0.4, 1.0), Bin(0.9, 1.0, 1, 1.0, 1.0))


def test_the_error_weighs_bins_by_their_labels() -> None:
    """Three labels that are too sure by 0.35 and one that is too modest by 0.35 are 0.35 off, whatever the sign."""
    confidences, hits = np.array([0.85, 0.85, 0.85, 0.85, 0.65]), np.array([True, True, False, False, True])
    assert calibration_error(confidences, hits) == pytest.approx((4 * 0.35 + 0.35) / 5)


def test_the_threshold_is_the_lowest_that_keeps_the_precision() -> None:
    """From it on the labels are right as often as is asked, from the next lower confidence on no more."""
    confidences, hits = np.array([0.6, 0.9, 0.8, 0.7, 0.5]), np.array([True, True, False, True, False])
    assert threshold_for(0.75, confidences, hits) == 0.6
    assert threshold_for(0.76, confidences, hits) == 0.9
    assert threshold_for(0.6, confidences, hits) == 0.5
    assert threshold_for(0.95, confidences[2:3], hits[2:3]) == 1.0


def test_coverage_counts_from_the_threshold_on() -> None:
    """A label at the threshold is sure; where none is, none is wrong."""
    confidences, hits = np.array([0.6, 0.9, 0.8, 0.7]), np.array([True, True, False, True])
    assert coverage(confidences, hits, (0.7, 0.95)) == [(0.7, 0.75, pytest.approx(2 / 3)), (0.95, 0.0, 1.0)]
