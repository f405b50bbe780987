"""The journey: pages of a day in, the day's digest out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from articles.article import Article
from articles.page import Page
from classify.domains import Domain
from digest.models import Models
from digest.profile import EMPTY, Profile
from digest.rules import choose
from digest.story import Digest, Section, Story
from reading.issue import STORYLESS, read_issue, storyless
from reading.reading import Reading
from summarize.day import day
from summarize.length import Length
from summarize.rank import summarize


def edition(
    pages: Iterable[Page | Article],
    models: Models,
    length: Length,
    profile: Profile = EMPTY,
    unsure: float | None = None,
    failures: Sequence[str] = (),
    method: str = "default",
    pictures: bool = False,
    reading: Reading | None = None,
) -> Digest:
    """Read, label, summarize and gather the pages of one day.

    unsure: the confidence below which a label is unsure, in place of the model's own threshold.
    failures: the lines already told about inputs of this day that failed; method: of summarizing.
    pictures: whether the page is to show where each story stands on its page; reading: of the pages, where they have
    been read already.
    """
    items = list(pages)
    reading = reading or read_issue(items, models)
    labels = models.classifier.labels(reading.articles, unsure)
    lengths = _lengths(reading.articles, length)
    summaries = [
        summarize(article, one, models.language, method) for article, one in zip(reading.articles, lengths, strict=True)
    ]
    kept, left_out = choose(list(map(Story, reading.articles, labels, summaries)), profile)
    lines, keywords = day([(story.article, story.summary, story.label.domain) for story in kept], models.language)
    domains = models.classifier.domains
    sure = [story for story in kept if not story.label.unsure]
    return Digest(
        date=_only({item.date for item in items}),
        paper=profile.paper,
        pages=count_pages(items),
        lines=tuple((text, kept[number]) for text, number in lines),
        keywords=tuple(keywords),
        sections=_sections(sure, domains, profile),
        unsure=tuple(story for story in kept if story.label.unsure),
        furniture=reading.furniture,
        duplicates=reading.duplicates,
        failures=(*failures, *(f"{source}: {STORYLESS}" for source in storyless(items, reading.articles))),
        names={domain.key: domain.name for domain in domains},
        topics={domain.key: domain.iptc for domain in domains if domain.iptc},
        left_out=tuple(left_out),
        pictures=pictures,
    )


def _sections(stories: Sequence[Story], domains: Sequence[Domain], profile: Profile) -> tuple[Section, ...]:
    """A section for each domain, those the profile names first and in its order."""
    ranks = {key: rank for rank, key in enumerate(profile.domains)}
    ordered = sorted(domains, key=lambda domain: ranks.get(domain.key, len(ranks)))
    return tuple(
        Section(domain.key, domain.name, tuple(story for story in stories if story.label.domain == domain.key))
        for domain in ordered
    )


def _lengths(articles: Sequence[Article], length: Length) -> list[Length]:
    """The length of each summary; of a day's budget the story that opens page one has more."""
    if not length.opening:
        return [length] * len(articles)
    opener = next((number for number, article in enumerate(articles) if article.page == 1), None)
    return [replace(length, chars=length.opening) if number == opener else length for number in range(len(articles))]


def count_pages(items: Sequence[Page | Article]) -> int:
    """The pages read, and those that articles already cut name."""
    named = {(item.paper, item.date, item.section, item.page) for item in items if isinstance(item, Article)}
    return sum(isinstance(item, Page) for item in items) + len(named)


def _only(days: set[date | None]) -> date | None:
    return days.pop() if len(days) == 1 else None
