"""What reading gives: the articles, everything else that the page holds, and why each block is where it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from articles.article import Article
from articles.layout import Box
from articles.page import Page


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """Where a block of the page went: what it was taken for, the article that has it, and why.

    role: a `BlockType`, or `head`, `piece`, `banner`, `duplicate`; article: its id, None for furniture and duplicates;
    boxes: of its lines, where the page's layout is known.
    """

    text: str
    role: str
    article: str | None
    why: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Two pieces put together in mid-sentence, with the logit that the right one carries on the left one."""

    left: str
    right: str
    logit: float


@dataclass(frozen=True, slots=True)
class Tears:
    """How torn a page was found: of so many texts so many were put together in mid-sentence, so many were moved to
    another story, and so many break off and stay open.
    """

    texts: int = 0
    joined: int = 0
    moved: int = 0
    open: int = 0

    def __add__(self, other: "Tears") -> "Tears":
        return Tears(
            self.texts + other.texts, self.joined + other.joined, self.moved + other.moved, self.open + other.open
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages read: their articles, and the blocks that belong to none.

    furniture: banners, page lines, advertising slogans, editors' lines, jump lines;
    duplicates: paragraphs that stand twice; tears: how torn the pages were found;
    pages: each page by itself, its stories before they join their parts on other pages (what came in, not compared).
    """

    articles: tuple[Article, ...]
    furniture: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    traces: tuple[BlockTrace, ...] = ()
    joins: tuple[Join, ...] = ()
    tears: Tears = Tears()
    pages: tuple["PageReading", ...] = field(default=(), compare=False, repr=False)

    def with_page(self, page: Page, ordinal: int = 1) -> "Reading":
        """The same with the page that was read; ordinal: what names a page without a number."""
        return replace(self, pages=(PageReading(page, page.number or ordinal, self),))


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page, the number that names it in ids, and what was read on it."""

    page: Page
    number: int
    reading: Reading


def merge(readings: Sequence[Reading]) -> Reading:
    """Readings of parts as one."""
    return Reading(
        tuple(article for reading in readings for article in reading.articles),
        tuple(block for reading in readings for block in reading.furniture),
        tuple(block for reading in readings for block in reading.duplicates),
        tuple(trace for reading in readings for trace in reading.traces),
        tuple(join for reading in readings for join in reading.joins),
        sum((reading.tears for reading in readings), Tears()),
        tuple(page for reading in readings for page in reading.pages),
    )
