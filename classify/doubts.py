"""Articles of the corpus whose labels a model doubts that has not seen them: where a label may be wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from articles.corpus import Labelled
from classify.learn import Training
from classify.model import probabilities

SHOWN = 10
HEADLINE = 24  # characters of a text that stand for a headline


@dataclass(frozen=True, slots=True)
class Doubt:
    """An article, the probability of the label that it has, and the label that it seems to be, with its own."""

    article: Labelled
    probability: float
    seems: str
    seems_probability: float


def doubts(training: Training) -> list[Doubt]:
    """The articles that seem to be of another domain, the least likely label first.

    An article seems to be of a domain where the model that has not seen it gives the domain at least the probability
    that the domain's own articles get on average (confident learning: Northcutt, Jiang and Chuang, JAIR 70, 2021).
    """
    truths = training.truths
    probs = probabilities(training.unseen, training.model.inverse_temperature)
    rows = np.arange(len(truths))
    own = probs[rows, truths]
    usual = np.bincount(truths, own) / np.bincount(truths)
    seeming = np.where(probs >= usual, probs, 0)
    best = seeming.argmax(axis=1)
    found = np.flatnonzero((seeming[rows, best] > own) & (best != truths))
    keys = [domain.key for domain in training.model.domains]
    return [
        Doubt(training.corpus[at], float(own[at]), keys[best[at]], float(probs[at, best[at]]))
        for at in found[np.argsort(own[found], kind="stable")].tolist()
    ]


def to_lines(doubted: list[Doubt]) -> Iterator[str]:
    """The first of them for human eyes, nothing where there is none."""
    if doubted:
        yield f"{len(doubted)} of them seem to be of another domain; is the label right? The most doubtful:"
    for one in doubted[:SHOWN]:
        article = one.article
        name = article.headline or article.body[0][:HEADLINE]
        yield f"  {article.domain}/{article.subject}: {name}: {one.seems} {min(one.seems_probability, 0.99):.0%}"
