"""Text blocks: lines of one size that stand one under the other in a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from articles.dateline import is_lead
from articles.layout import Box, Line
from reading.layout.geometry import around, lies_between, overlaps
from reading.layout.lines import DISPLAY, Prepared, same_size

# Between two lines of a column, in ems: white at most, overlap at most, how much more white than the column's own parts
# it, how far their left ends part, and how far a paragraph's first line is set in.
MOST_WHITE, MOST_OVERLAP, MORE_WHITE, MOST_INDENT, INDENT = 1.3, 0.4, 0.45, 2.6, 1.1
# A file may say that type has no size; what is measured in ems needs one, in points.
LEAST_SIZE = 0.1
# A crosshead has no more lines, and no more white over and under it, in ems of the body.
MOST_CROSSHEAD, CROSSHEAD_WHITE = 2, 2.4
# The headline of a note has so much more white over it than under it, in ems of the body; the note over it has ended.
NOTE_WHITE, ENDS = 0.6, ("。", "！", "？", "…", "”", "）", ")")


@dataclass(frozen=True, slots=True, eq=False)
class TextBlock:
    """Lines from top to bottom; frame: the number of the one they stand in, -1 for none; display: type of headlines."""

    lines: tuple[Line, ...]
    box: Box
    size: float
    frame: int
    display: bool

    @property
    def text(self) -> str:
        """The lines run together."""
        return "".join(line.text for line in self.lines)


def text_blocks(page: Prepared) -> list[TextBlock]:
    """The text blocks of a page, body and small type; each line of display type is a block of its own."""
    order = sorted(range(len(page.lines)), key=lambda at: (page.lines[at].box.top, page.lines[at].box.left))
    display = [at for at in order if page.lines[at].vertical or page.lines[at].size >= DISPLAY * page.body]
    heads = [_block([page.lines[at]], page.frame_of[at], True) for at in display]
    shown = set(display)
    stacks = _stacks([at for at in order if at not in shown], page)
    blocks = [_block([page.lines[at] for at in stack], page.frame_of[stack[0]], False) for stack in stacks]
    return [*heads, *_with_crossheads([part for block in blocks for part in _parted(block)], page.body)]


def _stacks(order: Sequence[int], page: Prepared) -> list[list[int]]:
    """Lines, from top to bottom, each under the one before it in its column."""
    open_: list[list[int]] = []
    closed: list[list[int]] = []
    for at in order:
        line = page.lines[at]
        near = [stack for stack in open_ if line.box.top - page.lines[stack[-1]].box.bottom < 2 * line.size]
        closed += [stack for stack in open_ if stack not in near]
        open_ = near
        stack = next((stack for stack in open_ if _goes_on(stack, at, page)), None)
        if stack:
            stack.append(at)
        else:
            open_.append([at])
    return closed + open_


def _goes_on(stack: Sequence[int], at: int, page: Prepared) -> bool:
    """Whether a line is the next one of a stack."""
    last, line = page.lines[stack[-1]], page.lines[at]
    if page.frame_of[stack[-1]] != page.frame_of[at] or not same_size(last.size, line.size):
        return False
    if not -MOST_OVERLAP * line.size <= line.box.top - last.box.bottom <= MOST_WHITE * line.size:
        return False
    left = min(page.lines[one].box.left for one in stack)
    aligned = abs(line.box.left - left) <= MOST_INDENT * line.size or overlaps(last.box, line.box, 0.5)
    return aligned and not any(lies_between(rule, last.box, line.box) for rule in page.rules)


def _block(lines: Sequence[Line], frame: int, display: bool) -> TextBlock:
    box = around([line.box for line in lines])
    size = max(median(line.size for line in lines), LEAST_SIZE)
    return TextBlock(tuple(lines), box, size, frame, display)


def _parted(block: TextBlock) -> list[TextBlock]:
    """A block cut where the white between two lines is wider than it is in the rest."""
    if len(block.lines) < 3:
        return [block]
    whites = [under.box.top - over.box.bottom for over, under in pairwise(block.lines)]
    usual = median(whites)
    cuts = [at for at, white in enumerate(whites, 1) if white > usual + MORE_WHITE * block.size]
    edges = pairwise([0, *cuts, len(block.lines)])
    return [_block(block.lines[start:end], block.frame, False) for start, end in edges]


def _with_crossheads(blocks: Sequence[TextBlock], body: float) -> list[TextBlock]:
    """The blocks, each short line that stands in a column put together with the text over and under it.

    The headline of a note is none of them: type of headlines, by its place if not by its size.
    """
    heads = _note_heads(blocks, body)
    noted = [_block(block.lines, block.frame, True) if block in heads else block for block in blocks]
    found = sorted(noted, key=_from_top)
    for line in [block for block in found if len(block.lines) <= MOST_CROSSHEAD and not block.display]:
        if line not in found:
            continue
        over, under = _column_beside(line, found)
        if not under or is_lead(under.text) or under.box.top - line.box.bottom > CROSSHEAD_WHITE * body:
            continue
        if over and line.box.top - over.box.bottom <= CROSSHEAD_WHITE * body:
            found = _merged(found, [over, line, under])
        elif _is_larger(line, body):
            found = _merged(found, [line, under])
    return found


def _note_heads(blocks: Sequence[TextBlock], body: float) -> list[TextBlock]:
    """The headlines of notes in small type: over a lead, or one under the other in a column that opens with one.

    Such a one has more white over it than under it, where a crosshead has as much.
    """
    beside = {
        line: _column_beside(line, blocks)
        for line in blocks
        if len(line.lines) <= MOST_CROSSHEAD and not line.display and _is_larger(line, body)
    }
    near = {
        line: (over, under)
        for line, (over, under) in beside.items()
        if under and under.box.top - line.box.bottom <= CROSSHEAD_WHITE * body
    }
    heads = {line for line, (_, under) in near.items() if is_lead(under.text)}
    opening = [line for line, (over, _) in near.items() if not over or line in heads]
    below = {
        line: [first for first in opening if first is not line and _are_akin(first, line)]
        for line, (over, under) in near.items()
        if over and _stands_off(over, line, under, body)
    }
    heads |= {head for line, firsts in below.items() if firsts for head in (line, *firsts)}
    return [block for block in blocks if block in heads]


def _is_larger(line: TextBlock, body: float) -> bool:
    return line.size > body and not same_size(line.size, body)


def _are_akin(first: TextBlock, line: TextBlock) -> bool:
    """Whether two headlines are of one size and column, the one over the other."""
    above = first.frame == line.frame and first.box.bottom < line.box.top
    return above and same_size(first.size, line.size) and overlaps(first.box, line.box, 0.5)


def _stands_off(over: TextBlock, line: TextBlock, under: TextBlock, body: float) -> bool:
    """Whether a line stands nearer to the text under it than to what ends over it."""
    white_over, white_under = line.box.top - over.box.bottom, under.box.top - line.box.bottom
    return white_over - white_under > NOTE_WHITE * body and over.text.endswith(ENDS)


def _from_top(block: TextBlock) -> tuple[float, float]:
    return block.box.top, block.box.left


def _column_beside(line: TextBlock, blocks: Sequence[TextBlock]) -> tuple[TextBlock | None, TextBlock | None]:
    """The blocks right over and right under a line, in whose columns it stands."""
    near = [block for block in blocks if block is not line and block.frame == line.frame and _holds(block, line)]
    over = [block for block in near if block.box.bottom <= line.box.top + 2]
    under = [block for block in near if block.box.top >= line.box.bottom - 2]
    lowest = max(over, key=lambda block: block.box.bottom, default=None)
    return lowest, min(under, key=lambda block: block.box.top, default=None)


def _holds(block: TextBlock, line: TextBlock) -> bool:
    """Whether a line stands within the column of a block of text."""
    inside = block.box.left - block.size < line.box.left and line.box.right < block.box.right + block.size
    return inside and len(block.lines) > 1


def _merged(blocks: Sequence[TextBlock], parts: Sequence[TextBlock]) -> list[TextBlock]:
    whole = _block([line for part in parts for line in part.lines], parts[0].frame, False)
    return sorted([*(block for block in blocks if block not in parts), whole], key=_from_top)
