"""TextRank on the matrix of sentences and bigrams: a walk from a sentence to a bigram it holds, on to another."""

import numpy as np

from summarize.bigrams import Bigrams, Floats

DAMPING = 0.3
ROUNDS = 4


def rank_sentences(bigrams: Bigrams, weights: Floats, count: int, damping: float = DAMPING) -> Floats:
    """The share of its time that the walk spends in each of so many sentences; sums to 1 at most.

    From a sentence the walk goes to a bigram by the bigrams' weights, from a bigram to any of its sentences; with
    1 - damping it starts anew anywhere. A round takes time in proportion to the characters of the story; of what came
    before it keeps the share of damping, so that four leave less than 1% open.

    Source: R. Mihalcea and P. Tarau, TextRank, EMNLP 2004; the matrix instead of a graph of all sentences after
    H. Zha, Generic summarization and keyphrase extraction using mutual reinforcement, SIGIR 2002.
    """
    start = np.full(count, 1 / max(count, 1))
    leaving = bigrams.within(weights, count)
    leaving[leaving == 0] = 1
    anew, rank = (1 - damping) * start, start
    for _ in range(ROUNDS):
        visits = weights * bigrams.across(rank / leaving)
        rank = anew + damping * bigrams.within(visits / bigrams.count, count)
    return rank
