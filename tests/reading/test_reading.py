"""Readings: parts as one, in their order."""

import datetime
from dataclasses import replace

from articles.article import Article
from articles.ids import article_ids
from articles.page import Page
from reading.issue import named, storyless
from reading.reading import BlockTrace, Join, PageReading, Reading, Tears, merge


def test_parts_are_put_together_in_their_order() -> None:
    """Every field of every part."""
    parts = [
        Reading((Article(name),), (name,), (name,), (BlockTrace(name, "text", None, ""),), (Join(name, name, 1.0),))
        for name in "ab"
    ]
    whole = merge(parts)
    for field in ("articles", "furniture", "duplicates", "traces", "joins"):
        assert getattr(whole, field) == getattr(parts[0], field) + getattr(parts[1], field)
    assert merge([replace(part, tears=Tears(3, joined=1)) for part in parts]).tears == Tears(6, joined=2)
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
    assert [ordinal for _, ordinal, _ in named(items)] == [1, 2, 1, 1, 1]


def test_no_name_is_given_twice_whatever_the_order() -> None:
    """Papers, sections, unnumbered pages beside numbered ones, articles already cut: the same in any order."""
    today = datetime.date(2025, 4, 9)
    pages = [
        Page("", "b/p1.txt", today, 1),
        Page("", "a/p1.txt", today, 1),
        Page("", "p1.txt", today, 1, paper="岚川日报"),
        Page("", "B1.txt", today, 1, section="B"),
        Page("一", "day.txt#10", today),
        Page("二", "day.txt#2", today),
        Article("2025-04-09-p01-a01", body=("春。",)),
        Article("x", source="1.jsonl"),
        Article("x", source="2.jsonl"),
    ]
    told = {_place(item): (ordinal, copy) for item, ordinal, copy in named(pages)}
    assert (told["a/p1.txt"], told["b/p1.txt"]) == ((1, 2), (1, 3))
    assert (told["day.txt#2"], told["day.txt#10"]) == ((1, 4), (2, 1))
    assert told["p1.txt"] == told["B1.txt"] == (1, 1)
    assert {_place(item): (ordinal, copy) for item, ordinal, copy in named(pages[::-1])} == told
    names = [next(article_ids(*one)) if isinstance(one[0], Page) else one[0].id for one in named(pages)]  # type: ignore[arg-type]
    assert len(set(names)) == len(pages)
    assert {"岚川日报-2025-04-09-p01-a01", "2025-04-09-b01-a01", "2025-04-09-p01-a01", "x", "x-2"} <= set(names)


def _place(item: Page | Article) -> str:
    return item.source or item.id
