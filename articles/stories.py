"""The stories of a page: where each opens, what belongs to it, looked at again until nothing changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.assembly import Assignment, Indices, Strip, assign_stories
from articles.blocks import Block
from articles.evidence import NEVER, Evidence, gather_evidence, is_loose_start, coverage, shared
from articles.headlines import CERTAIN, head_odds, is_list, is_rubric
from articles.language import Language
from articles.naming import FROM, is_lead
from articles.sheet import Sheet

REACH = 6
LEAST = 500.0
CUT = 3.3
OPENING = re.compile(r".{0,12}?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|当地时间|连日来|记者从)")


@dataclass(frozen=True, slots=True)
class Found:
    """The stories of a strip: the odds that each text is a head, the story of each, and the joints, loose end -> the text that carries it on."""

    strip: Strip
    known: Evidence
    odds: npt.NDArray[np.float32]
    member: Indices
    joints: Mapping[int, int]


def find_stories(sheet: Sheet, language: Language) -> Found:
    """The stories on a sheet; where two have run into one without a headline between, they are cut and all is looked at again."""
    blocks = [sheet.blocks[at] for at in sheet.texts]
    whole = [is_list(block) or is_rubric(blocks, at) for at, block in enumerate(blocks)]
    known = gather_evidence([block.text for block in blocks], whole, language)
    known.joints[[goes_on(sheet, at) for at in sheet.texts]] = NEVER
    odds = head_odds(blocks, _bylined(sheet), known)
    head = odds > 0
    follows = _follows(sheet)
    cuts: frozenset[int] = frozenset()
    while True:
        strip = _strip(sheet, blocks, whole, head, follows, cuts)
        best = assign_stories(strip, known) if strip.stories else Assignment(strip.opens, {}, 0.0)
        found = Found(strip, known, odds, best.member, best.joints)
        if not (more := _cuts(found) - cuts):
            return found
        cuts |= more


def _bylined(sheet: Sheet) -> list[bool]:
    return [at + 1 < len(sheet.kinds) and sheet.kinds[at + 1] in {"byline", "caption"} for at in sheet.texts]


def _follows(sheet: Sheet) -> npt.NDArray[np.bool_]:
    """Which text directly follows which, furniture and captions aside, in either place where it stands twice."""
    column = {at: number for number, at in enumerate(sheet.texts)}
    trail = [column[first] for first in sheet.first if first in column]
    follows = np.zeros((len(column),) * 2, dtype=bool)
    follows[trail[:-1], trail[1:]] = True
    return follows


def _strip(sheet: Sheet, blocks: list[Block], whole: list[bool], head: npt.NDArray[np.bool_], follows: npt.NDArray[np.bool_], cuts: frozenset[int]) -> Strip:
    """Where stories open: at a head, at a second lead, at a list after something else, at the top of the page."""
    opens = np.full(len(blocks), -1)
    stories, led, listed = 0, False, False
    for at, block in enumerate(blocks):
        listing = whole[at]
        lead = is_lead(block.text)
        after_head = at > 0 and bool(head[at - 1]) and "caption" not in sheet.kinds[sheet.texts[at - 1] : sheet.texts[at]]
        if head[at]:
            opens[at] = stories - 1 if after_head else stories
        elif at == 0 or at in cuts or (comes_from(sheet, sheet.texts[at]) and not after_head) or (lead and led) or (listing and not listed and not after_head):
            opens[at] = stories
        stories = max(stories, int(opens[at]) + 1)
        led = (led and not head[at]) or lead
        listed = listing
    return Strip(tuple(block.text for block in blocks), head, opens, np.array(whole, dtype=bool), follows)


def _cuts(found: Found) -> frozenset[int]:
    """The texts at which another story begins though no head stands there: the best one of each story, if any is good enough."""
    cuts = set()
    for story in range(found.strip.stories):
        rows = np.flatnonzero((found.member == story) & ~found.strip.head)
        heads = np.flatnonzero((found.strip.opens == story) & found.strip.head)
        odds = {int(rows[at]): _cut_odds(found, rows[:at], rows[at:], heads) for at in range(1, len(rows))}
        if odds and max(odds.values()) > CUT:
            cuts.add(max(odds, key=lambda row: odds[row]))
    return frozenset(cuts)


def _cut_odds(found: Found, before: Indices, after: Indices, heads: Indices) -> float:
    """Log odds that a story ends between two of its texts: what follows has little in common with what precedes or its head.

    A logistic regression over 4,500 places between paragraphs, half of them between two stories.
    """
    strip, known = found.strip, found.known
    if not strip.follows[before[-1], after[0]] or known.loose[before[-1]] or is_loose_start(strip.texts[after[0]]):
        return -CERTAIN
    share, least = shared(known, before[-REACH:].tolist(), after[:REACH].tolist())
    if least < LEAST:
        return -CERTAIN
    covered = max((coverage(known, int(head), after[:REACH].tolist()) for head in heads), default=0.0)
    return 3.5 - 53 * share - 9.8 * covered + 1.5 * bool(OPENING.match(strip.texts[after[0]])) - 3.0 * (found.odds.max() >= CERTAIN)


def comes_from(sheet: Sheet, at: int) -> bool:
    """Whether a jump line right before a block says that its story comes from another page."""
    return at > 0 and sheet.kinds[at - 1] == "jump" and bool(FROM.search(sheet.blocks[at - 1].text))


def goes_on(sheet: Sheet, at: int) -> bool:
    """Whether a jump line right after a block says that its story goes on elsewhere."""
    return at + 1 < len(sheet.kinds) and sheet.kinds[at + 1] == "jump" and not FROM.search(sheet.blocks[at + 1].text)
