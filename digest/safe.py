"""Page text is data: what a format cannot hold is made visible, never dropped and never obeyed."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from uuid import NAMESPACE_URL, uuid5

from articles.expressions import expression
from articles.visible import visible

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_NAME = 180  # bytes: 60 Chinese characters; a system's 255 hold the day and the suffix too
NOT_IN_NAMES = expression(r'[\x00-\x1f\x7f<>:"/\\|?*\s]+')


def one_line(text: str) -> str:
    """The text on one line, for headers and properties."""
    return " ".join(visible(text).split())


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    r"""Rows as CSV (RFC 4180) for any spreadsheet; a text that one would run as a formula begins with an apostrophe.

    The mark of UTF-8 stands before it, without which Excel shows Chinese as noise.

    >>> csv_text([["标题", "=1+1：两家医院合并"]])
    "\ufeff标题,'=1+1：两家医院合并\r\n"
    """
    out = StringIO()
    csv.writer(out).writerows([_tame(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _tame(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def file_name(text: str) -> str:
    """A text as part of a file's name on any system.

    >>> file_name("云岭/日报: 晨版"), file_name("../..")
    ('云岭-日报-晨版', '')
    """
    name = NOT_IN_NAMES.sub("-", visible(text)).strip("-. ").strip()[:60]
    return name.encode()[:LONGEST_NAME].decode("utf-8", "ignore")


def css_string(text: str) -> str:
    r"""The text as a CSS string that can end neither itself nor the <style> it stands in.

    >>> css_string('报"</style>')
    '"报\\22 \\3c \\2f style\\3e "'
    """
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in visible(text)) + '"'


def urn(*parts: str) -> str:
    """A lasting name for a thing, made of what it is alone.

    >>> urn("2024-03-16", "云岭日报") == urn("2024-03-16", "云岭日报")
    True
    """
    return uuid5(NAMESPACE_URL, "baozhai:" + "\x1f".join(visible(part) for part in parts)).urn
