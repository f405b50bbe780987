"""A page as it came."""

import datetime
from dataclasses import dataclass

from articles.layout import Layout


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paper: its text as extracted, its source as the user names it, its day and number if known.

    layout: where its lines stand, None for a page that is text alone.
    paper: the name of the paper, where what came in says it; section: the letter printed before the number, B of B03.
    mixed: whether columns stand side by side in its lines, so that one may hold pieces of several stories.
    """

    text: str
    source: str
    date: datetime.date | None = None
    number: int | None = None
    layout: Layout | None = None
    paper: str | None = None
    section: str | None = None
    mixed: bool = False
