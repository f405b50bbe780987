"""What the summarizer gives: sentences of the story, word for word, each with its score and its place."""

from dataclasses import asdict, dataclass
from typing import Any

from summarize.names import NO_NAMES, Names


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the story prints it.

    paragraph, place: where it stands, both from 0; score: what it adds to those chosen before it, 1 for the weightiest
    (default method), or its weight in the ranking (classic); cuts: the rules by which …… stands for what they cut.
    """

    text: str
    paragraph: int
    place: int
    score: float
    cuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences in the story's order, the keywords with their weights, heaviest first, and the names."""

    sentences: tuple[Sentence, ...]
    keywords: tuple[tuple[str, float], ...]
    names: Names = NO_NAMES


def to_json(summary: Summary) -> dict[str, Any]:
    """The summary's fields for a JSON line, weights to four places."""
    return {
        "summary": [sentence.text for sentence in summary.sentences],
        "keywords": [[word, round(weight, 4)] for word, weight in summary.keywords],
        "names": {what: list(map(list, found)) for what, found in asdict(summary.names).items()},
    }
