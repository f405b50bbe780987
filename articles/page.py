"""A page as it came: its text, and what its name and its folio line say of day and number."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paper: its text as extracted, its source as the user names it, its day and number if known."""

    text: str
    source: str
    date: datetime.date | None = None
    number: int | None = None
