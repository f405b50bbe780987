"""The law of reading: nothing lost, nothing invented, the same every time, whatever the page holds."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.article import Article, dumps, from_json, to_json
from articles.page import Page
from formats.shown import is_shown, parse_shown
from reading.blocks.split import split_blocks
from reading.explain import explain, show
from reading.reader import read_page
from reading.reading import Reading
from tests.trained import MODELS

# What pages are made of, and what breaks readers: prose and its torn ends, heads, names, jump lines, marks without
# their partners, page lines, odd white space and control characters, characters beyond 16 bits.
PROSE = (
    "几年下来，镇上的人慢慢明白了一个道理：只有把河水护好，山里的果子才卖得出价钱。",
    "本报讯(记者罗之远)4月8日,市图书馆召开读者座谈会,听取意见。",
    "志愿者队伍是社区治",
    "理的好帮手，也是邻里之间的一座桥。",
    "市图书馆召开第七次读者座谈会",
    "聚焦“一老一小”",
    "他说,只要大家还愿意来,我们就会一直",
    "佩戴口罩\n使用清洁的水\n多喝水，适当锻炼",
)
LINES = (
    "（下转第3版）",
    "(上接第1版)",
    "本报记者 田雨晴 摄",
    "图为比赛现场。",
    "新时代 新征程 新伟业",
    "责任编辑：周岚",
    "□ 王晓明",
    "(建国 海燕)",
    "周岚晴",
    "2024年3月16日 星期六 第1版",
    "晨 州 日 报",
)
MARKS = (
    "# ",
    "### ",
    "#",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "。",
    "，",
    "!",
    "…",
    "——",
    "Wi-Fi",
    "12345",
    "【",
    "】",
    "来源　",
)
SPACES = (
    "\n",
    "\r\n",
    "\r",
    "\u3000\u3000",
    "\t",
    "\u00a0",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\u2029",
    "\n　　　　",
)
ODD = ("\x00", "\x07", "\x1b[2J", "\u200b", "\ufeff", "\u202e", "e\u0301", "𠮷", "😀", "\ufffd")

PIECES = st.one_of(
    st.sampled_from(PROSE + LINES + MARKS + SPACES + ODD), st.sampled_from(["\n\n"] * 3 + ["\n"]), st.text(max_size=6)
)
BLOCKS = st.one_of(st.sampled_from(PROSE + LINES), st.lists(PIECES, max_size=5).map("".join))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(BLOCKS, min_size=4, max_size=40).map("\n\n".join),
    st.lists(BLOCKS, min_size=4, max_size=20).map("\n".join),
)


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_nothing_is_lost_and_nothing_is_made_up(text: str) -> None:
    """Every character but white space and heading hashes has one place, and the articles hold what their traces say."""
    reading = read_page(Page(text, "page.txt"), MODELS.reader)
    placed = characters(trace.text for trace in reading.traces)
    assert characters([text]) - placed == Counter("#" * hashes(text))
    assert not placed - characters([text])
    assert characters([*printed(reading), *reading.furniture, *reading.duplicates]) == placed


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_places_and_fields_agree(text: str) -> None:
    """What a place gives to an article stands in that article, what it gives to none is furniture or a duplicate."""
    reading = read_page(Page(text, "page.txt"), MODELS.reader)
    for article in reading.articles:
        fields = [*texts(article), *bylines(reading, article.id)]
        assert characters(fields) == characters(trace.text for trace in reading.traces if trace.article == article.id)
    homeless = [trace for trace in reading.traces if trace.article is None]
    assert tuple(trace.text for trace in homeless if trace.role == "duplicate") == reading.duplicates
    assert tuple(trace.text for trace in homeless if trace.role != "duplicate") == reading.furniture


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_reading_is_the_same_every_time(text: str) -> None:
    """The same page gives the same reading, with the ends of its lines written in either way."""
    assert read_page(Page(text, "page.txt"), MODELS.reader) == read_page(Page(text, "page.txt"), MODELS.reader)
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    assert read_page(Page(unix.replace("\n", "\r\n"), "page.txt"), MODELS.reader) == read_page(
        Page(unix, "page.txt"), MODELS.reader
    )


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_what_is_written_is_read_again(text: str) -> None:
    """Text for human eyes and JSON lines both give the same articles back."""
    reading = read_page(Page(text, "page.txt"), MODELS.reader)
    shown = "\n".join(show(reading))
    assert tuple(parse_shown(shown)) == reading.articles
    assert is_shown(shown) == bool(reading.articles)
    assert tuple(from_json(json.loads(dumps(to_json(article))), "") for article in reading.articles) == reading.articles


FIELD = st.one_of(st.none(), st.text(min_size=1), PIECES.filter(bool))
PLACES = st.tuples(st.integers(0, 99), *[st.floats(0, 0.5)] * 2, *[st.floats(0.5, 1)] * 2)
FOREIGN = st.builds(
    Article,
    id=PIECES.filter(bool),
    source=FIELD,
    date=st.one_of(st.none(), st.dates()),
    page=st.one_of(st.none(), st.integers(0, 99)),
    headline=FIELD,
    byline=FIELD,
    body=st.lists(TEXTS, max_size=4).map(tuple),
    continues=FIELD,
    pages=st.lists(st.integers(0, 99), max_size=3).map(tuple),
    open_ends=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    places=st.lists(PLACES, max_size=3).map(tuple),
    mixed=st.booleans(),
)


@given(FOREIGN)
def test_any_article_is_shown_and_read_again(article: Article) -> None:
    """An article that somebody else cut survives text and JSON as it is, whatever its fields hold."""
    shown = "\n".join(show(Reading((article,))))
    assert is_shown(shown)
    assert list(parse_shown(shown)) == [article]
    assert from_json(json.loads(dumps(to_json(article))), "") == article


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_the_explanation_is_fit_for_a_terminal(text: str) -> None:
    """A line for the page and two a block, each printable, whatever the page wants the terminal to do."""
    reading = read_page(Page(text, "page.txt"), MODELS.reader)
    lines = list(explain(reading))
    assert len(lines) == 1 + 2 * len(reading.traces)
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("page", "dropped"),
    [("# 一\n## 二\n###三\n# ", 3), ("#\n\n# #", 1), ("######## 八\n\n ## 二", 2), ("###### 六\n####### 七", 6)],
)
def test_only_heading_hashes_are_dropped(page: str, dropped: int) -> None:
    """One to six hashes before a gap and a text make a heading; any other hash is text."""
    assert hashes(page) == dropped
    assert characters([page]) - characters(block.text for block in split_blocks(page)) == Counter("#" * dropped)


def characters(parts: Iterator[str] | list[str]) -> Counter[str]:
    """How often each character that is not white space stands in the parts."""
    return Counter(char for part in parts for char in part if not char.isspace())


def hashes(text: str) -> int:
    """How many hashes make headings of their lines."""
    return sum(block.level for block in split_blocks(text))


def texts(article: Article) -> list[str]:
    """The fields of an article that hold what a page prints."""
    fields = (article.kicker, article.headline, article.subhead, *article.body, *article.captions, article.signoff)
    return [field for field in fields if field]


def bylines(reading: Reading, article: str) -> list[str]:
    """The bylines that are blocks of their own; one taken from 本报讯（记者某某） stands in the body already."""
    return [trace.text for trace in reading.traces if trace.role == "byline" and trace.article == article]


def printed(reading: Reading) -> list[str]:
    """All text in the articles of a reading."""
    return [field for article in reading.articles for field in [*texts(article), *bylines(reading, article.id)]]
