"""What reading is worth: the stories on pages with a known truth, restored or not."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Indel
from scipy.optimize import linear_sum_assignment

from articles.article import Article
from articles.errors import InputError, Notice
from articles.files import read_bytes
from articles.page import Page
from formats.doors import open_file
from reading.folding import fold
from reading.issue import HoldsReader, read_issue
from reading.model import ReaderModel, load_reader
from reading.reading import Join, Reading

RESTORED, FOUND, MATCHED, LEAST = 0.97, 0.8, 0.3, 60
SPAN = 8

Truth = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadingScore:
    """Shares of the stories unless said otherwise.

    restored, found: whose body is at least 0.97, 0.8 like the truth; similarity: the mean; headlines: of the stories
    that have one, given to the letter; spurious: articles too many, for each story; joins_right, joins_wrong: counts.
    """

    stories: int
    restored: float
    found: float
    similarity: float
    headlines: float
    spurious: float
    joins_right: int
    joins_wrong: int


@dataclass(frozen=True, slots=True)
class Match:
    """A story of the truth, the article that is most like it (None where none is left), and how like it is, 0 to 1."""

    story: Truth
    article: Article | None
    score: float

    @property
    def headed(self) -> bool:
        """Whether the article has the story's headline."""
        given = self.article.headline if self.article and self.score > MATCHED else None
        return fold(given or "") == fold(self.story["headline"])

    @property
    def whole(self) -> bool:
        """Whether the article has the story's text, all of it and little else."""
        return self.score >= RESTORED


@dataclass(frozen=True, slots=True)
class _Loaded:
    reader: ReaderModel


def evaluate(gold: Path, models: Path) -> ReadingScore:
    """The score on the pages that a truth file names; they lie beside it.

    gold: JSON, an object from a page's file name to its stories, each with headline and body as in `Article`.
    Raises InputError where the file is not that.
    """
    try:
        return score_readings(list(_issues(pages_of(gold), _Loaded(load_reader(models)))))
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise no_truth(error) from None


def pages_of(gold: Path) -> list[tuple[list[Truth], Page | Article]]:
    """The pages that a truth file names, which lie beside it, each file's stories with its first page.

    Raises InputError where it is no such file, or a page is missing or cannot be read.
    """
    try:
        truth: dict[str, list[Truth]] = json.loads(read_bytes(gold))
        if missing := next((page for page in truth if not (gold.parent / page).is_file()), None):
            raise InputError(f"its page {missing} is missing", "put the page beside it")
        return [pair for name, stories in truth.items() for pair in _pages(gold.parent / name, stories)]
    except (ValueError, AttributeError, TypeError) as error:
        raise no_truth(error) from None


def no_truth(error: Exception) -> InputError:
    """The fault of a file that says nothing of pages."""
    return InputError(f"this is no truth about pages ({error})", "write it as seeds/pages/truth.json is")


def _pages(path: Path, stories: list[Truth]) -> Iterator[tuple[list[Truth], Page | Article]]:
    """The pages or articles of a file, its stories with the first; raises InputError where one cannot be read."""
    for part in open_file(read_bytes(path), str(path)):
        if isinstance(part, Page | Article):
            yield stories, part
            stories = []
        elif not isinstance(part, Notice):
            raise part.named()


def _issues(
    pages: Sequence[tuple[list[Truth], Page | Article]], models: HoldsReader
) -> Iterator[tuple[list[Truth], Reading]]:
    """The pages of a day read together, with all their stories; a page without a day by itself."""
    days: dict[object, list[tuple[list[Truth], Page | Article]]] = {}
    for stories, page in pages:
        days.setdefault(page.date or page.source, []).append((stories, page))
    for day in days.values():
        yield [story for stories, _ in day for story in stories], read_issue([page for _, page in day], models)


def harm(plain: Sequence[Match], ours: Sequence[Match]) -> float | None:
    """Of the stories that one reader gets whole the share that the other one breaks, None where there are none.

    Of the same stories in the same order.
    """
    broken = [not own.whole for other, own in zip(plain, ours, strict=True) if other.whole]
    return sum(broken) / len(broken) if broken else None


def to_text(score: ReadingScore) -> str:
    """The figures for human eyes, one a line."""
    return "\n".join(f"{name.replace('_', ' '):<13}{value:>6g}" for name, value in to_json(score).items())


def to_json(score: ReadingScore) -> dict[str, float]:
    """The figures by name, shares to four places."""
    return {name: round(value, 4) for name, value in asdict(score).items()}


def score_readings(pairs: Sequence[tuple[Sequence[Truth], Reading]]) -> ReadingScore:
    """The score of readings, each with what a careful reader makes of its page.

    Bodies are compared as running characters, white space and width aside, by the Indel similarity (1 - insertions
    and deletions / length of both), matched one to one on each page (Hungarian method).
    """
    matches = [match for stories, reading in pairs for match in match_stories(stories, reading.articles)]
    if not matches:
        raise InputError("it names no stories", "write it as seeds/pages/truth.json is")
    scores = np.array([match.score for match in matches])
    headlines = [match.headed for match in matches if match.story.get("headline")]
    joins = [_is_right(join, stories) for stories, reading in pairs for join in reading.joins]
    taken = {id(match.article) for match in matches if match.score > MATCHED}
    others = [article for _, reading in pairs for article in reading.articles if id(article) not in taken]
    spurious = sum(len(fold(article.body)) > LEAST for article in others)
    return ReadingScore(
        stories=len(matches),
        restored=float(np.mean([match.whole for match in matches])),
        found=float((scores >= FOUND).mean()),
        similarity=float(scores.mean()),
        headlines=float(np.mean(headlines or [True])),
        spurious=spurious / len(matches),
        joins_right=sum(joins),
        joins_wrong=len(joins) - sum(joins),
    )


def match_stories(stories: Sequence[Truth], articles: Sequence[Article]) -> list[Match]:
    """Each story of a page with the article that is most like it, one to one."""
    bodies = [fold(article.body) for article in articles]
    scores = np.array(
        [[Indel.normalized_similarity(fold(story["body"]), body) for body in bodies] for story in stories]
    )
    if not scores.size:
        return [Match(story, None, 0.0) for story in stories]
    chosen = dict(zip(*linear_sum_assignment(scores, maximize=True), strict=True))
    return [
        Match(story, articles[chosen[row]], float(scores[row, chosen[row]]))
        if row in chosen
        else Match(story, None, 0.0)
        for row, story in enumerate(stories)
    ]


def _is_right(join: Join, stories: Sequence[Truth]) -> bool:
    span = fold(join.left)[-SPAN:] + fold(join.right)[:SPAN]
    return any(span in fold(story["body"]) for story in stories)
