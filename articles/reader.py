"""Reads a page: names its blocks, finds the stories, puts their pieces in order."""

from dataclasses import dataclass, field

import numpy as np

from articles.article import Article
from articles.evidence import coverage
from articles.heads import choose_head
from articles.language import language
from articles.order import order_pieces
from articles.page import Page
from articles.reading import Reading
from articles.sheet import Sheet, lay_out
from articles.stories import Found, find_stories


@dataclass(slots=True)
class Draft:
    """What belongs to a story beside its text, while the page is read."""

    byline: list[str] = field(default_factory=list)
    signoff: list[str] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    jump: list[str] = field(default_factory=list)


def read_page(page: Page) -> Reading:
    """The articles of a page, its furniture and its duplicates."""
    sheet = lay_out(page.text)
    found = find_stories(sheet, language())
    drafts = [Draft() for _ in range(found.strip.stories)]
    furniture = []
    home = -1
    where = dict(zip(sheet.texts, found.member.tolist(), strict=True))
    for at, kind in enumerate(sheet.kinds):
        if sheet.first[at] != at:
            continue
        text = sheet.blocks[at].text
        if kind == "text":
            home = where[at]
        elif kind == "furniture" or home < 0:
            furniture.append(text)
        else:
            getattr(drafts[home], "caption" if kind == "credit" else kind).append(text)
    articles = []
    for number, draft in enumerate(drafts):
        rows = np.flatnonzero(found.member == number)
        heads = [sheet.blocks[sheet.texts[row]] for row in rows if found.strip.head[row]]
        pieces = [int(row) for row in rows if not found.strip.head[row]]
        if not pieces:
            furniture += [b.text for b in heads] + draft.byline + draft.caption + draft.signoff
            continue
        body = []
        order = order_pieces(found.strip, int(np.flatnonzero(found.strip.opens == number)[0]), pieces, found.joints)
        for at, piece in enumerate(order):
            if at and found.joints.get(order[at - 1]) == piece:
                body[-1] += found.strip.texts[piece]
            else:
                body.append(found.strip.texts[piece])
        head, banners = choose_head(heads, *_borne_out(found, number))
        furniture += banners
        furniture += draft.jump
        articles.append(Article(id=f"{page.date}-p{page.number or 0:02d}-a{len(articles)+1:02d}", source=page.source, date=page.date, page=page.number, headline=head.headline, kicker=head.kicker, subhead=head.subhead, byline=" ".join(draft.byline) or None, body=tuple(body), captions=tuple(draft.caption), signoff=" ".join(draft.signoff) or None))
    return Reading(tuple(articles), tuple(furniture), sheet.duplicates)


def _borne_out(found: Found, story: int) -> tuple[list[float], list[float]]:
    """How much of each line of a story's head its own text holds, and at most another story's text."""
    texts = [np.flatnonzero((found.member == other) & ~found.strip.head).tolist() for other in range(found.strip.stories)]
    lines = np.flatnonzero((found.member == story) & found.strip.head).tolist()
    shares = [[coverage(found.known, line, text) for text in texts] for line in lines]
    return [share[story] for share in shares], [max(share[:story] + share[story + 1 :], default=0.0) for share in shares]
