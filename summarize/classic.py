"""TextRank exactly as textrank4zh 0.3 ranks: its pieces, its words, its arithmetic; only the work is done once.

Source: R. Mihalcea and P. Tarau, TextRank: Bringing Order into Texts, EMNLP 2004; textrank4zh 0.3, Letian Sun, MIT
licence, whose stop words stand in classic-stopwords.txt.
"""

from collections.abc import Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from articles.expressions import expression
from articles.words import in_use
from summarize.summary import Sentence
from summarize.tagger import tagged_words

DELIMITERS = expression(r"[?!;？！。；…\n]")
DAMPING, TOLERANCE, ROUNDS = 0.85, 1e-6, 100
SHORTEST = 6


def rank_classic(paragraphs: Sequence[str]) -> list[Sentence]:
    """All pieces of the paragraphs, the heaviest first, as textrank4zh's `key_sentences` holds them.

    >>> [piece.text for piece in rank_classic(["春耕开始，农民下地。农民下地春耕忙！", "天晴"])][:2]
    ['农民下地春耕忙', '春耕开始，农民下地']
    """
    pieces = [
        (number, place, piece) for number, text in enumerate(paragraphs) for place, piece in enumerate(_pieces(text))
    ]
    weights = _page_rank(_similarities([_words(piece) for _, _, piece in pieces]))
    ranked = sorted(zip(pieces, weights.tolist(), strict=True), key=lambda pair: -pair[1])
    return [Sentence(piece, number, place, weight) for (number, place, piece), weight in ranked]


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in DELIMITERS.split(text) if piece.strip()]


def _words(piece: str) -> list[str]:
    """The words that are neither marks nor stop words."""
    own = in_use().stop
    return [word for word in tagged_words(piece) if word not in _stop_words() and word not in own]


def _similarities(pieces: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
    """Words that two pieces share over the logarithms of their lengths: (pieces, pieces)."""
    number = {word: at for at, word in enumerate(sorted({word for words in pieces for word in words}))}
    holds = np.zeros((len(pieces), len(number)), dtype=np.float32)
    for row, words in enumerate(pieces):
        holds[row, [number[word] for word in words]] = 1
    shared = (holds @ holds.T).astype(np.float64)
    logs = np.array([log(max(len(words), 1)) for words in pieces])
    sums = logs[:, None] + logs[None, :]
    return cast(npt.NDArray[np.float64], np.divide(shared, sums, out=np.zeros_like(shared), where=sums > 1e-12))


def _page_rank(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """PageRank by the power method; sums in the order of networkx 2, so that ties fall as they fall there."""
    count = len(weights)
    rows, columns = np.nonzero(weights)
    held = weights[rows, columns]
    filled, starts = np.unique(rows, return_index=True)
    share = np.zeros(count)
    share[filled] = 1.0 / np.add.reduceat(held, starts)
    walk = share[rows] * held
    start = np.repeat(1.0 / max(count, 1), count)
    rank = start
    for _ in range(ROUNDS):
        last, lost = rank, sum(rank[share == 0])
        walked = np.bincount(columns, weights=walk * last[rows], minlength=count)
        rank = DAMPING * (walked + lost * start) + (1 - DAMPING) * start
        if np.absolute(rank - last).sum() < count * TOLERANCE:
            break
    return cast(npt.NDArray[np.float64], rank)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "classic-stopwords.txt").read_text("utf-8").split())
