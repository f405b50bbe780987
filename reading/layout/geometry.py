"""How boxes on a page stand to each other; lengths in points, from the top left corner."""

from collections.abc import Sequence

from articles.layout import Box

# Rules touch what they part, so much at most.
TOUCH = 2.0


def around(boxes: Sequence[Box]) -> Box:
    """The box around some boxes.

    >>> around([Box(0, 0, 2, 2), Box(1, 1, 5, 3)])
    Box(left=0, top=0, right=5, bottom=3)
    """
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def shared_width(a: Box, b: Box) -> float:
    """How wide the part is that stands in both, negative where they stand side by side."""
    return min(a.right, b.right) - max(a.left, b.left)


def overlaps(a: Box, b: Box, least: float) -> bool:
    """Whether more than this share of the narrower one's width stands in both."""
    return shared_width(a, b) > least * min(a.width, b.width)


def one_column(a: Box, b: Box, slack: float) -> bool:
    """Whether two boxes begin or end at the same place, slack aside, and share most of their width."""
    return min(abs(a.left - b.left), abs(a.right - b.right)) < slack and overlaps(a, b, 0.6)


def lies_between(rule: Box, upper: Box, lower: Box) -> bool:
    """Whether a rule across lies between two boxes that stand one over the other, in the width that they share."""
    level = upper.bottom - TOUCH <= (rule.top + rule.bottom) / 2 <= lower.top + TOUCH
    left, right = max(upper.left, lower.left), min(upper.right, lower.right)
    across = min(rule.right, right) - max(rule.left, left)
    return rule.width > rule.height and level and across > 0.3 * min(upper.width, lower.width)


def stands_between(rule: Box, one: Box, other: Box) -> bool:
    """Whether an upright rule stands between two boxes side by side."""
    left, right = (one, other) if one.left < other.left else (other, one)
    beside = left.right <= rule.left <= right.left
    return rule.height > rule.width and beside and rule.top < max(one.bottom, other.bottom) and rule.bottom > one.top


def rules_off(rule: Box, one: Box, other: Box) -> bool:
    """Whether something across lies under the one box and over the other, wherever that begins."""
    upper, lower = (one, other) if one.bottom <= other.top + TOUCH else (other, one)
    level = upper.bottom - TOUCH <= rule.top <= lower.top + TOUCH
    return rule.width > rule.height and level and shared_width(rule, lower) > TOUCH
