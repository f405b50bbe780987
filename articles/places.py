"""Where each block of a page went, and why."""

from collections.abc import Iterator, Mapping

from articles.reading import Joint, Place
from articles.sheet import Sheet
from articles.stories import Found

NOWHERE = {"furniture", "jump"}


def joints_of(found: Found) -> Iterator[Joint]:
    """The joints made on a sheet, with their log odds."""
    for left, right in sorted(found.joints.items()):
        yield Joint(found.strip.texts[left], found.strip.texts[right], float(found.known.joints[left, right]))


def places_of(
    sheet: Sheet, found: Found, ids: Mapping[int, str], homes: Mapping[int, int], banners: set[int]
) -> Iterator[Place]:
    """Where each block of the sheet went, in the page's order.

    ids: of the articles, by the number of the story; homes: the story of each block beside the text; banners: blocks.
    """
    row_of = {block: row for row, block in enumerate(sheet.texts)}
    member = found.member.tolist()
    came_from = {right: left for left, right in found.joints.items()}
    for at, block in enumerate(sheet.blocks):
        kind = sheet.kinds[at]
        if sheet.first[at] != at:
            yield Place(block.text, "duplicate", None, f"repeats block {sheet.first[at] + 1}")
        elif at in banners:
            yield Place(block.text, "banner", None, "no story bears it out")
        elif at in row_of:
            row = row_of[at]
            yield _text_place(found, row, ids.get(member[row]), came_from)
        else:
            home = None if kind in NOWHERE else ids.get(homes.get(at, -1))
            yield Place(block.text, kind, home, sheet.rules[at])


def _text_place(found: Found, row: int, home: str | None, came_from: Mapping[int, int]) -> Place:
    text = found.strip.texts[row]
    if found.strip.head[row]:
        return Place(
            text, "head", home, f"reads as a headline (odds {found.odds[row]:+.1f})" if home else "no story under it"
        )
    return Place(text, "piece", home, _piece_reason(found, row, came_from))


def _piece_reason(found: Found, row: int, came_from: Mapping[int, int]) -> str:
    reasons = []
    if row in came_from:
        left = came_from[row]
        reasons.append(f"carries on “…{found.strip.texts[left][-8:]}” (odds {found.known.joints[left, row]:+.1f})")
    if row in found.moved:
        reasons.append(f"moved here from under another line (odds {found.moved[row]:+.1f})")
    if found.known.loose[row] and row not in found.joints:
        reasons.append("breaks off; what follows is not on the page")
    return "; ".join(reasons) or "a paragraph of its story"
