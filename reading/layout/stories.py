"""The stories of a laid out page: which text blocks stand under which head, and in which order.

Each block has one predecessor, a head or another block, or none; all of them are chosen together, so that their logits
sum up to the most (a path cover by linear assignment, H. W. Kuhn, The Hungarian Method, 1955). A predecessor is a row
of one table: first the blocks, then the heads, then for each block the nothing that stands before it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from lap import lapjv

from articles.layout import Box
from reading.layout.columns import Surroundings, are_parted, column_of, filled, head_over
from reading.layout.flow import (
    MOST_WHITE,
    USUAL_WHITE,
    Ends,
    Features,
    ends_of,
    place_features,
    text_features,
)
from reading.layout.geometry import around, stands_between
from reading.layout.heads import Head
from reading.layout.textblocks import TextBlock

NEVER = -99.0
# In ems: how far to the left of its headline a story may begin, and how far off an upright one.
MOST_LEFT, MOST_BESIDE = 16.0, 4.0
# Stories that begin within so many points of height stand in one row.
ROW = 20

Matrix = npt.NDArray[np.float64]
JoinLogits = Callable[[Sequence[str], Sequence[str]], npt.NDArray[np.floating]]


@dataclass(frozen=True, slots=True)
class PlacedStory:
    """A story's head, None where it has none, and its text blocks in their order."""

    head: Head | None
    blocks: tuple[TextBlock, ...]

    @property
    def box(self) -> Box:
        """What it takes up."""
        return around([block.box for block in (*(self.head.blocks if self.head else ()), *self.blocks)])


def place_stories(page: Surroundings, join: JoinLogits, weights: Mapping[str, float]) -> list[PlacedStory]:
    """Each head with its text, and text without a head, in the order of the page; weights: of the features."""
    over = [head_over(block, page) for block in page.blocks]
    blocks, heads = len(page.blocks), len(page.heads)
    logits = np.full((2 * blocks + heads, blocks), NEVER)
    for row, at, features in choices(page, over, join):
        logits[row, at] = sum(weights.get(name, 0.0) * value for name, value in features.items())
    before = _predecessors(logits, over)
    chains: dict[int, list[TextBlock]] = {number: [] for number in range(heads)}
    owner: dict[int, int] = {}
    for at in _from_first(before):
        one = before[at]
        owner[at] = len(chains) if one is None else owner[one] if one >= 0 else -1 - one
        chains.setdefault(owner[at], []).append(page.blocks[at])
    told = [*page.heads, *[None] * (len(chains) - heads)]
    stories = [PlacedStory(told[number], tuple(chain)) for number, chain in chains.items()]
    return sorted(stories, key=lambda story: (round(story.box.top / ROW), story.box.left))


def choices(page: Surroundings, over: Sequence[int | None], join: JoinLogits) -> Iterator[tuple[int, int, Features]]:
    """What each block may stand right behind: the predecessor's row, the block's number, what speaks for it.

    over: the number of the head right over each block.
    """
    ends = [ends_of(block, page.blocks) for block in page.blocks]
    yield from _edges(page, ends, over, join)
    first = len(page.blocks)
    for at, block in enumerate(page.blocks):
        how = {"first, no indent": float(ends[at].indented is False), "first, a dateline": float(ends[at].lead)}
        for number, head in enumerate(page.heads):
            if place := _start_place(number, head, at, block, page, over):
                yield first + number, at, place | how
        yield first + len(page.heads) + at, at, {"no head" if over[at] is None else "not under its head": 1.0}


def _edges(
    page: Surroundings, ends: Sequence[Ends], over: Sequence[int | None], join: JoinLogits
) -> Iterator[tuple[int, int, Features]]:
    """The blocks that a block may carry on: none that stands under another head."""
    blocks = page.blocks
    joins = join([block.lines[-1].text for block in blocks], [block.lines[0].text for block in blocks])
    columns = [column_of(block, page) for block in blocks]
    for a, before in enumerate(blocks):
        for b, after in enumerate(blocks):
            if a == b or before.frame != after.frame or (over[a] != over[b] and None not in (over[a], over[b])):
                continue
            if not are_parted(before, after, page):
                said = text_features(ends[a], ends[b], float(joins[a][b]))
                between = filled(before, after, page.obstacles)
                yield a, b, said | place_features(before, after, (columns[a], columns[b]), between)


def _start_place(
    number: int, head: Head, at: int, block: TextBlock, page: Surroundings, over: Sequence[int | None]
) -> Features:
    """Where a block stands that may be the first under a head; empty where it cannot."""
    if over[at] == number:
        own = (other for other, head_of in zip(page.blocks, over, strict=True) if head_of == number)
        further = sum(other.box.left < block.box.left - block.size for other in own)
        white = (block.box.top - head.box.bottom) / block.size - USUAL_WHITE
        return {
            "under the head": 1.0,
            "blocks of it further left": float(further),
            "white under the head": min(max(white, 0.0), MOST_WHITE),
        }
    return {"left of the head": 1.0} if over[at] is None and _begins_left(block, head, page.rules) else {}


def _begins_left(block: TextBlock, head: Head, rules: Sequence[Box]) -> bool:
    """Whether a block stands to the left of a head that does not reach over the whole of its story."""
    title, size = head.box, block.size
    if head.frame != block.frame or (block.box.left + block.box.right) / 2 > title.left:
        return False
    near = title.left - block.box.right < (MOST_BESIDE if head.vertical else MOST_LEFT) * size
    bottom = title.top if head.vertical else title.bottom
    level = title.top - 2 * size < block.box.top < bottom + 3 * size
    return near and level and not any(stands_between(rule, block.box, title) for rule in rules)


def _predecessors(logits: Matrix, over: Sequence[int | None]) -> list[int | None]:
    """What stands before each block: a block's number, a head's as -1 - number, or nothing.

    Where what was chosen would run two heads into one story, or in a circle, that edge is barred and all chosen anew.
    """
    blocks = len(over)
    if not blocks:  # a table of no columns is more than the solver bears
        return []
    heads = len(logits) - 2 * blocks
    while True:
        _, _, rows = lapjv(-logits, extend_cost=True)
        found = [row if row < blocks else blocks - 1 - row if row < blocks + heads else None for row in rows.tolist()]
        wrong = _conflict(found, over)
        if wrong is None:
            return found
        logits[wrong] = 2 * NEVER


def _conflict(before: Sequence[int | None], over: Sequence[int | None]) -> tuple[int, int] | None:
    """An edge between two stories, or one that closes a circle; none where all is well."""
    owner: dict[int, int | None] = {}
    for at in _from_first(before):
        one = before[at]
        inherited = None if one is None else owner[one] if one >= 0 else -1 - one
        if one is not None and one >= 0 and inherited is not None and over[at] not in (None, inherited):
            return one, at
        owner[at] = inherited if over[at] is None else over[at]
    circle = next((at for at in range(len(over)) if at not in owner), None)
    if circle is None:
        return None
    last = before[circle]
    assert last is not None
    return last, circle


def _from_first(before: Sequence[int | None]) -> list[int]:
    """The blocks, each behind the one before it; those in a circle are left out."""
    after = {one: at for at, one in enumerate(before) if one is not None and one >= 0}
    order = []
    for at, one in enumerate(before):
        place: int | None = at if one is None or one < 0 else None
        while place is not None:
            order.append(place)
            place = after.get(place)
    return order
