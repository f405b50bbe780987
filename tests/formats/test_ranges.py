"""Days and numbers that no paper has: null, told in one line, and all else is read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from articles.article import Article
from articles.errors import Notice
from articles.page import Page
from articles.ranges import FIRST_DAY, LAST_DAY, iso_day
from baozhai.cli import main
from formats.doors import open_file

TEXT = "夜间门诊开通\n\n县医院本周开通夜间门诊，患者下班后可以看病。\n"
NO_DAYS = ("9999-12-31", "0000-00-00", "2025-02-30", "0001-01-01", "2025-13-01", "1066-10-14", "2150-01-01")


def test_the_first_day_and_the_last() -> None:
    """From the first modern papers in Chinese to the end of this century."""
    assert (iso_day(FIRST_DAY.isoformat()), iso_day(LAST_DAY.isoformat())) == (FIRST_DAY, LAST_DAY)
    assert not any(map(iso_day, ("1799-12-31", "2100-01-01", None, 20250315, [])))


@pytest.mark.parametrize("day", NO_DAYS)
@pytest.mark.parametrize("in_name", [True, False])
def test_a_page_of_a_day_that_is_none(day: str, in_name: bool) -> None:
    """In its name, or in its first line as papers print days."""
    year, month, of_month = day.split("-")
    head = "" if in_name else f"岚川日报　{year}年{month}月{of_month}日　第2版\n\n"
    notice, page = open_file((head + TEXT).encode(), f"{day}-p02.txt" if in_name else "a.txt")
    assert isinstance(notice, Notice)
    assert isinstance(page, Page)
    assert (page.date, page.number) == (None, 2)
    assert "is no day of a paper and is read as none; write it as" in str(notice)


@pytest.mark.parametrize(
    "name", ["2025-04-09-p1000000000000.txt", "2025-04-09第99999版.txt", "2025-04-09-page123456.txt"]
)
def test_a_page_of_a_number_that_is_none(name: str) -> None:
    """Its day is kept."""
    notice, page = open_file(TEXT.encode(), name)
    assert isinstance(page, Page)
    assert (str(page.date), page.number) == ("2025-04-09", None)
    assert "is no page of a paper and is read as none" in str(notice)


@pytest.mark.parametrize("name", ["2025-04-09-p02.txt", "page-20250409.txt", "content_20251399123.txt", "v1.2.3.txt"])
def test_what_is_a_day_or_none_at_all_is_not_told(name: str) -> None:
    """A page without a day says nothing that could be wrong."""
    assert len(list(open_file(TEXT.encode(), name))) == 1


NUMBERS = [0, -1, 10**12, 10**400, 1e12, True, "3", [3], float("nan"), float("inf")]


@pytest.mark.parametrize(
    "row",
    [
        *({"date": day} for day in (*NO_DAYS, "20250230", 20250315, [2025, 3, 15], "昨天", True)),
        *({"page": number} for number in NUMBERS),
        *({"pages": [3, number]} for number in (0, -1, 10**12)),
        *({"open_ends": [number]} for number in (-1, 1, 10**12)),
        *({"places": [[number, 0, 0, 1, 1]]} for number in (-1, 10**12)),
    ],
    ids=lambda row: str(row)[:40],
)
def test_a_line_with_a_day_or_a_number_that_is_none(row: dict[str, object]) -> None:
    """The article is read without it."""
    line = json.dumps({"id": "a", "headline": "夜间门诊", "body": ["县医院开通夜间门诊。"]} | row)
    notice, article = open_file(line.encode(), "a.jsonl")
    assert isinstance(notice, Notice)
    assert isinstance(article, Article)
    assert str(notice).startswith("a.jsonl:1: ")
    assert (article.date, article.page) == (None, None)
    assert (article.pages, article.open_ends, article.places) in (((), (), ()), ((3,), (), ()))


def test_rows_of_a_list_with_days_and_pages_that_are_none() -> None:
    """One line for all of them, with the first."""
    rows = "".join(
        f"{day},{number},县医院开通夜间门诊。\n" for day, number in zip(NO_DAYS, range(1000, 1007), strict=True)
    )
    *articles, notice = open_file(f"日期,版次,正文\n{rows}".encode(), "a.csv")
    assert [(one.date, one.page) for one in articles if isinstance(one, Article)] == [(None, None)] * 7
    assert "14 of its days and pages are none of a paper" in str(notice)
    assert "9999-12-31 in row 2" in str(notice)


@pytest.mark.parametrize(
    "day", ["Fri, 31 Dec 9999 00:00:00 GMT", "Sun, 30 Feb 2025 00:00:00 GMT", "0000-00-00T00:00:00Z"]
)
def test_an_entry_of_a_day_that_is_none(day: str) -> None:
    """A feed is read without it."""
    item = f"<item><title>夜间门诊</title><description>门诊开到九点。</description><pubDate>{day}</pubDate></item>"
    notice, article = open_file(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "a.rss")
    assert isinstance(article, Article)
    assert (article.date, "the date" in str(notice)) == (None, True)


def test_no_archive_is_poisoned(tmp_path: Path) -> None:
    """An archive with such days and pages is written in every format, and every later run works."""

    def digest() -> Result:
        names = "html,docx,md,json,csv,xlsx,jsonfeed,ninjs,eml"
        return CliRunner().invoke(main, ["digest", str(tmp_path / "in"), str(lines), "-o", str(out), "--format", names])

    lines, out = tmp_path / "day.jsonl", tmp_path / "out"
    (tmp_path / "in").mkdir()
    for name in ("9999-12-31-p1", "2025-02-30-p999999999999", "2025-04-09-p1", "2025-04-10-p1"):
        (tmp_path / "in" / f"{name}.txt").write_text(f"{TEXT}\n{name}县医院的门诊开到九点。\n", "utf-8")
    rows = [{"date": day, "page": 10**12, "title": "夜间门诊", "text": "县医院开通夜间门诊。"} for day in NO_DAYS]
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    first, second = digest(), digest()
    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert first.stderr == second.stderr
    assert "9999年" not in (out / "index.html").read_text("utf-8")


def test_a_day_that_none_is_may_not_be_asked_for(tmp_path: Path) -> None:
    """An archive has no day 9999."""
    page = tmp_path / "a.txt"
    page.write_text(TEXT, "utf-8")
    done = CliRunner().invoke(main, ["digest", str(page), "--date", "9999-12-31", "-o", f"{tmp_path / 'out'}/"])
    assert (done.exit_code, "no paper is of 9999-12-31; say the day" in done.output) == (2, True)
