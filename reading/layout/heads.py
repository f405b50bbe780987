"""Heads: lines of display type that make one headline, with the small lines over and under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.block import Block, BlockType
from articles.expressions import expression
from articles.layout import Box
from reading.blocks.label import find_rule
from reading.blocks.vocabulary import BUNDLE
from reading.layout.geometry import around, lies_between, overlaps, shared_width, stands_between
from reading.layout.lines import same_size
from reading.layout.textblocks import TextBlock

# Lines of one headline, in ems of it: the gap in a line, the white between two, how far the lower one may begin behind
# the end of the upper one; upright ones begin at one height, so far apart at most. Sizes within SIZES_APART are one.
MOST_GAP, MOST_WHITE, MOST_STAGGER, UPRIGHT_LEVEL, SIZES_APART = 3.0, 0.75, 2.5, 3.0, 0.12
# A column of text opens where a piece of a headline does, and so far under it at most, in ems.
OPENS, OPENS_UNDER = 0.25, 6.0
# A kicker or a second line stands so near, in ems of the headline and its own, and has no more lines and characters.
NEAR, NEAR_OWN, MOST_LINES, MOST_CHARACTERS = 0.55, 0.6, 3, 60
# The ground behind a headline is at most so high, in ems of it.
GROUND = 5.0
TEXT_ENDS = ("。", "）", ")", "。”", "！”", "？”", "…”")
BUNDLES = expression(BUNDLE)
BYLINES = {BlockType.BYLINE, BlockType.NAME, BlockType.SIGNOFF}


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """A headline's lines in reading order, the blocks over and under it, and the byline."""

    title: tuple[TextBlock, ...]
    over: tuple[TextBlock, ...] = ()
    under: tuple[TextBlock, ...] = ()
    bylines: tuple[TextBlock, ...] = ()

    @property
    def blocks(self) -> tuple[TextBlock, ...]:
        """Everything that stands over the text."""
        return (*self.over, *self.title, *self.under, *self.bylines)

    @property
    def box(self) -> Box:
        """What the headline with its lines takes up."""
        return around([block.box for block in self.blocks])

    @property
    def frame(self) -> int:
        """The number of the frame that it stands in, -1 for none."""
        return self.title[0].frame

    @property
    def vertical(self) -> bool:
        """Whether it runs downwards."""
        return self.title[0].lines[0].vertical

    @property
    def names_page(self) -> bool:
        """Whether it names the paper or a part of it, 综合, and no story stands under it."""
        return is_label(self.title[0]) and not _is_bundle(self.title[0])


def find_heads(
    blocks: Sequence[TextBlock], rules: Sequence[Box], pictures: Sequence[Box], body: float
) -> tuple[list[Head], list[TextBlock]]:
    """The heads among the text blocks of a page, and the blocks that belong to none.

    A title of smaller type right over or under a larger one is its kicker or its second line.
    """
    grounds = [box for box in pictures if box.height > 0]
    rest = [block for block in blocks if not block.display]
    columns = [*(block.box for block in rest if len(block.lines) > MOST_LINES), *pictures]
    display = [block for block in blocks if block.display]
    grounded = {block: ground_of(block, grounds) for block in blocks}
    titles = [
        title
        for ground in sorted({grounded[block] for block in display})
        for title in _titles([block for block in display if grounded[block] == ground], rules, columns)
    ]
    heads = []
    while titles:
        title, *titles = sorted(titles, key=lambda group: -group[0].size)
        lesser = [block for group in titles if group[0].size < title[0].size for block in group if not is_label(block)]
        lines = [*lesser, *(block for block in rest if _is_line(block, body))]
        ground, labels = grounded[title[0]], is_label(title[0])
        lines = [block for block in lines if grounded[block] == ground and not labels]
        over = _with_groups(_beside(title, lines, rules, above=True), titles)
        under = _beside(title, [block for block in lines if block not in over], rules, above=False)
        under = _with_groups(under, titles)
        titles = [group for group in titles if group[0] not in over and group[0] not in under]
        rest = [block for block in rest if block not in over and block not in under]
        bylines = tuple(block for block in under if _is_byline(block))
        heads.append(Head(tuple(title), tuple(over), tuple(b for b in under if b not in bylines), bylines))
    return heads, rest


def ground_of(block: TextBlock, pictures: Sequence[Box]) -> int:
    """The number of the advertisement that a line stands in, -1 for none; the ground behind a headline is none."""
    deep = (at for at, box in enumerate(pictures) if box.holds(block.box) and box.height > GROUND * block.size)
    return next(deep, -1)


