"""Where each block of a page went, and why."""

from collections.abc import Iterator, Mapping, Set

from articles.block import BlockType
from reading.blocks.label import LabelledPage
from reading.reading import BlockTrace, Join, Tears
from reading.stories.segment import Segmentation

NOWHERE = {BlockType.FURNITURE, BlockType.JUMP}
SHOWN = 8


def joins_of(found: Segmentation) -> Iterator[Join]:
    """The joins made on a page, with their logits."""
    texts = found.flow.rows.texts
    for left, right in sorted(found.joins.items()):
        yield Join(texts[left], texts[right], float(found.scores.logits[left, right]))


def tears_of(found: Segmentation) -> Tears:
    """How torn the page was found."""
    texts = [row for order in found.orders for row in order]
    left_open = [row for row in texts if found.flow.rows.cut_off[row] and row not in found.joins]
    return Tears(len(texts), len(found.joins), len(found.moved), len(left_open))


def trace(
    page: LabelledPage, found: Segmentation, ids: Mapping[int, str], homes: Mapping[int, int], banners: Set[int]
) -> Iterator[BlockTrace]:
    """Where each block of the page went, in the page's order.

    ids: of the articles, by the number of the story; homes: the story of each block beside the text; banners: rows.
    """
    row_of = {block: row for row, block in enumerate(found.flow.rows.numbers)}
    story_of = found.story_of.tolist()
    came_from = {right: left for left, right in found.joins.items()}
    for at, block in enumerate(page.blocks):
        block_type = page.types[at]
        row = row_of.get(at)
        if page.first[at] != at:
            yield BlockTrace(block.text, "duplicate", None, f"repeats block {page.first[at] + 1}", block.boxes)
        elif row is None:
            home = None if block_type in NOWHERE else ids.get(homes.get(at, -1))
            yield BlockTrace(block.text, block_type, home, page.rules[at], block.boxes)
        elif row in banners:
            yield BlockTrace(block.text, "banner", None, "no story supports it", block.boxes)
        else:
            yield _row_trace(found, row, ids.get(story_of[row]), came_from)


def _row_trace(found: Segmentation, row: int, home: str | None, came_from: Mapping[int, int]) -> BlockTrace:
    block = found.flow.rows.blocks[row]
    if found.flow.head[row]:
        why = f"reads as a headline (logit {found.titles[row]:+.1f})" if home else "no story under it"
        return BlockTrace(block.text, "head", home, why, block.boxes)
    return BlockTrace(block.text, "piece", home, _piece_reason(found, row, came_from), block.boxes)


def _piece_reason(found: Segmentation, row: int, came_from: Mapping[int, int]) -> str:
    rows = found.flow.rows
    reasons = []
    if row in came_from:
        left = came_from[row]
        end = rows.blocks[left].text[-SHOWN:]
        reasons.append(f"carries on “…{end}” (logit {found.scores.logits[left, row]:+.1f})")
    if row in found.moved:
        reasons.append(f"moved here from under another line (logit {found.moved[row]:+.1f})")
    if rows.cut_off[row] and row not in found.joins:
        reasons.append("breaks off; what follows is not on the page")
    return "; ".join(reasons) or "a paragraph of its story"
