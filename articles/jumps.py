"""Stories that jump: （下转第3版） on one page of an issue finds （上接第1版） on another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.article import Article
from articles.evidence import is_loose_end

DIGITS = {char: number for number, char in enumerate("一二三四五六七八九十", 1)}
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def page_number(reference: str | None) -> int | None:
    """The number in a reference to a page.

    >>> page_number("第3版"), page_number("第十二版"), page_number("A２版")
    (3, 12, 2)
    """
    text = (reference or "").translate(FULL_WIDTH)
    if digits := re.search(r"\d+", text):
        return int(digits[0])
    tens, _, units = text.strip("第 版").rpartition("十")
    if not tens and not units and "十" not in text:
        return None
    return (DIGITS.get(tens, 1) * 10 if "十" in text else 0) + DIGITS.get(units, 0) or None


def join_jumps(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with each jump story whole, in its first part's place; a part without its partner stays as it is."""
    partners: dict[int, int] = {}
    for at, article in enumerate(articles):
        if article.continues and (partner := _partner(articles, at, set(partners.values()))) is not None:
            partners[at] = partner
    return tuple(_whole(articles, at, partners) for at in range(len(articles)) if at not in partners.values())


def _partner(articles: Sequence[Article], at: int, taken: set[int]) -> int | None:
    """The part that goes on: on the page named, of the same day, coming from this page; the one with most words in common."""
    here = articles[at]
    wanted = page_number(here.continues)
    parts = [
        number
        for number, other in enumerate(articles)
        if number != at
        and number not in taken
        and other.continued_from
        and other.date == here.date
        and other.page in (wanted, None)
        and page_number(other.continued_from) in (here.page, None)
    ]
    return max(parts, key=lambda number: (_common(here, articles[number]), -number), default=None)


def _common(one: Article, other: Article) -> int:
    """Pairs of characters that two articles share."""
    left, right = (
        {text[at : at + 2] for at in range(len(text) - 1)}
        for text in ((one.headline or "") + one.text, (other.headline or "") + other.text)
    )
    return len(left & right)


def _whole(articles: Sequence[Article], at: int, partners: dict[int, int]) -> Article:
    article = articles[at]
    return _joined(article, _whole(articles, partners[at], partners)) if at in partners else article


def _joined(first: Article, second: Article) -> Article:
    """One story of two parts; a sentence that the jump cuts runs on, the second part's own headline becomes a caption-like aside."""
    cut = bool(first.body) and is_loose_end(first.body[-1])
    body = (*first.body[:-1], first.body[-1] + second.body[0], *second.body[1:]) if cut else first.body + second.body
    shift = len(body) - len(second.body)
    aside = tuple(filter(None, (second.kicker, second.headline, second.subhead)))
    return replace(
        first,
        body=body,
        captions=first.captions + aside + second.captions,
        byline=first.byline or second.byline,
        signoff=" ".join(filter(None, (first.signoff, second.signoff))) or None,
        pages=first.pages + second.pages,
        open_ends=tuple(end for end in first.open_ends if not (cut and end == len(first.body) - 1))
        + tuple(end + shift for end in second.open_ends),
    )
