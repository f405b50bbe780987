"""Which short blocks are heads: a line's looks, what it shares with the text around, how it would join that text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.blocks import FINAL, Block
from articles.evidence import Evidence, coverage, is_loose_start, likeness
from articles.heads import SUBHEAD
from articles.naming import is_lead

MOST = 50
MOST_EXCLAIMED = 25
CERTAIN = 9.0
REACH = 4
DANGLING = re.compile(r"[，,、；;：:]$")
STOPPED = re.compile(r"[。][”’』」）)]*$|[！？!?][”’』」）)]+$")
NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}(?:[、．.）)]|是)|第[一二三四五六七八九十]+[，,、：:]|[问答][：:]"
)
MARKS = re.compile(r"[，,；;]")

# A logistic regression over 2,900 short lines of forged pages; it names 95% of them right by itself.
BIAS, SHORT, LONG, MARK, FULL_STOP, EXCLAIMED, COLUMN_NAME, QUOTE = -1.1, -1.0, -0.9, -2.0, -3.0, -3.4, 0.7, -0.5
AFTER_LOOSE, JOINT_AFTER, OPENING_AFTER, LEAD, BYLINE = -0.3, -0.7, 0.8, 0.1, 3.9
COVERED_NEXT, COVERED_AFTER, SAME_STORY = 1.7, 5.5, -0.8
UNMARKED, UNCUT, UNDER_HEAD, TOP, BETWEEN = -2.0, 1.5, 5.0, 1.2, 0.8
UNLIKELY, MIDWAY = -0.5, -2.0
NUMBER, BRIEF = -4.0, -1.5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The paragraphs next before and next after a short line, other short lines passed over; numbers of texts."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def head_odds(blocks: Sequence[Block], bylined: Sequence[bool], known: Evidence) -> npt.NDArray[np.float32]:
    """Log odds that each text block is a line of a head, and not the end of a column, a sub-head or a paragraph.

    bylined: whether a byline or a picture's caption stands right after the block. A markdown heading is certain, and
    where there are some, a line without hashes is less likely one; on a page where no paragraph is cut, a short line
    is no column's end.
    """
    short = [may_be_head(block) for block in blocks]
    cut = any((known.loose[at] or known.opening[at] < MIDWAY) and not brief for at, brief in enumerate(short))
    plain = (UNMARKED if any(block.level for block in blocks) else 0.0) + (0.0 if cut else UNCUT)
    odds = [
        CERTAIN
        if block.level
        else plain + _odds(blocks, at, bylined[at], short, known)
        if short[at] and not is_rubric(blocks, at)
        else -CERTAIN
        for at, block in enumerate(blocks)
    ]
    return np.array(odds, dtype=np.float32)


def may_be_head(block: Block) -> bool:
    """Whether a block is short enough for a head and neither starts nor ends as running text does."""
    text = block.text
    ended = FINAL.search(text) if len(text) > MOST_EXCLAIMED else STOPPED.search(text)
    return (
        len(text) <= MOST
        and text.count("\n") <= 1
        and not (ended or DANGLING.search(text) or is_loose_start(text) or is_lead(text))
    )


def is_list(block: Block) -> bool:
    """A block of three lines and more: tips, names, prizes."""
    return block.text.count("\n") >= 2


def is_rubric(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the title of the list that follows it."""
    block = blocks[at]
    return (
        not block.level
        and len(block.text) <= 12
        and at + 1 < len(blocks)
        and is_list(blocks[at + 1])
        and may_be_head(block)
    )


def _odds(blocks: Sequence[Block], at: int, byline: bool, short: Sequence[bool], known: Evidence) -> float:
    around = _surroundings(at, short)
    return (
        BIAS
        + TOP * (at == 0)
        + _looks(blocks[at].text)
        + UNDER_HEAD * (at > 0 and short[at - 1] and bool(SUBHEAD.search(blocks[at].text)))
        + _joints(at, short, known)
        + BYLINE * byline
        + LEAD * any(is_lead(blocks[text].text) for text in around.after[:1])
        + COVERED_NEXT * coverage(known, at, around.after[:1])
        + COVERED_AFTER * coverage(known, at, around.after)
        + SAME_STORY * likeness(known, around.before, around.after)
    )


def _looks(text: str) -> float:
    return (
        SHORT * (len(text) <= 12)
        + BRIEF * (len(text) <= 6)
        + LONG * (len(text) > 38)
        + MARK * len(MARKS.findall(text))
        + FULL_STOP * ("。" in text)
        + NUMBER * bool(NUMBERED.match(text))
        + EXCLAIMED * bool(FINAL.search(text))
        + COLUMN_NAME * text.startswith("【")
        + QUOTE * (text.count("“") != text.count("”"))
    )


def _joints(at: int, short: Sequence[bool], known: Evidence) -> float:
    """What speaks against a head: the sentence before runs on into it, or it runs on into the text after it."""
    loose = bool(at and known.loose[at - 1] and not short[at - 1])
    after = float(known.joints[at, at + 1]) if at + 1 < len(short) else 0.0
    opening = float(known.opening[at + 1]) if at + 1 < len(short) else 0.0
    return (
        AFTER_LOOSE * loose
        + JOINT_AFTER * min(max(after, -3.0), 6.0)
        + OPENING_AFTER * min(max(opening, -8.0), 0.0)
        + BETWEEN * (not loose and opening > UNLIKELY)
    )


def _surroundings(at: int, short: Sequence[bool]) -> Surroundings:
    before = [text for text in range(at - 1, max(-1, at - REACH - 3), -1) if not short[text]][:REACH]
    after = [text for text in range(at + 1, min(len(short), at + REACH + 3)) if not short[text]][:REACH]
    return Surroundings(tuple(before), tuple(after))
