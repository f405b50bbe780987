"""What a file's name and a page's folio line say of its day, its section and its number."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.expressions import expression
from articles.names import HAN
from articles.numerals import NUMERAL, chinese_number, narrow

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Extracts name their pages in many ways: page-2024-03-16.txt, 20240316_03.txt, jzrb-2024-03-16-p02.md,
# 2024年3月16日第2版.txt; papers print 2025 年 4 月 1 日, 二〇二五年四月一日, TUESDAY, APRIL 1, 2025.
DATE = expression(
    r"(?<!\d)((?:19|20)\d\d)(?:\s?[-_./年]\s?(1[0-2]|0?[1-9])\s?[-_./月]\s?(3[01]|[12]\d|0?[1-9])"
    r"|[-_./]?(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
    rf"|([一二][〇○零九]{NUMERAL}{{2}})\s?年\s?({NUMERAL}{{1,2}})\s?月\s?({NUMERAL}{{1,3}})(?=\s?日)"
    rf"|(?i:\b(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?\s([12]\d|3[01]|0?[1-9]),?\s((?:19|20)\d\d)\b)"
)
# 今日8版, 今日共16版, 共八版, 对开四版: how many there are.
FIGURES = rf"(?:\d{{1,3}}|{NUMERAL}{{1,3}})"
COUNT = expression(
    rf"(?:今[日天]|本期|[共全])[\s:：]*(?:[对四48]开)?\s*(?:出版?|共)?[\s（(]*{FIGURES}\s?[个大]?版|[对四48]开\s*{FIGURES}\s?版"
)
# What stands beside the day, behind a comma or in brackets: no sentence goes on so.
BESIDE = (
    r"(?:星期|周|礼拜)[一二三四五六日天]|(?:农历|夏历|阴历)[^\s，,。；（）()]{0,16}"
    r"|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[^\s，,。；（）()]{0,8}"
    r"|今[日天][^，,。；（）()]{0,8}版|[共第]\s?[^\s，,。；（）()]{1,4}\s?版|总?第?\s?\d+\s?[期号]"
)
FURNITURE = expression(
    rf"[，,、]?\s*[（(]?\s*(?:{DATE.pattern}|{BESIDE}|(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day))\s?日?\s*[）)]?,?"
)
# 第3版, A03版, but not 2.5版, nor a line of the contents: 少年乒乓球赛昨日开打 3版, 两会先声 >>第4版.
NUMBERED = expression(
    rf"(?<![A-Za-z\d.>＞»])(?<![>＞»]\s)(?:第\s?|(?<!第)(?<!第\s)(?<![{HAN}]{{8}})(?<![{HAN}]{{8}}\s))"
    r"(?:([A-Za-z])[-\s]?)?0*([1-9]\d?)\s?版(?!本)"
)
IN_NUMERALS = expression(rf"(?:第\s?|(?<!\S)(?=\S+版(?!\S)))()({NUMERAL}{{1,3}})\s?版")
# B03 财经, E07; but G20 is no page.
LETTERED = expression(r"(?<![^\W_])(?=[A-D]|[A-Z]0)([A-Z])-?0*([1-9]\d?)(?![^\W_])")
IN_LINE = (NUMBERED, IN_NUMERALS, LETTERED)
IN_NAME = (
    NUMBERED,
    IN_NUMERALS,
    expression(r"()(?:[pP]|版|page)0*([1-9]\d?)(?=\D|$)"),
    expression(r"(?<![A-Za-z0-9])(?=[A-D]|[A-Z]0)([A-Z])-?0*([1-9]\d?)(?![A-Za-z0-9])"),
    expression(r" [-_]?([a-d])0*([1-9]\d?)(?![A-Za-z0-9])"),  # behind the day: 20250401b03
    expression(r"()[_-]0*([1-9]\d?)(?=\D|$)"),
)


@dataclass(frozen=True, slots=True)
class Folio:
    """What names a page within its issue: its number, and the letter before it; None where it is not known."""

    number: int | None = None
    section: str | None = None


UNKNOWN = Folio()


def find_date(text: str) -> datetime.date | None:
    """The first day named in a text.

    >>> [str(find_date(text)) for text in ("page-2024-03-16", "20240316_02", "2024年3月16日 星期六", "2024-02-31")]
    ['2024-03-16', '2024-03-16', '2024-03-16', 'None']
    """
    for match in DATE.finditer(narrow(text)):
        told = [part for part in match.groups() if part]
        if match["month"]:
            told = [told[2], str(MONTHS.index(told[0].lower()) + 1), told[1]]
        try:
            return datetime.date(*(chinese_number(part) or 0 for part in told))
        except ValueError:
            continue
    return None


def name_folio(stem: str) -> Folio:
    """The page in a file's name, its date set aside.

    >>> name_folio("2024-03-16-p02").number, name_folio("第三版").number, name_folio("page-2024-03-16").number
    (2, 3, None)
    >>> name_folio("20250401B01")
    Folio(number=1, section='B')
    """
    return _folio(DATE.sub(" ", narrow(stem)), IN_NAME)


def line_folio(line: str) -> Folio:
    """The page in a folio line.

    >>> [line_folio(line).number for line in ("岚川日报 第2版", "要闻", "今日 16版", "第十二版")]
    [2, None, None, 12]
    >>> line_folio("B03 财经")
    Folio(number=3, section='B')
    """
    return _folio(COUNT.sub(" ", narrow(line)), IN_LINE)


def page_folio(named: Folio, printed: Folio) -> Folio:
    """The page that the file's name tells, else the page's own line; a section from either."""
    return printed if named.number is None or named == Folio(printed.number) else named


def folio_lines(text: str) -> Iterator[str]:
    """The lines in which a page names itself: short ones among its first and last five."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return filter(may_be_folio, lines[:5] + lines[-5:])


def may_be_folio(line: str) -> bool:
    """Whether a line is short and no sentence, as those are in which a page names itself.

    >>> may_be_folio("2025年4月1日（星期二），第3版"), may_be_folio("2025年4月1日，新馆开馆")
    (True, False)
    """
    return len(line) <= 60 and not re.search(r"[，,。；]|[（(]", FURNITURE.sub("", narrow(line)))


def first_folio(lines: Iterable[str]) -> Folio:
    """The page that folio lines tell: the line that names the day, else the first that names a page."""
    told = [(find_date(line) is None, folio) for line in lines if (folio := line_folio(line)).number]
    return min(told, key=lambda one: one[0], default=(True, UNKNOWN))[1]


def _folio(text: str, patterns: Iterable[re.Pattern[str]]) -> Folio:
    """What the first pattern finds; P03 says page, and no section."""
    found = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    if not found:
        return UNKNOWN
    section = (found[1] or "").upper()
    return Folio(chinese_number(found[2]) or None, section if section not in ("", "P") else None)
