"""What is drawn on a picture beside its text: rules, frames, other pictures."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from articles.layout import Box

Gray = npt.NDArray[np.uint8]

# In sizes of the body's type: a rule is so long at least and so thick at most; a picture or a frame so large.
SHORTEST, THICKEST, SMALLEST = 2.0, 0.4, 2.5
# How much darker than the paper a ground is.
TINT = 10


def find_drawn(gray: Gray, text: Sequence[Box], paper: int, size: float) -> tuple[list[Box], list[Box]]:
    """The rules and the frames on a picture, in pixels.

    text: where its lines stand; paper: how light it is; size: of the body's type.
    """
    left = gray.copy()
    for box in text:
        # A ground behind text stays one, a stroke of a headline is no rule.
        around = left[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
        around[:] = np.percentile(around, 80) if around.size else paper
    dark = (left < paper - TINT).astype(np.uint8)
    rules = [*_rules(dark, size, flat=True), *_rules(dark, size, flat=False)]
    return rules, list(_frames(dark, size))


def _rules(dark: Gray, size: float, flat: bool) -> Iterator[Box]:
    long, thick = max(int(SHORTEST * size), 3), max(int(THICKEST * size), 2)
    kernel = np.ones((1, long) if flat else (long, 1), np.uint8)
    for box in _components(cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)):
        if min(box.width, box.height) <= thick:
            yield box


def _frames(dark: Gray, size: float) -> Iterator[Box]:
    """What has an outline or a ground of its own: its bounds are drawn, or most of it is dark."""
    for box in _components(dark):
        if min(box.width, box.height) < SMALLEST * size:
            continue
        part = dark[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
        edge = max(int(THICKEST * size), 2)
        sides = [part[:edge].any(0), part[-edge:].any(0), part[:, :edge].any(1), part[:, -edge:].any(1)]
        if part.mean() > 0.5 or min(side.mean() for side in sides) > 0.8:
            yield box


def _components(mask: Gray) -> Iterator[Box]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    for left, top, width, height, _ in stats[1:].tolist():
        yield Box(float(left), float(top), float(left + width), float(top + height))
