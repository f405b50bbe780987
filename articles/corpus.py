"""A labelled article: what models learn from and what forged pages are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article of the corpus: its domain, the subject file it stands in (without suffix), headline, paragraphs, and
    the lines over and under its headline. An article without a headline has an empty one.
    """

    domain: str
    subject: str
    headline: str
    body: tuple[str, ...]
    kicker: str | None = None
    subhead: str | None = None
