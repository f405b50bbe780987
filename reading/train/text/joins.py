"""Learns which text carries on which in mid-sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from articles.arrays import write_arrays
from articles.bigrams import Flags
from reading.joins.openings import opening_features
from reading.joins.scores import gap_features, score_joins
from reading.model import JOINS, VERSION, ReaderModel
from reading.moves.search import joining_features
from reading.train.logit import Table, fit_choices
from reading.train.text.examples import Batch, Example, pages_of

PENALTY = 0.5


def learn_joins(batches: Sequence[Batch], models: Path) -> Path:
    """Writes `joins.npz`, of each text that breaks off which row carries it on, or none."""
    questions: list[tuple[Table, Flags]] = []
    names: list[str] = []
    for page, reader in pages_of(batches):
        if not (ends := np.flatnonzero(page.rows.cut_off & (page.follows >= 0)).tolist()):
            continue
        features = _features(page, ends, reader)
        names = list(features)
        table = np.stack([*features.values(), np.zeros((len(ends), len(page.story)))], axis=-1)
        questions += _questions(page, ends, table)
    weights = dict(zip(names, fit_choices(questions, PENALTY)[:-1].tolist(), strict=True))
    weights |= _joined([replace(batch, reader=replace(batch.reader, joins=weights)) for batch in batches])
    arrays = {"names": np.array(list(weights)), "weights": np.array(list(weights.values()), dtype=np.float32)}
    return write_arrays(models / JOINS, VERSION, arrays)


def _joined(batches: Sequence[Batch]) -> dict[str, float]:
    """The weights by which two texts that stand together are one paragraph."""
    questions: list[tuple[Table, Flags]] = []
    names: list[str] = []
    for page, reader in pages_of(batches):
        features = joining_features(page.rows, score_joins(page.rows, reader))
        names = list(features)
        for row in np.flatnonzero(page.rows.cut_off & (page.follows >= 0)).tolist():
            after = _after(page, row)
            if after is not None:
                choices = np.array([[values[row, after] for values in features.values()], [0.0] * len(names)])
                questions.append((choices, np.array([page.follows[row] == after, page.follows[row] == row])))
    return dict(zip(names, fit_choices(questions, PENALTY).tolist(), strict=True))


def _after(page: Example, row: int) -> int | None:
    """The row that stands after another in its story."""
    later = np.flatnonzero((page.story == page.story[row]) & (page.place > page.place[row]))
    return int(later[page.place[later].argmin()]) if len(later) else None


def _features(page: Example, ends: Sequence[int], reader: ReaderModel) -> dict[str, Table]:
    texts = page.rows.texts
    openings = reader.openings.logits(list(map(opening_features, texts)))
    return gap_features([texts[at] for at in ends], texts, openings, reader.language)


def _questions(page: Example, ends: Sequence[int], table: Table) -> Iterator[tuple[Table, Flags]]:
    """Of each end all rows that no dateline opens, and last of all none."""
    rows = page.rows
    none = np.eye(1, table.shape[-1], table.shape[-1] - 1)
    for at, row in enumerate(ends):
        may = np.flatnonzero(~(rows.lead | rows.atomic) & (np.arange(len(rows.blocks)) != row))
        right = np.append(may == page.follows[row], page.follows[row] == row)
        if right.any():
            yield np.vstack([table[at, may], none]), right
