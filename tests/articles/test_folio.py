"""Folio lines: where a page names its day and its number, and where it does not."""

import datetime

import pytest

from articles.folio import Folio, find_date, first_folio, folio_lines, line_folio, name_folio, page_folio


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-3-6", (2024, 3, 6)),
        ("2024.03.16", (2024, 3, 16)),
        ("2024年12月31日", (2024, 12, 31)),
        ("19980102", (1998, 1, 2)),
        ("2024-02-30 2024-03-01", (2024, 3, 1)),
        ("12024-03-16", None),
        ("2024-03-161", None),
        ("2024136", None),
        ("1824-03-16", None),
        ("第20240版", None),
        ("2025 年 4 月 1 日", (2025, 4, 1)),
        ("２０２５年４月１日　星期二", (2025, 4, 1)),
        ("二〇二五年十二月三十一日", (2025, 12, 31)),
        ("二零二五年四月一日", (2025, 4, 1)),
        ("一九九八年 一月 二十日", (1998, 1, 20)),
        ("TUESDAY, APRIL 1, 2025", (2025, 4, 1)),
        ("May 12 2025", (2025, 5, 12)),
        ("二〇二五年十三月一日", None),
        ("0000-00-00", None),
        ("9999-99-99", None),
        ("0000年0月0日 9999年99月99日", None),
    ],
)
def test_the_first_day_of_a_text(text: str, day: tuple[int, int, int] | None) -> None:
    """Of this century or the last, and a day that there was."""
    assert find_date(text) == (day and datetime.date(*day))


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        ("2024-03-16-p02", 2),
        ("版12", 12),
        ("page_3", 3),
        ("20240316-04", 4),
        ("第５版", 5),
        ("第十二版", 12),
        ("04版", 4),
        ("2025-04-01_04版_要闻", 4),
        ("scan100", None),
        ("scan7", None),
        ("今日", None),
    ],
)
def test_the_number_in_a_name(stem: str, number: int | None) -> None:
    """Of one or two digits behind its mark; the day is none, and p says page."""
    assert name_folio(stem) == Folio(number)


@pytest.mark.parametrize(
    ("stem", "section", "number"),
    [
        ("20250401B01", "B", 1),
        ("20250401_A01", "A", 1),
        ("2025-04-01-b03", "B", 3),
        ("2025-04-01-p03-a01", None, 3),
        ("B03", "B", 3),
        ("清禾晚报A12版", "A", 12),
        ("Ｔ０２", "T", 2),
        ("P03", None, 3),
        ("G20", None, None),
        ("draft-b", None, None),
    ],
)
def test_the_section_in_a_name(stem: str, section: str | None, number: int | None) -> None:
    """A capital before the number, a small letter only behind the day; P says page."""
    assert name_folio(stem) == Folio(number, section)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("岚川日报 第2版", 2),
        ("12版 要闻", 12),
        ("A05", 5),
        ("D12 副刊", 12),
        ("E03", 3),
        ("E3", None),
        ("G20 峰会", None),
        ("第三版 要闻", 3),
        ("第 十二 版", 12),
        ("三版", 3),
        ("三版图书", None),
        ("第 3 版", 3),
        ("今日8版", None),
        ("今日共16版", None),
        ("共八版", None),
        ("对开四版", None),
        ("2025年4月1日 星期二 今日8版 第3版", 3),
        ("软件2.5版", None),
        ("少年乒乓球赛昨日开打 3版", None),
        ("两会先声 >>第4版", None),
        ("第12345期", None),
        ("BA05", None),
        ("A511", None),
        ("第100版", None),
    ],
)
def test_the_number_in_a_folio_line(line: str, number: int | None) -> None:
    """版 with its figure or numeral, or a section's letter with it; not how many there are, nor where a story is."""
    assert line_folio(line).number == number


def test_the_section_in_a_folio_line() -> None:
    """The letter before the number, whether 版 is said or not."""
    told = {line: line_folio(line) for line in ("A3版 民生", "第 B 02 版", "C08 体育", "第3版")}
    assert list(told.values()) == [Folio(3, "A"), Folio(2, "B"), Folio(8, "C"), Folio(3)]


def test_the_line_that_names_the_day_tells_the_page() -> None:
    """A line above it may point to another page."""
    assert first_folio(["第5版", "2025年4月1日 B02"]) == Folio(2, "B")
    assert first_folio(["第5版", "2025年4月1日"]) == Folio(5)
    assert first_folio(["要闻"]) == Folio()


def test_a_name_tells_before_the_page_does() -> None:
    """The page's section is taken where the numbers agree."""
    assert page_folio(Folio(3), Folio(3, "B")) == Folio(3, "B")
    assert page_folio(Folio(3, "A"), Folio(3, "B")) == Folio(3, "A")
    assert page_folio(Folio(3), Folio(8, "B")) == Folio(3)
    assert page_folio(Folio(), Folio(8, "B")) == Folio(8, "B")


def test_folio_lines_stand_at_the_ends() -> None:
    """Among the first and the last five lines, short and without a sentence's marks."""
    lines = [f"第{number}行" for number in range(12)]
    assert list(folio_lines("\n\n".join(lines))) == lines[:5] + lines[-5:]
    for line in ("2025年4月1日（星期二）第3版", "2025年4月1日，星期二，农历三月初四", "乙巳年三月初四，2025年4月1日"):
        assert set(folio_lines(line)) == {line}
    for line in ("2025年4月1日，新馆开馆", "（周岚 2025年4月1日）"):
        assert list(folio_lines(line)) == []
    for line in ("新馆，开馆", "新馆开馆。", "（下转第3版）", "馆" * 61):
        assert list(folio_lines(line)) == []
    assert set(folio_lines(f" 第2版 \n{'馆' * 60}")) == {"第2版", "馆" * 60}
