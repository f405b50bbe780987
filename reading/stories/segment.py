"""Segments a page into stories: rows put in order, and what ran together without a headline split."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Indices
from reading.headlines.score import CERTAIN
from reading.joins.containment import containment, overlap
from reading.joins.scores import JoinScores, Logits
from reading.rows.rows import TextRows
from reading.stories.flow import TextFlow, text_flow, with_splits
from reading.stories.search import local_search, orders_of

# A logistic regression over 4,500 places between paragraphs, half of them between two stories: what both sides share
# and what the head shares with the far side speak for one story, a date or the like at the far side's start and a
# signature at the near side's end for two; a page with marked headings seldom has a story without one. A lead is
# seldom anything but a story's first text.
APART, SHARED, CONTAINED, DATED, SIGNED, MARKED, LEAD = 3.5, -53.0, -9.8, 1.5, 3.5, -3.0, 2.0
SPLIT = 3.3
ROWS_BESIDE = 6
LEAST_SURPRISAL = 700.0
DATE = re.compile(r".{0,12}?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|当地时间|连日来|记者从)")


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The stories of a page.

    titles: logits that each row is a line of a headline; orders: the rows of each story as it was written, headlines
    aside; joins: a row that is cut off -> the one that carries it on; moved: row -> what it gained by coming to another
    story.
    """

    flow: TextFlow
    scores: JoinScores
    titles: Logits
    orders: tuple[tuple[int, ...], ...]
    joins: Mapping[int, int]
    moved: Mapping[int, float]

    @property
    def story_of(self) -> Indices:
        """The story of each row."""
        story_of = self.flow.opens.copy()
        for story, order in enumerate(self.orders):
            story_of[list(order)] = story
        return story_of


def segment(rows: TextRows, joins: JoinScores, titles: Logits) -> Segmentation:
    """The stories of a page; where two have run into one, they are split and all is searched again."""
    flow = text_flow(rows, titles > 0)
    if rows.placed.all():
        return Segmentation(flow, joins, titles, orders_of(flow), {}, {})
    splits: frozenset[int] = frozenset()
    while True:
        best = local_search(flow, joins, titles)
        found = Segmentation(flow, joins, titles, best.orders, best.joins, best.moved)
        if not (more := _splits(found) - splits):
            return found
        splits |= more
        flow = with_splits(flow, splits)


def _splits(found: Segmentation) -> frozenset[int]:
    """The rows at which another story begins without a headline: in each story the likeliest, if likely enough."""
    splits = set()
    for story in range(found.flow.stories):
        rows = np.array(found.orders[story], dtype=np.intp)
        heads = np.flatnonzero((found.flow.opens == story) & found.flow.head).tolist()
        logits = {int(rows[at]): _split_logit(found, heads, rows[:at], rows[at:]) for at in range(1, len(rows))}
        if logits and max(logits.values()) > SPLIT:
            splits.add(max(logits, key=lambda row: logits[row]))
    return frozenset(splits)


def _split_logit(found: Segmentation, heads: list[int], before: Indices, after: Indices) -> float:
    """The logit that a story ends between two runs of its rows."""
    rows, joins = found.flow.rows, found.scores
    last, start = int(before[-1]), int(after[0])
    if not rows.follows[last, start] or rows.cut_off[last] or rows.starts_mid_sentence[start]:
        return -CERTAIN
    share, least = overlap(joins, before[-ROWS_BESIDE:].tolist(), after[:ROWS_BESIDE].tolist())
    lead, signed = bool(rows.lead[start]), bool(rows.signed_off[last])
    if least < LEAST_SURPRISAL and not (lead or signed):
        return -CERTAIN
    contained = max((containment(joins, head, after[:ROWS_BESIDE].tolist()) for head in heads), default=0.0)
    dated, marked = bool(DATE.match(rows.blocks[start].text)), bool(found.titles.max() >= CERTAIN)
    opening = LEAD if lead else MARKED * marked
    return APART + SHARED * share + CONTAINED * contained + DATED * dated + opening + SIGNED * signed
