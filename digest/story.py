"""A day of news: stories in their sections."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.article import Article
from classify.label import Label
from summarize.summary import Summary


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what we say of it; `must` is the word of the profile that forces it in, if one does."""

    article: Article
    label: Label
    summary: Summary
    must: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The stories of one domain; `name` is the domain's name in Chinese."""

    domain: str
    name: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A story that a rule keeps out of the digest, and the rule in Chinese."""

    story: Story
    reason: str


@dataclass(frozen=True, slots=True)
class Digest:
    """The day's digest.

    date: its day, None where the pages name none or several.
    lines: the day in three to five sentences, each with the story that says it; keywords: the day's, heaviest first.
    names: every domain's name in Chinese; failures: the lines told to the user about inputs that failed.
    topics: the IPTC media topic (`medtop:…`) of each domain that has one.
    budget: the characters that a front page may hold, None for a whole digest.
    pictures: whether the page shows where each story stands on its page.
    """

    date: datetime.date | None
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
    topics: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    budget: int | None = None
    pictures: bool = False

    @property
    def stories(self) -> tuple[Story, ...]:
        """Every story, sections first."""
        return tuple(story for section in self.sections for story in section.stories) + self.unsure

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """The days that the stories and the day's lines stand under, earliest first."""
        told = (*self.stories, *(story for _, story in self.lines))
        return tuple(sorted({story.article.date for story in told if story.article.date}))
