"""The names of articles: PAPER-DATE-pNN-aNN, and what an article also answers to."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from articles.article import Article
from articles.expressions import expression
from articles.page import Page

# The page's part of an id, and which of several pages of this name it is.
ON_PAGE = expression(r"(.+)-a\d+(?:-(\d+))?")


def page_id(page: Page, ordinal: int) -> str:
    """What the ids of a page's articles begin with; its source stands for a day that is not known.

    ordinal: stands for a number that is not known.

    >>> page_id(Page("", "pages/extra.txt", number=2), 1), page_id(Page("", "x.txt", number=3, section="B"), 1)
    ('extra-p02', 'x-b03')
    """
    letter = (page.section or "p").lower()
    return f"{paper_word(page.paper)}{page.date or Path(page.source).stem}-{letter}{page.number or ordinal:02d}"


def article_ids(page: Page, ordinal: int = 1, copy: int = 1) -> Iterator[str]:
    """The names of a page's articles; copy: which of several pages of one name it is.

    >>> ids = article_ids(Page("", "pages/extra.txt", number=2), 1, 2)
    >>> next(ids), next(ids)
    ('extra-p02-a01-2', 'extra-p02-a02-2')
    """
    suffix = f"-{copy}" if copy > 1 else ""
    return (f"{page_id(page, ordinal)}-a{number:02d}{suffix}" for number in count(1))


def split_id(name: str) -> tuple[str, int]:
    """The page's part of an id, and which of several pages of this name it is.

    >>> split_id("2025-04-01-p03-a01"), split_id("2025-04-01-p03-a01-2"), split_id("7")
    (('2025-04-01-p03', 1), ('2025-04-01-p03', 2), ('7', 1))
    """
    found = ON_PAGE.fullmatch(name)
    return (found[1], int(found[2] or 1)) if found else (name, 1)


def short_ids(article: Article) -> tuple[str, ...]:
    """What an article is called without its paper, and as it was called before sections were told.

    >>> short_ids(Article("岚川日报-2025-04-01-b03-a01", paper="岚川日报", page=3, section="B"))
    ('2025-04-01-b03-a01', '岚川日报-2025-04-01-p03-a01', '2025-04-01-p03-a01')
    """
    bare = article.id.removeprefix(paper_word(article.paper))
    on_page = f"-{(article.section or 'p').lower()}{article.page or 0:02d}-"
    older = (name.replace(on_page, f"-p{article.page or 0:02d}-", 1) for name in (article.id, bare))
    return tuple(name for name in dict.fromkeys((bare, *older)) if name != article.id)


def paper_word(name: str | None) -> str:
    """A paper's name as it begins an id: a word, and the stroke behind it."""
    word = re.sub(r"\W+", "-", name or "").strip("-")
    return f"{word}-" if word else ""
