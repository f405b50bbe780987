"""Learns which short lines are headlines, and where stories end that have none between them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from articles.arrays import write_arrays
from reading.headlines.score import headline_features
from reading.joins.scores import score_joins
from reading.model import HEADLINES, SPLITS, VERSION, ReaderModel
from reading.stories.segment import by_mean, split_features
from reading.train.text.examples import Batch, Example, pages_of

# A headline that is missed costs two stories, and text that moves to neither; a line too many costs one, in part.
MISSED = 2.0
ROUGH = 1.0
DIGITS = 3
Rows = list[tuple[dict[str, float], bool]]


def learn_headlines(batches: Sequence[Batch], models: Path) -> Path:
    """Writes `headlines.npz`, of the short lines of pages: which are lines of a headline."""
    rows: Rows = []
    for page, reader in pages_of(batches):
        lines = (page.head >= 0) | page.over
        known = lines | (page.story >= 0)  # banners and advertisements are told from headlines elsewhere
        features = headline_features(page.rows, score_joins(page.rows, reader), reader)
        rows += [(found, bool(lines[at])) for at, found in features.items() if known[at]]
    return _fitted(rows, MISSED, models / HEADLINES)


def learn_splits(batches: Sequence[Batch], models: Path) -> Path:
    """Writes `splits.npz`, of places between the paragraphs of pages: whether another story begins there."""
    rows = [row for page, reader in pages_of(batches) for row in _places(page, reader)]
    return _fitted(rows, 1.0, models / SPLITS)


def _places(page: Example, reader: ReaderModel) -> Rows:
    """Every place between two rows of bodies, what stands before and after it up to the next headline."""
    joins = score_joins(page.rows, reader)
    marked = any(block.level for block in page.rows.blocks)
    lines = np.flatnonzero((page.head >= 0) | page.over).tolist()
    found: Rows = []
    for first, end in zip([-1, *lines], [*lines, len(page.story)], strict=True):
        heads = [line for line in lines if first - 2 <= line <= first]
        for at in range(first + 2, end):
            # The place stands in the first story after the headline, as it does when a page is read.
            before, after = np.arange(first + 1, at), np.arange(at, end)
            if page.story[at] < 0 or len(set(page.story[before].tolist())) > 1:
                continue
            if features := split_features(page.rows, joins, marked, heads, before, after):
                found.append((features, bool(page.story[at] != page.story[at - 1])))
    by_mean([features for features, _ in found])
    return found


def _fitted(rows: Rows, weight: float, path: Path) -> Path:
    """A logistic regression over named features, written to a file; weight: of a row that is true."""
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for features, _ in rows for name in features})
    table = np.array([[features.get(name, 0.0) for name in names] for features, _ in rows])
    truths = np.array([true for _, true in rows])
    scale = np.maximum(np.sqrt((table**2).mean(axis=0)), 0.05)
    model = LogisticRegression(C=ROUGH, fit_intercept=False, max_iter=2000)
    model.fit(table / scale, truths, sample_weight=np.where(truths, weight, 1.0))
    weights = (model.coef_[0] / scale).round(DIGITS).astype(np.float32)
    return write_arrays(path, VERSION, {"names": np.array(names), "weights": weights})
