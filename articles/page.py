"""A page as it came: its text, and what its name and its header say of paper, day and number."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.errors import InputError

PAGE_SUFFIXES = {".txt", ".md"}

# Extracts name their pages in many ways: page-2024-03-16.txt, 20240316_03.txt, jzrb-2024-03-16-p02.md,
# 2024年3月16日第2版.txt
DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_./年]\s?(1[0-2]|0?[1-9])[-_./月]\s?(3[01]|[12]\d|0?[1-9])"
    r"|[-_./]?(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
)
NUMBER = re.compile(r"(?:第\s?|[pP]|版|page|_|-)0*([1-9]\d?)(?:\s?版)?(?=\D|$)")
HEADER_NUMBER = re.compile(r"第?\s?0*([1-9]\d?)\s?版|(?<![\w\d])[A-D]0*([1-9]\d?)(?![\w\d])")

BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
WIDE_GAPS = ((b"\n\0", b"\r\0", b" \0"), (b"\0\n", b"\0\r", b"\0 "))


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paper: its text as extracted, its source as the user names it, its day and number if known."""

    text: str
    source: str
    date: datetime.date | None = None
    number: int | None = None


def page_files(folder: Path) -> tuple[list[Path], int]:
    """The page files under a folder in sorted order, and how many files of other kinds were passed over."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    pages = [path for path in files if path.suffix.lower() in PAGE_SUFFIXES]
    return pages, len(files) - len(pages)


def load_page(path: Path, source: str | None = None) -> Page:
    """The page in a file; raises InputError where there is none."""
    return parse_page(decode(read_bytes(path)), source or str(path))


def read_bytes(path: Path) -> bytes:
    """A file's bytes; raises InputError with the cure where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", "check the name") from None
    except IsADirectoryError:
        raise InputError("this is a folder", "name the files in it, or the folder alone") from None
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror})", "check its permissions") from None


def parse_page(text: str, source: str) -> Page:
    """A page from its text, its day and number from the name of its source, else from its own header."""
    if not text.strip():
        raise InputError("the file is empty", "extract the page's text again")
    stem = Path(source).stem
    day = find_date(stem) or next(filter(None, map(find_date, _header(text))), None)
    number = find_number(stem) or next(filter(None, map(_header_number, _header(text))), None)
    return Page(text, source, day, number)


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


def _header(text: str) -> Iterator[str]:
    """The lines in which a page names itself: short ones among its first and last five."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return (line for line in lines[:5] + lines[-5:] if len(line) <= 60 and not re.search(r"[，,。；]|[（(]", line))


def _header_number(line: str) -> int | None:
    match = HEADER_NUMBER.search(line)
    return int(match[1] or match[2]) if match else None


def decode(data: bytes) -> str:
    """The text in a file's bytes: UTF-8 with or without BOM, UTF-16, else GB18030 (which holds GBK and GB2312).

    A file without a BOM is UTF-16 if its line feeds or spaces are (Chinese text in UTF-16 need hold no other NUL byte).
    Raises InputError for a binary or for bytes that are no text.
    """
    if not data:
        raise InputError("the file is empty", "extract the page's text again")
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return _text(_decoded(data, [encoding]))
    little, big = (sum(map(data.count, gaps)) for gaps in WIDE_GAPS)
    wide = "utf-16-le" if little >= big else "utf-16-be"
    return _text(_decoded(data, [wide] if little + big else ["utf-8", "gb18030"]))


def _decoded(data: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("its bytes are no text", "save the page as UTF-8 text")


def _text(text: str) -> str:
    """The text, unless more of it is control characters, private or unassigned than any page would have."""
    odd = sum(
        not (char.isprintable() or char.isspace() or char in "\ufeff\u200b\u200e\u200f\u202a\u202c") for char in text
    )
    if odd > 0.02 * len(text) + 1:
        raise InputError("this is a binary file, not text", "extract the page's text first")
    return text
