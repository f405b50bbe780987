"""What is drawn on a page of a PDF file, and where it is seen: the page may be cropped and turned, its forms moved."""

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

# In points: a rule is no thicker and no shorter, a frame has no shorter side; what stands so far off the page is cut.
THIN, SHORTEST_RULE, SMALLEST_FRAME, EDGE = 4.0, 12.0, 16.0, 1.0
# Forms in forms.
DEEPEST = 8

Bounds = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
        places = (
            (x - self.left, y - self.bottom),
            (y - self.bottom, self.right - x),
            (self.right - x, self.top - y),
            (self.top - y, x - self.left),
        )
        return places[self.turns]

    def box(self, corners: Iterable[tuple[float, float]]) -> Bounds:
        """The bounds of some points as they are seen."""
        return bounds([self.point(x, y) for x, y in corners])

    def shows(self, x: float, y: float) -> bool:
        """Whether a point that is seen here lies on the page."""
        return -EDGE <= x <= self.size[0] + EDGE and -EDGE <= y <= self.size[1] + EDGE


def bounds(points: Sequence[tuple[float, float]]) -> Bounds:
    """Left, bottom, right and top of some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def drawn(page: Any, view: View) -> Iterator[tuple[Bounds, bool]]:
    """The bounds of what is drawn, and whether it is an image."""
    count, get = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
    for kind, corners in _things([get(page.raw, at) for at in range(count(page.raw))], UNMOVED, DEEPEST):
        box = view.box(corners)
        if not all(map(math.isfinite, box)) or not view.shows((box[0] + box[2]) / 2, (box[1] + box[3]) / 2):
            continue
        wide, high = box[2] - box[0], box[3] - box[1]
        if max(wide, high) >= SHORTEST_RULE and (min(wide, high) <= THIN or min(wide, high) >= SMALLEST_FRAME):
            yield box, kind == raw.FPDF_PAGEOBJ_IMAGE


def _things(things: Iterable[Any], outer: Matrix, depth: int) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Paths and images with their corners on the page; those of a form stand where its matrix puts them."""
    for thing in things:
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inner = range(max(0, raw.FPDFFormObj_CountObjects(thing)))
            held = (raw.FPDFFormObj_GetObject(thing, at) for at in inner)
            yield from _things(held, _times(_matrix(thing), outer), depth - 1)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _is_seen(thing)):
            edges = [ctypes.c_float() for _ in range(4)]
            if raw.FPDFPageObj_GetBounds(thing, *edges):
                left, bottom, right, top = (edge.value for edge in edges)
                a, b, c, d, e, f = outer
                corners = [(x, y) for x in (left, right) for y in (bottom, top)]
                yield kind, [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]


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
