"""Columns: many lines as a few rectangles."""

from articles.columns import bounds, column_runs
from articles.layout import Box


def line(left: float, top: float, width: float = 90) -> Box:
    return Box(left, top, left + width, top + 10)


def lengths(*boxes: Box) -> list[int]:
    return [len(run) for run in column_runs(boxes)]


def test_lines_under_each_other_are_a_column() -> None:
    """Also where one is short, indented, or two pieces on one base line."""
    assert lengths(line(0, 0), line(0, 15), line(20, 30, 70), line(0, 45, 20), line(20, 60, 70)) == [5]
    assert lengths(line(0, 0, 40), line(45, 0, 45), line(0, 15)) == [3]


def test_a_column_ends_where_the_text_goes_on_elsewhere() -> None:
    """Up to the next column, or past a picture; nothing gives nothing."""
    assert lengths(line(0, 0), line(0, 15), line(100, 0), line(100, 15)) == [2, 2]
    assert lengths(line(0, 0), line(0, 15), line(0, 100)) == [2, 1]
    assert lengths() == []


def test_bounds_hold_all() -> None:
    """From the outermost edges."""
    assert bounds([line(20, 0), line(0, 15, 30)]) == Box(0, 0, 110, 25)
