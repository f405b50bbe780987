"""What one path draws and what its clip leaves of it: a path may hold many rules, or boxes."""

import ctypes
import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import Any

import pypdfium2.raw as raw

# In points: a rule is no thicker and no shorter, a frame has no shorter side.
THIN, SHORTEST_RULE, SMALLEST_FRAME = 4.0, 12.0, 16.0
# What is so near is level; of a frame's side, how much one rule covers.
LEVEL, COVERED = 0.5, 0.9
# A path of fewer is one stroke, of more artwork.
LEAST_SEGMENTS, MOST_SEGMENTS = 4, 2_000

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Bounds = (-math.inf, -math.inf, math.inf, math.inf)


def bounds(points: Iterable[Point]) -> Bounds:
    """Left, bottom, right and top of some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def moved(point: Point, by: Matrix) -> Point:
    """Where a matrix puts a point."""
    (x, y), (a, b, c, d, e, f) = point, by
    return a * x + c * y + e, b * x + d * y + f


def moved_box(box: Bounds, by: Matrix) -> Bounds:
    """The bounds of a box where a matrix puts it."""
    return bounds(moved((x, y), by) for x in box[::2] for y in box[1::2])


def common(one: Bounds, other: Bounds) -> Bounds | None:
    """What two boxes share; None where they lie apart."""
    left, bottom, right, top = *map(max, one[:2], other[:2]), *map(min, one[2:], other[2:])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def is_large(box: Bounds) -> bool:
    """Whether a box is large enough for a rule or a frame."""
    low, high = sorted((box[2] - box[0], box[3] - box[1]))
    return high >= SHORTEST_RULE and (low <= THIN or low >= SMALLEST_FRAME)


def clip_of(thing: Any) -> Bounds | None:
    """The bounds of what is seen of a thing, where it stands; None where nothing is."""
    clip = raw.FPDFPageObj_GetClipPath(thing)
    seen: Bounds | None = EVERYWHERE
    for at in range(max(raw.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        get = partial(raw.FPDFClipPath_GetPathSegment, clip, at)
        points = list(chain(*_parts(raw.FPDFClipPath_CountPathSegments(clip, at), get, UNMOVED)))
        seen = common(seen, bounds(points)) if seen and points else None
    return seen


def pieces(path: Any, matrix: Matrix, whole: Bounds) -> list[Bounds]:
    """The rules and boxes that a path draws, on the page; the whole of it where it is no such thing.

    whole: its bounds.
    """
    count = raw.FPDFPath_CountSegments(path)
    get = partial(raw.FPDFPath_GetPathSegment, path)
    if not LEAST_SEGMENTS <= count <= MOST_SEGMENTS or _is_curved(count, get):
        return [whole]
    parts = [part for part in _parts(count, get, matrix) if len(part) > 1]
    if len(parts) < 2 or not all(map(_is_level, parts)):
        return [whole]
    half = _half_stroke(path, matrix)
    boxes = [(left - half, low - half, right + half, high + half) for left, low, right, high in map(bounds, parts)]
    found = [box for box in boxes if is_large(box)]
    if not found:  # dashes, which are a rule together
        return [whole]
    around = bounds(chain(*((box[:2], box[2:]) for box in found)))
    sides = _sides(found, around)
    return [around, *(box for box in found if box not in sides)] if sides else found


def _parts(count: int, get: Callable[[int], Any], matrix: Matrix) -> list[list[Point]]:
    """The points of a path, a list for each time that the pen is set down."""
    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[Point]] = []
    for at in range(count):
        segment = get(at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append(moved((x.value, y.value), matrix))
    return parts


def _is_curved(count: int, get: Callable[[int], Any]) -> bool:
    return any(raw.FPDFPathSegment_GetType(get(at)) == raw.FPDF_SEGMENT_BEZIERTO for at in range(count))


def _is_level(points: Sequence[Point]) -> bool:
    """Whether a pen went level and upright only."""
    return all(
        abs(x - other_x) <= LEVEL or abs(y - other_y) <= LEVEL for (x, y), (other_x, other_y) in pairwise(points)
    )


def _half_stroke(path: Any, matrix: Matrix) -> float:
    fill, stroke, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value or not raw.FPDFPageObj_GetStrokeWidth(path, width):
        return 0.0
    return width.value / 2 * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _sides(boxes: Sequence[Bounds], whole: Bounds) -> list[Bounds]:
    """The rules that are the four sides of a box, each on one side of the whole; none where one is missing."""
    found: list[Bounds] = []
    for edge in range(4):
        across, along = edge % 2, 1 - edge % 2
        length = whole[along + 2] - whole[along]
        side = [
            box
            for box in boxes
            if abs(box[edge] - whole[edge]) <= LEVEL
            and box[across + 2] - box[across] <= THIN
            and box[along + 2] - box[along] >= COVERED * length
        ]
        if not side:
            return []
        found += side
    return found
