"""Learns from examples how sentences begin and how headlines are worded."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from articles.arrays import write_arrays
from articles.corpus import Labelled
from articles.expressions import expression
from reading.headlines.wording import wording_features
from reading.joins.openings import START, opening_features
from reading.model import OPENINGS, VERSION, WORDING, feature_key

LEAST_SEEN = 2
SENTENCE = expression(r"(?<=[。！？”])")
ENDED = expression(r"[。！？，、；：]$")
MIDDLE = expression(r"[，。、；：！？”’』」）)》]")
CLAUSES = expression(r"[ \u3000]+")
SHORTEST_CLAUSE = 4
SHORTEST_PIECE, LONGEST_PIECE, PIECES = 2, 45, 3


def learn_openings(corpus: Iterable[Labelled], models: Path) -> Path:
    """Writes `openings.npz`: every sentence's start beside five places from the middle of each paragraph."""
    rng = random.Random(1)
    starts: list[str] = []
    middles: list[str] = []
    for line in (line for article in corpus for line in article.body):
        starts += [sentence[:START] for sentence in SENTENCE.split(line) if len(sentence) > START]
        places = [rng.randrange(4, len(line) - 4) for _ in range(5)] if len(line) > 20 else []
        middles += [line[at : at + START] for at in places if line[at - 1] not in "。！？”"]
    rows = [opening_features(text) for text in (*starts, *middles)]
    return _fitted(rows, np.arange(len(rows)) < len(starts), models / OPENINGS)


def learn_wording(corpus: Sequence[Labelled], models: Path) -> Path:
    """Writes `wording.npz`: headlines and their clauses beside pieces cut from paragraphs, as columns cut them."""
    rng = random.Random(1)
    heads = [part for article in corpus for part in _clauses(article.headline)]
    pieces = [_piece(line, rng) for article in corpus for line in article.body for _ in range(PIECES)]
    pieces = [piece for piece in pieces if piece and not ENDED.search(piece) and not MIDDLE.match(piece)]
    rows = [wording_features(text) for text in (*heads, *pieces)]
    return _fitted(rows, np.arange(len(rows)) < len(heads), models / WORDING)


def _clauses(headline: str) -> list[str]:
    """A headline, and its parts where it has some."""
    parts = CLAUSES.split(headline)
    return [headline, *(part for part in parts if len(parts) > 1 and len(part) >= SHORTEST_CLAUSE)]


def _piece(line: str, rng: random.Random) -> str:
    """The start, the end or the middle of a paragraph; nothing of a short one."""
    size = rng.randint(SHORTEST_PIECE, LONGEST_PIECE)
    last = len(line) - size
    return line[(at := rng.choice((0, last, rng.randint(0, last)))) : at + size] if last > SHORTEST_PIECE else ""


def _fitted(rows: Sequence[Sequence[str]], truths: npt.NDArray[np.bool_], path: Path) -> Path:
    """A logistic regression of what is true of the rows, written to a file."""
    from scipy.sparse import csr_array
    from sklearn.linear_model import LogisticRegression

    hashed = [sorted(set(map(feature_key, row))) for row in rows]
    seen = Counter(feature for row in hashed for feature in row)
    keys = np.array(sorted(feature for feature, count in seen.items() if count >= LEAST_SEEN), dtype=np.uint32)
    column = {int(feature): at for at, feature in enumerate(keys)}
    cells = [(at, column[feature]) for at, row in enumerate(hashed) for feature in row if feature in column]
    table = csr_array((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(rows), len(keys)))
    fitted = LogisticRegression(C=0.3, max_iter=1000).fit(table, truths)
    weights = fitted.coef_[0].astype(np.float16)
    return write_arrays(path, VERSION, {"keys": keys, "weights": weights, "bias": fitted.intercept_[0]})
