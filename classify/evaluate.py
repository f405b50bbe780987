"""What a model is worth on a gold file: errors by label, calibration, coverage."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from articles.article import from_json
from articles.errors import InputError
from articles.files import read_bytes
from articles.tables import table
from classify.calibrate import Bin, Floats, Truths, calibration_error, coverage, reliability
from classify.model import Model, load
from formats.text import decode

MEASURABLE = 10  # articles; of a label with fewer a share says nothing
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Row:
    """What a label is worth: precision, recall and F1 between 0 and 1, support in articles.

    threshold: the confidence from which on it is sure; sure: how often it was; right: how many of these are, second
    labels counted.
    """

    label: str
    precision: float
    recall: float
    f1: float
    support: int
    threshold: float
    sure: int
    right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The worth of a model on labelled articles.

    lenient: macro-F1 when a second label that an editor could equally have chosen counts as right, if there is one.
    confusion: for each true label how often each label was given, both in the taxonomy's order.
    coverage: a threshold, the share of articles that are not unsure under it, the share of right ones among them.
    """

    rows: tuple[Row, ...]
    macro: float
    micro: float
    lenient: float | None
    confusion: tuple[tuple[int, ...], ...]
    calibration_error: float
    reliability: tuple[Bin, ...]
    coverage: tuple[tuple[float, float, float], ...]


def evaluate(gold: Path, models: Path) -> Evaluation:
    """The worth of the model in a folder on a gold file: JSON lines of articles with `domain` and, perhaps, `also`."""
    model = load(models)
    rows = read_gold(gold, [domain.key for domain in model.domains])
    places = {domain.key: place for place, domain in enumerate(model.domains)}
    labels = model.labels([from_json(row, str(number)) for number, row in enumerate(rows, 1)])
    probs = np.array([list(label.scores.values()) for label in labels])
    also = [{places[key] for key in row.get("also") or () if key in places} for row in rows]
    return weigh(model, np.array([places[row["domain"]] for row in rows]), probs, also)


def read_gold(gold: Path, keys: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of a gold file; raises InputError where one is no article with a domain of the model."""
    rows = []
    for number, line in enumerate(decode(read_bytes(gold)).splitlines(), 1):
        try:
            row = json.loads(line)
            in_model = row["domain"] in keys
        except (ValueError, KeyError, TypeError):
            raise InputError(f"line {number} is no article with a domain", "write one JSON object a line") from None
        if not in_model:
            raise InputError(f"line {number}: the model knows no domain {row['domain']!r}", f"use {', '.join(keys)}")
        rows.append(row)
    if not rows:
        raise InputError("it holds no article", "write one JSON object a line")
    return rows


def weigh(model: Model, truths: Truths, probs: Floats, also: Sequence[set[int]] = ()) -> Evaluation:
    """The worth of probabilities, articles by domains; `also` holds each article's other right answers."""
    given = probs.argmax(axis=1)
    size = len(model.domains)
    confusion = np.bincount(truths * size + given, minlength=size * size).reshape(size, size)
    forgiven = [
        truth if answer in others else answer for truth, answer, others in zip(truths, given, also, strict=False)
    ]
    lenient = np.bincount(truths * size + np.array(forgiven), minlength=size * size) if any(also) else None
    confidences, hits = probs.max(axis=1), given == truths
    sure = confidences >= np.array(model.thresholds)[given]
    right = np.array(forgiven) == truths if also else hits
    return Evaluation(
        rows=_rows(
            model, confusion, np.bincount(given[sure], minlength=size), np.bincount(given[sure & right], minlength=size)
        ),
        macro=_macro(confusion),
        micro=float(hits.mean()),
        lenient=None if lenient is None else _macro(lenient.reshape(size, size)),
        confusion=tuple(map(tuple, confusion.tolist())),
        calibration_error=calibration_error(confidences, hits),
        reliability=tuple(reliability(confidences, hits)),
        coverage=tuple(coverage(confidences, hits, THRESHOLDS)),
    )


def _rates(confusion: Truths) -> tuple[Floats, Floats, Floats]:
    right = np.diag(confusion)
    precision = right / np.maximum(confusion.sum(axis=0), 1)
    recall = right / np.maximum(confusion.sum(axis=1), 1)
    return precision, recall, 2 * right / np.maximum(confusion.sum(axis=0) + confusion.sum(axis=1), 1)


def _rows(model: Model, confusion: Truths, sure: Truths, right: Truths) -> tuple[Row, ...]:
    keys = [domain.key for domain in model.domains]
    columns = (rate.tolist() for rate in (*_rates(confusion), confusion.sum(axis=1)))
    return tuple(Row(*row) for row in zip(keys, *columns, model.thresholds, sure.tolist(), right.tolist(), strict=True))


def _macro(confusion: Truths) -> float:
    """The mean F1 of the labels that are there, in truth or in answer."""
    there = confusion.sum(axis=0) + confusion.sum(axis=1) > 0
    return float(_rates(confusion)[2][there].mean())


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as a JSON object, numbers to four places."""
    rounded: dict[str, Any] = _round(asdict(evaluation))
    return rounded


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: _round(each) for key, each in value.items()}
    return [_round(each) for each in value] if isinstance(value, list | tuple) else value


def _cells(row: Row) -> list[Any]:
    """What a table shows of a label; shares of few articles would only seem to say something."""
    label, *shares, support, threshold, sure, right = astuple(row)
    told = shares if support >= MEASURABLE else ["few"] * len(shares)
    return [label, *told, support, threshold, sure, right]


def _too_few(rows: Sequence[Row]) -> list[str]:
    few = [row.label for row in rows if row.support < MEASURABLE]
    return ["", f"Fewer than {MEASURABLE} articles, too few to measure: {', '.join(few)}."] if few else []


def to_text(evaluation: Evaluation) -> str:
    """The figures as Markdown tables, for human eyes."""
    keys = [row.label for row in evaluation.rows]
    sure, right, support = (sum(getattr(row, name) for row in evaluation.rows) for name in ("sure", "right", "support"))
    lenient = "" if evaluation.lenient is None else f", {evaluation.lenient:.3f} when a second right label counts"
    return "\n".join(
        [
            f"Macro-F1 {evaluation.macro:.3f}{lenient}; micro-F1 {evaluation.micro:.3f}",
            "",
            *table(
                ("label", "precision", "recall", "F1", "support", "threshold", "sure", "right"),
                [_cells(row) for row in evaluation.rows],
            ),
            *_too_few(evaluation.rows),
            "",
            f"Sure, from the threshold on: {sure} of {support}, {right} of these right ({right / max(sure, 1):.1%}).",
            "",
            "Rows are the true labels, columns the given ones:",
            "",
            *table(("", *keys), [(key, *row) for key, row in zip(keys, evaluation.confusion, strict=True)]),
            "",
            f"Expected calibration error {evaluation.calibration_error:.3f}; labels by their confidence:",
            "",
            *table(
                ("confidence", "labels", "mean confidence", "right"),
                [(f"{b.low:.1f}–{b.high:.1f}", b.count, b.confidence, b.precision) for b in evaluation.reliability],
            ),
            "",
            "Coverage, the share that is sure, were there one threshold for all:",
            "",
            *table(("threshold", "labelled", "right"), evaluation.coverage),
        ]
    )
