"""What the classifier says of an article, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Label:
    """An article's domain.

    confidence: the calibrated probability of `domain`, 0 to 1; scores: of each domain, summing to 1.
    evidence: the words that speak for the domain with their share of its score, strongest first.
    unsure: the confidence is below its domain's threshold, or too few words speak for it, so a person should look.
    """

    domain: str
    confidence: float
    scores: Mapping[str, float]
    evidence: tuple[tuple[str, float], ...]
    unsure: bool


def to_json(label: Label) -> dict[str, Any]:
    """The label's fields for a JSON line, numbers to four places."""
    return {
        "domain": label.domain,
        "confidence": round(label.confidence, 4),
        "scores": {domain: round(score, 4) for domain, score in label.scores.items()},
        "evidence": [[word, round(share, 4)] for word, share in label.evidence],
        "unsure": label.unsure,
    }
