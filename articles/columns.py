"""The columns that lines run down: many boxes as a few."""

from collections.abc import Iterable

from articles.layout import Box

# Of a line's height: the white that parts a column, as a picture in it does, and a paragraph's indent. Of the width of
# two lines in a column: what they have in common.
MOST_WHITE, INDENT, SHARED = 2.5, 3.0, 0.5


def column_runs(boxes: Iterable[Box]) -> list[list[Box]]:
    """The boxes of lines in reading order, cut wherever the text goes on in another column.

    >>> lines = [Box(0, 0, 90, 10), Box(0, 12, 90, 22), Box(100, 0, 190, 10)]
    >>> [len(run) for run in column_runs(lines)]
    [2, 1]
    """
    runs: list[list[Box]] = []
    column: Box | None = None
    for box in boxes:
        if column and _goes_on(column, runs[-1][-1], box):
            runs[-1].append(box)
            column = bounds((column, box))
        else:
            runs.append([box])
            column = box
    return runs


def bounds(boxes: Iterable[Box]) -> Box:
    """What holds all of some boxes, one or more.

    >>> bounds([Box(0, 0, 90, 10), Box(20, 12, 95, 22)])
    Box(left=0, top=0, right=95, bottom=22)
    """
    left, top, right, bottom = zip(*((box.left, box.top, box.right, box.bottom) for box in boxes), strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def _goes_on(column: Box, last: Box, box: Box) -> bool:
    """Whether a line stands under the last one of a column, or beside it on its base line."""
    height = max(last.height, box.height)
    if abs(last.bottom - box.bottom) < height / 2 and 0 <= box.left - last.right < height:
        return True
    shared = min(column.right, box.right) - max(column.left, box.left)
    aligned = abs(box.left - column.left) < INDENT * height or shared > SHARED * min(column.width, box.width)
    return aligned and -height / 2 <= box.top - last.bottom <= MOST_WHITE * height
