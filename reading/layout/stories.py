"""The stories of a laid out page: which text blocks stand under which head, and in which order.

Each block has one predecessor, a head or another block, or none; all of them are chosen together, so that their logits
sum up to the most (a path cover by linear assignment, H. W. Kuhn, The Hungarian Method, 1955).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from lap import lapjv

from articles.layout import Box
from reading.layout.columns import Surroundings, are_parted, column_of, filled, head_over
from reading.layout.flow import (
    Ends,
    Features,
    edge_logit,
    ends_of,
    place_features,
    start_logit,
    text_features,
)
from reading.layout.geometry import around, stands_between
from reading.layout.heads import Head
from reading.layout.textblocks import TextBlock

NEVER = -99.0
# That a block begins a story without a headline: one that has none over it, and one under a head.
LEAST, HEADLESS = 0.0, -8.0
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


def place_stories(page: Surroundings, join: JoinLogits) -> list[PlacedStory]:
    """Each head with its text, and text without a head, in the order of the page."""
    over = [head_over(block, page) for block in page.blocks]
    ends = [ends_of(block, page.blocks) for block in page.blocks]
    before = _predecessors(_edges(page, ends, join), _starts(page, ends, over), over)
    chains: dict[int, list[TextBlock]] = {number: [] for number in range(len(page.heads))}
    owner: dict[int, int] = {}
    for at in _from_first(before):
        one = before[at]
        owner[at] = len(chains) if one is None else owner[one] if one >= 0 else -1 - one
        chains.setdefault(owner[at], []).append(page.blocks[at])
    heads = [*page.heads, *[None] * (len(chains) - len(page.heads))]
    stories = [PlacedStory(heads[number], tuple(blocks)) for number, blocks in chains.items()]
    return sorted(stories, key=lambda story: (round(story.box.top / ROW), story.box.left))


def _edges(page: Surroundings, ends: Sequence[Ends], join: JoinLogits) -> Matrix:
    """Logits that the column's block carries on the row's, (blocks, blocks)."""
    blocks = page.blocks
    joins = join([block.lines[-1].text for block in blocks], [block.lines[0].text for block in blocks])
    columns = [column_of(block, page) for block in blocks]
    found = np.full((len(blocks),) * 2, NEVER)
    for a, before in enumerate(blocks):
        for b, after in enumerate(blocks):
            if a != b and before.frame == after.frame and not are_parted(before, after, page):
                said = text_features(ends[a], ends[b], float(joins[a][b]))
                place = place_features(before, after, columns[a], filled(before, after, page.obstacles))
                found[a, b] = edge_logit(said) + edge_logit(place)
    return found


def _starts(page: Surroundings, ends: Sequence[Ends], over: Sequence[int | None]) -> Matrix:
    """Logits that a block is the first under a head, (heads, blocks)."""
    found = np.full((len(page.heads), len(page.blocks)), NEVER)
    for at, block in enumerate(page.blocks):
        how = {"no indent": float(not ends[at].indented), "a dateline": float(ends[at].lead)}
        for number, head in enumerate(page.heads):
            if place := _start_place(number, head, at, block, page, over):
                found[number, at] = start_logit(place | how)
    return found


def _start_place(
    number: int, head: Head, at: int, block: TextBlock, page: Surroundings, over: Sequence[int | None]
) -> Features:
    """Where a block stands that may be the first under a head; empty where it cannot."""
    if over[at] == number:
        own = (other for other, head_of in zip(page.blocks, over, strict=True) if head_of == number)
        further = sum(other.box.left < block.box.left - block.size for other in own)
        return {"under the head": 1.0, "a block of it further left": float(further)}
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


def _predecessors(logits: Matrix, starts: Matrix, over: Sequence[int | None]) -> list[int | None]:
    """What stands before each block: a block's number, a head's as -1 - number, or nothing.

    Where what was chosen would run two heads into one story, or in a circle, that edge is barred and all chosen anew.
    """
    blocks, heads = len(over), len(starts)
    if not blocks:  # a table of no columns is more than the solver bears
        return []
    under = np.array([-1 if head is None else head for head in over])
    strangers = (under[:, None] >= 0) & (under[None, :] >= 0) & (under[:, None] != under[None, :])
    logits = np.where(strangers, NEVER, logits)
    nothing = np.full((blocks, blocks), NEVER)
    np.fill_diagonal(nothing, np.where(under >= 0, HEADLESS, LEAST))
    while True:
        _, _, rows = lapjv(-np.vstack([logits, starts, nothing]), extend_cost=True)
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
