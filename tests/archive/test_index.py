"""The index: every day with its links, latest first, and each domain's course over time."""

import datetime
from typing import Any

from archive.index import Course, Day, courses, render


def record(date: str | None, stories: int = 3, **more: Any) -> dict[str, Any]:
    """What the manifest tells of a day."""
    domains = [["卫生健康", stories], ["其他", 0]]
    files = {"html": {"name": f"{date or 'undated'}-云岭 日报.html", "sha256": ""}}
    lines = [f"{date}的头一句话。", "第二句。"]
    return {
        "date": date,
        "files": files,
        "stories": stories,
        "pages": 4,
        "lines": lines,
        "domains": domains,
        "paper": "云岭日报",
    } | more


def day(number: int, **domains: int) -> Day:
    """A day of March."""
    return Day(datetime.date(2024, 3, number), (), sum(domains.values()), 1, None, domains)


def test_the_latest_day_stands_first_and_the_undated_last() -> None:
    """Each day is listed with its first line and its links, written so that a browser finds the file."""
    page = render([record("2024-03-01"), record(None), record("2024-03-03")])
    places = [page.index(text) for text in ("2024-03-03的头一句话。", "2024-03-01的头一句话。", "None的头一句话。")]
    assert places == sorted(places)
    assert 'href="2024-03-01-%E4%BA%91%E5%B2%AD%20%E6%97%A5%E6%8A%A5.html"' in page
    assert "第二句" not in page
    assert page.index("2024年3月") < page.index("日期不详")


def test_papers_are_named_once() -> None:
    """The title names each paper of the archive."""
    page = render(
        [
            record("2024-03-01"),
            record("2024-03-02"),
            record("2024-03-03", paper="晚报"),
            record("2024-03-04", paper=None),
        ]
    )
    assert "<title>《云岭日报》《晚报》报摘" in page


def test_a_day_without_stories_has_no_line() -> None:
    """An empty day is listed all the same."""
    assert "2024-03-01-" in render([record("2024-03-01", 0, lines=[]), record("2024-03-02")])


def test_an_archive_without_a_dated_day_has_an_index() -> None:
    """Its days are listed, and there is no time to show."""
    page = render([record(None), record(None, 0)])
    assert "日期不详" in page
    assert courses([Day(None, (), 1, 1, None, {"health": 1})], []) == [Course("health", 0, ())]


def test_courses_share_one_scale() -> None:
    """The most stories of any domain in any stretch are 100, bars stand side by side and say what they count."""
    days = [day(1, health=1, other=4), day(2, health=2), day(4, other=2)]
    time = [("3月1日", {datetime.date(2024, 3, 1)}), ("后来", {datetime.date(2024, 3, number) for number in (2, 3, 4)})]
    assert courses(days, time) == [
        Course("health", 3, ((0.0, 25.0, "3月1日：1篇"), (50.0, 50.0, "后来：2篇"))),
        Course("other", 6, ((0.0, 100.0, "3月1日：4篇"), (50.0, 50.0, "后来：2篇"))),
    ]
    assert courses([], []) == []
    assert courses([day(1, health=0)], time[:1]) == [Course("health", 0, ((0.0, 0.0, "3月1日：0篇"),))]
