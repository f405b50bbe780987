"""What reading gives: the articles, everything else that the page holds, and why each block is where it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.article import Article


@dataclass(frozen=True, slots=True)
class BlockTrace:
    """Where a block of the page went: what it was taken for, the article that has it, and why.

    role: a `BlockType`, or `head`, `piece`, `banner`, `duplicate`; article: its id, None for furniture and duplicates.
    """

    text: str
    role: str
    article: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Join:
    """Two pieces put together in mid-sentence, with the logit that the right one carries on the left one."""

    left: str
    right: str
    logit: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages read: their articles, and the blocks that belong to none.

    furniture: banners, page lines, advertising slogans, editors' lines, jump lines;
    duplicates: paragraphs that stand twice.
    """

    articles: tuple[Article, ...]
    furniture: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    traces: tuple[BlockTrace, ...] = ()
    joins: tuple[Join, ...] = ()


def merge(readings: Sequence[Reading]) -> Reading:
    """Readings of parts as one."""
    return Reading(
        tuple(article for reading in readings for article in reading.articles),
        tuple(block for reading in readings for block in reading.furniture),
        tuple(block for reading in readings for block in reading.duplicates),
        tuple(trace for reading in readings for trace in reading.traces),
        tuple(join for reading in readings for join in reading.joins),
    )
