"""What the summarizer gives: sentences of the story, word for word, each with its score and its place."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the story prints it; `paragraph` and `place` (in the paragraph) count from 0, `score` is its rank's weight."""

    text: str
    paragraph: int
    place: int
    score: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences in the story's order, and the keywords with their weights, heaviest first."""

    sentences: tuple[Sentence, ...]
    keywords: tuple[tuple[str, float], ...]


def to_json(summary: Summary) -> dict[str, Any]:
    """The summary's fields for a JSON line, weights to four places."""
    return {
        "summary": [sentence.text for sentence in summary.sentences],
        "keywords": [[word, round(weight, 4)] for word, weight in summary.keywords],
    }
