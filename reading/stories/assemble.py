"""Makes articles of the stories of a page."""

from collections.abc import Iterator, Sequence

import numpy as np

from articles.article import Article, Place
from articles.dateline import parse_dateline
from articles.expressions import expression
from articles.numerals import NUMERAL
from articles.page import Page
from reading.blocks.label import LabelledPage
from reading.headlines.head import Head, choose_head
from reading.headlines.parts import lines_of
from reading.headlines.slogans import find_slogans
from reading.joins.containment import containment
from reading.model import Weights
from reading.reading import Reading
from reading.stories.attach import Attachments, attach
from reading.stories.place import story_places
from reading.stories.segment import Segmentation
from reading.stories.trace import joins_of, tears_of, trace

DAY = expression(rf"\d{{1,2}}月\d{{1,2}}日|{NUMERAL}{{1,2}}月{NUMERAL}{{1,3}}日")


def assemble_reading(
    page: Page, blocks: LabelledPage, found: Segmentation, ids: Iterator[str], weights: Weights
) -> Reading:
    """The articles of a page, its furniture and its duplicates.

    ids: a name for each article, taken as they are needed; weights: of the lines over a story, under their features'
    names.
    """
    slogans = find_slogans(found.flow.rows, found.scores, found.orders)
    orders = [[row for row in order if row not in slogans] for order in found.orders]
    stories = [story for story, order in enumerate(orders) if _says_something(found, order)]
    names = dict(zip(stories, ids, strict=False))
    heads = {story: _head(found, story, weights) for story in stories}
    attachments, homes = attach(blocks, found)
    banners = slogans.union(*(rows for _, rows in heads.values()))
    traces = tuple(trace(blocks, found, names, homes, banners))
    places = story_places(page, traces)
    articles = [
        _article(found, page, names[at], heads[at][0], attachments[at], orders[at], places.get(names[at], ()))
        for at in stories
    ]
    furniture = tuple(one.text for one in traces if one.article is None and one.role != "duplicate")
    return Reading(tuple(articles), furniture, blocks.duplicates, traces, tuple(joins_of(found)), tears_of(found))


def _says_something(found: Segmentation, order: Sequence[int]) -> bool:
    """Whether a story has a paragraph or a list; short lines alone, rules or slogans, are none."""
    return any(not found.flow.rows.brief[row] for row in order)


def _article(
    found: Segmentation,
    page: Page,
    name: str,
    head: Head,
    attached: Attachments,
    order: Sequence[int],
    places: tuple[Place, ...],
) -> Article:
    body, open_ends = _body(found, order)
    lead = body[0]
    opening = parse_dateline(lead)
    reporters = opening.reporters if opening else ()
    day = DAY.search(lead)
    return Article(
        id=name,
        source=page.source,
        paper=page.paper,
        date=page.date,
        page=page.number,
        section=page.section,
        headline=head.headline,
        kicker=head.kicker,
        subhead=head.subhead,
        byline=" ".join(attached.byline or reporters) or None,
        dateline=day[0] if day else None,
        body=body,
        captions=tuple(attached.captions),
        signoff=" ".join(attached.signoff) or None,
        continues=attached.continues,
        continued_from=attached.continued_from,
        pages=(page.number,) if page.number else (),
        open_ends=open_ends,
        places=places,
        mixed=page.mixed,
    )


def _body(found: Segmentation, order: Sequence[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The paragraphs of a story, and which of them break off."""
    rows = found.flow.rows
    paragraphs: list[str] = []
    open_ends: list[int] = []
    for at, row in enumerate(order):
        if at and found.joins.get(order[at - 1]) == row:
            paragraphs[-1] += rows.blocks[row].text
        else:
            paragraphs.append(rows.blocks[row].text)
        following = order[at + 1] if at + 1 < len(order) else None
        if rows.cut_off[row] and found.joins.get(row, -1) != following:
            open_ends.append(len(paragraphs) - 1)
    return tuple(paragraphs), tuple(open_ends)


def _head(found: Segmentation, story: int, weights: Weights) -> tuple[Head, list[int]]:
    """The story's headline with the lines around it, and the rows of the lines that only look like it."""
    rows = np.flatnonzero((found.flow.opens == story) & found.flow.head).tolist()
    if len(rows) == 1 and rows != [0]:
        return Head(found.flow.rows.blocks[rows[0]].text), []
    lines = lines_of(found.flow.rows, found.scores, rows, found.orders[story])
    rest = [*found.orders[:story], *found.orders[story + 1 :]]
    others = [max((containment(found.scores, row, text) for text in rest), default=0.0) for row in rows]
    head, banners = choose_head(lines, others, weights, top=0 in rows)
    return head, [rows[at] for at in banners]
