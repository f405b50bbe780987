"""Where a block stands on the page: the head over it, the head of its column, what parts it from another block."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from articles.layout import Box
from reading.layout.flow import ALIGNED, Column
from reading.layout.geometry import one_column, overlaps, rules_off, shared_width
from reading.layout.heads import Head, ground_of
from reading.layout.textblocks import TextBlock

# In ems: white in a column of one story, from a picture to the text under it, around what stands in a column.
MOST_WHITE, MOST_CAPTION, AROUND = 2.5, 3.5, 1.5
# In ems: text under a headline begins so far under it; beside an upright one so far off its top and its side.
UNDER, LEVEL, BESIDE = 3.0, 3.0, 3.0
# What stands over a block shares so much of its width.
SHARED = 0.25
# Edges that touch, in points.
TOUCH = 4.0


@dataclass(frozen=True)
class Surroundings:
    """What stands on a page beside its text; obstacles: pictures with their captions, and frames."""

    heads: tuple[Head, ...]
    rules: tuple[Box, ...]
    obstacles: tuple[Box, ...]
    blocks: tuple[TextBlock, ...]

    @cached_property
    def telling(self) -> tuple[tuple[int, Head], ...]:
        """The heads that a story may stand under, with their numbers."""
        return tuple((number, head) for number, head in enumerate(self.heads) if not head.names_page)

    @cached_property
    def across(self) -> tuple[Box, ...]:
        """What parts the text over it from the text under it: rules that lie, and the parts of headlines."""
        heads = (part.box for head in self.heads if not head.vertical for part in head.blocks)
        return tuple(box for box in (*self.rules, *heads) if box.width > box.height)


def head_over(block: TextBlock, page: Surroundings) -> int | None:
    """The number of the head right over a block, or right to its left where it runs downwards."""
    best, found = float("-inf"), None
    for number, head in page.telling:
        ground = ground_of(head.title[0], page.obstacles)
        inside = ground < 0 or page.obstacles[ground].holds(block.box)
        if inside and head.frame == block.frame and (bottom := _bottom_over(head, block)) > best:
            best, found = bottom, number
    lowest = max((other.box.bottom for other in page.blocks if _is_over(other, block)), default=best)
    ruled = max((rule.top for rule in page.rules if _rules_over(rule, block)), default=best)
    if max(lowest, ruled) > best:
        found = None
    return found if found is not None else _upright_beside(block, page)


def _bottom_over(head: Head, block: TextBlock) -> float:
    """Where a head ends over a block; nowhere where it does not stand over it."""
    if head.vertical:
        return float("-inf")
    over = (part.box for part in head.blocks if overlaps(part.box, block.box, SHARED))
    return max((box.bottom for box in over if box.bottom <= block.box.top + block.size), default=float("-inf"))


def _is_over(other: TextBlock, block: TextBlock) -> bool:
    if other is block or other.frame != block.frame or other.box.bottom > block.box.top + 1:
        return False
    return overlaps(other.box, block.box, SHARED)


def _rules_over(rule: Box, block: TextBlock) -> bool:
    middle = (block.box.left + block.box.right) / 2
    return rule.width > rule.height and rule.left <= middle <= rule.right and rule.top <= block.box.top + 2


def _upright_beside(block: TextBlock, page: Surroundings) -> int | None:
    """The head that runs downwards right to the left of a block."""
    for number, head in enumerate(page.heads):
        box = head.box
        level = box.top - LEVEL * block.size <= block.box.top <= box.bottom
        near = -block.size < block.box.left - box.right < BESIDE * block.size
        if head.vertical and head.frame == block.frame and level and near:
            return number
    return None


def column_of(block: TextBlock, page: Surroundings) -> Column:
    """Where the column begins that a block stands in, and where the headline over that does."""
    top = block
    for other in sorted(page.blocks, key=lambda other: -other.box.bottom):
        if other.box.bottom <= top.box.top + 1 and other.frame == block.frame and _goes_up(other, top, page):
            top = other
    edge = top.box.top
    for picture in sorted(page.obstacles, key=lambda box: -box.bottom):
        near = 0 <= edge - picture.bottom < MOST_CAPTION * block.size
        if near and shared_width(picture, top.box) > 0.5 * top.box.width:
            edge = picture.top
    module = min([edge, *(head.box.top for head in page.heads if _opens_at(head, edge, block))])
    return Column(edge, module, first=top is block)


def _goes_up(upper: TextBlock, lower: TextBlock, page: Surroundings) -> bool:
    """Whether the column of a block goes on over it with another one."""
    white = lower.box.top - upper.box.bottom - filled(upper, lower, page.obstacles)
    near = white < MOST_WHITE * lower.size and one_column(upper.box, lower.box, ALIGNED * lower.size)
    return near and not are_parted(upper, lower, page)


def _opens_at(head: Head, top: float, block: TextBlock) -> bool:
    """Whether the text of a headline begins at a height."""
    if head.frame != block.frame:
        return False
    if head.vertical:
        return abs(top - head.box.top) < LEVEL * block.size
    return -block.size < top - head.box.bottom < UNDER * block.size


def filled(upper: TextBlock, lower: TextBlock, obstacles: Sequence[Box]) -> float:
    """How much of the column between two blocks obstacles take up, in points."""
    a, b = upper.box, lower.box
    between = (box for box in obstacles if a.bottom - TOUCH <= box.top and box.bottom <= b.top + TOUCH)
    return sum(box.height + AROUND * lower.size for box in between if shared_width(box, a) > 0)


def are_parted(one: TextBlock, other: TextBlock, page: Surroundings) -> bool:
    """Whether a rule or a headline lies under the one block and over the other."""
    return any(rules_off(rule, one.box, other.box) for rule in page.across)
