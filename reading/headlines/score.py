"""Which short rows are headlines: a line's looks, what it shares with the text around, how it would join that text."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np

from articles.block import BlockType
from reading.headlines.parts import COLUMN, SUBHEAD
from reading.headlines.wording import wording_features
from reading.joins.containment import containment, same_story_logit
from reading.joins.scores import JoinScores, Logits
from reading.model import ReaderModel
from reading.rows.rows import TextRows
from reading.rows.shape import NUMBERED

CERTAIN = 9.0
TEXTS_BESIDE = 4
# Short lines passed over on the way to the texts beside.
LINES_BETWEEN = 3
MOST_TEXTS = 8
VERY_SHORT = 6


def score_headlines(rows: TextRows, joins: JoinScores, models: ReaderModel) -> Logits:
    """The logits that each row is a line of a headline, and not the end of a column, a sub-head or a paragraph.

    A markdown heading is certain.
    """
    marked = np.array([block.level > 0 for block in rows.blocks], dtype=np.bool_)
    logits = np.where(marked, CERTAIN, -CERTAIN).astype(np.float32)
    for at, found in headline_features(rows, joins, models).items():
        logits[at] = sum(models.headlines[name] * value for name, value in found.items())
    return logits


def headline_features(rows: TextRows, joins: JoinScores, models: ReaderModel) -> dict[int, dict[str, float]]:
    """What speaks for each row that may be a line of a headline, and against it, by name."""
    marked = np.array([block.level > 0 for block in rows.blocks], dtype=np.bool_)
    asked = np.flatnonzero(rows.brief & ~marked & ~rows.placed).tolist()
    wordings = models.wording.logits([wording_features(rows.blocks[at].text) for at in asked])
    # On a page with markdown headings a line without hashes is less likely a head; where no paragraph is cut, a short
    # line is no column's end.
    cut = bool((rows.cut_off & ~rows.headline_like).any())
    page = {"beside marked headings": bool(marked.any()), "no paragraph cut": not cut}
    under = np.append(False, marked[:-1])
    short = rows.headline_like.tolist()
    habits = _habits(rows, short)
    return {
        at: {
            **page,
            **habits[at],
            "under a marked heading": bool(under[at]),
            **features(rows, at, short, joins),
            "worded as a headline": _clamped(wording, -5.0, 5.0),
        }
        for at, wording in zip(asked, wordings.tolist(), strict=True)
    }


def features(rows: TextRows, at: int, short: Sequence[bool], joins: JoinScores) -> dict[str, float]:
    """What speaks for a short row and against it, its wording aside."""
    before, after = _surroundings(at, short)
    led = any(rows.lead[after[:1]].tolist())
    until = next((place for place, brief in enumerate(short[at + 1 :], 1) if brief), len(short) - at)
    return {
        "any line": 1.0,
        **_looks(rows, at, short),
        **_beside(rows, at, short),
        **_joining(at, joins),
        "lead after": led,
        "held by the lead after": led * containment(joins, at, after[:1]),
        "texts until the next short line": min(until, MOST_TEXTS),
        "held by the texts after": containment(joins, at, after),
        "held by the texts before": containment(joins, at, before),
        "texts before and after alike": same_story_logit(joins, before, after),
    }


def _habits(rows: TextRows, short: Sequence[bool]) -> dict[int, dict[str, float]]:
    """Whether the text under each run of short lines says who reports it, beside how many of the page's others do."""
    runs = [list(run) for brief, run in groupby(range(len(short)), short.__getitem__) if brief]
    runs = [run for run in runs if run[-1] + 1 < len(short)]
    said = [rows.lead[run[-1] + 1] or any(rows.below[at] is BlockType.BYLINE for at in run) for run in runs]
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for run, own in zip(runs, said, strict=True):
        others = (sum(said) - own) / len(runs)
        found |= {
            at: {"said who reports, as elsewhere" if own else "not said who reports, unlike elsewhere": others}
            for at in run
        }
    return found


def _looks(rows: TextRows, at: int, short: Sequence[bool]) -> dict[str, float]:
    text = rows.blocks[at].text
    return {
        "numbered": bool(NUMBERED.match(text)),
        "very short": len(text) <= VERY_SHORT,
        "a column's name": bool(COLUMN.search(text)),
        "like a second line": at > 0 and short[at - 1] and bool(SUBHEAD.search(text)),
    }


def _beside(rows: TextRows, at: int, short: Sequence[bool]) -> dict[str, float]:
    """What stands right over the row and right under it."""
    signed = at > 0 and not short[at - 1] and bool(rows.signed[at - 1])
    return {
        "first on the page": at == 0,
        "byline or caption after": rows.below[at] in {BlockType.BYLINE, BlockType.CAPTION},
        "furniture before": rows.above[at] is BlockType.FURNITURE,
        "sign-off before": rows.above[at] is BlockType.SIGNOFF or signed,
    }


def _joining(at: int, joins: JoinScores) -> dict[str, float]:
    """How the row joins the ones before and after it, and others."""
    last = at + 1 == len(joins.logits)
    on, back = joins.logits[at], joins.logits[:, at]
    elsewhere = _likeliest(on[: at + 1], on[at + 2 :])
    return {
        "begins as a sentence does": _clamped(joins.openings[at], -5.0, 5.0),
        "carried on by the text after": 0.0 if last else _clamped(joins.logits[at, at + 1], -3.0, 6.0),
        "carried on elsewhere": elsewhere,
        "carried on elsewhere, squared": elsewhere**2,
        "carries on another text": _likeliest(back[: max(at - 1, 0)], back[at:]),
        "sentence starts after": 0.0 if last else _clamped(joins.openings[at + 1], -8.0, 0.0),
    }


def _likeliest(before: Logits, after: Logits) -> float:
    return min(float(max(before.max(initial=-3.0), after.max(initial=-3.0))), 6.0)


def _clamped(value: Any, least: float, most: float) -> float:
    return float(min(max(value, least), most))


def _surroundings(at: int, short: Sequence[bool]) -> tuple[list[int], list[int]]:
    """The paragraphs next before and next after a short row, other short rows passed over."""
    span = TEXTS_BESIDE + LINES_BETWEEN
    before = [row for row in range(at - 1, max(-1, at - span), -1) if not short[row]][:TEXTS_BESIDE]
    after = [row for row in range(at + 1, min(len(short), at + span)) if not short[row]][:TEXTS_BESIDE]
    return before, after