def _with_groups(found: Sequence[TextBlock], titles: Sequence[Sequence[TextBlock]]) -> list[TextBlock]:
    """Lines found beside a headline, each with the others of its own title."""
    whole = [block for group in titles if any(block in found for block in group) for block in group]
    return sorted(dict.fromkeys((*found, *whole)), key=_reading_order)


def _titles(display: Sequence[TextBlock], rules: Sequence[Box], columns: Sequence[Box]) -> list[list[TextBlock]]:
    """Display lines that make one headline, each in reading order."""
    groups: list[list[TextBlock]] = []
    for block in sorted(display, key=lambda block: (block.box.top, block.box.left)):
        joined = [group for group in groups if any(_one_title(other, block, rules, columns) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([block, *(one for group in joined for one in group)])
    return [sorted(group, key=_reading_order) for group in groups]


def _reading_order(block: TextBlock) -> tuple[float, float]:
    if block.lines[0].vertical:
        return -block.box.right, block.box.top
    return round(block.box.bottom / block.size), block.box.left


def _one_title(one: TextBlock, other: TextBlock, rules: Sequence[Box], columns: Sequence[Box]) -> bool:
    size = max(one.size, other.size)
    vertical = one.lines[0].vertical
    if (
        one.frame != other.frame
        or vertical != other.lines[0].vertical
        or abs(one.size - other.size) > SIZES_APART * size
    ):
        return False
    if is_label(one) or is_label(other):
        return False
    a, b = one.box, other.box
    if vertical:
        return -shared_width(a, b) < MOST_WHITE * size and abs(a.top - b.top) < UPRIGHT_LEVEL * size
    if abs(a.bottom - b.bottom) < 0.3 * size:
        near = -shared_width(a, b) < MOST_GAP * size and not any(stands_between(rule, a, b) for rule in rules)
        return near and not _opens_column(a, b, size, columns)
    white = max(a.top, b.top) - min(a.bottom, b.bottom)
    stagger = -shared_width(a, b) / size
    near = white < MOST_WHITE * size and stagger <= MOST_STAGGER
    return near and (stagger < 0 or not _opens_column(a, b, size, columns))


def is_label(block: TextBlock) -> bool:
    """Whether a line names a column of the paper or a bundle of notes, and no story."""
    rule = find_rule(Block("".join(block.text.split())))
    return _is_bundle(block) or (rule is not None and rule.type is BlockType.FURNITURE)


def _is_bundle(block: TextBlock) -> bool:
    return BUNDLES.fullmatch("".join(block.text.split())) is not None


def _opens_column(a: Box, b: Box, size: float, columns: Sequence[Box]) -> bool:
    """Whether the right one of two pieces begins where a column of text under it does: it is another story's."""
    right = max(a, b, key=lambda box: box.left)
    return any(
        abs(column.left - right.left) < OPENS * size and 0 < column.top - right.bottom < OPENS_UNDER * size
        for column in columns
    )


def _is_line(block: TextBlock, body: float) -> bool:
    short = len(block.lines) <= MOST_LINES and len(block.text) <= MOST_CHARACTERS
    return short and (not same_size(block.size, body) or _is_byline(block))


def _is_byline(block: TextBlock) -> bool:
    rule = find_rule(Block(block.text))
    return rule is not None and rule.type in BYLINES


def _beside(
    title: Sequence[TextBlock], lines: Sequence[TextBlock], rules: Sequence[Box], above: bool
) -> list[TextBlock]:
    """The small lines right over or right under a headline, from top to bottom."""
    if title[0].lines[0].vertical:
        return []
    box = edge = around([block.box for block in title])
    found: list[TextBlock] = []
    for block in sorted(lines, key=lambda block: -block.box.bottom if above else block.box.top):
        white = edge.top - block.box.bottom if above else block.box.top - edge.bottom
        near = -0.3 * block.size < white < NEAR * title[0].size + NEAR_OWN * block.size
        if near and _belongs(block, title[0], box, above) and not any(_parts(rule, block.box, edge) for rule in rules):
            found.append(block)
            edge = block.box
    return found[::-1] if above else found


def _belongs(block: TextBlock, title: TextBlock, box: Box, above: bool) -> bool:
    """Whether a line is of a headline's frame and column, and no end of the story above."""
    ends_text = above and block.text.endswith(TEXT_ENDS)
    return (
        block.frame == title.frame and not block.lines[0].vertical and overlaps(block.box, box, 0.5) and not ends_text
    )


def _parts(rule: Box, one: Box, other: Box) -> bool:
    upper, lower = (one, other) if one.top < other.top else (other, one)
    return lies_between(rule, upper, lower)
