"""Blocks of a laid out page: headlines with their levels, whole paragraphs, captions, in the order of its stories."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from articles.block import Block, BlockType
from articles.layout import Box, Layout, Line
from articles.sentences import SENTENCE_END
from reading.blocks.label import find_rule
from reading.layout.columns import Surroundings
from reading.layout.geometry import around, overlaps
from reading.layout.heads import Head, find_heads
from reading.layout.lines import Prepared, prepare, same_size
from reading.layout.stories import JoinLogits, PlacedStory, place_stories
from reading.layout.textblocks import INDENT, TextBlock, text_blocks

HEADLINE, BESIDE = 1, 2
# Small type that is no text of a story, whatever stands over it.
ASIDE = {BlockType.BYLINE, BlockType.CAPTION, BlockType.CREDIT, BlockType.FURNITURE, BlockType.JUMP}
# In the midst of a story it only looks like one.
PICTURED = {BlockType.CAPTION, BlockType.CREDIT}
FEW_LINES = 4
# A caption stands so near to the story that it belongs to, in ems.
NEAR = 3.0
# And so near under its picture.
CAPTION = 2.0


def layout_blocks(layout: Layout, join: JoinLogits, weights: Mapping[str, float]) -> list[Block]:
    """The blocks of a page that knows where its lines stand.

    join: the logits that each right line carries on each left one in mid-sentence, (lefts, rights); weights: of what
    speaks for a text block standing behind another.
    """
    surroundings, small = survey(layout)
    stories = place_stories(surroundings, join, weights)
    told = [story for story in stories if story.blocks]
    untold = [block for story in stories if not story.blocks and story.head for block in story.head.blocks]
    asides: list[list[TextBlock]] = [[] for _ in told]
    for block in small:
        home = _home(block, _picture_of(block, surroundings, small), told)
        if home is None:
            untold.append(block)
        else:
            asides[home].append(block)
    found = [block for story, own in zip(told, asides, strict=True) for block in _story_blocks(story, own)]
    return [*(_block(block.lines, hint=BlockType.FURNITURE) for block in untold), *found]


def survey(layout: Layout) -> tuple[Surroundings, list[TextBlock]]:
    """What stands on a page: heads and stories' text with what parts them, and the blocks that are no story's text."""
    page = prepare(layout)
    heads, rest = find_heads(text_blocks(page), page.rules, page.pictures, page.body)
    bottom = max((block.box.bottom for block in rest if len(block.lines) >= FEW_LINES - 1), default=float("inf"))
    body = [block for block in rest if _is_body(block, page) and block.box.top < bottom]
    small = [block for block in rest if block not in body]
    obstacles = (*(_with_caption(picture, small) for picture in page.pictures), *page.frames)
    return Surroundings(tuple(heads), page.rules, obstacles, tuple(body)), small


def _with_caption(picture: Box, small: Sequence[TextBlock]) -> Box:
    """What a picture takes up with the small type right under it."""
    return around([picture, *(block.box for block in small if _is_under(block.box, picture, block.size))])


def _is_under(box: Box, picture: Box, size: float) -> bool:
    """Whether type of a size stands where the caption of a picture does."""
    return abs(box.top - picture.bottom) < CAPTION * size and overlaps(box, picture, 0.5)


def _is_body(block: TextBlock, page: Prepared) -> bool:
    if not same_size(block.size, page.body) and len(block.lines) < FEW_LINES:
        return False
    own = _own_type(block)
    if own in PICTURED and any(_is_under(block.box, picture, block.size) for picture in page.pictures):
        return False
    return len(block.lines) > 2 or own not in ASIDE


def _own_type(block: TextBlock) -> BlockType | None:
    """What a block is by its own words."""
    return find_type(_joined(block.lines))


def find_type(text: str) -> BlockType | None:
    """What a text is by its own words, None where they do not tell."""
    rule = find_rule(Block(text))
    return rule.type if rule else None


def _picture_of(block: TextBlock, page: Surroundings, small: Sequence[TextBlock]) -> Box:
    """The picture that small type is the caption of, with it: by its words, or as all that stands there."""
    held = [box for box in page.obstacles if box.holds(block.box)]
    picture = min(held, key=_area, default=block.box)
    others = (other.box for other in (*small, *(part for head in page.heads for part in head.blocks)) if other != block)
    alone = _own_type(block) in PICTURED or not any(picture.holds(other) for other in others)
    return around([picture, block.box]) if alone else block.box


def _home(block: TextBlock, picture: Box, stories: Sequence[PlacedStory]) -> int | None:
    """The story that a caption or a byline stands in, or right beside; none for furniture.

    picture: what a caption belongs to, else the block's own box. What stands over a story and does not say what it is
    is a banner's.
    """
    own = _own_type(block)
    if own is BlockType.FURNITURE:
        return None
    open_ = [at for at, story in enumerate(stories) if own or block.box.bottom > story.box.top]
    far = {at: _distance(block.box, stories[at].box) for at in open_}
    near = [at for at in open_ if far[at] < NEAR * block.size]
    beside = [at for at in open_ if _gap(picture, stories[at].box) < NEAR * block.size]
    return min(near or beside, key=lambda at: (far[at], _area(stories[at].box), at), default=None)


def _gap(one: Box, other: Box) -> float:
    """How far two boxes stand apart, down or across, whichever is more."""
    return max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)


def _area(box: Box) -> float:
    return box.width * box.height


def _distance(box: Box, other: Box) -> float:
    """How far the middle of a box stands outside another one."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return max(other.left - x, x - other.right, other.top - y, y - other.bottom, 0.0)


