"""Lines of a layout made ready: pieces joined, body type told from display type, frames from pictures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.layout import Box, Layout, Line
from reading.layout.geometry import around
from reading.layout.stacks import joined_stacks, spaced_stacks

# Display type is so much larger than the body's; sizes are one within SAME_SIZE, body type within BODY_SIZE.
DISPLAY, SAME_SIZE, BODY_SIZE = 1.25, 0.03, 0.15
# In ems, from one piece of a line to the next on its base line: they overlap at most so much, part at most so much.
PIECES_OVERLAP, PIECES_PART, OFF_BASE = 1.5, 0.35, 0.2
# A frame that holds fewer lines of body type is a picture or the ground behind a headline; one that fills the page is
# the page.
LEAST_LINES, MOST_PAGE = 3, 0.85
# Frames whose edges lie so near are one, drawn and filled, in points.
SAME_EDGE = 4


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page's lines and what parts them.

    frame_of: for each line the number of the frame that it stands in, -1 outside of all; body: the size of the body's
    type in points; frames: those that part text; pictures: the other ones.
    """

    lines: tuple[Line, ...]
    frame_of: tuple[int, ...]
    body: float
    rules: tuple[Box, ...]
    frames: tuple[Box, ...]
    pictures: tuple[Box, ...]


def prepare(layout: Layout) -> Prepared:
    """The lines of a layout, whole, with what parts them."""
    lines = joined_lines([line for line in layout.lines if line.text.strip()])
    body = body_size(lines)
    lines = _without_drop_caps(lines, body)
    frames, pictures = _frames(layout, [line for line in lines if _is_body(line, body)])
    frame_of = [next((at for at, frame in enumerate(frames) if frame.holds(line.box)), -1) for line in lines]
    rules = tuple(rule for rule in layout.rules if rule.width > 0 or rule.height > 0)
    return Prepared(tuple(lines), tuple(frame_of), body, rules, tuple(frames), tuple(pictures))


def body_size(lines: Sequence[Line]) -> float:
    """The size in which most characters are set, to a quarter of a point; 1 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[max(round(line.size * 4) / 4, 0.25)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0)


def same_size(one: float, other: float) -> bool:
    """Whether two sizes are one, rounding aside."""
    return abs(one - other) <= SAME_SIZE * max(one, other)


def joined_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, pieces of one put together: next to each other on one base line, or one under the other."""
    stacks, rest = spaced_stacks([replace(line) for line in lines])  # each its own, though a page hold one twice
    upright = [line for line in rest if line.vertical]
    level = sorted((line for line in rest if not line.vertical), key=_by_base)
    joined: list[Line] = []
    for line in level:
        if joined and _one_line(joined[-1], line):
            joined[-1] = _line_of(joined[-1], line)
        else:
            joined.append(line)
    return joined_stacks(joined, [*upright, *stacks])


def _by_base(line: Line) -> tuple[int, float, str]:
    return round(line.box.bottom), line.box.left, line.text


def _one_line(left: Line, right: Line) -> bool:
    size = max(left.size, right.size)
    gap = right.box.left - left.box.right
    level = abs(left.box.bottom - right.box.bottom) < OFF_BASE * size
    return level and same_size(left.size, right.size) and -PIECES_OVERLAP * size < gap < PIECES_PART * size


def _line_of(left: Line, right: Line) -> Line:
    return Line(left.text + right.text, around([left.box, right.box]), left.size, left.font)


def _is_body(line: Line, body: float) -> bool:
    return abs(line.size - body) <= BODY_SIZE * body and not line.vertical


def _frames(layout: Layout, body_lines: Sequence[Line]) -> tuple[list[Box], list[Box]]:
    """The frames that part text, smallest first, and the others."""
    page = layout.width * layout.height
    frames: list[Box] = []
    pictures: list[Box] = []
    for frame in _different(layout.frames):
        if sum(frame.holds(line.box) for line in body_lines) < LEAST_LINES:
            pictures.append(frame)
        elif frame.width * frame.height < MOST_PAGE * page:
            frames.append(frame)
    return sorted(frames, key=lambda frame: frame.width * frame.height), pictures


def _different(frames: Sequence[Box]) -> list[Box]:
    """The frames, one of each that are drawn and filled."""
    found: dict[tuple[int, ...], Box] = {}
    for frame in frames:
        edges = (frame.left, frame.top, frame.right, frame.bottom)
        found.setdefault(tuple(round(edge / SAME_EDGE) for edge in edges), frame)
    return list(found.values())


def _without_drop_caps(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines, each large first character put before the line that it begins, those beside it made as wide."""
    found = list(lines)
    for cap in [line for line in lines if len(line.text) == 1 and line.size >= DISPLAY * body]:
        beside = sorted((line for line in found if _stands_beside(cap, line, body)), key=lambda line: line.box.top)
        if len(beside) < 2:
            continue
        for line in beside:
            text = cap.text + line.text if line is beside[0] else line.text
            box = Box(cap.box.left, line.box.top, line.box.right, line.box.bottom)
            found[found.index(line)] = Line(text, box, line.size, line.font)
        found.remove(cap)
    return found


def _stands_beside(cap: Line, line: Line, body: float) -> bool:
    near = -0.3 * body < line.box.left - cap.box.right < body
    level = cap.box.top - 0.6 * body < line.box.top < cap.box.bottom - 0.4 * body
    return near and level and _is_body(line, body)
