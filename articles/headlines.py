"""Which short blocks are heads: a line's looks, what it shares with the text around, how it would join that text."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from articles.evidence import Evidence
from articles.hashed import Hashed
from articles.heads import SUBHEAD
from articles.lines import NUMBERED, is_numbered, is_rubric, is_signed, may_be_head, table_rows
from articles.naming import is_lead
from articles.sharing import coverage, likeness
from articles.sheet import Sheet
from articles.wording import wording_features

CERTAIN = 9.0
REACH = 4
# A logistic regression over the short lines of 960 forged pages, leant a little to heads: one that is missed costs two
# stories, one too many costs one.
WEIGHTS: Mapping[str, float] = {
    "any line": -2.3,
    "first on the page": 2.75,
    "worded as a headline": 0.63,
    "begins as a sentence does": -0.44,
    "numbered": -3.0,
    "very short": -0.45,
    "【": 2.3,
    "like a second line": 5.0,
    "byline or caption after": 3.65,
    "furniture before": 1.3,
    "sign-off before": 2.0,
    "lead after": 0.9,
    "carried on by the text after": -0.88,
    "carried on elsewhere": 0.52,
    "carried on elsewhere, squared": -0.14,
    "carries on another text": -0.32,
    "sentence starts after": 0.34,
    "texts until the next short line": 0.2,
    "held by the texts after": 4.3,
    "held by the texts before": -3.3,
    "texts before and after alike": -0.54,
}
# On a page with markdown headings a line without hashes is less likely a head; where no paragraph is cut, a short line
# is no column's end.
UNMARKED, UNCUT = -3.4, 1.8
MOST_TEXTS = 8
VERY_SHORT = 6


def head_odds(sheet: Sheet, known: Evidence, wording: Hashed) -> npt.NDArray[np.float32]:
    """Log odds that each text is a line of a head, and not the end of a column, a sub-head or a paragraph.

    wording: the model of how headlines are worded. A markdown heading is certain.
    """
    blocks = [sheet.blocks[at] for at in sheet.texts]
    short = [may_be_head(block) for block in blocks]
    cut = any(known.loose[at] and not brief for at, brief in enumerate(short))
    all_lines = UNMARKED * any(block.level for block in blocks) + UNCUT * (not cut)
    rows = table_rows(blocks)
    listed = [rows[at] or is_rubric(blocks, at) or is_numbered(block) for at, block in enumerate(blocks)]
    asked = [at for at, block in enumerate(blocks) if short[at] and not block.level and not listed[at]]
    odds = np.where([block.level > 0 for block in blocks], CERTAIN, -CERTAIN).astype(np.float32)
    words = wording.odds([wording_features(blocks[at].text) for at in asked])
    for at, worded in zip(asked, words.tolist(), strict=True):
        found = features(sheet, at, short, known) | {"worded as a headline": _clamped(worded, -5.0, 5.0)}
        odds[at] = all_lines + sum(WEIGHTS[name] * value for name, value in found.items())
    return odds


def features(sheet: Sheet, at: int, short: Sequence[bool], known: Evidence) -> dict[str, float]:
    """What speaks for a short line and against it, its wording aside; at: its number among the texts."""
    before, after = _surroundings(at, short)
    until = next((place for place, brief in enumerate(short[at + 1 :], 1) if brief), len(short) - at)
    return {
        "any line": 1.0,
        **_looks(sheet, at, short),
        **_beside(sheet, at, short),
        **_joints(at, known),
        "lead after": any(is_lead(sheet.blocks[sheet.texts[text]].text) for text in after[:1]),
        "texts until the next short line": min(until, MOST_TEXTS),
        "held by the texts after": coverage(known, at, after),
        "held by the texts before": coverage(known, at, before),
        "texts before and after alike": likeness(known, before, after),
    }


def _looks(sheet: Sheet, at: int, short: Sequence[bool]) -> dict[str, float]:
    text = sheet.blocks[sheet.texts[at]].text
    return {
        "numbered": bool(NUMBERED.match(text)),
        "very short": len(text) <= VERY_SHORT,
        "【": text.startswith("【"),
        "like a second line": at > 0 and short[at - 1] and bool(SUBHEAD.search(text)),
    }


def _beside(sheet: Sheet, at: int, short: Sequence[bool]) -> dict[str, float]:
    """What stands right over the line and right under it."""
    block = sheet.texts[at]
    above, under = (sheet.kinds[beside] if 0 <= beside < len(sheet.kinds) else "" for beside in (block - 1, block + 1))
    signed = at > 0 and not short[at - 1] and is_signed(sheet.blocks[sheet.texts[at - 1]].text)
    return {
        "first on the page": at == 0,
        "byline or caption after": under in {"byline", "caption"},
        "furniture before": above == "furniture",
        "sign-off before": above == "signoff" or signed,
    }


def _joints(at: int, known: Evidence) -> dict[str, float]:
    """How the line joins the texts before and after it, and others."""
    last = at + 1 == len(known.joints)
    elsewhere = _clamped(max(np.delete(known.joints[at], slice(at + 1, at + 2)), default=-3.0), -3.0, 6.0)
    return {
        "begins as a sentence does": _clamped(known.opening[at], -5.0, 5.0),
        "carried on by the text after": 0.0 if last else _clamped(known.joints[at, at + 1], -3.0, 6.0),
        "carried on elsewhere": elsewhere,
        "carried on elsewhere, squared": elsewhere**2,
        "carries on another text": _clamped(
            max(np.delete(known.joints[:, at], at - 1 if at else []), default=-3.0), -3.0, 6.0
        ),
        "sentence starts after": 0.0 if last else _clamped(known.opening[at + 1], -8.0, 0.0),
    }


def _clamped(value: Any, least: float, most: float) -> float:
    return float(min(max(value, least), most))


def _surroundings(at: int, short: Sequence[bool]) -> tuple[list[int], list[int]]:
    """The paragraphs next before and next after a short line, other short lines passed over; numbers of texts."""
    before = [text for text in range(at - 1, max(-1, at - REACH - 3), -1) if not short[text]][:REACH]
    after = [text for text in range(at + 1, min(len(short), at + REACH + 3)) if not short[text]][:REACH]
    return before, after
