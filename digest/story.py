"""A day of news: stories in their sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from articles.article import Article
from classify.label import Label
from summarize.summary import Summary


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what we say of it."""

    article: Article
    label: Label
    summary: Summary


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one domain; `name` is the domain's name in Chinese."""

    domain: str
    name: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The day's digest.

    lines: the day in three to five sentences, each with the story that says it; keywords: the day's, heaviest first.
    names: every domain's name in Chinese; failures: the lines told to the user about inputs that failed.
    """

    date: date | None
    paper: str | None
    pages: int
    lines: tuple[tuple[str, Story], ...]
    keywords: tuple[tuple[str, float], ...]
    sections: tuple[Section, ...]
    unsure: tuple[Story, ...]
    furniture: tuple[str, ...]
    duplicates: tuple[str, ...]
    failures: tuple[str, ...]
    names: Mapping[str, str]

    @property
    def stories(self) -> tuple[Story, ...]:
        """Every story, sections first."""
        return tuple(story for section in self.sections for story in section.stories) + self.unsure
