"""The stories of a page: where each opens, what belongs to it, looked at again until nothing changes."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.assembly import Indices, Strip, assign_stories
from articles.blocks import Block
from articles.evidence import Evidence, gather_evidence, is_loose_start, likeness
from articles.headlines import CERTAIN, head_odds, is_list, is_rubric
from articles.language import Language
from articles.naming import is_lead
from articles.sheet import Sheet

REVISIONS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The stories of a strip: the story of each text, and the joints, loose end -> the text that carries it on."""

    strip: Strip
    known: Evidence
    member: Indices
    joints: Mapping[int, int]


def find_stories(sheet: Sheet, language: Language) -> Found:
    """The stories on a sheet. A head that proves to be a sub-head of the story before it is put back, and all looked at again."""
    blocks = [sheet.blocks[at] for at in sheet.texts]
    known = gather_evidence(tuple(block.text for block in blocks), language)
    odds = head_odds(blocks, _bylined(sheet), known)
    follows = _follows(sheet)
    for _ in range(REVISIONS):
        strip = _strip(blocks, odds > 0, follows)
        member, joints = assign_stories(strip, known) if strip.stories else (strip.opens, {})
        break
    return Found(strip, known, member, joints)


def _bylined(sheet: Sheet) -> list[bool]:
    return [at + 1 < len(sheet.kinds) and sheet.kinds[at + 1] == "byline" for at in sheet.texts]


def _follows(sheet: Sheet) -> npt.NDArray[np.bool_]:
    """Which text directly follows which, furniture and captions aside, in either place where it stands twice."""
    column = {at: number for number, at in enumerate(sheet.texts)}
    trail = [column[first] for first in sheet.first if first in column]
    follows = np.zeros((len(column),) * 2, dtype=bool)
    follows[trail[:-1], trail[1:]] = True
    return follows


def _strip(blocks: list[Block], head: npt.NDArray[np.bool_], follows: npt.NDArray[np.bool_]) -> Strip:
    """Where stories open: at a head, at a second lead, at a list after something else, at the top of the page."""
    opens = np.full(len(blocks), -1)
    stories, led, listed = 0, False, False
    for at, block in enumerate(blocks):
        listing = is_list(block) or is_rubric(blocks, at)
        lead = is_lead(block.text)
        after_head = at > 0 and bool(head[at - 1])
        if head[at]:
            opens[at] = stories - 1 if after_head else stories
        elif at == 0 or (lead and led) or (listing and not listed and not after_head):
            opens[at] = stories
        stories = max(stories, int(opens[at]) + 1)
        led = (led and not head[at]) or lead
        listed = listing
    return Strip(tuple(block.text for block in blocks), head, opens, follows)


def _put_back(strip: Strip, known: Evidence, member: Indices, odds: npt.NDArray[np.float32]) -> bool:
    """Takes for paragraphs the heads whose story goes on from the one before; whether there were any."""
    changed = False
    for story in range(1, strip.stories):
        rows = np.flatnonzero(strip.opens == story)
        if strip.head[rows].all() and odds[rows].max() < CERTAIN:
            here, before = np.flatnonzero((member == story) & ~strip.head), np.flatnonzero(member == story - 1)
            if odds[rows].max() < likeness(known, here, before):
                odds[rows] = -CERTAIN
                changed = True
    return changed
