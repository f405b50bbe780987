"""Segments a page into stories: rows put in order, and what ran together without a headline split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from articles.bigrams import Indices
from articles.block import BlockType
from articles.dateline import parse_dateline
from articles.expressions import expression
from reading.headlines.score import CERTAIN
from reading.joins.containment import containment, overlap
from reading.joins.scores import JoinScores, Logits
from reading.model import ReaderModel, Weights
from reading.moves.flow import TextFlow, text_flow, with_splits
from reading.moves.search import local_search, orders_of
from reading.rows.rows import TextRows

# A story split that was one costs more than two left together.
SPLIT = 1.5
ROWS_BESIDE = 6
LEAST_SURPRISAL = 700.0
# What both sides of a place share at the mean on pages drawn from seeds/; it counts for so many places of a page.
USUAL, USUAL_PLACES = 0.07, 2
DATE = expression(r".{0,12}?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨日|当地时间|连日来|记者从)")


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


def segment(rows: TextRows, joins: JoinScores, titles: Logits, models: ReaderModel) -> Segmentation:
    """The stories of a page; where two have run into one, they are split and all is searched again."""
    flow = text_flow(rows, (titles > 0) | rows.titled)
    if rows.placed.all():
        return Segmentation(flow, joins, titles, orders_of(flow), {}, {})
    splits: frozenset[int] = frozenset()
    while True:
        best = local_search(flow, joins, titles, models)
        found = Segmentation(flow, joins, titles, best.orders, best.joins, best.moved)
        if not (more := _splits(found, models.splits) - splits):
            return found
        splits |= more
        flow = with_splits(flow, splits)


def _splits(found: Segmentation, weights: Weights) -> frozenset[int]:
    """The rows at which another story begins without a headline: in each story the likeliest, if likely enough."""
    marked = bool(found.titles.max(initial=0.0) >= CERTAIN)
    places: dict[int, dict[int, dict[str, float]]] = {}
    for story in range(found.flow.stories):
        rows = np.array(found.orders[story], dtype=np.intp)
        heads = np.flatnonzero((found.flow.opens == story) & found.flow.head).tolist()
        for at in range(1, len(rows)):
            if features := split_features(found.flow.rows, found.scores, marked, heads, rows[:at], rows[at:]):
                places.setdefault(story, {})[int(rows[at])] = features
    by_mean([features for story in places.values() for features in story.values()])
    splits = set()
    for found_at in places.values():
        logits = {row: sum(weights[name] * value for name, value in found_at[row].items()) for row in found_at}
        if max(logits.values()) > SPLIT:
            splits.add(max(logits, key=lambda row: logits[row]))
    return frozenset(splits)


def by_mean(places: Sequence[dict[str, float]]) -> None:
    """What both sides of each place share, told in the page's mean: stories of one event share more than others do."""
    if places:
        shared = sum(features["shared"] for features in places) + USUAL * USUAL_PLACES
        mean = shared / (len(places) + USUAL_PLACES)
        for features in places:
            features["shared"] /= mean


def split_features(
    rows: TextRows, joins: JoinScores, marked: bool, heads: Sequence[int], before: Indices, after: Indices
) -> dict[str, float] | None:
    """What speaks for a story's end between two runs of its rows; None where none can end, or little is known.

    marked: whether the page has markdown headings; heads: the lines of the story's headline. What both sides share, and
    what the headline shares with the far one, speak for one story.
    """
    last, start = int(before[-1]), int(after[0])
    if not rows.follows[last, start] or rows.cut_off[last] or rows.starts_mid_sentence[start]:
        return None
    near = after[:ROWS_BESIDE].tolist()
    share, least = overlap(joins, before[-ROWS_BESIDE:].tolist(), near)
    lead, signed = bool(rows.lead[start]), bool(rows.signed[last]) or rows.below[last] is BlockType.SIGNOFF
    if least < LEAST_SURPRISAL and not (lead or signed):
        return None
    return {
        "any place": 1.0,
        "shared": share,
        "held of the headline": max((containment(joins, head, near) for head in heads), default=0.0),
        "a day after, and no lead": not lead and bool(DATE.match(rows.blocks[start].text)),
        "a lead after": lead,
        "a lead from elsewhere after": lead and _is_wired(rows.blocks[start].text),
        "beside marked headings": marked and not lead,
        "signed before": signed,
    }


def _is_wired(text: str) -> bool:
    """Whether a lead says where it was sent from, as each note of a bundle does."""
    dateline = parse_dateline(text)
    return dateline is not None and dateline.place is not None
