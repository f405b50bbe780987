"""Which way up a picture lies: a page may hold its lines on their side."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from articles.layout import Box
from formats.scan.type import part_of

Gray = npt.NDArray[np.uint8]
Read = Callable[[Sequence[Gray]], Iterable[tuple[str, list[float]]]]

# A box is tall that is so many times as high as wide; of the boxes' lengths, how much tall ones have on such a page.
TALL, MOSTLY = 1.8, 0.5
# So many lines tell, the longest.
TELLING = 8
# One way is told from another by so many times the characters that can be read.
CLEARER = 1.5


def count_turns(gray: Gray, boxes: Sequence[Box], read: Read) -> int:
    """How many quarters to the left a picture is to be turned, so that its characters stand upright: 0, 1 or 3.

    boxes: where there is text; read: gives the characters of lines. Lines that run downwards, upright character under
    upright character, stay as they are.
    """
    tall = sorted((box for box in boxes if box.height > TALL * box.width), key=lambda box: -box.height)
    if sum(box.height for box in tall) <= MOSTLY * sum(max(box.width, box.height) for box in boxes):
        return 0
    parts = [part_of(gray, box) for box in tall[:TELLING]]
    to_left, to_right = (
        [text for text, _ in read([np.ascontiguousarray(np.rot90(part, turns)) for part in parts])] for turns in (1, 3)
    )
    if _length(to_right) > CLEARER * _length(to_left):
        return 3
    # Turned to the left, a line that runs downwards is read as well as one that lies on its side.
    rows = [_beside(part, len(text)) for part, text in zip(parts, to_left, strict=True) if text]
    return 1 if _length(to_left) > CLEARER * _length([text for text, _ in read(rows)]) else 0


def _length(texts: Iterable[str]) -> int:
    return sum(map(len, texts))


def _beside(part: Gray, count: int) -> Gray:
    """The characters of a line that runs downwards, put beside each other as they stand."""
    cells = np.array_split(part, min(count, len(part)))
    side = max(part.shape[1], len(cells[0]))
    row = np.full((side, side * len(cells)), np.uint8(np.percentile(part, 90)))
    for at, cell in enumerate(cells):
        row[: len(cell), at * side : at * side + part.shape[1]] = cell
    return row
