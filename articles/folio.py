"""What a file's name and a page's folio line say of its day and its number."""

import datetime
import re
from collections.abc import Iterator

# Extracts name their pages in many ways: page-2024-03-16.txt, 20240316_03.txt, jzrb-2024-03-16-p02.md,
# 2024年3月16日第2版.txt
DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_./年]\s?(1[0-2]|0?[1-9])[-_./月]\s?(3[01]|[12]\d|0?[1-9])"
    r"|[-_./]?(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
)
NUMBER = re.compile(r"(?:第\s?|[pP]|版|page|_|-)0*([1-9]\d?)(?:\s?版)?(?=\D|$)")
# 今日8版 says how many there are.
FOLIO_NUMBER = re.compile(
    r"(?<!今日)(?<!今日\s)(?<![共\d])第?\s?0*([1-9]\d?)\s?版|(?<![\w\d])[A-D]0*([1-9]\d?)(?![\w\d])"
)


def find_date(text: str) -> datetime.date | None:
    """The first day named in a text.

    >>> [str(find_date(text)) for text in ("page-2024-03-16", "20240316_02", "2024年3月16日 星期六", "2024-02-31")]
    ['2024-03-16', '2024-03-16', '2024-03-16', 'None']
    """
    for match in DATE.finditer(text):
        try:
            return datetime.date(*map(int, filter(None, match.groups())))
        except ValueError:
            continue
    return None


def find_number(stem: str) -> int | None:
    """The number of the page in a file's name, its date set aside.

    >>> find_number("2024-03-16-p02"), find_number("第3版"), find_number("page-2024-03-16"), find_number("20240316_04")
    (2, 3, None, 4)
    """
    rest = DATE.sub(" ", stem)
    match = NUMBER.search(rest)
    return int(match[1]) if match else None


def folio_lines(text: str) -> Iterator[str]:
    """The lines in which a page names itself: short ones among its first and last five."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return filter(may_be_folio, lines[:5] + lines[-5:])


def may_be_folio(line: str) -> bool:
    """Whether a line is short and no sentence, as those are in which a page names itself."""
    return len(line) <= 60 and not re.search(r"[，,。；]|[（(]", line)


def folio_number(line: str) -> int | None:
    """The number of the page in a folio line.

    >>> folio_number("岚川日报 第2版"), folio_number("B03 财经"), folio_number("要闻"), folio_number("今日 16版")
    (2, 3, None, None)
    """
    match = FOLIO_NUMBER.search(line)
    return int(match[1] or match[2]) if match else None
