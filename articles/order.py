"""The true order of a story's pieces."""

from collections.abc import Mapping, Sequence

from articles.naming import is_lead
from articles.strip import Strip


def order_pieces(strip: Strip, head: int, pieces: Sequence[int], joints: Mapping[int, int]) -> list[int]:
    """A story's pieces (numbers of the strip's texts, in page order) as it was written: a lead first, then chains.

    A chain follows joints, and the page's own order where no joint says otherwise. The chain right under the
    head comes first; one that stands before the head was moved there from behind, so it goes to the end.
    """
    after = _successors(strip, pieces, joints)
    arrivals = set(after.values())
    chains = [_chain(piece, after) for piece in pieces if piece not in arrivals]
    return [piece for chain in sorted(chains, key=lambda chain: _place(strip, head, chain[0])) for piece in chain]


def _place(strip: Strip, head: int, start: int) -> tuple[bool, bool, bool, int]:
    return not is_lead(strip.texts[start]), not strip.follows[head, start], start < head, start


def _successors(strip: Strip, pieces: Sequence[int], joints: Mapping[int, int]) -> dict[int, int]:
    """For each piece the one that comes next, where a joint or the page's order tells; never in a circle."""
    inside = set(pieces)
    after: dict[int, int] = {}
    for left, right in joints.items():
        if left in inside and right in inside and not _leads_to(right, left, after):
            after[left] = right
    taken = set(after.values())
    for left in pieces:
        for right in strip.follows[left].nonzero()[0].tolist():
            if (
                left not in after
                and right in inside
                and right not in taken
                and not is_lead(strip.texts[right])
                and not _leads_to(right, left, after)
            ):
                after[left] = right
                taken.add(right)
    return after


def _leads_to(start: int, goal: int, after: Mapping[int, int]) -> bool:
    return goal in _chain(start, after)


def _chain(start: int, after: Mapping[int, int]) -> list[int]:
    chain = [start]
    while chain[-1] in after:
        chain.append(after[chain[-1]])
    return chain
