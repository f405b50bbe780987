"""The reader: a page in parts that are never too large, and the names of its articles."""

import datetime

import pytest

from articles.ids import article_ids
from articles.page import Page
from reading import reader
from reading.blocks.split import split_blocks
from reading.reader import MOST_BLOCKS, MOST_CHARACTERS, _parts, read_page
from tests.three_stories import STORIES, plain_page
from tests.trained import MODELS


@pytest.mark.parametrize(
    ("page", "ordinal", "name"),
    [
        (Page("", "x/extra.txt"), 1, "extra-p01-a01"),
        (Page("", "x/extra.txt"), 3, "extra-p03-a01"),
        (Page("", "x/extra.txt", number=12), 3, "extra-p12-a01"),
        (Page("", "x/extra.txt", datetime.date(2025, 4, 9), 2), 1, "2025-04-09-p02-a01"),
        (Page("", "x/extra.txt", number=2, section="B"), 1, "extra-b02-a01"),
        (Page("", "x.txt", datetime.date(2025, 4, 9), 2, paper="岚川 日报：晨"), 1, "岚川-日报-晨-2025-04-09-p02-a01"),
    ],
)
def test_articles_are_named_by_day_page_and_place(page: Page, ordinal: int, name: str) -> None:
    """The source stands for a day that is not known, the ordinal for a number; a known paper stands before them."""
    assert next(article_ids(page, ordinal)) == name


def test_a_page_is_read_in_parts() -> None:
    """Of so many blocks and so many characters at most; a block is never cut, and no block is lost."""
    many = split_blocks("\n\n".join(f"第{number}段。" for number in range(2 * MOST_BLOCKS + 1)))
    assert list(map(len, _parts(many))) == [MOST_BLOCKS, MOST_BLOCKS, 1]
    half = "字" * (MOST_CHARACTERS // 2)
    assert list(map(len, _parts(split_blocks("\n\n".join([half, half, "完。", half * 3, "完。"]))))) == [2, 1, 1, 1]
    assert list(_parts([])) == []


def test_the_parts_of_a_page_are_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Their articles follow each other, each with a name of its own."""
    monkeypatch.setattr(reader, "MOST_BLOCKS", 4)
    found = read_page(Page(plain_page(), "page.txt"), MODELS.reader).articles
    assert {article.headline: article.body for article in found} == STORIES
    assert [article.id for article in found] == ["page-p01-a01", "page-p01-a02", "page-p01-a03"]
