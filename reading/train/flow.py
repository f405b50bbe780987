"""Learns which text block follows which on a laid out page, from pages that the small typesetter sets."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.arrays import write_arrays
from articles.corpus import Labelled
from articles.dateline import is_lead
from articles.layout import Line
from articles.workers import spread
from reading.joins.scores import score_lines
from reading.layout.blocks import survey
from reading.layout.columns import Surroundings, head_over
from reading.layout.flow import Features
from reading.layout.stories import choices
from reading.model import FLOW, VERSION, ReaderModel
from reading.train.typesetter.page import Typeset, draw_look, typeset
from reading.train.typesetter.sheet import Story

PAGES, FEWEST, MOST = 240, 4, 9
# What a page takes on one core.
SECONDS = 0.06
# Characters of a story: at least so many, of several articles of a subject; newspapers' stories are longer than ours.
SHORTEST, LONGEST = 250, 1800
# Half of a Gaussian prior's precision (L2).
PENALTY = 1.0
KICKER, SUBHEAD, BYLINE, CAPTION = 0.4, 0.3, 0.4, 0.8


@dataclass(frozen=True, slots=True)
class Question:
    """What a block may stand behind, and which of these it does."""

    choices: tuple[Features, ...]
    right: int


def learn_flow(corpus: Sequence[Labelled], reader: ReaderModel, models: Path) -> Path:
    """Writes `flow.npz`; reader: one that has not learned from these articles, whose joins are as strange to it as a
    paper's will be.

    A conditional logit over the predecessors that each block may have (D. McFadden, Conditional Logit Analysis of
    Qualitative Choice Behavior, 1974).
    """
    asked = spread(partial(_questions, reader=reader), list(_pages(corpus)), jobs=2, cost=lambda page: SECONDS)
    questions = [question for some in asked for question in some]
    names = sorted({name for question in questions for features in question.choices for name in features})
    weights = _fitted(questions, names)
    return write_arrays(models / FLOW, VERSION, {"names": np.array(names), "weights": weights})


def _pages(corpus: Sequence[Labelled]) -> Iterator[Typeset]:
    """Pages of stories, those of one page akin or not."""
    rng = random.Random(1)
    subjects: dict[str, list[Labelled]] = {}
    for article in corpus:
        subjects.setdefault(article.subject, []).append(article)
    for _ in range(PAGES):
        names = rng.sample(sorted(subjects), min(rng.randint(1, MOST), len(subjects)))
        stories = [_story(subjects[rng.choice(names)], rng) for _ in range(rng.randint(FEWEST, MOST))]
        yield typeset(stories, rng, draw_look(rng))


def _story(articles: Sequence[Labelled], rng: random.Random) -> Story:
    """A story as long as a paper's, of the paragraphs of several articles of a subject."""
    first, *more = rng.sample(articles, len(articles))
    wanted, body = rng.randint(SHORTEST, LONGEST), list(first.body)
    for article in more:
        if sum(map(len, body)) < wanted:
            body += [paragraph for paragraph in article.body if not is_lead(paragraph)]
    other = rng.choice(articles).headline
    return Story(
        first.headline,
        tuple(body),
        kicker=other if rng.random() < KICKER else None,
        subhead=other if rng.random() < SUBHEAD else None,
        byline="本报记者 高原" if rng.random() < BYLINE else None,
        caption=f"图为{other}" if rng.random() < CAPTION else None,
    )


def _questions(page: Typeset, reader: ReaderModel) -> list[Question]:
    """What each block of a page may stand behind."""
    surroundings, _ = survey(page.layout)
    right = _predecessors(page, surroundings)
    over = [head_over(block, surroundings) for block in surroundings.blocks]
    asked: dict[int, dict[int, Features]] = {}
    for row, at, features in choices(surroundings, over, partial(score_lines, reader)):
        asked.setdefault(at, {})[row] = features
    return [
        Question(tuple(found.values()), list(found).index(right[at]))
        for at, found in asked.items()
        if right[at] in found and len(found) > 1
    ]


def _predecessors(page: Typeset, surroundings: Surroundings) -> list[int]:
    """The row of each block's true predecessor; -1 where its lines are none of a story's."""
    places = {_corner(line): at for at, line in enumerate(page.layout.lines)}
    blocks, heads = surroundings.blocks, surroundings.heads
    firsts = [places.get(_corner(block.lines[0]), -1) for block in blocks]
    owners = [page.owners[at] if at >= 0 else None for at in firsts]
    found = [-1] * len(blocks)
    titles = {
        page.owners[places[corner]]: number
        for number, head in enumerate(heads)
        if (corner := _corner(head.title[0].lines[0])) in places
    }
    for owner in {owner for owner in owners if owner is not None}:
        own = sorted((at for at in range(len(blocks)) if owners[at] == owner), key=firsts.__getitem__)
        first = len(blocks) + titles[owner] if owner in titles else len(blocks) + len(heads) + own[0]
        for before, at in pairwise([first, *own]):
            found[at] = before
    return found


def _corner(line: Line) -> tuple[int, int]:
    return round(line.box.left), round(line.box.top)


def _fitted(questions: Sequence[Question], names: Sequence[str]) -> npt.NDArray[np.float32]:
    """The weights under which the right choices are the likeliest, (names,)."""
    from scipy.optimize import minimize
    from scipy.sparse import csr_array

    column = {name: at for at, name in enumerate(names)}
    rows = [features for question in questions for features in question.choices]
    cells = [(row, column[name], value) for row, features in enumerate(rows) for name, value in features.items()]
    ys, xs, values = zip(*cells, strict=True)
    table = csr_array((values, (ys, xs)), shape=(len(rows), len(names)))
    sizes = np.array([len(question.choices) for question in questions])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([question.right for question in questions])

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        logits = table @ weights
        logits -= np.repeat(np.maximum.reduceat(logits, starts), sizes)
        odds = np.exp(logits)
        sums = np.add.reduceat(odds, starts)
        error = odds / np.repeat(sums, sizes)
        error[right] -= 1
        value = float(np.log(sums).sum() - logits[right].sum() + PENALTY * weights @ weights)
        return value, table.T @ error + 2 * PENALTY * weights

    weights: npt.NDArray[np.float64] = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return weights.round(2).astype(np.float32)
