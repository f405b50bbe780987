"""Where the lines of text stand on a picture: the detector's boxes cut at gutters, joined, and grown to their ink."""

from collections.abc import Sequence
from statistics import median

import numpy as np
import numpy.typing as npt

from articles.layout import Box

Ink = npt.NDArray[np.bool_]
Columns = npt.NDArray[np.bool_]

# Heights of a box. A gutter is so wide at least, and certainly one where it is wider; so many lines over or under it
# tell, as high as that and no further off.
GUTTER, CERTAIN, TELLING, NEIGHBOUR = 0.4, 1.2, 6, 10.0
# So near its edges they end, ragged, or begin.
RAGGED, EDGE = 2.0, 0.5
LOWEST, HIGHEST, NEXT = 0.55, 1.4, 1.0
# Pieces of one line stand so near each other, and differ so little in height and place.
PIECE, LEVEL, COVERED = 1.3, 0.3, 0.7
# How far off a sign may stand that the detector left out, and how wide it may be.
STRAY, WIDEST = 0.7, 1.2
# Of the row that holds most ink: a row that holds less is between lines; what a box reaches over its line.
FAINT, AROUND = 0.15, 0.15
# A line that runs downwards is so much higher than wide, and longer than a lone figure is high.
UPRIGHT, LONGEST_SIGN = 1.8, 2.2


def find_lines(boxes: Sequence[Box], ink: Ink) -> tuple[list[Box], list[Box]]:
    """The lines that run to the right and those that run downwards, in pixels.

    ink: where the picture is dark.
    """
    usual = median(min(box.width, box.height) for box in boxes)
    down = [box for box in boxes if box.height > UPRIGHT * box.width and box.height > LONGEST_SIGN * usual]
    across = [_trimmed(box, ink) for box in boxes if box not in down]
    pieces = [piece for box in across for piece in _cut(box, across, ink)]
    whole = [piece for piece in pieces if not any(_covers(one, piece) for one in pieces)]
    level = _joined(whole, ink)
    return [_grown(box, [*level, *down], ink) for box in level], down


def _trimmed(box: Box, ink: Ink) -> Box:
    """A box from its first ink to its last."""
    at = np.flatnonzero(_inked(ink[_rows(box), int(box.left) : int(box.right) + 1]))
    return Box(int(box.left) + float(at[0]), box.top, int(box.left) + float(at[-1]) + 1, box.bottom) if len(at) else box


def _covers(box: Box, scrap: Box) -> bool:
    """Whether a box holds what another one reached into it."""
    shared = min(box.right, scrap.right) - max(box.left, scrap.left)
    level = box.top < (scrap.top + scrap.bottom) / 2 < box.bottom
    return level and scrap.width < box.width and shared > COVERED * scrap.width


def _cut(box: Box, others: Sequence[Box], ink: Ink) -> list[Box]:
    """The parts of a box between the gutters that it reaches over."""
    parts, left = [], box.left
    for start, end in _white_runs(_inked(ink[_rows(box), int(box.left) : int(box.right)])):
        start, end = start + int(box.left), end + int(box.left)
        if end - start >= GUTTER * box.height and _is_gutter(start, end, box, others, ink):
            parts.append(Box(left, box.top, start, box.bottom))
            left = float(end)
    parts.append(Box(left, box.top, box.right, box.bottom))
    return [_flat(part, ink) for part in parts] if len(parts) > 1 else parts


def _flat(box: Box, ink: Ink) -> Box:
    """A part of a box as high as its own line: two columns' lines need not stand level."""
    profile = ink[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1].sum(axis=1)
    bands = runs(np.asarray(profile > FAINT * profile.max()))
    if not bands:
        return box
    top, bottom = max(bands, key=lambda band: profile[slice(*band)].sum())
    edge = AROUND * (bottom - top)
    return Box(box.left, int(box.top) + top - edge, box.right, int(box.top) + bottom + edge)


def _inked(ink: Ink) -> Columns:
    """The columns that hold ink."""
    return np.asarray(ink.any(axis=0))


def _white_runs(inked: Columns) -> list[tuple[int, int]]:
    """Where there is no ink, but for the two ends."""
    at = np.flatnonzero(inked)
    return [(one + 1, other) for one, other in zip(at.tolist(), at[1:].tolist(), strict=False) if other - one > 1]


