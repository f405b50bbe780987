"""What reading is worth: the stories on pages with a known truth, restored or not."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from scipy.optimize import linear_sum_assignment

from articles.article import Article
from articles.errors import InputError
from articles.page import load_page
from articles.reader import read_page
from articles.reading import Joint, Reading

RESTORED, FOUND, MATCHED, LEAST = 0.97, 0.8, 0.3, 60
SPAN = 8

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """Shares of the stories unless said otherwise.

    restored, found: whose body is at least 0.97, 0.8 like the truth; similarity: the mean; headlines: of the stories
    that have one, given to the letter; spurious: articles too many, for each story; joints_right, joints_wrong: counts.
    """

    stories: int
    restored: float
    found: float
    similarity: float
    headlines: float
    spurious: float
    joints_right: int
    joints_wrong: int

    def to_json(self) -> dict[str, float]:
        """The figures by name, shares to four places."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


def evaluate_reading(gold: Path) -> ReadingScore:
    """The score on the pages that a truth file names; they lie beside it.

    gold: JSON, an object from a page's file name to its stories, each with headline and body as in `Article`.
    Raises InputError where the file is not that.
    """
    try:
        truth = json.loads(gold.read_text("utf-8"))
        pairs = [(stories, read_page(load_page(gold.parent / page))) for page, stories in truth.items()]
        return score_readings(pairs)
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise InputError(
            f"this is no truth about pages ({error})", "write it as seeds/pages/truth.json is written"
        ) from None


def score_readings(pairs: Sequence[tuple[Sequence[Truth], Reading]]) -> ReadingScore:
    """The score of readings, each with what a careful reader makes of its page.

    Bodies are compared as running characters, white space and width aside, by the Indel similarity (1 - insertions and
    deletions / length of both), matched one to one on each page (Hungarian method).
    """
    likeness: list[float] = []
    headlines: list[bool] = []
    spurious = right = wrong = 0
    for stories, reading in pairs:
        partners = _partners(stories, reading.articles)
        likeness += [score for _, score in partners]
        headlines += [
            _same_headline(story, article)
            for story, (article, score) in zip(stories, partners, strict=True)
            if story.get("headline")
        ]
        matched = {article.id for article, score in partners if article and score > MATCHED}
        spurious += sum(article.id not in matched and len(fold(article.body)) > LEAST for article in reading.articles)
        good = sum(_is_right(joint, stories) for joint in reading.joints)
        right, wrong = right + good, wrong + len(reading.joints) - good
    scores = np.array(likeness)
    total = len(scores)
    return ReadingScore(
        total,
        float((scores >= RESTORED).mean()),
        float((scores >= FOUND).mean()),
        float(scores.mean()),
        float(np.mean(headlines or [True])),
        spurious / total,
        right,
        wrong,
    )


def fold(text: str | Sequence[str]) -> str:
    """A text without white space and heading hashes, full-width forms folded to half (NFKC)."""
    joined = text if isinstance(text, str) else "".join(text)
    return re.sub(r"[\s#]+", "", unicodedata.normalize("NFKC", joined))


def _partners(stories: Sequence[Truth], articles: Sequence[Article]) -> list[tuple[Article | None, float]]:
    likeness: npt.NDArray[np.float64] = np.zeros((len(stories), max(len(articles), 1)))
    for row, story in enumerate(stories):
        for column, article in enumerate(articles):
            likeness[row, column] = Indel.normalized_similarity(fold(story["body"]), fold(article.body))
    chosen = dict(zip(*(indices.tolist() for indices in linear_sum_assignment(-likeness)), strict=True))
    return [
        (articles[chosen[row]], float(likeness[row, chosen[row]])) if row in chosen and articles else (None, 0.0)
        for row in range(len(stories))
    ]


def _same_headline(story: Truth, article: Article | None) -> bool:
    return article is not None and fold(article.headline or "") == fold(story["headline"])


def _is_right(joint: Joint, stories: Sequence[Truth]) -> bool:
    span = fold(joint.left)[-SPAN:] + fold(joint.right)[:SPAN]
    return any(span in fold(story["body"]) for story in stories)
