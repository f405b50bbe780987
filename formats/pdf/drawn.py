"""What is drawn on a page of a PDF file, and where it is seen: the page may be cropped and turned, its forms moved."""

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

from formats.pdf.paths import (
    EVERYWHERE,
    SHORTEST_RULE,
    UNMOVED,
    Bounds,
    Matrix,
    bounds,
    clip_of,
    common,
    is_large,
    moved_box,
    pieces,
)

# What stands so far off the page, in points, is cut.
EDGE = 1.0
# Forms in forms.
DEEPEST = 8


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a page, in its own points from the lower left, and how often it is turned to the right."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turns % 2 else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen, from the lower left corner."""
        if self.turns == 0:
            return x - self.left, y - self.bottom
        if self.turns == 1:
            return y - self.bottom, self.right - x
        if self.turns == 2:
            return self.right - x, self.top - y
        return self.top - y, x - self.left

    def box(self, corners: Iterable[tuple[float, float]]) -> Bounds:
        """The bounds of some points as they are seen."""
        return bounds([self.point(x, y) for x, y in corners])

    def shows(self, x: float, y: float) -> bool:
        """Whether a point that is seen here lies on the page."""
        wide, high = self.size
        return -EDGE <= x <= wide + EDGE and -EDGE <= y <= high + EDGE


def drawn(page: Any, view: View) -> Iterator[tuple[Bounds, bool]]:
    """The bounds of what is drawn, and whether it is an image."""
    count, get = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
    things = [get(page.raw, at) for at in range(count(page.raw))]
    for kind, (left, low, right, high) in _things(things, UNMOVED, EVERYWHERE, DEEPEST):
        box = view.box([(left, low), (right, high)])
        if all(map(math.isfinite, box)) and view.shows((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) and is_large(box):
            yield box, kind == raw.FPDF_PAGEOBJ_IMAGE


def _things(things: Iterable[Any], outer: Matrix, seen: Bounds, depth: int) -> Iterator[tuple[int, Bounds]]:
    """What is seen of paths and images, on the page; those of a form stand where its matrix puts them."""
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth:
            if within := _seen(thing, outer, seen):
                inner = range(max(0, raw.FPDFFormObj_CountObjects(thing)))
                held = (raw.FPDFFormObj_GetObject(thing, at) for at in inner)
                yield from _things(held, _times(_matrix(thing), outer), within, depth - 1)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _is_seen(thing)):
            for box in _boxes(thing, kind, outer, seen):
                yield kind, box


def _boxes(thing: Any, kind: int, outer: Matrix, seen: Bounds) -> Iterator[Bounds]:
    """What is seen of one path or image, piece by piece."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(thing, *edges):
        return
    left, low, right, high = (edge.value for edge in edges)
    whole = moved_box((left, low, right, high), outer)
    # Most of what is drawn is too small for anything, and not asked further.
    if max(whole[2] - whole[0], whole[3] - whole[1]) < SHORTEST_RULE or not (within := _seen(thing, outer, seen)):
        return
    is_path = kind == raw.FPDF_PAGEOBJ_PATH
    for box in pieces(thing, _times(_matrix(thing), outer), whole) if is_path else [whole]:
        if part := common(box, within):
            yield part


def _seen(thing: Any, outer: Matrix, seen: Bounds) -> Bounds | None:
    """What a thing's own clip leaves of what is seen around it, on the page."""
    clip = clip_of(thing)
    if clip == EVERYWHERE:
        return seen
    return common(seen, moved_box(clip, outer)) if clip else None


def _is_seen(path: Any) -> bool:
    """Whether a path is drawn: some only clip what others draw."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    known = raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return not known or bool(fill.value or stroke.value)


def _matrix(thing: Any) -> Matrix:
    found = raw.FS_MATRIX()
    known = raw.FPDFPageObj_GetMatrix(thing, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f) if known else UNMOVED


def _times(one: Matrix, other: Matrix) -> Matrix:
    """The one matrix, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, x, y = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + x, e * h + f * j + y
