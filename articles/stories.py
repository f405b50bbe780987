"""The stories of a page: heads found, texts assigned, and what ran together without a headline cut apart."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from articles.assembly import assemble
from articles.evidence import Evidence, gather_evidence, is_loose_start
from articles.headlines import CERTAIN, head_odds
from articles.learned import Learned
from articles.naming import is_lead
from articles.sharing import coverage, shared
from articles.sheet import Sheet
from articles.strip import Indices, Strip, cut_strip, goes_on, lay_strip, whole_texts

# A logistic regression over 4,500 places between paragraphs, half of them between two stories: what both sides share
# and what the head shares with the far side speak for one story, a date or the like at the far side's start and a
# signature at the near side's end for two; a page with marked headings seldom has a story without one. A lead is
# seldom anything but a story's first text.
APART, SHARED, COVERED, DATED, SIGNED, MARKED, LEAD = 3.5, -53.0, -9.8, 1.5, 3.5, -3.0, 2.0
CUT = 3.3
REACH = 6
LEAST = 700.0
DATE = re.compile(r".{0,12}?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|当地时间|连日来|记者从)")


@dataclass(frozen=True, slots=True)
class Found:
    """The stories of a strip.

    odds: that each text is a head; orders: the texts of each story as it was written, heads aside; joints: loose end ->
    the text that carries it on; moved: text -> what it gained by coming to another story.
    """

    strip: Strip
    known: Evidence
    odds: npt.NDArray[np.float32]
    orders: tuple[tuple[int, ...], ...]
    joints: Mapping[int, int]
    moved: Mapping[int, float]

    @property
    def member(self) -> Indices:
        """The story of each text."""
        member = self.strip.opens.copy()
        for story, order in enumerate(self.orders):
            member[list(order)] = story
        return member


def find_stories(sheet: Sheet, learned: Learned) -> Found:
    """The stories on a sheet; where two have run into one, they are cut apart and all is looked at again."""
    texts, closed = [sheet.blocks[at].text for at in sheet.texts], [goes_on(sheet, at) for at in sheet.texts]
    whole = whole_texts(sheet)
    known = gather_evidence(texts, whole.tolist(), closed, learned)
    odds = head_odds(sheet, known, learned.wording)
    strip = lay_strip(sheet, odds > 0, whole)
    cuts: frozenset[int] = frozenset()
    while True:
        best = assemble(strip, known)
        found = Found(strip, known, odds, best.stories, best.joints, best.moved)
        if not (more := _cuts(found) - cuts):
            return found
        cuts |= more
        strip = cut_strip(strip, sheet, cuts)


def _cuts(found: Found) -> frozenset[int]:
    """The texts at which another story begins without a head: in each story the likeliest, if likely enough."""
    cuts = set()
    for story in range(found.strip.stories):
        rows = np.array(found.orders[story], dtype=np.intp)
        heads = np.flatnonzero((found.strip.opens == story) & found.strip.head).tolist()
        odds = {int(rows[at]): _cut_odds(found, heads, rows[:at], rows[at:]) for at in range(1, len(rows))}
        if odds and max(odds.values()) > CUT:
            cuts.add(max(odds, key=lambda row: odds[row]))
    return frozenset(cuts)


def _cut_odds(found: Found, heads: list[int], before: Indices, after: Indices) -> float:
    """Log odds that a story ends between two runs of its texts."""
    strip, known = found.strip, found.known
    start = int(after[0])
    if not strip.follows[before[-1], start] or known.loose[before[-1]] or is_loose_start(strip.texts[start]):
        return -CERTAIN
    share, least = shared(known, before[-REACH:].tolist(), after[:REACH].tolist())
    lead = is_lead(strip.texts[start])
    signed = bool(strip.signed[before[-1]])
    if least < LEAST and not (lead or signed):
        return -CERTAIN
    covered = max((coverage(known, head, after[:REACH].tolist()) for head in heads), default=0.0)
    dated, marked = bool(DATE.match(strip.texts[start])), bool(found.odds.max() >= CERTAIN)
    kind = LEAD if lead else MARKED * marked
    return APART + SHARED * share + COVERED * covered + DATED * dated + kind + SIGNED * signed
