"""A page as it came."""

import datetime
from dataclasses import dataclass

from articles.layout import Layout


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paper: its text as extracted, its source as the user names it, its day and number if known.

    layout: where its lines stand, None for a page that is text alone.
    """

    text: str
    source: str
    date: datetime.date | None = None
    number: int | None = None
    layout: Layout | None = None
