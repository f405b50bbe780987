"""Readings: parts as one, in their order."""

import datetime
from dataclasses import replace

from articles.article import Article
from articles.page import Page
from reading.issue import numbered, storyless
from reading.reading import BlockTrace, Join, PageReading, Reading, merge


def test_parts_are_put_together_in_their_order() -> None:
    """Every field of every part."""
    parts = [
        Reading((Article(name),), (name,), (name,), (BlockTrace(name, "text", None, ""),), (Join(name, name, 1.0),))
        for name in "ab"
    ]
    whole = merge(parts)
    for field in ("articles", "furniture", "duplicates", "traces", "joins"):
        assert getattr(whole, field) == getattr(parts[0], field) + getattr(parts[1], field)
    assert merge([]) == Reading(())


def test_pages_are_kept_each_by_itself() -> None:
    """With the number that names it, in the order in which they came; they are no part of what was found."""
    pages = [PageReading(Page("", name), number, Reading(())) for number, name in enumerate("ab", 1)]
    whole = merge([replace(Reading(()), pages=(page,)) for page in pages])
    assert whole.pages == tuple(pages)
    assert whole == Reading(())


def test_a_page_without_a_story_is_told() -> None:
    """By its source; one whose text went into another page's story has one, that number of another day not."""
    today, tomorrow = datetime.date(2025, 4, 9), datetime.date(2025, 4, 10)
    pages = [Page("", f"{day}-{number}", day, number) for day in (today, tomorrow) for number in (1, 2)]
    sources = [page.source for page in pages]
    assert storyless(pages, []) == sources
    story = Article("x", source=sources[0], date=today, page=1, pages=(1,))
    assert storyless(pages, [story]) == sources[1:]
    assert storyless(pages, [replace(story, pages=(1, 2))]) == sources[2:]
    assert storyless([Page("", "x.txt"), Article("y")], [Article("z", pages=(1,))]) == ["x.txt"]


def test_pages_without_numbers_are_counted_by_day() -> None:
    """The first, the second, … of its day or of its name; a page that has a number and an article count for nothing."""
    items = [Page("", "a.txt"), Page("", "a.txt"), Page("", "b.txt", number=7), Page("", "b.txt"), Article("x")]
    assert [ordinal for _, ordinal in numbered(items)] == [1, 2, 1, 1, 1]