def _story_blocks(story: PlacedStory, asides: Sequence[TextBlock]) -> Iterator[Block]:
    """A story's headline, paragraphs, and what stands beside them."""
    if story.head:
        yield from _head_blocks(story.head)
    bylines = [block for block in asides if _own_type(block) is BlockType.BYLINE]
    yield from (_block(block.lines, hint=BlockType.BYLINE) for block in bylines)
    opens = story.head is None
    for lines in paragraphs(story.blocks):
        pictured = find_type(_joined(lines)) in PICTURED
        yield _block(lines, opens=opens, hint=BlockType.TEXT if pictured else None)
        opens = False
    for block in asides:
        if block not in bylines:
            yield _block(block.lines, hint=_own_type(block) or BlockType.CAPTION)


def _head_blocks(head: Head) -> Iterator[Block]:
    yield from (_block(block.lines, BESIDE) for block in head.over)
    lines = [line for block in head.title for line in block.lines]
    boxes = tuple(line.box for line in lines)
    yield Block(_title(head.title), HEADLINE, opens=False, hint=BlockType.TEXT, boxes=boxes)
    yield from (_block(block.lines, BESIDE) for block in head.under)
    yield from (_block(block.lines, hint=BlockType.BYLINE) for block in head.bylines)


def _block(lines: Sequence[Line], level: int = 0, opens: bool = False, hint: BlockType | None = None) -> Block:
    return Block(_joined(lines), level, opens, hint, tuple(line.box for line in lines))


def _title(blocks: Sequence[TextBlock]) -> str:
    """The lines of a headline; a blank where one stops short of the longest."""
    vertical = blocks[0].lines[0].vertical
    ends = [block.box.bottom if vertical else block.box.right for block in blocks]
    text = blocks[0].text
    for (before, block), end in zip(pairwise(blocks), ends, strict=False):
        level = not vertical and abs(before.box.bottom - block.box.bottom) < 0.3 * block.size
        short = end < max(ends) - 1.5 * block.size
        text += (" " if level or short else "") + block.text
    return text


def paragraphs(blocks: Sequence[TextBlock]) -> Iterator[list[Line]]:
    """The lines of each paragraph of a story's blocks: one begins at an indent."""
    lines: list[Line] = []
    for block in blocks:
        left = min(line.box.left for line in block.lines)
        for line in block.lines:
            loose = line.loose and lines and SENTENCE_END.search(lines[-1].text)
            if lines and (loose or line.box.left > left + INDENT * block.size):
                yield lines
                lines = []
            lines.append(line)
    if lines:
        yield lines


def _joined(lines: Sequence[Line]) -> str:
    text = ""
    for line in lines:
        text = _glued(text, line.text)
    return text


def _glued(text: str, more: str) -> str:
    """Two lines as one; a blank only where two Latin words meet."""
    latin = (text[-1:] + more[:1]).isascii() and text[-1:].isalpha() and more[:1].isalpha()
    return text + " " * latin + more
