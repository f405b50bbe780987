"""Stories that jump: （下转第3版） on one page of an issue finds （上接第1版） on another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from articles.article import Article
from articles.bigrams import bigram_codes
from articles.numerals import chinese_number, narrow
from reading.rows.shape import ends_mid_sentence

MOST_PARTS = 50  # parts that are looked at for one story


def page_number(reference: str | None) -> int | None:
    """The number in a reference to a page.

    >>> page_number("第3版"), page_number("第十二版"), page_number("A２版")
    (3, 12, 2)
    """
    text = narrow(reference or "")
    figures = re.search(r"\d{1,4}", text)
    return chinese_number(figures[0] if figures else text.strip("第 版")) or None


def join_jumps(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with each jump story whole, in its first part's place; a part without partner stays as it is."""
    parts = [at for at, article in enumerate(articles) if article.continued_from]
    bigrams = {at: _bigrams(articles[at]) for at in parts}
    partners: dict[int, int] = {}
    came_from: dict[int, int] = {}
    for at, article in enumerate(articles):
        if parts and article.continues:
            first = _first_part(at, came_from)
            free = (part for part in parts if part not in came_from and part != first)
            fits = list(islice((part for part in free if _fits(article, articles[part])), MOST_PARTS))
            here = _bigrams(article)
            for part in sorted(fits, key=lambda part: (-len(here & bigrams[part]), part))[:1]:
                partners[at], came_from[part] = part, at
    return tuple(_whole(articles, at, partners) for at in range(len(articles)) if at not in came_from)


def _first_part(at: int, came_from: Mapping[int, int]) -> int:
    """Where a story that stands on several pages begins; it must not end there as well."""
    while at in came_from:
        at = came_from[at]
    return at


def _fits(first: Article, second: Article) -> bool:
    """Whether the second article may carry on the first: of its paper and day, on the page named, coming from its."""
    return (
        first.date == second.date
        and (None in (first.paper, second.paper) or first.paper == second.paper)
        and _agree(first.continues, second)
        and _agree(second.continued_from, first)
    )


def _agree(reference: str | None, article: Article) -> bool:
    """Whether a reference may name the article's page; A3版 is none of section B."""
    number, letter = page_number(reference), re.search("[A-Z]", narrow(reference or "").upper())
    if letter and article.section and letter[0] != article.section:
        return False
    return None in (number, article.page) or number == article.page


def _bigrams(article: Article) -> set[int]:
    """The bigrams that an article holds; its parts share more of them than two stories do."""
    return set(bigram_codes((article.headline or "") + article.text).tolist())


def _whole(articles: Sequence[Article], at: int, partners: Mapping[int, int]) -> Article:
    article = articles[at]
    while at in partners:
        at = partners[at]
        article = _joined(article, articles[at])
    return article


def _joined(first: Article, second: Article) -> Article:
    """One story of two parts; a sentence that the jump cuts runs on, the second part's head becomes an aside.

    So does a byline that both parts print over their text; a sign-off that both print stands there twice.
    """
    cut = bool(first.body and second.body) and ends_mid_sentence(first.body[-1])
    body = (*first.body[:-1], first.body[-1] + second.body[0], *second.body[1:]) if cut else first.body + second.body
    shift = len(body) - len(second.body)
    again = second.byline if second.byline == first.byline and (second.byline or "") not in second.text else None
    asides = filter(None, (second.kicker, second.headline, second.subhead, again))
    ends = [end for end in first.open_ends if not cut or end != shift]
    return replace(
        first,
        body=body,
        captions=(*first.captions, *asides, *second.captions),
        byline=_all(dict.fromkeys((first.byline, second.byline))),
        signoff=_all((first.signoff, second.signoff)),
        continues=second.continues,
        pages=first.pages + second.pages,
        open_ends=(*ends, *(end + shift for end in second.open_ends)),
        places=first.places + second.places,
        mixed=first.mixed or second.mixed,
    )


def _all(fields: Iterable[str | None]) -> str | None:
    return " ".join(filter(None, fields)) or None