def _is_gutter(start: float, end: float, box: Box, others: Sequence[Box], ink: Ink) -> bool:
    """Whether two columns' lines stand beside each other: over or under them others do, and none goes across.

    A mark leaves as much white, and so do two marks one under the other.
    """
    reach = box.height
    near = [
        one
        for one in others
        if one is not box
        and one.left < end + reach
        and one.right > start - reach
        and abs(one.top - box.top) < NEIGHBOUR * box.height
        and LOWEST * box.height < one.height < HIGHEST * box.height
    ]
    ends = any(start - RAGGED * box.height < one.right < end for one in near)
    begins = any(start < one.left < end + EDGE * box.height for one in near)
    over = sorted((one for one in near if one.bottom < box.top + LEVEL * box.height), key=lambda one: -one.bottom)
    under = sorted((one for one in near if one.top > box.bottom - LEVEL * box.height), key=lambda one: one.top)
    columns = slice(int(start), int(end) + 1)

    def across(one: Box) -> bool:
        return _widest_white(_inked(ink[_rows(one), columns])) < GUTTER * box.height

    if any(side and _apart(side[0], box) < NEXT * box.height and across(side[0]) for side in (over, under)):
        return False
    sides = [side[:TELLING] for side in (over, under) if len(side) > 1]
    if not sides:
        return end - start > CERTAIN * box.height
    return ends and begins and any(not any(map(across, side)) for side in sides)


def _apart(one: Box, other: Box) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def _widest_white(inked: Columns) -> int:
    return max((end - start for start, end in runs(~inked)), default=0)


def _rows(box: Box) -> slice:
    """The rows of a line without its edges, where its neighbours' strokes may reach."""
    edge = 0.1 * box.height
    return slice(int(box.top + edge), int(box.bottom - edge) + 1)


def _joined(boxes: Sequence[Box], ink: Ink) -> list[Box]:
    """The boxes, pieces of one line put together."""
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.left):
        at = next((at for at, one in enumerate(found) if _one_line(one, box, boxes, ink)), None)
        if at is None:
            found.append(box)
        else:
            one = found[at]
            found[at] = Box(one.left, min(one.top, box.top), max(one.right, box.right), max(one.bottom, box.bottom))
    return found


def _one_line(left: Box, right: Box, others: Sequence[Box], ink: Ink) -> bool:
    height = max(left.height, right.height)
    gap = right.left - left.right
    if abs((left.top + left.bottom) - (right.top + right.bottom)) > 2 * LEVEL * height or gap > PIECE * height:
        return False
    if min(left.height, right.height) < (1 - LEVEL) * height or gap < -height:
        return False
    if gap < 0.15 * height:
        return True
    whole = Box(left.left, min(left.top, right.top), right.right, max(left.bottom, right.bottom))
    between = ink[_rows(whole), int(left.right) + 1 : int(right.left)]
    return bool(_inked(~between).all()) and not _is_gutter(left.right, right.left, whole, others, ink)


def _grown(box: Box, others: Sequence[Box], ink: Ink) -> Box:
    """A box with the signs beside it that the detector left out: 一 before 带一路, a mark at the end."""
    near = [one for one in others if one is not box and one.top < box.bottom - 2 and one.bottom > box.top + 2]
    least = max((one.right for one in near if one.right <= box.left + 2), default=0.0)
    most = min((one.left for one in near if one.left >= box.right - 2), default=float(ink.shape[1]))
    rows = _rows(box)
    right = _reach(ink, rows, int(box.right), int(min(most, box.right + 2 * box.height)), box.height)
    mirrored = ink[:, ::-1]
    wide = ink.shape[1]
    start, end = wide - int(box.left), wide - int(max(least, box.left - 2 * box.height))
    left = wide - _reach(mirrored, rows, start, end, box.height)
    return Box(float(min(left, box.left)), box.top, float(max(right, box.right)), box.bottom)


def _reach(ink: Ink, rows: slice, start: int, end: int, height: float) -> int:
    """How far a line's ink goes on behind where it seemed to end, before `end`."""
    inked = _inked(ink[rows, start:end])
    # What goes on over or under the line is a rule, or another thing.
    margin = int(0.3 * height)
    edges = (slice(max(at - margin, 0), at + margin) for at in (rows.start, rows.stop))
    beyond = np.any([~_inked(~ink[edge, start:end]) for edge in edges], axis=0)
    at = 0
    for first, last in runs(inked):
        if first - at > STRAY * height or last - first > WIDEST * height or beyond[first:last].any():
            break
        at = last
    # Ink that reaches up to the neighbour is the neighbour's.
    return start + at if at < end - start else start


def runs(inked: Columns) -> list[tuple[int, int]]:
    """Where each run of true values starts and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inked, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
