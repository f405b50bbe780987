"""Reads a page: names its blocks, finds the stories, puts their pieces in order."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from articles.article import Article
from articles.drafts import Draft, attach
from articles.heads import UNBORNE, Head, choose_head, is_slogan
from articles.language import MODELS
from articles.learned import learned
from articles.page import Page
from articles.places import joints_of, places_of
from articles.reading import Reading, gather
from articles.sharing import coverage
from articles.sheet import Sheet, lay_out
from articles.stories import Found, find_stories

REPORTER = re.compile(
    r"^[（(]?(?:本报|新华社|本台|本网|据)[^（(，。]{0,20}?"
    r"[（(][^（()）]{0,8}?(?:记者|通讯员)[\s:：]*([^（()）]{2,30}?)[)）]"
)
DAY = re.compile(r"\d{1,2}月\d{1,2}日")


def read_page(page: Page, ordinal: int = 1, models: Path = MODELS) -> Reading:
    """The articles of a page, its furniture and its duplicates.

    ordinal: what names a page without a number in the ids of its articles; models: the folder of the trained models.
    """
    prefix = f"{page.date or Path(page.source).stem}-p{page.number or ordinal:02d}"
    readings: list[Reading] = []
    for sheet in lay_out(page.text):
        number = sum(len(reading.articles) for reading in readings)
        found = find_stories(sheet, learned(models))
        readings.append(_read_sheet(sheet, found, page, prefix, number))
    return gather(readings)


def _read_sheet(sheet: Sheet, found: Found, page: Page, prefix: str, number: int) -> Reading:
    drafts, homes = attach(sheet, found)
    slogans = set(_slogans(found))
    orders = [[row for row in order if row not in slogans] for order in found.orders]
    stories = [story for story, order in enumerate(orders) if _says_something(found, order)]
    ids = {story: f"{prefix}-a{number + place:02d}" for place, story in enumerate(stories, 1)}
    heads = {story: _head(sheet, found, story) for story in stories}
    banners = slogans.union(*(rows for _, rows in heads.values()))
    articles = [_article(found, page, ids[at], heads[at][0], drafts[at], orders[at]) for at in stories]
    places = tuple(places_of(sheet, found, ids, homes, {sheet.texts[row] for row in banners}))
    furniture = tuple(place.text for place in places if place.article is None and place.kind != "duplicate")
    return Reading(tuple(articles), furniture, sheet.duplicates, places, tuple(joints_of(found)))


def _slogans(found: Found) -> Iterator[int]:
    """The rows of slogans, banners and advertisements, in the midst of stories that do not bear them out."""
    for order in found.orders:
        lines = [row for row in order if found.strip.brief[row] and is_slogan(found.strip.texts[row])]
        for row in lines:
            if coverage(found.known, row, [other for other in order if other != row]) < UNBORNE:
                yield row


def _says_something(found: Found, pieces: Sequence[int]) -> bool:
    """Whether a story has a paragraph or a list; short lines alone, rules or slogans, are none."""
    return any(not found.strip.brief[piece] for piece in pieces)


def _article(found: Found, page: Page, name: str, head: Head, draft: Draft, order: Sequence[int]) -> Article:
    body, open_ends = _body(found, order)
    lead = body[0]
    reporter = REPORTER.match(lead)
    day = DAY.search(lead)
    return Article(
        id=name,
        source=page.source,
        date=page.date,
        page=page.number,
        headline=head.headline,
        kicker=head.kicker,
        subhead=head.subhead,
        byline=" ".join(draft.byline) or (reporter[1] if reporter else None),
        dateline=day[0] if day else None,
        body=body,
        captions=tuple(draft.captions),
        signoff=" ".join(draft.signoff) or None,
        continues=draft.continues,
        continued_from=draft.continued_from,
        pages=(page.number,) if page.number else (),
        open_ends=open_ends,
    )


def _body(found: Found, order: Sequence[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The paragraphs of a story, and which of them break off."""
    paragraphs: list[str] = []
    open_ends: list[int] = []
    for at, piece in enumerate(order):
        if at and found.joints.get(order[at - 1]) == piece:
            paragraphs[-1] += found.strip.texts[piece]
        else:
            paragraphs.append(found.strip.texts[piece])
        following = order[at + 1] if at + 1 < len(order) else None
        if found.known.loose[piece] and found.joints.get(piece, -1) != following:
            open_ends.append(len(paragraphs) - 1)
    return tuple(paragraphs), tuple(open_ends)


def _head(sheet: Sheet, found: Found, story: int) -> tuple[Head, list[int]]:
    """The story's headline with the lines around it, and the rows of the lines that only look like it."""
    rows = np.flatnonzero((found.strip.opens == story) & found.strip.head).tolist()
    shares = [[coverage(found.known, row, text) for text in found.orders] for row in rows]
    own = [share[story] for share in shares]
    others = [max(share[:story] + share[story + 1 :], default=0.0) for share in shares]
    head, banners = choose_head([sheet.blocks[sheet.texts[row]] for row in rows], own, others, top=0 in rows)
    return head, [rows[at] for at in banners]
