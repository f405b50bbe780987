"""Articles in a list, a row each: which columns hold what, and what is in a cell."""

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from articles.article import FIELDS, Article, from_json
from articles.errors import InputError, Notice
from articles.expressions import expression
from articles.folio import find_date
from formats.markup import is_tagged, paragraphs, tagged_paragraphs
from formats.plain import plain

Cells = Sequence[Any]
# What offices and programs call the columns, beside the names of the fields themselves.
NAMES = {
    "id": ("编号",),
    "paper": ("报纸", "报名", "媒体", "媒体名称", "来源", "報紙", "報名", "媒體", "來源"),
    "date": (
        *("日期", "发布时间", "发布日期", "见报日期", "出版日期", "刊发日期", "时间", "published", "pubdate"),
        *("發布時間", "發布日期", "見報日期", "刊登日期", "時間"),
    ),
    "page": ("版次", "版面", "版", "版号", "版號"),
    "kicker": ("引题", "眉题", "肩题", "引題", "眉題", "肩題"),
    "headline": ("标题", "题目", "主标题", "主题", "title", "標題", "題目", "主標題", "主題"),
    "subhead": ("副题", "副标题", "subtitle", "副題", "副標題"),
    "byline": ("作者", "记者", "署名", "author", "記者"),
    "body": ("正文", "内容", "全文", "文章内容", "正文内容", "text", "content", "fulltext", "內容", "內文", "文章內容"),
    "url": ("链接", "网址", "原文链接", "link", "連結", "網址"),
}
COLUMNS = {name: field for field, names in NAMES.items() for name in (field, *names)}
# These fields hold what no cell can.
COLUMNS |= {name: name for name in FIELDS if name not in ("pages", "open_ends", "places", "mixed")}
HIGHEST_HEAD = 10  # rows over which a list may have its title
MOST_LOST, LONGEST_LOST = 3, 40  # days and pages that are none: so many are named, in so many characters
MOST_NAMED = 300  # characters of the names of its columns in a line that tells them
PAGE = expression(r"第?\s*([A-Z])?\s*0*([1-9]\d{0,2})(?:\.0+)?(?=\D|$)", re.IGNORECASE)
SECTION = expression("[A-Za-z]")
# 20250315083000, as programs write a moment.
STAMP = expression(r"((?:19|20)\d{6})\d{4}(?:\d\d)?")
# Excel counts days, from the last but one of 1899.
SERIAL, FIRST_DAY, LAST_DAY = expression(r"\d{5}(?:\.\d+)?"), datetime.date(1899, 12, 30), datetime.date(2100, 1, 1)


def list_articles(
    rows: Iterable[Cells], source: str, stem: str | None = None, lost: list[str] | None = None
) -> Iterator[Article]:
    """The articles in the rows of a list, the first of which that names a column of texts being its head.

    A row without a headline and a text is passed over. An article without an id is called after the stem, that of the
    source by default, and the number of its row, counted from 1. Other columns are its extra. `lost` takes what cells
    say of days and pages that none is. Raises InputError where no column holds texts.
    """
    numbered = enumerate(rows, 1)
    columns, named = _columns(numbered)
    for number, row in numbered:
        values = _values(columns, named, row)
        if "headline" in values or "body" in values:
            if lost is not None:
                lost += (f"{text} in row {number}" for text in _lost(columns, values, row))
            yield from_json({"source": source, **values}, f"{stem or Path(source).stem}-{number:04d}")


def told_lost(lost: Sequence[str], source: str) -> Iterator[Notice]:
    """One notice of all days and pages in a list that none is."""
    if lost:
        named = ", ".join(lost[:MOST_LOST]) + (", …" if len(lost) > MOST_LOST else "")
        what = f"{len(lost)} of its days and pages are none of a paper and are read as none ({named})"
        yield Notice(source, InputError(what, "write days as 2025-03-15 and pages as numbers"))


def _lost(columns: Sequence[str | None], values: Mapping[str, Any], row: Cells) -> Iterator[str]:
    """The figures in a row's cells for its day and its page where they tell none."""
    for field, cell in zip(columns, row, strict=False):
        text = cell_text(cell) if field in ("date", "page") and field not in values else ""
        if any(map(str.isdigit, text)):
            yield text[:LONGEST_LOST]


def cell_text(cell: Any) -> str:
    """What a cell shows.

    >>> cell_text(3.0), cell_text(None), cell_text(" 春 "), cell_text(datetime.date(2025, 3, 15))
    ('3', '', '春', '2025-03-15')
    """
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else plain(str(cell)).strip()


def _columns(numbered: Iterator[tuple[int, Cells]]) -> tuple[list[str | None], list[str]]:
    """The field of each column, None for one that has none, and its name; the rows up to the head are taken."""
    seen: list[str] = []
    for _, row in islice(numbered, HIGHEST_HEAD):
        named = [cell_text(cell) for cell in row]
        columns = [COLUMNS.get(bare(name)) for name in named]
        if "body" in columns:
            return columns, named
        seen = max(seen, list(filter(None, named)), key=len)
    if not seen:
        raise InputError("it is empty", "save the list again")
    names = "、".join(" ".join(name.split()) for name in seen)
    short = names if len(names) <= MOST_NAMED else names[:MOST_NAMED] + "…"
    raise InputError(f"none of its columns holds texts ({short})", "call the one that does 正文 or text")


def bare(name: str) -> str:
    """The name of a column without what one may set with it: 【标题】, 正文：, Title, 作者（记者）."""
    return re.sub(r"\W+", "", re.sub(r"\(.*?\)", "", unicodedata.normalize("NFKC", name))).lower()


def _values(columns: Sequence[str | None], named: Sequence[str], row: Cells) -> Mapping[str, Any]:
    """What a row says, by field, else by the name of its column; of two columns for a field the first one filled."""
    values: dict[str, Any] = {}
    for field, name, cell in zip(columns, named, row, strict=False):
        text = cell_text(cell)
        found = _field(field, text) if text and field and field not in values else {}
        if text and not found and name and name not in FIELDS:
            found = {name: text}
        for key, value in found.items():
            values.setdefault(key, value)
    return values


def _field(field: str, text: str) -> Mapping[str, Any]:
    """What a text says as a field, nothing where it is none."""
    if field == "body" or field == "captions":
        return {field: (tagged_paragraphs if is_tagged(text) else paragraphs)(text)}
    if field == "date":
        day = find_day(text)
        return {field: day.isoformat()} if day else {}
    if field == "page":
        match = PAGE.match(text)
        section = {"section": match[1].upper()} if match and match[1] else {}
        return {field: int(match[2]), **section} if match else {}
    if field == "section":
        return {field: text.upper()} if SECTION.fullmatch(text) else {}
    return {field: text}


def find_day(text: str) -> datetime.date | None:
    """The day that a cell names, as Excel counts it too; None where it is out of range.

    >>> [str(find_day(text)) for text in ("2025-03-15 08:30", "2025年3月15日", "20250315", "45731", "9999999")]
    ['2025-03-15', '2025-03-15', '2025-03-15', '2025-03-15', 'None']
    """
    if not SERIAL.fullmatch(text):
        return find_date(STAMP.sub(r"\1", text) if STAMP.fullmatch(text) else text)
    day = FIRST_DAY + datetime.timedelta(days=int(float(text)))
    return day if day < LAST_DAY else None
