"""TextRank on the matrix of sentences and pairs: a walk from a sentence to a pair it holds, on to another."""

import numpy as np

from summarize.pairs import Floats, Pairs

DAMPING = 0.3
ROUNDS = 4


def rank_sentences(pairs: Pairs, weights: Floats, count: int, damping: float = DAMPING) -> Floats:
    """The share of its time that the walk spends in each of so many sentences; sums to 1 at most.

    From a sentence the walk goes to a pair by the pairs' weights, from a pair to any of its sentences; with 1 - damping
    it starts anew anywhere. A round takes time in proportion to the characters of the story; of what came before it
    keeps the share of damping, so that four leave less than 1% open.

    Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; the matrix instead of a graph of all sentences after
    H. Zha, Generic summarization and keyphrase extraction using mutual reinforcement, SIGIR 2002.
    """
    start = np.full(count, 1 / max(count, 1))
    leaving = pairs.within(weights, count)
    leaving[leaving == 0] = 1
    anew, rank = (1 - damping) * start, start
    for _ in range(ROUNDS):
        visits = weights * pairs.across(rank / leaving)
        rank = anew + damping * pairs.within(visits / pairs.count, count)
    return rank
