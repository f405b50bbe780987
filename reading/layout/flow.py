"""The flow of text from block to block: what speaks for one carrying on another, and for one opening a story."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.dateline import is_lead
from articles.layout import Box
from reading.layout.geometry import one_column, shared_width
from reading.layout.textblocks import INDENT, TextBlock
from reading.rows.shape import ends_mid_sentence

# In ems: a line that ends so near its column's right edge is full; the white between two columns; edges that are one;
# white in one column that is nothing out of the way.
FULL, GUTTER, ALIGNED, USUAL_WHITE = 1.2, 4.0, 0.7, 2.0
# And how much more white counts.
MOST_WHITE = 12.0
# A block of so few lines says too little of its column's width.
FEW = 2
# The bounds within which the logit of a join in mid-sentence counts.
LEAST_JOIN, MOST_JOIN = -3.0, 6.0

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ends:
    """How a block begins and ends: cut_off: in mid-sentence at its column's full width; full: it ends there;
    indented: its first line is a paragraph's, None where that is not known; lead: that paragraph opens with a dateline.
    """

    cut_off: bool
    full: bool
    indented: bool | None
    lead: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The column that a block stands in: where it begins, pictures in it counted, and where the headline over it does;
    first: whether none of its blocks stands over this one.
    """

    top: float
    module: float
    first: bool


def ends_of(block: TextBlock, blocks: Sequence[TextBlock]) -> Ends:
    """How a block begins and ends in its column."""
    column = _column(block, blocks)
    first, last = block.lines[0], block.lines[-1]
    full = last.box.right > column.right - FULL * block.size
    indented = None if first.loose else first.box.left > column.left + INDENT * block.size
    return Ends(full and ends_mid_sentence(last.text), full, indented, is_lead(first.text))


def _column(block: TextBlock, blocks: Sequence[TextBlock]) -> Box:
    """The column that a block stands in: as wide as its own lines, or as the blocks that are wider where it stands."""
    boxes = [line.box for line in block.lines]
    if len(boxes) <= FEW:
        wider = (other.box for other in blocks if other.frame == block.frame and len(other.lines) > FEW)
        boxes += [
            box for box in wider if box.left - block.size < block.box.left and block.box.right < box.right + block.size
        ]
    return Box(min(box.left for box in boxes), block.box.top, max(box.right for box in boxes), block.box.bottom)


def _holds(column: Box, block: TextBlock) -> bool:
    return column.left - block.size < block.box.left and block.box.right < column.right + block.size


def text_features(before: Ends, after: Ends, join: float) -> Features:
    """What the ends of two blocks say; join: the logit that the later one carries on the other in mid-sentence."""
    if after.lead:
        return {"a dateline": 1.0}
    how = "cut off" if before.cut_off else "full" if before.full else "ended"
    # What is not known is as it should be.
    indented = not before.cut_off if after.indented is None else after.indented
    features = {f"{how}, then {'an' if indented else 'no'} indent": 1.0}
    if not indented and how != "ended":
        joined = min(max(join, LEAST_JOIN), MOST_JOIN)
        features["joined in mid-sentence"] = joined if before.cut_off else min(joined, 0.0)
    return features


def place_features(before: TextBlock, after: TextBlock, columns: tuple[Column, Column], filled: float) -> Features:
    """What the places of two blocks say.

    columns: of the earlier one, and of the later; filled: how much of what lies between them pictures take up.
    """
    a, b, size = before.box, after.box, before.size
    if one_column(a, b, ALIGNED * size):
        if b.top < a.bottom - size:
            return {"higher up": 1.0}
        white = max((b.top - a.bottom - filled) / size - USUAL_WHITE, 0.0)
        return {"under a picture under it" if filled else "under it": 1.0, "white over it": min(white, MOST_WHITE)}
    if shared_width(a, b) > size:
        return {"athwart the column": 1.0}
    gap = b.left - a.right
    if gap < -size:
        far = (b.top - a.bottom) / size
        return {"back in a column before": 1.0, "way down": far} if far >= -1.0 else {"higher up": 1.0}
    features = (
        {"in the next column": 1.0}
        if gap < GUTTER * size
        else {"in a column beyond": 1.0, "columns between": gap / size}
    )
    story, own = columns
    level = own.first and min(abs(own.top - story.top), abs(own.top - story.module)) < size
    return features | {
        "level with the story": float(level),
        "in the midst of its column": float(not own.first),
        "higher than its headline": float(b.top < story.module - size),
        "lower than its end": float(b.top > a.bottom + size),
    }
